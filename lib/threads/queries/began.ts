import { reviewState, verdictOf } from '@/lib/agreement/standing';
import type { ReadContext } from '@/lib/core/context';
import { visible } from '@/lib/permissions';
import type { Thread } from '../thread';
import type { AboutRow } from './about';

export type Beginning = Pick<Thread, 'began' | 'contested'>;
type Row = Pick<AboutRow, 'tag' | 'claim' | 'createdBy' | 'createdAt'>;

/** Which verdicts began these threads, and whether the tags that they are on are contested now. A verdict and the thread of its reason are of one write: by the same person, at the same moment. */
export async function beginnings(ctx: ReadContext, rows: readonly Row[]): Promise<(row: Row) => Beginning> {
  const tagIds = rows.flatMap(({ tag }) => (tag ? [tag.id] : []));
  const claims = rows.flatMap(({ claim, createdBy, createdAt }) =>
    claim ? [{ reviewerId: createdBy, createdAt, claimVersion: { claimId: claim.id } }] : [],
  );
  const found =
    tagIds.length + claims.length === 0
      ? []
      : await ctx.db.review.findMany({
          where: { AND: [{ OR: [{ tagId: { in: tagIds } }, ...claims] }, visible(ctx)] },
          select: {
            ...{
              tagId: true,
              reviewerId: true,
              verdict: true,
              contentVersion: true,
              createdAt: true,
              withdrawnAt: true,
            },
            claimVersion: { select: { claimId: true } },
          },
        });
  return ({ tag, claim, createdBy, createdAt }) => {
    const on = found.filter((one) => (tag ? one.tagId === tag.id : claim && one.claimVersion?.claimId === claim.id));
    const first = on.find((one) => one.reviewerId === createdBy && one.createdAt.getTime() === createdAt.getTime());
    return {
      began: first ? { verdict: verdictOf(first.verdict), withdrawn: first.withdrawnAt !== null } : null,
      contested: tag !== null && reviewState(on, tag.contentVersion) === 'contested',
    };
  };
}
