import { percentOf, bandOf, isBand } from '@/lib/claims/likelihood';

// Pure: who moved toward whom between two states of the same analysts' work. Independent of where exactly somebody put the edges of a
// span: an answer is what an analyst says of a thing, not the words that they marked for it.

/** A tag of one analyst. `claimId` with `stance`, or `entityId`. Offsets are UTF-16 code units, end exclusive. */
export type Span = {
  analystId: string;
  articleId: string;
  start: number;
  end: number;
  kind: 'entity' | 'claim';
  entityId: string | null;
  claimId: string | null;
  stance: 'supports' | 'contradicts' | 'context' | null;
  confidence: number | null; // 0–100
};
/** An assessment of one analyst. `likelihood` is 1–99: the number stated, or the middle of the band stated. */
export type Judgment = {
  analystId: string;
  claimId: string;
  likelihood: number | null;
  analyticConfidence: 'low' | 'moderate' | 'high' | null;
};
export type Work = { spans: readonly Span[]; judgments: readonly Judgment[] };

export type Moves = {
  one: string;
  other: string;
  alike: number;
  differed: number;
  oneMoved: number;
  otherMoved: number;
  bothMoved: number;
  still: number;
  parted: number;
};

/** The whole number 1–99 that a stored assessment stands for; null where it says nothing. */
export function likelihoodOf({ band, likelihood }: { band: string | null; likelihood: number | null }): number | null {
  if (likelihood !== null) return likelihood;
  return band !== null && isBand(band) ? percentOf(band) : null;
}

/** The bands of the whole numbers 1–99, in their order: for statements that compare answers where they lie. */
export const bandsByPercent = Array.from({ length: 99 }, (_, at) => bandOf(at + 1));

/**
 * What each analyst answers, by question. Of an article: whether it names this entity, and what it says of this claim (its stances,
 * sorted). Of a claim: the band of its likelihood. No answer is an answer too: the empty string.
 */
function answersOf({ spans, judgments }: Work): Map<string, Map<string, string>> {
  const stances = new Map<string, Map<string, Set<string>>>();
  for (const { analystId, articleId, entityId, claimId, stance } of spans) {
    const own = stances.get(analystId) ?? new Map<string, Set<string>>();
    const question = `${articleId} ${entityId ?? claimId}`;
    own.set(question, (own.get(question) ?? new Set()).add(stance ?? 'named'));
    stances.set(analystId, own);
  }
  const answers = new Map(
    [...stances].map(([analyst, own]) => [
      analyst,
      new Map([...own].map(([question, said]) => [question, [...said].sort().join(' ')])),
    ]),
  );
  for (const { analystId, claimId, likelihood } of judgments) {
    const own = answers.get(analystId) ?? new Map<string, string>();
    if (likelihood !== null) own.set(claimId, bandOf(likelihood));
    answers.set(analystId, own);
  }
  return answers;
}

/**
 * Of each pair of these analysts, in the order given: how many answers were alike then, how many differed, and of those how many agree now because the one,
 * the other or both changed theirs; and how many agreed then and differ now.
 */
export function movesBetween(analysts: readonly string[], then: Work, now: Work): Moves[] {
  const [before, after] = [answersOf(then), answersOf(now)];
  const say = (answers: typeof before, analyst: string, question: string) => answers.get(analyst)?.get(question) ?? '';
  return analysts.flatMap((one, index) =>
    analysts.slice(index + 1).map((other) => {
      const questions = new Set(
        [before, after].flatMap((at) => [one, other].flatMap((who) => [...(at.get(who)?.keys() ?? [])])),
      );
      const moves: Moves = {
        one,
        other,
        alike: 0,
        differed: 0,
        oneMoved: 0,
        otherMoved: 0,
        bothMoved: 0,
        still: 0,
        parted: 0,
      };
      for (const question of questions) {
        const [oneThen, otherThen, oneNow, otherNow] = [
          say(before, one, question),
          say(before, other, question),
          say(after, one, question),
          say(after, other, question),
        ];
        if (oneThen === otherThen) {
          if (oneThen) moves.alike += 1;
          if (oneNow !== otherNow) moves.parted += 1;
          continue;
        }
        moves.differed += 1;
        if (oneNow !== otherNow) moves.still += 1;
        else if (oneThen === oneNow) moves.otherMoved += 1;
        else if (otherThen === otherNow) moves.oneMoved += 1;
        else moves.bothMoved += 1;
      }
      return moves;
    }),
  );
}
