import type { Stance } from '@/lib/claims/claim';

// Pure: what a citation for one answer says against the others. Computed whenever it is shown, so that nobody enters it twice and
// nothing is left over when an answer goes or two of them turn out to go together.

/** An answer of a question; `claimId` as known after merges. */
export interface Side {
  readonly id: string;
  readonly claimId: string;
}
/** A citation; `place` tells its words apart from others. */
export interface Cites {
  readonly tagId: string;
  readonly claimId: string;
  readonly stance: Stance | null;
  readonly place: string;
  readonly counts: boolean; // not rejected, not contested, and its article not retracted
}
export interface Asked {
  readonly exclusive: boolean;
  readonly pairs: readonly (readonly [string, string])[];
}

/** Whether two answers cannot both be true: different claims of a question with one answer, and nobody said that they can. */
export function excludes({ exclusive, pairs }: Asked, one: Side, other: Side): boolean {
  if (!exclusive || one.claimId === other.claimId) return false;
  return !pairs.some(([a, b]) => (a === one.id && b === other.id) || (a === other.id && b === one.id));
}

/**
 * The citations that support an answer which this one excludes, each with that answer. Left out is what somebody entered already:
 * words that cite this claim themselves, on either side.
 */
export function contraryTo(
  asked: Asked,
  answer: Side,
  sides: readonly Side[],
  citations: readonly Cites[],
): { tagId: string; answerId: string }[] {
  const entered = new Set(citations.filter(({ claimId }) => claimId === answer.claimId).map(({ place }) => place));
  return sides
    .filter((side) => excludes(asked, answer, side))
    .flatMap((side) =>
      citations
        .filter((one) => one.claimId === side.claimId && one.stance === 'supports' && one.counts)
        .filter(({ place }) => !entered.has(place))
        .map(({ tagId }) => ({ tagId, answerId: side.id })),
    );
}
