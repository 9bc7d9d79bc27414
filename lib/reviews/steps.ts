import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { storedStatus } from '@/lib/claims/status';
import { claimsById } from '@/lib/claims/queries/claims';
import { requireTransition, touchClaims } from '@/lib/claims/steps';
import type { Recorded, WriteContext } from '@/lib/core/context';
import { inPublic } from '@/lib/core/db';
import { naming, oneOf } from '@/lib/entities/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { documentOf } from '@/lib/threads/body';
import { findThread } from '@/lib/threads/queries';
import { addCommentRow, startThreadRow, touchThread } from '@/lib/threads/steps';
import { waitingClaims } from '@/lib/rounds/queries';
import { drift } from './approval';
import type { Basis } from './basis';
import { groundsOf } from './queries/grounds';

type Subject = { type: 'tag' | 'claim'; id: string };
const UUID = /^[0-9a-f]{8}-/i;

/** SHA-256, hex, over the claim version and the citations that an approval rests on, as canonical JSON (RFC 8785). */
export function basisHash({ wording, citations }: Basis): string {
  const rests = canonicalize({ claimVersionId: wording.claimVersionId, citations });
  return createHash('sha256').update(rests!, 'utf8').digest('hex');
}

/** A reviewer's reason opens a thread on what was reviewed, as its first comment. */
export async function openReason(ctx: WriteContext, subject: Subject, reason: string | null | undefined) {
  if (reason) await startThreadRow(ctx, subject, { doc: documentOf({ text: reason }), blocksApproval: false });
}

/** Takes back the thread that a verdict's reason opened, unless somebody answered in it. */
export async function withdrawReason(ctx: WriteContext, subject: Subject, at: string): Promise<void> {
  const made = await reasonThread(ctx, subject, ctx.actor.userId, at);
  if (!made) return;
  const thread = await findThread(ctx, made.id);
  const [first, ...others] = thread.comments;
  if (!first || first.blocksApproval || others.some((comment) => !comment.deleted)) return;
  const deleted = { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: first.version + 1 };
  await ctx.db.comment.updateMany({ where: { id: first.id, deletedAt: null }, data: deleted });
  ctx.record({ type: 'comment.deleted', subjectType: 'comment', subjectId: first.id, version: first.version + 1 });
  const version = thread.version + 1;
  const closed = { outcome: 'withdrawn' as const, closedBy: ctx.actor.userId, closedAt: ctx.now };
  await ctx.db.thread.update({ where: { id: thread.id }, data: { ...closed, updatedAt: ctx.now, version } });
  ctx.record({ type: 'thread.closed', subjectType: 'thread', subjectId: thread.id, version, fields: ['outcome'] });
}

/** Verdicts on these tags came or went: other versions than those that were seen, and so are the claims they cite. */
export async function touchTags(ctx: WriteContext, tags: { id: string; claimId: string | null }[]): Promise<void> {
  await ctx.db.tag.updateMany({
    where: { id: { in: tags.map((tag) => tag.id) } },
    data: { version: { increment: 1 } },
  });
  await touchClaims(
    ctx,
    tags.map((tag) => tag.claimId),
  );
}

type Judgeable = { id: string; version: number; authorId: string; claimId: string | null };

/**
 * Verdicts of the actor on several tags of others, in one go; a rejection's reason opens its thread. Says nothing to the log: the caller
 * does. Answers the verdicts' ids by tag.
 */
export async function giveVerdicts(
  ctx: WriteContext,
  given: readonly { tag: Judgeable; accept: boolean }[],
  reason: string | null,
): Promise<Map<string, string>> {
  if (given.length === 0) return new Map();
  const reviews = await ctx.db.review.createManyAndReturn({
    data: given.map(({ tag, accept }) => ({
      projectId: ctx.projectId,
      tagId: tag.id,
      tagVersion: tag.version,
      authorId: tag.authorId,
      reviewerId: ctx.actor.userId,
      verdict: accept ? ('accept' as const) : ('reject' as const),
      reason: accept ? null : reason,
      createdAt: ctx.now,
    })),
    select: { id: true, tagId: true },
  });
  await touchTags(
    ctx,
    given.map(({ tag }) => tag),
  );
  for (const { tag, accept } of given) if (!accept) await openReason(ctx, { type: 'tag', id: tag.id }, reason);
  return new Map(reviews.map((review) => [review.tagId!, review.id]));
}

