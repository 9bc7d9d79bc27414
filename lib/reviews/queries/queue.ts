import type { z } from 'zod';
import { claimsById } from '@/lib/claims/queries/claims';
import { restingIds } from '@/lib/claims/queries/resting';
import type { ReadContext } from '@/lib/core/context';
import { afterOf, isMoment, pageOf, type After } from '@/lib/core/page';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { quotedTags } from '@/lib/highlights/queries';
import { roleIn } from '@/lib/members/queries';
import { may, visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import { holds } from '../approval';
import type { Queue, queueFilter } from '../review';
import { approvalsNeeded, groundsOf } from './grounds';
import { isFree, rankOf, sampled } from './serving';
import { approvalsIn } from './approval';

type Filter = z.output<typeof queueFilter>;

/** Mentions of one group that are shown at once; the rest comes when these have been accepted. */
const SHOWN = 100;

/**
 * Every tag of the project with the verdicts that stand on it, as rows `t` with its highlight `h`: the rule of `standing`
 * in agreement/standing.ts, said in SQL so that a queue of a hundred thousand tags is counted where it lies.
 */
export function tagsWithVerdicts(
  ctx: ReadContext,
  projectId: string,
  { authorId, articleId }: Filter,
  joined = Prisma.empty,
): Prisma.Sql {
  const { in: projects } = visible(ctx).projectId;
  const seen = (table: string) => Prisma.sql`${Prisma.raw(table)}.project_id = ANY (${projects}::uuid[])`;
  return Prisma.sql`FROM tag t
    JOIN highlight h ON h.id = t.highlight_id AND h.deleted_at IS NULL AND ${seen('h')}
    JOIN article a ON a.id = h.article_id AND a.deleted_at IS NULL
    LEFT JOIN (
      SELECT tag_id, bool_or(verdict = 'accept') AS yes, bool_or(verdict <> 'accept') AS no,
        bool_or(reviewer_id = ${ctx.actor.userId}::uuid) AS mine,
        array_agg(reviewer_id ORDER BY reviewer_id) FILTER (WHERE verdict <> 'accept') AS against
      FROM (
        SELECT DISTINCT ON (r.tag_id, r.reviewer_id) r.tag_id, r.reviewer_id, r.verdict
        FROM review r JOIN tag rt ON rt.id = r.tag_id
        WHERE r.project_id = ${projectId}::uuid AND ${seen('r')} AND r.withdrawn_at IS NULL AND r.content_version = rt.content_version
        ORDER BY r.tag_id, r.reviewer_id, r.created_at DESC, r.id DESC
      ) latest GROUP BY tag_id
    ) v ON v.tag_id = t.id
    ${joined}
    WHERE t.project_id = ${projectId}::uuid AND ${seen('t')} AND t.deleted_at IS NULL
      ${authorId ? Prisma.sql`AND t.author_id = ${authorId}::uuid` : Prisma.empty}
      ${articleId ? Prisma.sql`AND h.article_id = ${articleId}::uuid` : Prisma.empty}`;
}

/** By a colleague, and nobody has spoken yet, or two contradict each other and a third has not. */
const waits = (userId: string) =>
  Prisma.sql`t.author_id <> ${userId}::uuid AND (v.tag_id IS NULL OR (v.yes AND v.no AND NOT v.mine))`;
/** Nobody has spoken on it as it is now, or two contradict each other. */
export const UNSETTLED = Prisma.sql`(v.tag_id IS NULL OR (v.yes AND v.no))`;
const sentBack = (authorId: string) => Prisma.sql`t.author_id = ${authorId}::uuid AND v.no`;
const undecided = (authorId: string) => Prisma.sql`t.author_id = ${authorId}::uuid AND ${UNSETTLED}`;

type Counts = { mentions: number; citations: number; mine: number; waiting: number };

async function countTags(ctx: ReadContext, projectId: string, filter: Filter): Promise<Counts> {
  const { userId } = ctx.actor;
  const whose = filter.authorId ?? userId;
  const [row] = await ctx.db.$queryRaw<Counts[]>`SELECT
    count(*) FILTER (WHERE t.entity_id IS NOT NULL AND ${waits(userId)})::int AS mentions,
    count(*) FILTER (WHERE t.claim_id IS NOT NULL AND ${waits(userId)})::int AS citations,
    count(*) FILTER (WHERE ${sentBack(whose)})::int AS mine,
    count(*) FILTER (WHERE ${undecided(whose)})::int AS waiting
    ${tagsWithVerdicts(ctx, projectId, filter)}`;
  return row!;
}

/** Tags by id with their quotes, in the order of the ids. */
async function quotedInOrder(ctx: ReadContext, projectId: string, ids: string[]): Promise<QuotedTag[]> {
  const tags = new Map((await quotedTags(ctx, projectId, { id: { in: ids } })).map((tag) => [tag.id, tag]));
  return ids.flatMap((id) => tags.get(id) ?? []);
}

const isPlace = (value: string) => /^\d{1,4} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} \d{1,7}$/.test(value);

