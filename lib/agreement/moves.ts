import { percentOf, bandOf, isBand } from '@/lib/claims/likelihood';

// Pure: who moved toward whom between two states of the same analysts' work. What an analyst says of a thing and which words they marked
// for it are told apart: whoever marks a word more has not changed their mind.

/** A tag of one analyst. `claimId` with `stance`, or `entityId`. Offsets are UTF-16 code units, end exclusive. */
export type Span = {
  tagId: string;
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

/** Of what two differed on then: who changed until both were the same, and how much differs still; and what was the same and is not now. */
export type Counts = {
  alike: number;
  differed: number;
  oneMoved: number;
  otherMoved: number;
  bothMoved: number;
  still: number;
  parted: number;
};
/** `spans`: the words that both marked for one thing, then and now. */
export type Moves = { one: string; other: string; spans: Counts } & Counts;
type Answers = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The whole number 1–99 that a stored assessment stands for; null where it says nothing. */
export function likelihoodOf({ band, likelihood }: { band: string | null; likelihood: number | null }): number | null {
  if (likelihood !== null) return likelihood;
  return band !== null && isBand(band) ? percentOf(band) : null;
}

/** The bands of the whole numbers 1–99, in their order: for statements that compare answers where they lie. */
export const bandsByPercent = Array.from({ length: 99 }, (_, at) => bandOf(at + 1));

/** What each analyst says of each thing in each article, by question: what `said` of each of their spans, sorted, each once. */
function spoken(spans: readonly Span[], said: (span: Span) => string): Map<string, Map<string, string>> {
  const sets = new Map<string, Map<string, Set<string>>>();
  for (const span of spans) {
    const own = sets.get(span.analystId) ?? new Map<string, Set<string>>();
    const question = `${span.articleId} ${span.entityId ?? span.claimId}`;
    own.set(question, (own.get(question) ?? new Set()).add(said(span)));
    sets.set(span.analystId, own);
  }
  return new Map(
    [...sets].map(([analyst, own]) => [
      analyst,
      new Map([...own].map(([question, said]) => [question, [...said].sort().join(' ')])),
    ]),
  );
}

/**
 * What each analyst answers, by question. Of an article: whether it names this entity, and what it says of this claim (its stances,
 * sorted). Of a claim: the band of its likelihood. No answer is an answer too: the empty string.
 */
function answersOf({ spans, judgments }: Work): Answers {
  const answers = spoken(spans, ({ stance }) => stance ?? 'named');
  for (const { analystId, claimId, likelihood } of judgments) {
    const own = answers.get(analystId) ?? new Map<string, string>();
    if (likelihood !== null) own.set(claimId, bandOf(likelihood));
    answers.set(analystId, own);
  }
  return answers;
}

/** Where each analyst put the edges for each thing in each article. */
const edgesOf = ({ spans }: Work, sameText: (articleId: string) => boolean): Answers =>
  spoken(
    spans.filter(({ articleId }) => sameText(articleId)),
    ({ start, end }) => `${start}–${end}`,
  );

type Pair = [one: string, other: string];

/** `both`: asked only where both answered, then and now. */
function countMoves([one, other]: Pair, before: Answers, after: Answers, both: boolean): Counts {
  const counts: Counts = { alike: 0, differed: 0, oneMoved: 0, otherMoved: 0, bothMoved: 0, still: 0, parted: 0 };
  const sides = [before, after].flatMap((at) => [one, other].map((who) => at.get(who)));
  for (const question of new Set(sides.flatMap((side) => [...(side?.keys() ?? [])]))) {
    const said = sides.map((side) => side?.get(question) ?? '');
    if (both && said.includes('')) continue;
    const [oneThen, otherThen, oneNow, otherNow] = said;
    if (oneThen === otherThen) {
      if (oneThen) counts.alike += 1;
      if (oneNow !== otherNow) counts.parted += 1;
      continue;
    }
    counts.differed += 1;
    if (oneNow !== otherNow) counts.still += 1;
    else if (oneThen === oneNow) counts.otherMoved += 1;
    else if (otherThen === otherNow) counts.oneMoved += 1;
    else counts.bothMoved += 1;
  }
  return counts;
}

/**
 * Of each pair of these analysts, in the order given: how many answers were alike then, how many differed, and of those how many agree now because the one,
 * the other or both changed theirs; and how many agreed then and differ now. And the same of the words they marked, where the offsets of
 * both states are in `sameText`.
 */
export function movesBetween(
  analysts: readonly string[],
  then: Work,
  now: Work,
  sameText: (articleId: string) => boolean = () => true,
): Moves[] {
  const answers = [answersOf(then), answersOf(now)] as const;
  const edges = [edgesOf(then, sameText), edgesOf(now, sameText)] as const;
  return analysts.flatMap((one, index) =>
    analysts.slice(index + 1).map((other) => ({
      one,
      other,
      ...countMoves([one, other], ...answers, false),
      spans: countMoves([one, other], ...edges, true),
    })),
  );
}
