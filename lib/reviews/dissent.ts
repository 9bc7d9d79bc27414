import { bandOf } from '@/lib/claims/likelihood';
import { bands } from '@/lib/claims/claim';

// Pure: what counts as dissent from a claim. Whoever holds it keeps it until they take it back themselves.

type Band = (typeof bands)[number];
type Judged = { likelihood: number | null; band: Band | null };

/** The word for a judgment, stated or fallen into; null where no likelihood was stated. */
export const bandIn = ({ likelihood, band }: Judged): Band | null =>
  band ?? (likelihood === null ? null : bandOf(likelihood));

/**
 * The judgments that hold a claim for less likely than at least half of those who judged it do, by the seven words. With two
 * judges the lower one dissents; one low judgment among equals of it does not. Judgments without a likelihood take no part.
 */
export function lowerThanHalf<J extends Judged>(judgments: readonly J[]): J[] {
  const rated = judgments.flatMap((judgment) => {
    const band = bandIn(judgment);
    return band === null ? [] : [{ judgment, rank: bands.indexOf(band) }];
  });
  return rated
    .filter(({ rank }) => rated.filter((other) => other.rank > rank).length * 2 >= rated.length)
    .map(({ judgment }) => judgment);
}

type Verdict = { id: string; reviewerId: string; verdict: string };

/** The rejections that stand: each reviewer's latest verdict on any wording, where that is one. `verdicts` are those not withdrawn, in order. */
export const standingRejections = <V extends Verdict>(verdicts: readonly V[]): V[] =>
  [...new Map(verdicts.map((one) => [one.reviewerId, one])).values()].filter(({ verdict }) => verdict === 'reject');
