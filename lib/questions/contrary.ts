import type { Stance } from '@/lib/claims/claim';
import { byPassage, longestOf } from '@/lib/claims/passages';

// Pure: what a citation for one answer says against the others. Computed whenever it is shown, so that nobody enters it twice and
// nothing is left over when an answer goes or two of them turn out to go together.

/** An answer of a question; `claimId` as known after merges. */
export interface Side {
  readonly id: string;
  readonly claimId: string;
}
/** A tag that cites a claim; its place is where its words are, in one version of one article. */
export interface Cites {
  readonly tagId: string;
  readonly claimId: string;
  readonly stance: Stance | null;
  readonly place: { readonly articleVersionId: string; readonly start: number; readonly end: number };
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

const overlap = ({ place: one }: Cites, { place: other }: Pick<Cites, 'place'>): boolean =>
  one.articleVersionId === other.articleVersionId && one.start < other.end && other.start < one.end;

/**
 * The citations that support an answer which this one excludes, each with that answer: a passage once, however many tagged it. Left
 * out is what somebody entered already: words that cite this claim themselves, on either side.
 */
export function contraryTo(
  asked: Asked,
  answer: Side,
  sides: readonly Side[],
  citations: readonly Cites[],
): { tagId: string; answerId: string }[] {
  const entered = citations.filter(({ claimId }) => claimId === answer.claimId);
  const supporting = ({ claimId }: Side) =>
    citations.flatMap((one) =>
      one.claimId === claimId && one.stance === 'supports' && one.counts ? [{ ...one, stance: one.stance }] : [],
    );
  return sides
    .filter((side) => excludes(asked, answer, side))
    .flatMap((side) => {
      const passages = byPassage(supporting(side)).filter(
        (tags) => !tags.some((tag) => entered.some((own) => overlap(own, tag))),
      );
      const shown = new Set(passages.map((tags) => longestOf(tags).tagId));
      return citations.filter(({ tagId }) => shown.has(tagId)).map(({ tagId }) => ({ tagId, answerId: side.id }));
    });
}
