import type { Echo, EchoMap, Lineage } from '@/lib/echoes/echo';
import { inQuotes } from '@/lib/echoes/joining';

/** How a decision reads. `title` tells which of the two articles was there first. */
export const lineageWords: Record<Lineage, string> = {
  derived: 'derived',
  'common-origin': 'of common origin',
  independent: 'independent',
};

/** What the dates say about who can have copied whom, in a sentence. */
export function datesWords({ first, because, spans }: Echo): string {
  if (because === 'dates-unknown') return 'A date is not known: who was first does not show.';
  if (first === null) return 'The dates overlap: who was first does not show.';
  const earlier = spans.find(({ articleId }) => articleId === first)!.title;
  return because === 'dates'
    ? `${inQuotes(earlier)} was there first.`
    : `${inQuotes(earlier)} was there first, by an estimated date.`;
}

/** "89 words, word for word", "14 words, nearly (93 %)". */
export function sharedWords({ words, kind, similarity }: Pick<Echo, 'words' | 'kind' | 'similarity'>): string {
  const shared = words === 1 ? '1 word' : `${words} words`;
  return kind === 'exact' ? `${shared}, word for word` : `${shared}, nearly (${Math.floor(similarity * 100)} %)`;
}

/** What was decided of an echo, short. */
export function decisionWords(echo: Echo): string {
  if (!echo.decision?.decision) return 'undecided';
  const { decision, from } = echo.decision;
  if (decision !== 'derived') return lineageWords[decision];
  return `derived from ${inQuotes(echo.spans.find(({ articleId }) => articleId === from)?.title ?? '')}`;
}

export type Pair = EchoMap['pairs'][number];
export type PairState = 'undecided' | 'derived' | 'common-origin' | 'independent';

/** What a line of the map stands for: undecided as long as one of its passages is, else the strongest link. */
export function stateOf(pair: Pair): PairState {
  if (pair.undecided > 0) return 'undecided';
  if (pair.derivedFromA + pair.derivedFromB > 0) return 'derived';
  return pair.commonOrigin > 0 ? 'common-origin' : 'independent';
}

/** Which article of a pair the arrow comes from: as decided, or as the dates propose; null when neither tells. */
export function sourceOf(pair: Pair): string | null {
  if (pair.derivedFromA + pair.derivedFromB > 0) return pair.derivedFromA >= pair.derivedFromB ? pair.a : pair.b;
  return stateOf(pair) === 'undecided' ? pair.first : null;
}

const states: Record<PairState, string> = {
  undecided: 'undecided',
  derived: 'derived',
  'common-origin': 'common origin',
  independent: 'independent',
};

/** A line of the map in words, for a table and for whoever does not see the line. */
export function pairWords(pair: Pair, titleOf: (id: string) => string): string {
  const source = sourceOf(pair);
  const target = source === pair.a ? pair.b : pair.a;
  const state = states[stateOf(pair)];
  const shared = `${pair.words} words in ${pair.echoes === 1 ? '1 passage' : `${pair.echoes} passages`}`;
  if (source === null)
    return `${inQuotes(titleOf(pair.a))} and ${inQuotes(titleOf(pair.b))} share ${shared}: ${state}.`;
  const from =
    state === 'undecided' ? 'undecided; by the dates from the first to the second' : 'from the first to the second';
  return `${inQuotes(titleOf(source))} and ${inQuotes(titleOf(target))} share ${shared}: ${from}.`;
}