/** Tags one by one: by what is asked for first, then in reading order, article by article, each from its beginning. */
async function tagPage(ctx: ReadContext, projectId: string, filter: Filter, which: Prisma.Sql) {
  const after = afterOf(filter.cursor, isPlace);
  const [rank, article, start] = after?.value.split(' ') ?? [];
  const ranked = rankOf(ctx, filter.order);
  const past =
    after &&
    Prisma.sql`AND (${ranked}, h.article_id, h.start, t.id) > (${Number(rank)}::int, ${article}::uuid, ${Number(start)}::int, ${after.id}::uuid)`;
  const rows = await ctx.db.$queryRaw<{ id: string; rank: number; articleId: string; start: number }[]>`
    SELECT t.id, ${ranked} AS rank, h.article_id AS "articleId", h.start
    ${tagsWithVerdicts(ctx, projectId, filter)} AND ${which} ${past ?? Prisma.empty}
    ORDER BY 2, h.article_id, h.start, t.id LIMIT ${filter.limit + 1}`;
  const page = pageOf(
    rows,
    filter.limit,
    (row) => row.id,
    (row) => [`${row.rank} ${row.articleId} ${row.start}`, row.id],
  );
  return { tags: await quotedInOrder(ctx, projectId, page.items), nextCursor: page.nextCursor };
}

/** Mentions of a merged entity are its survivor's. */
const ENTITY = Prisma.sql`JOIN entity e ON e.id = t.entity_id`;

type Group = { entityId: string; spelling: string; hash: string; total: number; ids: string[] };

/** Mentions by entity and spelling. */
async function groupPage(ctx: ReadContext, projectId: string, filter: Filter) {
  const after = afterOf(filter.cursor, (value) => /^[0-9a-f]{32}$/.test(value));
  const past =
    after && Prisma.sql`AND (coalesce(e.survivor_id, e.id), md5(h.quote)) > (${after.id}::uuid, ${after.value})`;
  const rows = await ctx.db.$queryRaw<Group[]>`
    SELECT coalesce(e.survivor_id, e.id) AS "entityId", h.quote AS spelling, md5(h.quote) AS hash, count(*)::int AS total,
      (array_agg(t.id ORDER BY h.article_id, h.start, t.id))[1:${SHOWN}::int] AS ids
    ${tagsWithVerdicts(ctx, projectId, filter, ENTITY)} AND ${waits(ctx.actor.userId)} AND ${sampled(ctx, projectId, filter, 'entity_id')}
      ${past ?? Prisma.empty}
    GROUP BY 1, h.quote ORDER BY 1, md5(h.quote) LIMIT ${filter.limit + 1}`;
  const page = pageOf(
    rows,
    filter.limit,
    (row) => row,
    (row) => [row.hash, row.entityId],
  );
  const ids = page.items.flatMap((group) => group.ids);
  const tags = new Map((await quotedInOrder(ctx, projectId, ids)).map((tag) => [tag.id, tag]));
  const groups = page.items.map(({ spelling, total, ids }) => {
    const own = ids.flatMap((id) => tags.get(id) ?? []);
    return { spelling, entity: own[0]!.entity!, total, tags: own };
  });
  return { groups, nextCursor: page.nextCursor };
}

