import { createHash } from 'node:crypto';
import { command } from '@/lib/core/command';
import type { ExportFile } from '@/lib/formats/export';
import { bytesOf, manifestOf } from '@/lib/formats/manifest';
import { finished } from '@/lib/formats/source';
import { exportInput } from './export';
import type { ExportFormat } from './export-formats';
import { findExport } from './queries/exports';
import { openExport } from './queries/snapshot';
import { saidOf } from './lost';
import { zipFiles } from './steps/zip-files';
import { writers, zipName, zipped } from './writers';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** One file to hand out: the writer's own, or its several in a zip. */
const asOne = async (format: ExportFormat, files: ExportFile[]): Promise<ExportFile> =>
  zipped.has(format) ? zipFiles(zipName(format), files) : files[0]!;

export const makeExport = command(
  { verb: 'export.make', input: exportInput, subject: 'project', load: async (_, id) => ({ id }), status: 201 },
  async (ctx, { format, filter = {}, marking, ceiling }) => {
    const opened = await openExport(ctx, ctx.projectId, { ...filter, marking, ceiling });
    const { source, leftOut, counts } = opened;
    const files: ExportFile[] = [];
    for await (const one of writers[format](source)) files.push(await finished(one));
    const file = await asOne(format, files);
    const content = Uint8Array.from(bytesOf(file));
    const manifest = {
      ...manifestOf({ schema: source.meta.schema, counts: await counts(), leftOut }, files, sha256),
      ...saidOf(format, opened),
    };
    const head = await ctx.db.project.findUniqueOrThrow({
      where: { id: ctx.projectId },
      select: { headSeq: true, headHash: true },
    });
    const { id } = await ctx.db.export.create({
      data: {
        projectId: ctx.projectId,
        format,
        filter: { ...filter, ...(marking ? { marking } : {}), ...(ceiling ? { ceiling } : {}) },
        fileName: file.name,
        contentType: file.contentType,
        content,
        sha256: sha256(content),
        manifest: JSON.parse(JSON.stringify(manifest)) as object,
        ...head,
        createdBy: ctx.actor.userId,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    ctx.record({ type: 'export.made', subjectType: 'export', subjectId: id, version: 1 });
    return findExport(ctx, id);
  },
);
