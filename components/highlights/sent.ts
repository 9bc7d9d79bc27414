import type { Highlight, Tag } from '@/lib/highlights/highlight';

/** What came of a draft that was sent. */
export interface Sent {
  readonly highlight: Highlight;
  readonly tag: Tag | null;
  /** Whether the highlight was made by this write. */
  readonly made: boolean;
  /** What the same write made in the rest of the article. */
  readonly rest: readonly Highlight[];
}

/** Of what else was tagged: “ in 3 more places”. */
export const morePlaces = ({ length }: readonly Highlight[]): string =>
  length === 0 ? '' : ` in ${length} more ${length === 1 ? 'place' : 'places'}`;

/** How many places, in words. */
export const placesIn = (count: number): string => (count === 1 ? '1 place' : `${count} places`);