/** The claims that wait for the actor's verdict, the longest waiting first: in review or stale, and not their own. */
async function waitingClaims(ctx: ReadContext, projectId: string): Promise<{ id: string; updatedAt: Date }[]> {
  const { userId } = ctx.actor;
  if (may({ userId, role: roleIn(ctx, projectId) }, 'claim.review') !== true) return [];
  const accepts = { reviewerId: userId, verdict: 'accept' as const, withdrawnAt: null, ...visible(ctx) };
  const rows = await ctx.db.claim.findMany({
    where: {
      projectId,
      deletedAt: null,
      status: { in: ['inReview', 'stale'] },
      createdBy: { not: userId },
      current: { authorId: { not: userId } },
    },
    select: { id: true, updatedAt: true, current: { select: { reviews: { where: accepts, select: { id: true } } } } },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
  });
  const spoken = rows.filter((row) => row.current.reviews.length > 0).map((row) => row.id);
  const grounds = await groundsOf(ctx, await claimsById(ctx, spoken));
  const accepted = ({ id }: { id: string }) => {
    const { now, accepts = [] } = grounds.get(id) ?? {};
    return accepts.some((accept) => accept.reviewerId === userId && now !== undefined && holds(accept, now));
  };
  return rows.filter((row) => !accepted(row));
}

async function claimPage(ctx: ReadContext, waiting: { id: string; updatedAt: Date }[], filter: Filter) {
  const after = afterOf(filter.cursor, isMoment);
  const past = ({ id, updatedAt }: { id: string; updatedAt: Date }, { value, id: last }: After) =>
    updatedAt.toISOString() > value || (updatedAt.toISOString() === value && id > last);
  const page = pageOf(
    after ? waiting.filter((row) => past(row, after)) : waiting,
    filter.limit,
    (row) => row.id,
    (row) => [row.updatedAt.toISOString(), row.id],
  );
  const claims = await claimsById(ctx, page.items);
  const approvals = [...(await groundsOf(ctx, claims))].map(([claimId, grounds]) => {
    const given = approvalsIn(grounds).length;
    return { claimId, given, lapsed: grounds.accepts.length - given };
  });
  return { claims, approvals, nextCursor: page.nextCursor };
}

/** Somebody's claims that a reviewer sent back, the latest first. */
async function sentBackClaims(ctx: ReadContext, projectId: string, userId: string): Promise<string[]> {
  const sent = { verdict: 'needsWork' as const, withdrawnAt: null, ...visible(ctx) };
  const rows = await ctx.db.claim.findMany({
    where: {
      projectId,
      deletedAt: null,
      status: 'draft',
      OR: [{ createdBy: userId }, { current: { authorId: userId } }],
      current: { reviews: { some: sent } },
    },
    select: { id: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map((row) => row.id);
}

/** What waits for the actor in a project: counts of everything, and a page of one kind. Throws `not-found`. */
export async function findReviewQueue(ctx: ReadContext, projectId: string, filter: Filter): Promise<Queue> {
  roleIn(ctx, projectId);
  const waiting = await waitingClaims(ctx, projectId);
  const { userId } = ctx.actor;
  const whose = filter.authorId ?? userId;
  const back = await sentBackClaims(ctx, projectId, whose);
  const resting = filter.rests && (await restingIds(ctx, projectId, filter.rests));
  const tags = await countTags(ctx, projectId, filter);
  const counts = { ...tags, claims: waiting.length, mine: tags.mine + back.length };
  const needed = await approvalsNeeded(ctx, projectId);
  const empty: Queue = { counts, groups: [], tags: [], claims: [], approvals: [], needed, nextCursor: null };
  switch (filter.kind) {
    case 'mentions':
      return { ...empty, ...(await groupPage(ctx, projectId, filter)) };
    case 'citations': {
      const drawn = Prisma.sql`${sampled(ctx, projectId, filter, 'claim_id')} AND ${isFree(ctx, filter)}`;
      const which = Prisma.sql`t.claim_id IS NOT NULL AND ${waits(userId)} AND ${drawn}`;
      return { ...empty, ...(await tagPage(ctx, projectId, filter, which)) };
    }
    case 'claims':
      return {
        ...empty,
        ...(await claimPage(ctx, resting ? waiting.filter(({ id }) => resting.has(id)) : waiting, filter)),
      };
    case 'mine': {
      const claims = filter.cursor ? [] : await claimsById(ctx, back);
      return { ...empty, claims, ...(await tagPage(ctx, projectId, filter, sentBack(whose))) };
    }
    case 'waiting':
      return { ...empty, ...(await tagPage(ctx, projectId, filter, undecided(whose))) };
  }
}
