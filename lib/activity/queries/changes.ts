import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { invalid } from '@/lib/core/errors';
import { roleIn } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import { cursorAt, placeOf, type changesFilter } from '../activity';
import { eventOf, type EventRow } from '../queries';

type Told = EventRow & { told: bigint };

/**
 * What changed after a cursor, in the order in which it could be seen. Numbers are given under the project's lock, so whatever is
 * committed later has a higher one; what a reveal shows stands where the reveal does, before it. Throws `invalid` for a cursor
 * that reaches further than this log.
 */
export async function listChanges(
  ctx: ReadContext,
  projectId: string,
  { after, limit }: z.output<typeof changesFilter>,
) {
  roleIn(ctx, projectId);
  const projects = visible(ctx).projectId.in;
  const mine = Prisma.sql`e.project_id = ${projectId}::uuid AND e.project_id = ANY (${projects}::uuid[])`;
  const fields = Prisma.sql`e.seq, e.type, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.version,
    e.actor_id AS "actorId", e.at, e.fields`;
  if (after === 'now') {
    const [last] = await ctx.db.$queryRaw<{ seq: bigint }[]>`
      SELECT e.seq FROM event e WHERE ${mine} ORDER BY e.seq DESC LIMIT 1`;
    return { items: [], cursor: cursorAt({ told: Number(last?.seq ?? 0), seq: Number(last?.seq ?? 0) }), more: false };
  }
  const { told, seq } = after === undefined ? { told: 0, seq: 0 } : placeOf(after);
  const rows = await ctx.db.$queryRaw<Told[]>`
    (SELECT ${fields}, e.seq AS told FROM event e WHERE ${mine} AND e.shown_seq IS NULL AND e.seq >= ${told}::bigint
      AND (e.seq, e.seq) > (${told}::bigint, ${seq}::bigint) ORDER BY e.seq LIMIT ${limit + 1})
    UNION ALL
    (SELECT ${fields}, e.shown_seq FROM event e WHERE ${mine} AND (e.shown_seq, e.seq) > (${told}::bigint, ${seq}::bigint)
      ORDER BY e.shown_seq, e.seq LIMIT ${limit + 1})
    ORDER BY told, seq LIMIT ${limit + 1}`;
  if (rows.length === 0 && told > 0) await withinLog(ctx, projectId, told);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ told: _, ...event }) => eventOf(event)),
    cursor: cursorAt(last ? { told: Number(last.told), seq: Number(last.seq) } : { told, seq }),
    more: rows.length > limit,
  };
}

/** A cursor beyond the log is of another: of a database that was put back since. */
async function withinLog(ctx: ReadContext, projectId: string, told: number): Promise<void> {
  const project = await ctx.db.project.findUnique({ where: { id: projectId }, select: { headSeq: true } });
  if (project && told > Number(project.headSeq))
    throw invalid([{ path: 'after', message: 'This cursor is of another log. Begin anew without one.' }]);
}
