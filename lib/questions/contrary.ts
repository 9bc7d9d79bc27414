import type { Stance } from '@/lib/claims/claim';

// Pure: what a citation for one answer says against the others. Computed whenever it is shown, so that nobody enters it twice and
// nothing is left over when an answer goes or two of them turn out to go together.

/** An answer of a question; `claimId` as known after merges. */
export interface Side {
  readonly id: string;
  readonly claimId: string;
}
/** Words of one text, in UTF-16 units. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
/** A citation, with where its words are. */
export interface Cites {
  readonly tagId: string;
  readonly claimId: string;
  readonly stance: Stance | null;
  readonly place: Place;
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

const overlap = (one: Place, other: Place): boolean =>
  one.text === other.text && one.start < other.end && other.start < one.end;

/** Of tags whose words overlap the first: they are one citation, whoever made them. */
const onceEach = (citations: readonly Cites[]): Cites[] =>
  citations.filter((one, at) => !citations.slice(0, at).some(({ place }) => overlap(place, one.place)));

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
  const entered = citations.filter(({ claimId }) => claimId === answer.claimId);
  return sides
    .filter((side) => excludes(asked, answer, side))
    .flatMap((side) =>
      onceEach(citations.filter((one) => one.claimId === side.claimId && one.stance === 'supports' && one.counts))
        .filter(({ place }) => !entered.some((own) => overlap(own.place, place)))
        .map(({ tagId }) => ({ tagId, answerId: side.id })),
    );
}
