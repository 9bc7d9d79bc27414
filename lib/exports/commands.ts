import { createHash } from 'node:crypto';
import { command } from '@/lib/core/command';
import { writeCsv } from '@/lib/formats/csv';
import type { ExportFile, ExportSnapshot, Written } from '@/lib/formats/export';
import { writeHtml } from '@/lib/formats/html';
import { writeJson } from '@/lib/formats/json';
import { bytesOf, manifestOf } from '@/lib/formats/manifest';
import { writeMarkdown } from '@/lib/formats/markdown';
import { exportInput, type ExportFormat } from './export';
import { findExport } from './queries/exports';
import { takeSnapshot } from './queries/snapshot';
import { zipFiles } from './steps/zip-files';

const writers: Record<ExportFormat, (snapshot: ExportSnapshot) => Written> = {
  json: writeJson,
  csv: writeCsv,
  markdown: writeMarkdown,
  html: writeHtml,
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** One file to hand out: the writer's own, or its several in a zip. */
const asOne = async (files: ExportFile[]): Promise<ExportFile> =>
  files.length === 1 ? files[0]! : zipFiles('claims.zip', files);

export const makeExport = command(
  { verb: 'export.make', input: exportInput, subject: 'project', load: async (_, id) => ({ id }), status: 201 },
  async (ctx, { format, filter = {} }) => {
    const snapshot = await takeSnapshot(ctx, ctx.projectId, filter);
    const { files } = writers[format](snapshot);
    const file = await asOne(files);
    const content = Uint8Array.from(bytesOf(file));
    const manifest = manifestOf(snapshot, files, sha256);
    const head = await ctx.db.project.findUniqueOrThrow({
      where: { id: ctx.projectId },
      select: { headSeq: true, headHash: true },
    });
    const { id } = await ctx.db.export.create({
      data: {
        projectId: ctx.projectId,
        format,
        filter,
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
