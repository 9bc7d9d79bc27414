import type { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { findTag } from '@/lib/highlights/queries';
import { requireChange } from '@/lib/highlights/steps';
import { findProject } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { refuseVerdict } from '@/lib/rounds/steps';
import type { Prisma } from '@/prisma/generated/client';
import { storedVerdict, bulkReviewInput, reviewInput, type ReviewedTags } from '../review';
import { openReason, touchTags } from '../steps';

const tagEvents = { accept: 'tag.accepted', reject: 'tag.rejected', 'needs-work': 'tag.sent-back' } as const;

/** A colleague's verdict on a tag, on the version that was seen. A reason against it opens a thread on the tag. */
export const reviewTag = command(
  { verb: 'tag.review', input: reviewInput, subject: 'tag', load: findTag, ifMatch: true, status: 201 },
  async (ctx, { verdict, reason, proposal }, tag) => {
    // A proposal is one that the author could save as it is.
    if (proposal) await requireChange(ctx, tag, proposal, 'proposal.');
    if (tag.claim) await refuseVerdict(ctx, tag.claim.id);
    const { id } = await ctx.db.review.create({
      data: {
        projectId: ctx.projectId,
        tagId: tag.id,
        tagVersion: tag.version,
        authorId: tag.author.id,
        reviewerId: ctx.actor.userId,
        verdict: storedVerdict(verdict),
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
