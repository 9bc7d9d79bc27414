import type { z } from 'zod';
import type { Claim } from '@/lib/claims/claim';
import { findClaim } from '@/lib/claims/queries/claims';
import { moveClaim, requireReworded } from '@/lib/claims/steps';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { peopleOf } from '@/lib/members/queries';
import { refuseVerdict, refuseWaiting } from '@/lib/rounds/steps';
import type { Prisma } from '@/prisma/generated/client';
import { missingFor } from '../approval';
import { basisOf, type Basis } from '../basis';
import { approvalsIn, claimReviewOf } from '../queries/approval';
import { approvalsNeeded, groundsFor } from '../queries/grounds';
import { claimReviewInput, storedVerdict } from '../review';
import { basisHash, openReason, raiseClaim } from '../steps';

type Input = z.output<typeof claimReviewInput>;

/** A proposed wording is one that the claim could be given as it is, and another than it has. */
async function requireWording(ctx: WriteContext, claim: Claim, proposal: NonNullable<Input['proposal']>) {
  const { fields } = await requireReworded(ctx, claim, proposal);
  if (fields.length === 0)
    throw invalid([{ path: 'proposal', message: 'Nothing is different from the wording as it is.' }]);
}

async function addClaimReview(
  ctx: WriteContext,
  claim: Claim,
  { verdict, reason, proposal }: Input,
  basis: Basis | null,
) {
  return ctx.db.review.create({
    data: {
      projectId: ctx.projectId,
      claimVersionId: claim.claimVersionId,
      authorId: claim.writer.id,
      creatorId: claim.creator.id,
      reviewerId: ctx.actor.userId,
      verdict: storedVerdict(verdict),
      reason: reason ?? null,
      ...(proposal ? { proposal: JSON.parse(JSON.stringify(proposal)) as Prisma.InputJsonObject } : {}),
      ...(basis ? { basis: basis as unknown as Prisma.InputJsonObject, basisHash: basisHash(basis) } : {}),
      createdAt: ctx.now,
    },
    include: { claimVersion: { select: { claimId: true, number: true } } },
  });
}

/** Accepting a claim version is approving it, once enough reviewers have. Answers the review. */
async function acceptClaim(ctx: WriteContext, claim: Claim, input: Input) {
  await refuseWaiting(ctx, claim.id);
  const { now, accepts } = await groundsFor(ctx, claim);
  const missing = missingFor({ userId: ctx.actor.userId, reviews: true }, now, accepts);
  const own = missing.find((one) => one.code.startsWith('own-'));
  if (own) throw new Refusal('own-work', own.words);
  if (missing.length)
    throw new Refusal('not-allowed-now', `This claim cannot be approved yet. ${missing[0]!.words}`, { missing });
  const needed = await approvalsNeeded(ctx, ctx.projectId);
  const review = await addClaimReview(ctx, claim, input, basisOf(now, needed));
  const after = await groundsFor(ctx, claim);
  const enough = approvalsIn(after).length >= needed;
  const version = enough ? await moveClaim(ctx, claim, 'approve') : await raiseClaim(ctx, claim);
  const type = enough ? 'claim.approved' : 'claim.accepted';
  ctx.record({ type, subjectType: 'claim', subjectId: claim.id, version });
  return review;
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
  { verb: 'claim.review', input: claimReviewInput, subject: 'claim', load: findClaim, ifMatch: true, status: 201 },
  async (ctx, input, claim) => {
    if (input.proposal) await requireWording(ctx, claim, input.proposal);
    await refuseVerdict(ctx, claim.id);
    const review = await (input.verdict === 'accept' ? acceptClaim : refuseClaim)(ctx, claim, input);
    const who = await peopleOf(ctx, ctx.projectId);
    return async () => ({ ...(await findClaim(ctx, claim.id)), review: claimReviewOf(review, who) });
  },
);
