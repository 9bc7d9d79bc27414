import type { ReadContext } from '@/lib/core/context';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import { queueFilter } from '../review';
import { tagsWithVerdicts, UNSETTLED } from './queue';

/** What the queue shows of one member's work: `waiting` and `mine`, with who spoke against it. */
export interface OfAuthor {
  readonly userId: string;
  readonly waiting: number;
  readonly sentBack: number;
  readonly against: string[];
}

type Row = { userId: string; against: string[] | null; waiting: number; sentBack: number };

/** Tags by whoever made them: not judged yet, or sent back and by whom. Of everybody, or of one member. */
async function tagsByAuthor(ctx: ReadContext, projectId: string, authorId?: string): Promise<Row[]> {
  const filter = queueFilter.parse(authorId ? { authorId } : {});
  return ctx.db.$queryRaw<
    Row[]
  >`SELECT t.author_id AS "userId", v.against, count(*) FILTER (WHERE ${UNSETTLED})::int AS waiting,
    count(*) FILTER (WHERE v.no)::int AS "sentBack" ${tagsWithVerdicts(ctx, projectId, filter)} GROUP BY 1, 2`;
}

/** Claims that a reviewer sent back, for whoever made them and for whoever worded them. */
async function claimsByAuthor(ctx: ReadContext, projectId: string, authorId?: string): Promise<Row[]> {
  return ctx.db.$queryRaw<
    Row[]
  >`SELECT a.id AS "userId", array_agg(DISTINCT r.reviewer_id) AS against, 0 AS waiting, count(DISTINCT c.id)::int AS "sentBack"
    FROM claim c JOIN claim_version w ON w.claim_id = c.id AND w.number = c.wording
    JOIN review r ON r.claim_version_id = w.id AND r.verdict = 'needs-work' AND r.withdrawn_at IS NULL
      AND r.project_id = ANY (${visible(ctx).projectId.in}::uuid[])
    CROSS JOIN LATERAL (VALUES (c.created_by), (w.author_id)) AS a(id)
    WHERE c.project_id = ${projectId}::uuid AND c.deleted_at IS NULL AND c.status = 'draft'
      ${authorId ? Prisma.sql`AND a.id = ${authorId}::uuid` : Prisma.empty} GROUP BY 1`;
}

/** Whose work waits for a verdict, and whose was sent back: the lengths of the queue's lists, of everybody or of one member. */
export async function countByAuthor(ctx: ReadContext, projectId: string, authorId?: string): Promise<OfAuthor[]> {
  const rows = [...(await tagsByAuthor(ctx, projectId, authorId)), ...(await claimsByAuthor(ctx, projectId, authorId))];
  const authors = [...new Set(rows.map(({ userId }) => userId))];
  return authors.map((userId) => {
    const own = rows.filter((row) => row.userId === userId);
    return {
      userId,
      waiting: own.reduce((sum, { waiting }) => sum + waiting, 0),
      sentBack: own.reduce((sum, { sentBack }) => sum + sentBack, 0),
      against: [...new Set(own.flatMap(({ against }) => against ?? []))],
    };
  });
}
