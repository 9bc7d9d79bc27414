import { z } from 'zod';
import { command } from '@/lib/core/command';
import { Refusal } from '@/lib/core/errors';
import { words } from '@/lib/core/words';
import { AT_ONCE, exportInput, isJob, type ExportJob, type MadeExport } from './export';
import { findExportJob, findMaking } from './queries/export-jobs';
import { findExport } from './queries/exports';
import { openAsked, requireChanges } from './queries/since';
import { openExport } from './queries/snapshot';
import { addExport, addPart, beginJob, makeFile, type Made } from './steps/make-export';
import { keepStock } from './steps/proof';

/** Makes an export at once, where there are few claims; else begins a job. `most` is how many are few. */
export const makingExport = (most: number) =>
  command(
    {
      verb: 'export.make',
      input: exportInput,
      subject: 'project',
      load: async (_, id) => ({ id }),
      status: (body: MadeExport | ExportJob) => (isJob(body) ? 202 : 201),
    },
    async (ctx, { format, filter: { since, ...narrowed } = {}, marking, ceiling }): Promise<MadeExport | ExportJob> => {
      if (since) requireChanges(format);
      const filter = { ...narrowed, ...(marking ? { marking } : {}), ...(ceiling ? { ceiling } : {}) };
      const asked = { format, filter: { ...filter, ...(since ? { since } : {}) } };
      // What changed is found by reading all that there is.
      const { size } = await openExport(ctx, ctx.projectId, filter);
      const later = size.claims + size.leftOut > most;
      const id = await beginJob(ctx, { ...asked, total: size.claims }, later);
      if (later) return findExportJob(ctx, id);
      const opened = await openAsked(ctx, ctx.projectId, asked.filter, { keep: keepStock(ctx, id) });
      await addExport(ctx, { id, format }, await makeFile(ctx, opened, format, addPart(ctx, id)));
      return findExport(ctx, id);
    },
  );
export const makeExport = makingExport(AT_ONCE);

const failing = z.strictObject({ attempt: z.int32(), why: words(1000) });

/** Ends a job that came to nothing, and says why. For jobs alone. */
export const failExport = command(
  { verb: 'export.make', input: failing, subject: 'export_job', load: findMaking },
  async (ctx, { attempt, why }, job) => {
    const where = { id: job.id, attempt, state: 'running' };
    const ended = { state: 'failed', failure: why, endedAt: ctx.now };
    const { count } = await ctx.db.exportJob.updateMany({ where, data: ended });
    if (count > 0) ctx.record({ type: 'export.failed', subjectType: 'export', subjectId: job.id, version: 1 });
    return {};
  },
);

/**
 * Ends the making of an export before it is there. What was written of it is thrown away by whichever server looks next; the one that
 * is at it notices with the next that it writes. Stopping again changes nothing.
 */
export const stopExport = command(
  { verb: 'export.stop', input: z.strictObject({}), subject: 'export_job', load: findMaking },
  async (ctx, _, { id, state }) => {
    if (state === 'stopped') return findExportJob(ctx, id);
    const where = { id, state: { in: ['waiting', 'running'] } };
    const ended = { state: 'stopped', stoppedBy: ctx.actor.userId, leaseUntil: ctx.now, endedAt: ctx.now };
    const { count } = await ctx.db.exportJob.updateMany({ where, data: ended });
    if (count === 0) throw new Refusal('not-allowed-now', state === 'failed' ? FAILED : MADE, { missing: [] });
    ctx.record({ type: 'export.stopped', subjectType: 'export', subjectId: id, version: 1 });
    return findExportJob(ctx, id);
  },
);
const MADE = 'The export is made already: it stands in the list, and can be downloaded.';
const FAILED = 'The export has ended by itself: it could not be made.';

const finishing = z.strictObject({ attempt: z.int32(), made: z.custom<Made>() });

/** Ends a job whose parts are all there: from here on the export is one like any other. For jobs alone. */
export const finishExport = command(
  { verb: 'export.make', input: finishing, subject: 'export_job', load: findMaking },
  async (ctx, { attempt, made }, job) => {
    const where = { id: job.id, attempt, state: 'running' };
    const ended = { state: 'done', claims: made.manifest.counts.claims, leaseUntil: null, endedAt: ctx.now };
    const { count } = await ctx.db.exportJob.updateMany({ where, data: ended });
    if (count === 0) throw new Refusal('not-allowed-now', 'Another server is at it.', { missing: [] });
    await addExport(ctx, job, made);
    return {};
  },
);
