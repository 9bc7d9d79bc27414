import type { Article } from '@/lib/articles/article';
import type { Claim } from '@/lib/claims/claim';

/** Claims and articles that are looked through: those that changed last. */
export const FEW = 100;

/** How much a claim is argued about: open objections weigh most, then evidence on both sides, then an approval in doubt. */
const heat = ({ openObjections, citations, status }: Claim): number =>
  4 * openObjections + 2 * Math.min(citations.supports, citations.contradicts) + (status === 'stale' ? 1 : 0);

/** The claim that is most in dispute, the first of equals; null when none is. Rejected ones are over. */
export function disputed(claims: readonly Claim[]): Claim | null {
  const open = claims.filter((claim) => claim.status !== 'rejected' && heat(claim) > 0);
  return open.reduce<Claim | null>((most, claim) => (most && heat(most) >= heat(claim) ? most : claim), null);
}

/** The article to open next: the one with most tags to review, else the one with fewest tags. Retracted ones are not. */
export function articleToRead(articles: readonly Article[]): Article | null {
  const open = articles.filter((article) => article.retracted === null);
  const waiting = open.filter((article) => article.counts.unreviewed > 0);
  if (waiting.length > 0)
    return waiting.reduce((most, one) => (one.counts.unreviewed > most.counts.unreviewed ? one : most));
  return open.reduce<Article | null>(
    (least, one) => (least && least.counts.tags <= one.counts.tags ? least : one),
    null,
  );
}
