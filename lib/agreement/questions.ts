import { drop, grouped, type Dropped, type DropReason, type Judged, type Made } from './made';
import { unitsOf } from './matching';

/** What two analysts can agree or differ on, in the order in which it is asked: each only where the ones before it allow. */
export const agreementQuestions = [
  'tagged', // whether both tagged these words
  'edges', // from where to where
  'entity', // which entity a mention is of
  'claim', // which claim a citation is for
  'stance', // what it says of the claim
  'confidence', // how sure of the tag: within ten points
  'likelihood', // how likely the claim is: the same one of the seven words
  'analytic-confidence', // low, moderate or high
] as const;
export type AgreementQuestion = (typeof agreementQuestions)[number];

/** Confidences that are this many points apart or fewer are taken for the same. */
export const SAME_CONFIDENCE = 10;

/** What two analysts said of the same words, or of the same claim. */
export type Compared =
  | { about: 'words'; a: Made; b: Made | null }
  | { about: 'words'; a: null; b: Made }
  | { about: 'claim'; a: Judged; b: Judged };

type Answer = boolean | DropReason;
export type Answers = Partial<Record<AgreementQuestion, Answer>>;

const within = (a: number | null, b: number | null, most: number): Answer =>
  a === null || b === null ? 'not-stated' : Math.abs(a - b) <= most;

function answersOnWords(a: Made, b: Made): Answers {
  const link = a.kind === 'mention' ? 'entity' : 'claim';
  const same = a.targetId === b.targetId;
  const answers: Answers = { tagged: true, edges: a.start === b.start && a.end === b.end, [link]: same };
  if (link === 'claim') answers.stance = same ? a.stance === b.stance : 'other-target';
  answers.confidence = same ? within(a.confidence, b.confidence, SAME_CONFIDENCE) : 'other-target';
  return answers;
}

/** Of each question that can be asked here: whether the two agree, or why it cannot be said. */
export function answersOf({ about, a, b }: Compared): Answers {
  if (about === 'claim')
    return {
      likelihood: within(a.band, b.band, 0),
      'analytic-confidence': within(a.analyticConfidence, b.analyticConfidence, 0),
    };
  if (a && b) return answersOnWords(a, b);
  const alone = (a ?? b)!;
  return {
    tagged: false,
    edges: 'unmatched',
    [alone.kind === 'mention' ? 'entity' : 'claim']: 'unmatched',
    ...(alone.kind === 'citation' ? { stance: 'unmatched' } : {}),
    confidence: 'unmatched',
  };
}

/** What two analysts differ on here. */
export const differencesIn = (compared: Compared): AgreementQuestion[] => {
  const answers = answersOf(compared);
  return agreementQuestions.filter((question) => answers[question] === false);
};

/** How often two agreed out of how often they could, and what was left out. */
export type Share = { agreed: number; of: number; dropped: Dropped };
export type Shares = Record<AgreementQuestion, Share>;

export function sharesOf(compared: readonly Compared[]): Shares {
  const shares = Object.fromEntries(
    agreementQuestions.map((question) => [question, { agreed: 0, of: 0, dropped: {} }]),
  ) as unknown as Shares;
  for (const one of compared)
    for (const [question, answer] of Object.entries(answersOf(one)) as [AgreementQuestion, Answer][]) {
      const share = shares[question];
      if (typeof answer === 'string') drop(share.dropped, answer);
      else {
        share.of += 1;
        share.agreed += Number(answer);
      }
    }
  return shares;
}

/** The texts in which both of two analysts tagged something, with the tags of each. */
export function sharedTexts(a: readonly Made[], b: readonly Made[]): { textId: string; a: Made[]; b: Made[] }[] {
  const [ofA, ofB] = [a, b].map((tags) => grouped(tags, (tag) => tag.textId));
  return [...ofA!].flatMap(([textId, own]) => {
    const other = ofB!.get(textId);
    return other ? [{ textId, a: own, b: other }] : [];
  });
}

/** Everything that two analysts can be compared on: words in texts that both tagged, and claims that both judged. */
export function comparedOf(
  a: { analystId: string; tags: readonly Made[]; judged: readonly Judged[] },
  b: { analystId: string; tags: readonly Made[]; judged: readonly Judged[] },
): Compared[] {
  const words = sharedTexts(a.tags, b.tags).flatMap((text) =>
    unitsOf([...text.a, ...text.b]).map((unit): Compared => {
      const of = (id: string) => unit.find((tag) => tag.analystId === id) ?? null;
      return { about: 'words', a: of(a.analystId), b: of(b.analystId) } as Compared;
    }),
  );
  const theirs = new Map(b.judged.map((one) => [one.claimId, one]));
  const claims = a.judged.flatMap((one): Compared[] => {
    const other = theirs.get(one.claimId);
    return other ? [{ about: 'claim', a: one, b: other }] : [];
  });
  return [...words, ...claims];
}
