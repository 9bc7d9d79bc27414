import type { ReadContext, WriteContext } from '@/lib/core/context';
import type { Manifest } from '@/lib/formats/manifest';
import { manifestOf } from '@/lib/formats/manifest';
import type { ExportFormat } from '../export-formats';
import { saidOf } from '../lost';
import type { OpenAsked } from '../queries/since';
import { fileInParts, type Keep } from './file-parts';
import { provenOf, signed, type Proven } from './proof';

type Asked = { format: string; filter: unknown };

/** Where the log ended when the claims were read. Hexadecimal and decimal, so that it can be handed on as JSON. */
async function readHead({ db }: ReadContext, projectId: string) {
  const select = { headSeq: true, headHash: true };
  const { headSeq, headHash } = await db.project.findUniqueOrThrow({ where: { id: projectId }, select });
  return { seq: `${headSeq}`, hash: Buffer.from(headHash).toString('hex') };
}

/** What there is to know of a file that was made, its bytes aside. */
export interface Made {
  fileName: string;
  contentType: string;
  sha256: string;
  manifest: Manifest & Proven;
  filter: object;
  head: Awaited<ReturnType<typeof readHead>>;
  /** Whom it calls “Protected source 1”, 2 and so on. */
  protectedIds: readonly string[];
}

/** Writes the file of an export, part by part, and reads all that vouches for it in the same state of the project. */
export async function makeFile(ctx: ReadContext, opened: OpenAsked, format: ExportFormat, keep: Keep): Promise<Made> {
  const { source, counts, leftOut, filter } = opened;
  const { files, bytes, ...file } = await fileInParts(format, source, keep);
  const told = { schema: source.meta.schema, counts: await counts(), leftOut: await leftOut() };
  const manifest = { ...manifestOf(told, files), ...(await provenOf(ctx, opened, bytes)), ...saidOf(format, opened) };
  const head = await readHead(ctx, source.meta.project.id);
  return { ...file, manifest, filter, head, protectedIds: opened.met };
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

/** The row of an export whose parts are there, signed where the server has a key: what was kept of each claim with them is its own from here on. */
export async function addExport(ctx: WriteContext, { id, format }: { id: string; format: string }, made: Made) {
  const { fileName, contentType, sha256, filter, head, protectedIds } = made;
  const row = { id, format, filter: JSON.parse(JSON.stringify(filter)) as object, fileName, contentType, sha256 };
  await ctx.db.export.create({
    data: {
      ...row,
      projectId: ctx.projectId,
      manifest: signed(ctx, row, made),
      headSeq: BigInt(head.seq),
      headHash: Uint8Array.from(Buffer.from(head.hash, 'hex')),
      protectedIds: [...protectedIds],
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  ctx.record({ type: 'export.made', subjectType: 'export', subjectId: id, version: 1 });
}