/** Takes verdicts on tags back, whoever gave them, and the threads that one's own reasons opened. Says nothing to the log. */
export async function dropVerdicts(ctx: WriteContext, reviewIds: string[]): Promise<void> {
  const reviews = await ctx.db.review.findMany({
    where: { AND: [{ id: { in: reviewIds }, withdrawnAt: null, tagId: { not: null } }, visible(ctx)] },
    select: {
      ...{ id: true, tagId: true, createdAt: true, verdict: true },
      tag: { select: { id: true, claimId: true, deletedAt: true, highlight: { select: { deletedAt: true } } } },
    },
  });
  await ctx.db.review.updateMany({
    where: { id: { in: reviews.map(({ id }) => id) } },
    data: { withdrawnAt: ctx.now },
  });
  await touchTags(
    ctx,
    reviews.flatMap(({ tag }) => tag ?? []),
  );
  // What was said of a tag that is gone rests with it.
  const there = reviews.filter(({ tag }) => tag && !tag.deletedAt && !tag.highlight.deletedAt);
  for (const { tagId, createdAt, verdict } of there)
    if (verdict !== 'accept') await withdrawReason(ctx, { type: 'tag', id: tagId! }, createdAt.toISOString());
}

/** What was said of a claim leaves it where it is, and changes it all the same: others see another version. */
export async function raiseClaim(ctx: WriteContext, claim: { id: string; version: number }): Promise<number> {
  const version = claim.version + 1;
  await ctx.db.claim.update({ where: { id: claim.id }, data: { version, updatedAt: ctx.now } });
  return version;
}

/** The thread that a verdict's reason opened, if it is open still: it was made in the same write, by the same person. */
const reasonThread = (ctx: WriteContext, { type, id }: Subject, by: string, at: string) =>
  ctx.db.thread.findFirst({
    where: {
      AND: [{ [type === 'tag' ? 'tagId' : 'claimId']: id, createdBy: by, createdAt: at, outcome: null }, visible(ctx)],
    },
    select: { id: true },
  });

/** Answers a reviewer's reason where it was given, or in a thread of its own. */
export async function answerReason(
  ctx: WriteContext,
  subject: Subject,
  review: { by: string; at: string },
  words: string,
): Promise<void> {
  const made = await reasonThread(ctx, subject, review.by, review.at);
  if (!made) return openReason(ctx, subject, words);
  await addCommentRow(ctx, await findThread(ctx, made.id), {
    doc: documentOf({ text: words }),
    blocksApproval: false,
  });
  await touchThread(ctx, made.id);
}

const restsOn = (tagId: string): Prisma.ClaimWhereInput => ({
  versions: { some: { reviews: { some: { basis: { path: ['citations'], array_contains: [{ tagId }] } } } } },
});

/** Claims that cite such a tag, themselves or through what was merged into them. */
function cited(where: Prisma.TagWhereInput): Prisma.ClaimWhereInput {
  const one = { citations: { some: where } };
  return { OR: [one, { absorbed: { some: one } }] };
}

/** Claims whose approvals name one of these tags. */
async function restingOn(ctx: WriteContext, tagIds: string[]): Promise<Prisma.ClaimWhereInput> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`SELECT DISTINCT v.claim_id AS id FROM review r
    JOIN claim_version v ON v.id = r.claim_version_id, jsonb_array_elements(r.basis->'citations') c
    WHERE r.project_id = ${ctx.projectId}::uuid AND r.basis IS NOT NULL AND c->>'tagId' = ANY (${tagIds})`;
  return { id: { in: rows.map(({ id }) => id) } };
}

/** The same for a write on many things of one article, which names them in its fields. */
async function unsettledByMany(ctx: WriteContext, { type, fields = [] }: Recorded): Promise<Prisma.ClaimWhereInput> {
  const ids = fields.filter((field) => UUID.test(field));
  if (type.startsWith('highlights.')) return cited({ highlightId: { in: ids } });
  const citing = cited({ id: { in: ids } });
  return fields.includes('claimId') ? { OR: [citing, await restingOn(ctx, ids)] } : citing;
}

