import type { ReadContext, WriteContext } from '@/lib/core/context';
import { manifestOf, type Manifest } from '@/lib/formats/manifest';
import type { ExportFormat } from '../export-formats';
import type { OpenExport } from '../queries/snapshot';
import { writers } from '../writers';
import { fileInParts, type Keep } from './file-parts';

type Asked = { format: string; filter: unknown };

/** Where the log ended when the claims were read. Hexadecimal and decimal, so that it can be handed on as JSON. */
export async function readHead({ db }: ReadContext, projectId: string) {
  const select = { headSeq: true, headHash: true };
  const { headSeq, headHash } = await db.project.findUniqueOrThrow({ where: { id: projectId }, select });
  return { seq: `${headSeq}`, hash: Buffer.from(headHash).toString('hex') };
}

/** What there is to know of a file that was made, its bytes aside. */
export interface Made {
  fileName: string;
  contentType: string;
  sha256: string;
  manifest: Manifest;
  head: Awaited<ReturnType<typeof readHead>>;
}

/** Writes the file of an export, part by part. */
export async function makeFile(
  { source, counts, leftOut }: OpenExport,
  format: ExportFormat,
  head: Made['head'],
  keep: Keep,
): Promise<Made> {
  const { files, ...file } = await fileInParts(format, writers[format](source), keep);
  const told = { schema: source.meta.schema, counts: await counts(), leftOut: await leftOut() };
  return { ...file, manifest: manifestOf(told, files), head };
}

/** The row of an export's making: to be taken up by a server, or done with this write. */
export async function beginJob(ctx: WriteContext, { total, ...asked }: Asked & { total: number }, later: boolean) {
  const done = later ? {} : { state: 'done', claims: total, endedAt: ctx.now };
  const { id } = await ctx.db.exportJob.create({
    data: {
      projectId: ctx.projectId,
      ...{ format: asked.format, filter: asked.filter as object, total },
      ...done,
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  return id;
}

export const addPart =
  ({ db, projectId }: WriteContext, exportId: string): Keep =>
  async (number, content) =>
    void (await db.exportPart.create({ data: { projectId, exportId, number, content }, select: { number: true } }));

/** The row of an export whose parts are there. */
export async function addExport(ctx: WriteContext, { id, format, filter }: Asked & { id: string }, made: Made) {
  await ctx.db.export.create({
    data: {
      id,
      projectId: ctx.projectId,
      ...{ format, filter: filter as object, fileName: made.fileName, contentType: made.contentType },
      sha256: made.sha256,
      manifest: JSON.parse(JSON.stringify(made.manifest)) as object,
      headSeq: BigInt(made.head.seq),
      headHash: Uint8Array.from(Buffer.from(made.head.hash, 'hex')),
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  ctx.record({ type: 'export.made', subjectType: 'export', subjectId: id, version: 1 });
}
