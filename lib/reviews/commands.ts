import { z } from 'zod';
import { moveClaim, requireClaim } from '@/lib/claims/steps';
import type { ClaimAction } from '@/lib/claims/transitions';
import type { Claim } from '@/lib/claims/claim';
import { findClaim } from '@/lib/claims/queries/claims';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, notFound, Refusal } from '@/lib/core/errors';
import { requireEntities } from '@/lib/entities/steps';
import { kindProblems, type Tag } from '@/lib/highlights/highlight';
import { findTag } from '@/lib/highlights/queries';
import { findProject, peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { drift, missingFor } from './approval';
import { basisOf, type Basis } from './basis';
import { approvalsIn, claimReviewOf, findReview, type FoundReview } from './queries/approval';
import { approvalsNeeded, groundsOf } from './queries/grounds';
import { bulkReviewInput, reviewIds, reviewInput, type ReviewedTags } from './review';
import { basisHash, openReason, touchTags, withdrawReason } from './steps';

const nothing = z.strictObject({});
type Input = z.output<typeof reviewInput>;
const stored = (verdict: Input['verdict']) => (verdict === 'needs-work' ? ('needsWork' as const) : verdict);
const tagEvents = { accept: 'tag.accepted', reject: 'tag.rejected', 'needs-work': 'tag.sent-back' } as const;

/** A proposal must be one that the author could save as it is. */
async function requireProposal(ctx: WriteContext, tag: Tag, proposal: NonNullable<Input['proposal']>) {
  const wrong = kindProblems(Boolean(tag.entity), proposal);
  if (wrong.length) throw invalid(wrong.map(({ path, message }) => ({ path: `proposal.${path}`, message })));
  const { entityId, speakerId, claimId } = proposal;
  await requireEntities(ctx, { 'proposal.entityId': entityId, 'proposal.speakerId': speakerId });
  if (claimId) await requireClaim(ctx, claimId, 'proposal.claimId');
}

/** A colleague's verdict on a tag, on the version that was seen. A reason against it opens a thread on the tag. */
export const reviewTag = command(
  { verb: 'tag.review', input: reviewInput, subject: 'tag', load: findTag, ifMatch: true, status: 201 },
  async (ctx, { verdict, reason, proposal }, tag) => {
    if (proposal) await requireProposal(ctx, tag, proposal);
    const { id } = await ctx.db.review.create({
      data: {
        projectId: ctx.projectId,
        tagId: tag.id,
        tagVersion: tag.version,
        authorId: tag.author.id,
        reviewerId: ctx.actor.userId,
        verdict: stored(verdict),
        reason: reason ?? null,
        ...(proposal ? { proposal: JSON.parse(JSON.stringify(proposal)) as Prisma.InputJsonObject } : {}),
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await touchTags(ctx, [{ id: tag.id, claimId: tag.claim?.id ?? null }]);
    ctx.record({ type: tagEvents[verdict], subjectType: 'tag', subjectId: tag.id, version: tag.version + 1 });
    if (verdict !== 'accept') await openReason(ctx, { type: 'tag', id: tag.id }, reason);
    return async () => {
      const after = await findTag(ctx, tag.id);
      return { ...after, review: after.reviews.find((review) => review.id === id)! };
    };
  },
);

type Asked = z.output<typeof bulkReviewInput>['tags'];
type Problem = ReviewedTags['problems'][number];

/** The tags to accept together, and what keeps the others out. */
async function sorted(ctx: WriteContext, asked: Asked) {
  const versions = new Map(asked.map((tag) => [tag.id, tag.version]));
  const tags = await ctx.db.tag.findMany({
    where: {
      AND: [
        { id: { in: [...versions.keys()] }, projectId: ctx.projectId, deletedAt: null },
        { highlight: { deletedAt: null, article: { deletedAt: null } } },
        visible(ctx),
      ],
    },
    select: { id: true, authorId: true, claimId: true, version: true },
    orderBy: { id: 'asc' },
  });
  const found = new Map(tags.map((tag) => [tag.id, tag]));
  const problemOf = (id: string): Omit<Problem, 'tagId'> | null => {
    const tag = found.get(id);
    if (!tag) return { code: 'not-found', title: 'This tag is not there any more.' };
    if (tag.authorId === ctx.actor.userId) return { code: 'own-work', title: 'Nobody reviews their own work.' };
    if (tag.claimId) return { code: 'not-allowed-now', title: 'Citations are reviewed one by one.' };
    return tag.version === versions.get(id)
      ? null
      : { code: 'stale', title: 'Somebody changed this since you saw it.' };
  };
  const problems = [...versions.keys()].flatMap((tagId) => {
    const problem = problemOf(tagId);
    return problem ? [{ tagId, ...problem }] : [];
  });
  const refused = new Set(problems.map((problem) => problem.tagId));
  return { accepted: tags.filter((tag) => !refused.has(tag.id)), problems };
}

/** Accepts mentions together, after a look at them: each that can be; the others are answered with their reasons. */
export const reviewTags = command(
  { verb: 'tag.review', input: bulkReviewInput, subject: 'project', load: findProject },
  async (ctx, { tags: asked }, project): Promise<ReviewedTags> => {
    const { accepted, problems } = await sorted(ctx, asked);
    if (accepted.length === 0) return { accepted: [], problems };
    const reviews = await ctx.db.review.createManyAndReturn({
      data: accepted.map((tag) => ({
        projectId: ctx.projectId,
        tagId: tag.id,
        tagVersion: tag.version,
        authorId: tag.authorId,
        reviewerId: ctx.actor.userId,
        verdict: 'accept' as const,
        createdAt: ctx.now,
      })),
      select: { id: true, tagId: true, tagVersion: true },
    });
    await touchTags(ctx, accepted);
    const fields = accepted.map((tag) => tag.id);
    const subject = { subjectType: 'project', subjectId: project.id, version: project.version };
    ctx.record({ type: 'tag.accepted', ...subject, fields });
    return {
      accepted: reviews.map((review) => ({
        tagId: review.tagId!,
        reviewId: review.id,
        version: review.tagVersion! + 1,
      })),
      problems,
    };
  },
);

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

async function addClaimReview(ctx: WriteContext, claim: Claim, { verdict, reason }: Input, basis: Basis | null) {
  return ctx.db.review.create({
    data: {
      projectId: ctx.projectId,
      claimVersionId: claim.claimVersionId,
      authorId: claim.writer.id,
      creatorId: claim.creator.id,
      reviewerId: ctx.actor.userId,
      verdict: stored(verdict),
      reason: reason ?? null,
      ...(basis ? { basis: basis as unknown as Prisma.InputJsonObject, basisHash: basisHash(basis) } : {}),
      createdAt: ctx.now,
    },
    include: { claimVersion: { select: { claimId: true, number: true } } },
  });
}

/** Accepting a claim version is approving it, once enough reviewers have. Answers the review. */
async function acceptClaim(ctx: WriteContext, claim: Claim, input: Input) {
  const { now, accepts } = (await groundsOf(ctx, [claim])).get(claim.id)!;
  const missing = missingFor({ userId: ctx.actor.userId, reviews: true }, now, accepts);
  const own = missing.find((one) => one.code.startsWith('own-'));
  if (own) throw new Refusal('own-work', own.words);
  if (missing.length)
    throw new Refusal('not-allowed-now', `This claim cannot be approved yet. ${missing[0]!.words}`, { missing });
  const needed = await approvalsNeeded(ctx, ctx.projectId);
  const review = await addClaimReview(ctx, claim, input, basisOf(now, needed));
  const after = (await groundsOf(ctx, [claim])).get(claim.id)!;
  const enough = approvalsIn(after).length >= needed;
  const version = enough ? await moveClaim(ctx, claim, 'approve') : await stay(ctx, claim);
  const type = enough ? 'claim.approved' : 'claim.accepted';
  ctx.record({ type, subjectType: 'claim', subjectId: claim.id, version });
  return review;
}

/** A verdict that does not move the claim changes it all the same: others see another version. */
async function stay(ctx: WriteContext, claim: Claim): Promise<number> {
  const version = claim.version + 1;
  await ctx.db.claim.update({ where: { id: claim.id }, data: { version, updatedAt: ctx.now } });
  return version;
}

/** Rejects a claim, or sends it back. Its reason opens a thread on the claim. */
async function refuseClaim(ctx: WriteContext, claim: Claim, input: Input) {
  const [action, type] =
    input.verdict === 'reject' ? (['reject', 'claim.rejected'] as const) : (['send-back', 'claim.sent-back'] as const);
  const version = await moveClaim(ctx, claim, action);
  const review = await addClaimReview(ctx, claim, input, null);
  ctx.record({ type, subjectType: 'claim', subjectId: claim.id, version });
  await openReason(ctx, { type: 'claim', id: claim.id }, input.reason);
  return review;
}

/** A reviewer's verdict on a claim version. On a stale claim accept says "still holds", needs-work sends it back. */
export const reviewClaim = command(
  { verb: 'claim.review', input: reviewInput, subject: 'claim', load: findClaim, ifMatch: true, status: 201 },
  async (ctx, input, claim) => {
    if (input.proposal) throw invalid([{ path: 'proposal', message: 'A claim is changed by editing it.' }]);
    const review = await (input.verdict === 'accept' ? acceptClaim : refuseClaim)(ctx, claim, input);
    const who = await peopleOf(ctx, ctx.projectId);
    return async () => ({ ...(await findClaim(ctx, claim.id)), review: claimReviewOf(review, who) });
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
    const { now, accepts } = (await groundsOf(ctx, [claim])).get(claim.id)!;
    const decided = claim.status === 'approved' || claim.status === 'stale';
    const short = accepts.length === 0 || drift(now, accepts) === 'go-stale';
    return decided && short ? 'withdraw' : null;
  }
  const last = await ctx.db.event.findFirst({
    where: { AND: [{ subjectId: claim.id, type: { in: decisive } }, visible(ctx)] },
    orderBy: { seq: 'desc' },
    select: { actorId: true, at: true },
  });
  if (last?.actorId !== ctx.actor.userId || last.at.toISOString() !== review.at) throw movedOn();
  return 'withdraw';
}

async function withdrawFromClaim(ctx: WriteContext, claim: Claim, review: FoundReview) {
  const action = await undoing(ctx, claim, review);
  const version = action ? await moveClaim(ctx, claim, action) : await stay(ctx, claim);
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