/** A reveal: the claims that were judged, and those that tags on what was read cite, or cited when they were approved. */
async function unsettledByReveal(ctx: WriteContext, roundId: string): Promise<Prisma.ClaimWhereInput> {
  const items = { roundItems: { some: { roundId } } };
  const where = { highlight: { article: items } };
  const tags = await ctx.db.tag.findMany({ where: { AND: [where, visible(ctx)] }, select: { id: true } });
  const here = { OR: [items, { absorbed: { some: items } }] };
  return { OR: [here, cited(where), await restingOn(ctx, idsOf(tags))] };
}

/** Which claims an event may have unsettled, as a filter; null when none. */
function unsettledBy({ type, subjectType, subjectId, fields = [] }: Recorded): Prisma.ClaimWhereInput | null {
  switch (subjectType) {
    case 'claim':
      return { id: subjectId };
    case 'entity':
      // Merged, or freed from a merge: what names it means somebody else now.
      if (!/^entity\./.test(type)) return null; // mentions that were accepted together: no claim rests on them
      return { OR: [{ current: naming(subjectId) }, cited({ speaker: oneOf([subjectId]) })] };
    case 'tag':
      // A citation that now cites another claim is missed by the approvals that name it.
      return fields.includes('claimId')
        ? { OR: [cited({ id: subjectId }), restsOn(subjectId)] }
        : cited({ id: subjectId });
    case 'highlight':
      return cited({ highlightId: subjectId });
    case 'article':
      return cited({ highlight: { articleId: subjectId } });
    case 'comment': {
      const said = { comments: { some: { id: subjectId } } };
      if (!fields.includes('blocksApproval')) return null;
      const here = { threads: { some: said } };
      return { OR: [here, { absorbed: { some: here } }, cited(here)] };
    }
    default:
      return null;
  }
}

/**
 * Looks again at the approvals that an event may have touched: an approved claim that lost what it rested on becomes
 * stale, a stale one that has all of it again is approved again.
 */
export async function recheckApprovals(ctx: WriteContext, event: Recorded): Promise<void> {
  if (event.citesNothing) return;
  const many = /^(tags|highlights)\./.test(event.type);
  const where =
    event.type === 'round.revealed'
      ? await unsettledByReveal(ctx, event.subjectId)
      : many
        ? await unsettledByMany(ctx, event)
        : unsettledBy(event);
  if (!where) return;
  const rows = await ctx.db.claim.findMany({
    where: { AND: [{ projectId: ctx.projectId, status: { in: ['approved', 'stale'] }, deletedAt: null }, where] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  if (rows.length === 0) return;
  const claims = await claimsById(
    ctx,
    rows.map((row) => row.id),
  );
  // Others see what becomes of a claim: it must not tell them of what is hidden, nor be brought back because what spoke against it is.
  const grounds = await inPublic(ctx, () => groundsOf(ctx, claims));
  const going = (action: 'go-stale' | 'recover') =>
    claims.filter((claim) => drift(grounds.get(claim.id)!.now, grounds.get(claim.id)!.accepts) === action);
  const stale = going('go-stale');
  const back = going('recover');
  const waiting = stale.length + back.length ? await waitingClaims(ctx, idsOf([...stale, ...back])) : [];
  const judged = new Set(waiting.flatMap((one) => (one.judged ? [one.claimId] : [])));
  const held = new Set(waiting.map((one) => one.claimId));
  await move(
    ctx,
    stale.filter(({ id }) => !judged.has(id)),
    'go-stale',
  );
  await move(
    ctx,
    back.filter(({ id }) => !held.has(id)),
    'recover',
  );
}

const idsOf = (claims: { id: string }[]) => claims.map(({ id }) => id);

type Moved = Awaited<ReturnType<typeof claimsById>>;
async function move(ctx: WriteContext, claims: Moved, action: 'go-stale' | 'recover') {
  if (claims.length === 0) return;
  const status = storedStatus(requireTransition(claims[0]!.status, action));
  await ctx.db.claim.updateMany({
    where: { id: { in: claims.map((claim) => claim.id) } },
    data: { status, version: { increment: 1 }, updatedAt: ctx.now },
  });
  for (const { id, version } of claims)
    ctx.record({
      type: action === 'go-stale' ? 'claim.went-stale' : 'claim.recovered',
      subjectType: 'claim',
      subjectId: id,
      version: version + 1,
    });
}
