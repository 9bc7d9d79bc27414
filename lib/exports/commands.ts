import { z } from 'zod';
import { command } from '@/lib/core/command';
import { Refusal } from '@/lib/core/errors';
import { AT_ONCE, exportInput, isJob, type ExportJob, type MadeExport } from './export';
import { findExportJob, findMaking } from './queries/export-jobs';
import { findExport } from './queries/exports';
import { openExport } from './queries/snapshot';
import { addExport, addPart, beginJob, makeFile, readHead, type Made } from './steps/make-export';

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
    async (ctx, { format, filter = {}, marking }): Promise<MadeExport | ExportJob> => {
      const asked = { format, filter: { ...filter, ...(marking ? { marking } : {}) } };
      const opened = await openExport(ctx, ctx.projectId, asked.filter);
      const later = opened.size.claims + opened.size.leftOut > most;
      const id = await beginJob(ctx, { ...asked, total: opened.size.claims }, later);
      if (later) return findExportJob(ctx, id);
      const made = await makeFile(opened, format, await readHead(ctx, ctx.projectId), addPart(ctx, id));
      await addExport(ctx, { id, ...asked }, made);
      return findExport(ctx, id);
    },
  );
export const makeExport = makingExport(AT_ONCE);

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
