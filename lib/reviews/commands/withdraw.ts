import { z } from 'zod';
import type { Claim } from '@/lib/claims/claim';
import { findClaim } from '@/lib/claims/queries/claims';
import { moveClaim } from '@/lib/claims/steps';
import type { ClaimAction } from '@/lib/claims/transitions';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { notFound, Refusal } from '@/lib/core/errors';
import type { Tag } from '@/lib/highlights/highlight';
import { findTag } from '@/lib/highlights/queries';
import { findProject } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { refuseVerdict } from '@/lib/rounds/steps';
import { drift } from '../approval';
import { findReview, type FoundReview } from '../queries/approval';
import { groundsFor } from '../queries/grounds';
import { reviewIds } from '../review';
import { raiseClaim, touchTags, withdrawReason } from '../steps';

const nothing = z.strictObject({});

/** Takes back verdicts on mentions that were given together: all of them, or none. */
export const withdrawReviews = command(
  { verb: 'tag.review', input: reviewIds, subject: 'project', load: findProject },
  async (ctx, { ids }, project) => {
    const reviews = await ctx.db.review.findMany({
      where: {
        AND: [
          { id: { in: ids }, reviewerId: ctx.actor.userId, withdrawnAt: null },
          { tag: { deletedAt: null, claimId: null } },
          visible(ctx),
        ],
      },
      select: { id: true, tagId: true },
    });
    if (reviews.length !== new Set(ids).size) throw notFound();
    await ctx.db.review.updateMany({ where: { id: { in: ids } }, data: { withdrawnAt: ctx.now } });
    const tagIds = [...new Set(reviews.map((review) => review.tagId!))];
    await touchTags(
      ctx,
      tagIds.map((id) => ({ id, claimId: null })),
    );
    const subject = { subjectType: 'project', subjectId: project.id, version: project.version };
    ctx.record({ type: 'review.withdrawn', ...subject, fields: tagIds });
    return { ids };
  },
);

const movedOn = () => new Refusal('not-allowed-now', 'Things have moved on since this verdict: it stays.');

async function requireLatest(ctx: WriteContext, review: FoundReview) {
  const on = review.tagId ? { tagId: review.tagId } : { claimVersion: { claimId: review.claimId! } };
  const newer = await ctx.db.review.count({
    where: {
      AND: [
        { ...on, reviewerId: ctx.actor.userId, withdrawnAt: null, id: { not: review.id } },
        { createdAt: { gte: review.at } },
        visible(ctx),
      ],
    },
  });
  if (newer) throw new Refusal('not-allowed-now', 'You have given another verdict since: take that back first.');
}

const decisive = ['claim.rejected', 'claim.sent-back', 'claim.submitted', 'claim.reopened', 'claim.saved'];

/** What taking a verdict on a claim back does to the claim; null when it stays where it is. */
async function undoing(ctx: WriteContext, claim: Claim, review: FoundReview): Promise<ClaimAction | null> {
  if (review.verdict === 'accept') {
    const { now, accepts } = await groundsFor(ctx, claim);
    const decided = claim.status === 'approved' || claim.status === 'stale';
    const short = accepts.length === 0 || drift(now, accepts) === 'go-stale';
    return decided && short ? 'withdraw' : null;
  }
  // Approved in spite of it: it stood as dissent, which its author withdraws at any time.
  if (claim.status === 'approved' || claim.status === 'stale') return null;
  const last = await ctx.db.event.findFirst({
    where: { AND: [{ subjectId: claim.id, type: { in: decisive } }, visible(ctx)] },
    orderBy: { seq: 'desc' },
    select: { actorId: true, at: true },
  });
  if (last?.actorId !== ctx.actor.userId || last.at.toISOString() !== review.at) throw movedOn();
  return 'withdraw';
}

async function withdrawFromClaim(ctx: WriteContext, claim: Claim, review: FoundReview) {
  await refuseVerdict(ctx, claim.id);
  const action = await undoing(ctx, claim, review);
  const version = action ? await moveClaim(ctx, claim, action) : await raiseClaim(ctx, claim);
  ctx.record({ type: 'review.withdrawn', subjectType: 'claim', subjectId: claim.id, version });
  await withdrawReason(ctx, { type: 'claim', id: claim.id }, review.at);
}

async function withdrawFromTag(ctx: WriteContext, tag: Tag, review: FoundReview) {
  await touchTags(ctx, [{ id: tag.id, claimId: tag.claim?.id ?? null }]);
  ctx.record({ type: 'review.withdrawn', subjectType: 'tag', subjectId: tag.id, version: tag.version + 1 });
  await withdrawReason(ctx, { type: 'tag', id: tag.id }, review.at);
}

/** Takes one's own latest verdict back, and the thread that its reason opened unless somebody answered there. */
export const withdrawReview = command(
  { verb: 'review.withdraw', input: nothing, subject: 'review', load: findReview, ifMatch: true },
  async (ctx, _, review) => {
    if (review.taken) throw movedOn();
    await requireLatest(ctx, review);
    const tag = review.tagId ? await findTag(ctx, review.tagId) : null;
    const claim = review.claimId ? await findClaim(ctx, review.claimId) : null;
    await ctx.db.review.update({ where: { id: review.id }, data: { withdrawnAt: ctx.now } });
    if (tag) await withdrawFromTag(ctx, tag, review);
    if (claim) await withdrawFromClaim(ctx, claim, review);
    return async () => ({
      id: review.id,
      tag: tag && (await findTag(ctx, tag.id)),
      claim: claim && (await findClaim(ctx, claim.id)),
    });
  },
);
