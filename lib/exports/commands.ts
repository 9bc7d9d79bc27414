import { command } from '@/lib/core/command';
import type { ExportFile } from '@/lib/formats/export';
import { bytesOf, manifestOf } from '@/lib/formats/manifest';
import { finished } from '@/lib/formats/source';
import { exportInput } from './export';
import type { ExportFormat } from './export-formats';
import { findExport } from './queries/exports';
import { openAsked, requireChanges, sha256 } from './queries/since';
import { keepStock, provenRow } from './steps/proof';
import { zipFiles } from './steps/zip-files';
import { writers, zipName, zipped } from './writers';

/** One file to hand out: the writer's own, or its several in a zip. */
const asOne = async (format: ExportFormat, files: ExportFile[]): Promise<ExportFile> =>
  zipped.has(format) ? zipFiles(zipName(format), files) : files[0]!;

export const makeExport = command(
  { verb: 'export.make', input: exportInput, subject: 'project', load: async (_, id) => ({ id }), status: 201 },
  async (ctx, { format, filter = {}, marking }) => {
    if (filter.since) requireChanges(format);
    const opened = await openAsked(ctx, ctx.projectId, { ...filter, ...(marking ? { marking } : {}) });
    const { source, leftOut, counts } = opened;
    const files: ExportFile[] = [];
    for await (const one of writers[format](source)) files.push(await finished(one));
    const { name: fileName, contentType, ...file } = await asOne(format, files);
    const content = Uint8Array.from(bytesOf({ name: fileName, contentType, ...file }));
    const manifest = manifestOf({ schema: source.meta.schema, counts: await counts(), leftOut }, files, sha256);
    const made = { fileName, contentType, bytes: content.length, sha256: sha256(content) };
    const row = await provenRow(ctx, opened, { format, manifest, file: made });
    await ctx.db.export.create({ data: { ...row, content } });
    await keepStock(ctx, row.id, opened);
    ctx.record({ type: 'export.made', subjectType: 'export', subjectId: row.id, version: 1 });
    return findExport(ctx, row.id);
  },
);
