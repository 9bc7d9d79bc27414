import type { Carried } from '@/lib/anchoring/side-by-side';
import { lostWords, type Highlight } from '@/lib/highlights/highlight';
import { carriedWords } from './carried-words';
import type { Affected } from './affected-list';

type Standing = Pick<Highlight, 'id' | 'quote'> & Partial<Pick<Highlight, 'carried' | 'orphaned'>>;

/** Highlights of one version whose words are others in another, or lost there: in the order of the text. */
export function affectedBetween(before: readonly Standing[], after: readonly Standing[]): Affected[] {
  const there = new Map(after.map((one) => [one.id, one]));
  return before.flatMap(({ id, quote }): Affected[] => {
    const now = there.get(id);
    if (!now || now.orphaned) return [{ id, quote, now: null, how: now?.orphaned ?? 'not in this version' }];
    if (now.quote === quote) return [];
    return [{ id, quote, now: now.quote, how: now.carried ? carriedWords(now.carried) : 'other words' }];
  });
}

const ways = {
  'same-place': 'same place',
  'same-words': 'same words',
  'through-differences': 'through the differences',
  fuzzy: 'by likeness',
} as const;

export interface Foreseen {
  readonly exact: number;
  readonly moved: number;
  readonly orphaned: number;
  readonly affected: Affected[];
}

/** What would become of highlights in a text that is not saved yet. */
export function foresee(highlights: readonly Standing[], carried: readonly Carried[]): Foreseen {
  const quotes = new Map(highlights.map(({ id, quote }) => [id, quote]));
  const count = (state: string) => carried.filter(({ place }) => place.state === state).length;
  const affected = carried.flatMap(({ id, place }): Affected[] => {
    const quote = quotes.get(id) ?? '';
    if (place.state === 'orphaned') return [{ id, quote, now: null, how: lostWords[place.reason] }];
    return place.state === 'exact' ? [] : [{ id, quote, now: place.quote, how: ways[place.how] }];
  });
  return { exact: count('exact'), moved: count('moved'), orphaned: count('orphaned'), affected };
}
