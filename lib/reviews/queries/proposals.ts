import { findClaim } from '@/lib/claims/queries/claims';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { findTag } from '@/lib/highlights/queries';
import { visible } from '@/lib/permissions';

/** A verdict that proposes a fix, with what the fix is for: those who may answer it are its author, creator or writer. Throws `not-found`. */
export async function findProposal(ctx: ReadContext, id: string) {
  const row = await ctx.db.review.findFirst({
    where: { AND: [{ id, withdrawnAt: null }, visible(ctx)] },
    include: { tag: { select: { contentVersion: true } }, claimVersion: { select: { claimId: true, number: true } } },
  });
  if (!row || row.proposal === null) throw notFound();
  const tag = row.tagId ? await findTag(ctx, row.tagId) : null;
  const claim = row.claimVersion && (await findClaim(ctx, row.claimVersion.claimId));
  return {
    id,
    proposal: row.proposal,
    by: row.reviewerId,
    at: row.createdAt.toISOString(),
    tag,
    claim,
    ...(tag ? { author: tag.author } : { creator: claim!.creator, writer: claim!.writer }),
    // Whether it says what it said when the fix was proposed.
    onThis: tag ? row.contentVersion === row.tag!.contentVersion : row.claimVersion!.number === claim!.wording,
    version: (tag ?? claim)!.version,
  };
}
export type FoundProposal = Awaited<ReturnType<typeof findProposal>>;
