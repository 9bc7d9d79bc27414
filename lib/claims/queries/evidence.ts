import { reviewFields, reviewState } from '@/lib/agreement/standing';
import type { ReadContext } from '@/lib/core/context';
import { oneOf } from '@/lib/entities/queries';
import { deletedAmong } from '@/lib/entities/queries/deleted';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import type { Claim } from '../claim';
import { passagesOf, type CitedTag, type Passage } from '../passages';

/** A claim, or the one that it was merged into. */
export const rootFields = { select: { id: true, survivorId: true } } as const;
export const rootOf = ({ id, survivorId }: { id: string; survivorId: string | null }): string => survivorId ?? id;

/** The citations of each of these claims and of what was merged into them; see `passages.ts`. */
export async function passagesByClaim(ctx: ReadContext, claimIds: string[]): Promise<Map<string, Passage[]>> {
  const tags = await ctx.db.tag.findMany({
    where: {
      claim: oneOf(claimIds),
      deletedAt: null,
      highlight: { deletedAt: null, orphanedAt: null, article: { deletedAt: null } },
      ...visible(ctx),
    },
    select: {
      claim: rootFields,
      stance: true,
      contentVersion: true,
      createdAt: true,
      reviews: { select: reviewFields, where: { withdrawnAt: null, ...visible(ctx) } },
      highlight: { select: { articleId: true, articleVersionId: true, start: true, end: true } },
    },
  });
  const byClaim = new Map<string, CitedTag[]>(claimIds.map((id) => [id, []]));
  for (const { claim, stance, createdAt, highlight, ...tag } of tags) {
    const state = reviewState(tag.reviews, tag.contentVersion);
    byClaim.get(rootOf(claim!))!.push({ stance: stance!, reviewState: state, createdAt, place: highlight });
  }
  return new Map([...byClaim].map(([id, cited]) => [id, passagesOf(cited)]));
}

/** Comments that block these claims' approval: on their own threads, on those of their citations, and of what was merged into them. */
export const openObjections = (ctx: ReadContext, claimIds: string[]): Prisma.CommentWhereInput => ({
  blocksApproval: true,
  liftedAt: null,
  deletedAt: null,
  thread: {
    OR: [
      { claim: oneOf(claimIds) },
      {
        tag: {
          claim: oneOf(claimIds),
          deletedAt: null,
          highlight: { deletedAt: null, article: { deletedAt: null } },
        },
      },
    ],
    AND: visible(ctx),
  },
});

/** How many objections are open on each of these claims; none is absent. */
export async function objectionsByClaim(ctx: ReadContext, claimIds: string[]): Promise<Map<string, number>> {
  const open = await ctx.db.comment.groupBy({
    by: 'threadId',
    where: { ...openObjections(ctx, claimIds), ...visible(ctx) },
    _count: true,
  });
  const counts = new Map<string, number>();
  if (open.length === 0) return counts;
  const threads = await ctx.db.thread.findMany({
    where: { id: { in: open.map(({ threadId }) => threadId) }, ...visible(ctx) },
    select: { id: true, claim: rootFields, tag: { select: { claim: rootFields } } },
  });
  const claimOf = new Map(threads.map(({ id, claim, tag }) => [id, rootOf((claim ?? tag?.claim)!)]));
  for (const { threadId, _count } of open) {
    const id = claimOf.get(threadId)!;
    counts.set(id, (counts.get(id) ?? 0) + _count);
  }
  return counts;
}

/** When each claim was last approved: the latest accept that stands on any of its wordings. */
export async function approvalsByClaim(ctx: ReadContext, claimIds: string[]): Promise<Map<string, Date>> {
  if (claimIds.length === 0) return new Map();
  const accepts = await ctx.db.review.findMany({
    where: { verdict: 'accept', withdrawnAt: null, claimVersion: { claimId: { in: claimIds } }, ...visible(ctx) },
    select: { createdAt: true, claimVersion: { select: { claimId: true } } },
    orderBy: { createdAt: 'asc' },
  });
  return new Map(accepts.map((review) => [review.claimVersion!.claimId, review.createdAt]));
}

type Missing = { code: string; words: string; href: string | null };
const several = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** What others than the actor have put into a claim: what keeps its creator from deleting it. */
export async function colleaguesStakes(ctx: ReadContext, claim: Claim): Promise<Missing[]> {
  const others = { not: ctx.actor.userId };
  const cited = await ctx.db.tag.count({
    where: {
      claim: oneOf([claim.id]),
      authorId: others,
      deletedAt: null,
      highlight: { deletedAt: null },
      ...visible(ctx),
    },
  });
  const judged = await ctx.db.assessment.count({
    where: { claim: oneOf([claim.id]), analystId: others, ...visible(ctx) },
  });
  const href = `/projects/${claim.projectId}/claims/${claim.id}`;
  return [
    ...(claim.status === 'approved' ? [{ code: 'approved', words: 'It is approved.', href }] : []),
    ...(cited
      ? [{ code: 'citations', words: several(cited, 'citation by a colleague', 'citations by colleagues'), href }]
      : []),
    ...(judged
      ? [
          {
            code: 'assessments',
            words: several(judged, 'assessment by a colleague', 'assessments by colleagues'),
            href,
          },
        ]
      : []),
  ];
}

/** Entities that a claim's structure names and that were deleted since. */
export function deletedNames(ctx: ReadContext, { structure }: Claim): Promise<Missing[]> {
  const named = [structure.subject, structure.object, structure.place].flatMap((entity) => (entity ? [entity.id] : []));
  return deletedAmong(ctx, { id: { in: named } });
}
