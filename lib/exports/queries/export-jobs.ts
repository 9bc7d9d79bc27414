import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import type { Person } from '@/lib/core/words';
import { peopleOf } from '@/lib/members/queries';
import type { exportJobs, ExportJob } from '../export';

const fields = {
  ...{ id: true, projectId: true, format: true, filter: true, state: true, claims: true, total: true, failure: true },
  ...{ attempt: true, stoppedBy: true, createdBy: true, createdAt: true },
} as const;
type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

const rowOf = (ctx: ReadContext, id: string) => ctx.db.exportJob.findFirst({ where: { id }, select: fields });

const jobOf = (row: Row, who: (id: string) => Person): ExportJob => ({
  id: row.id,
  format: row.format as ExportJob['format'],
  state: row.state as ExportJob['state'],
  claims: row.claims,
  total: row.total,
  failure: row.failure,
  stoppedBy: row.stoppedBy === null ? null : who(row.stoppedBy),
  exportId: row.state === 'done' ? row.id : null,
  creator: who(row.createdBy),
  createdAt: row.createdAt.toISOString(),
});

/** How far the making of an export is. Throws `not-found`. */
export async function findExportJob(ctx: ReadContext, id: string): Promise<ExportJob> {
  const row = await rowOf(ctx, id);
  if (!row) throw notFound();
  return jobOf(row, await peopleOf(ctx, row.projectId));
}

/** The same with what its making needs. Throws `not-found`. */
export async function findMaking(ctx: ReadContext, id: string) {
  const row = await rowOf(ctx, id);
  if (!row) throw notFound();
  return { ...row, authorId: row.createdBy };
}

const DAY = 24 * 60 * 60 * 1000; // ms that what came to nothing is shown

/** Exports that are being made, and those that failed or were stopped since yesterday; the newest first. */
export async function listExportJobs(ctx: ReadContext, projectId: string): Promise<z.output<typeof exportJobs>> {
  const since = new Date(Date.now() - DAY);
  const rows = await ctx.db.exportJob.findMany({
    where: {
      projectId,
      OR: [{ state: { in: ['waiting', 'running'] } }, { state: { in: ['failed', 'stopped'] }, endedAt: { gt: since } }],
    },
    select: fields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
  });
  const who = await peopleOf(ctx, projectId);
  return { items: rows.map((row) => jobOf(row, who)), nextCursor: null };
}
