import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { afterOf, isMoment, pageOf, type After } from '@/lib/core/page';
import { literally } from '@/lib/entities/queries';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import { claimStatuses, type claimFilter, type ClaimStatus } from '../claim';
import { claimsById } from './claims';
import { claimsResting } from './resting';

type Filter = z.output<typeof claimFilter>;
type Row = { id: string; key: string };

const moment = (column: Prisma.Sql) => ({
  by: Prisma.sql`${column} DESC, c.id DESC`,
  key: Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  past: ({ value, id }: After) => Prisma.sql`(${column}, c.id) < (${value}::timestamptz, ${id}::uuid)`,
});
const orders = {
  updated: moment(Prisma.sql`c.updated_at`),
  added: moment(Prisma.sql`c.created_at`),
  statement: {
    by: Prisma.sql`w.statement, w.claim_id`,
    key: Prisma.sql`w.statement`,
    past: ({ value, id }: After) => Prisma.sql`(w.statement, w.claim_id) > (${value}, ${id}::uuid)`,
  },
};

/** Wordings that name an entity, or one that was merged into it: each column by its own index. */
function naming(id: string): Prisma.Sql {
  const ids = Prisma.sql`(SELECT e.id FROM entity e WHERE e.id = ${id}::uuid OR e.survivor_id = ${id}::uuid)`;
  return Prisma.sql`w.id IN (SELECT id FROM claim_version WHERE subject_id IN ${ids}
    UNION ALL SELECT id FROM claim_version WHERE object_id IN ${ids}
    UNION ALL SELECT id FROM claim_version WHERE place_id IN ${ids})`;
}

function judgedBy(ctx: ReadContext): Prisma.Sql {
  const { in: projects } = visible(ctx).projectId;
  return Prisma.sql`EXISTS (SELECT FROM assessment s WHERE s.claim_id = c.id AND s.analyst_id = ${ctx.actor.userId}::uuid
    AND s.project_id = ANY (${projects}::uuid[]))`;
}

/** Wordings with something in them are named one by one up to so many. */
const FEW = 2000;

/** That a statement holds these words, to the letter but for their case. */
async function holding({ db }: ReadContext, projectId: string, words: string): Promise<Prisma.Sql> {
  const pattern = `%${literally(words)}%`;
  const [answer] = await db.$queryRaw<
    { ids: string[] | null }[]
  >`SELECT wordings_like(${projectId}::uuid, ${pattern}, ${FEW}::int) AS ids`;
  if (!answer!.ids) return Prisma.sql`lower(w.statement) LIKE lower(${pattern})`;
  return Prisma.sql`w.id = ANY (${answer!.ids}::uuid[])`;
}

async function matching(
  ctx: ReadContext,
  projectId: string,
  { status, entityId, mine, creatorId, q, rests }: Filter,
): Promise<Prisma.Sql[]> {
  const words = q?.trim();
  const mines = {
    created: () => Prisma.sql`c.created_by = ${ctx.actor.userId}::uuid`,
    assessed: () => judgedBy(ctx),
    'not-assessed': () => Prisma.sql`NOT ${judgedBy(ctx)}`,
  };
  return [
    // Of both: the order by statement is that of an index on a project's wordings.
    Prisma.sql`c.project_id = ${projectId}::uuid AND w.project_id = ${projectId}::uuid AND c.deleted_at IS NULL`,
    ...(status ? [Prisma.sql`c.status = ${status}::claim_status`] : []),
    ...(entityId ? [naming(entityId)] : []),
    ...(mine ? [mines[mine]()] : []),
    ...(creatorId ? [Prisma.sql`c.created_by = ${creatorId}::uuid`] : []),
    ...(words ? [await holding(ctx, projectId, words)] : []),
    ...(rests ? [Prisma.sql`c.id IN (${claimsResting(ctx, projectId, rests)})`] : []),
  ];
}

/** How many claims of a project have each status. */
export async function countStatuses({ db }: ReadContext, projectId: string): Promise<Record<ClaimStatus, number>> {
  const rows = await db.$queryRaw<
    { status: ClaimStatus; n: number }[]
  >`SELECT status::text AS status, count(*)::int AS n
    FROM claim WHERE project_id = ${projectId}::uuid AND deleted_at IS NULL GROUP BY 1`;
  const found = new Map(rows.map(({ status, n }) => [status, n]));
  return Object.fromEntries(claimStatuses.map((status) => [status, found.get(status) ?? 0])) as Record<
    ClaimStatus,
    number
  >;
}

/** Claims in review by whoever made them: of everybody or of one member. */
export const countInReview = ({ db }: ReadContext, projectId: string, creatorId?: string) =>
  db.$queryRaw<{ userId: string; n: number }[]>`SELECT created_by AS "userId", count(*)::int AS n FROM claim
    WHERE project_id = ${projectId}::uuid AND deleted_at IS NULL AND status = 'in-review'
      ${creatorId ? Prisma.sql`AND created_by = ${creatorId}::uuid` : Prisma.empty} GROUP BY 1`;

/** A page of the project's claims. */
export async function listClaims(ctx: ReadContext, projectId: string, query: Filter) {
  const { by, key, past } = orders[query.sort];
  const after = afterOf(query.cursor, (value) => query.sort === 'statement' || isMoment(value));
  const where = [...(await matching(ctx, projectId, query)), ...(after ? [past(after)] : [])];
  const rows = await ctx.db.$queryRaw<Row[]>`SELECT c.id, ${key} AS key
    FROM claim c JOIN claim_version w ON w.claim_id = c.id AND w.number = c.wording
    WHERE ${Prisma.join(where, ' AND ')} ORDER BY ${by} LIMIT ${query.limit + 1}`;
  const page = pageOf(
    rows,
    query.limit,
    (row) => row.id,
    (row) => [row.key, row.id],
  );
  return { items: await claimsById(ctx, page.items), nextCursor: page.nextCursor };
}
