import { v7 } from 'uuid';
import type { WriteContext } from '@/lib/core/context';
import { signatureOf } from '@/lib/core/signing';
import { digestOfAll } from '@/lib/formats/digest';
import type { Manifest } from '@/lib/formats/manifest';
import { manifestFileOf, signedText, type KeptManifest } from '@/lib/formats/manifest-file';
import type { ExportFormat } from '../export-formats';
import { sha256, type openAsked } from '../queries/since';
import { withdrawnBefore } from '../queries/withdrawn';

type Opened = Awaited<ReturnType<typeof openAsked>>;
type Finished = {
  format: ExportFormat;
  manifest: Manifest;
  file: { fileName: string; contentType: string; bytes: number; sha256: string };
};

/** The row of an export, its content apart: what it was made from, where the log stood, and the signature over all of it. */
export async function provenRow(ctx: WriteContext, opened: Opened, { format, manifest, file }: Finished) {
  const project = await ctx.db.project.findUniqueOrThrow({
    where: { id: ctx.projectId },
    select: { id: true, name: true, headSeq: true, headHash: true },
  });
  const { digests, filed } = await opened.stock();
  const inFile = [...digests.values()].filter(({ id }) => filed(id));
  const { bytes, ...named } = file;
  const kept: KeptManifest = {
    ...manifest,
    ...{ project: { id: project.id, name: project.name }, by: { id: ctx.actor.userId, name: ctx.actor.name }, bytes },
    claims: { count: inFile.length, sha256: digestOfAll(inFile, sha256) },
    since: opened.changes && { ...opened.changes.since, export: opened.filter.since! },
    withdrawn: await withdrawnBefore(ctx, ctx.projectId, opened.filter),
  };
  const row = { id: v7(), format, filter: JSON.parse(JSON.stringify(opened.filter)) as object, ...named };
  const log = { seq: Number(project.headSeq), hash: Buffer.from(project.headHash).toString('hex') };
  const text = signedText(manifestFileOf({ ...row, ...log, at: ctx.now.toISOString(), manifest: kept }));
  const signature = signatureOf(text);
  return {
    ...row,
    projectId: project.id,
    manifest: JSON.parse(JSON.stringify({ ...kept, ...(signature ? { signature } : {}) })) as object,
    ...{ headSeq: project.headSeq, headHash: project.headHash, createdBy: ctx.actor.userId, createdAt: ctx.now },
  };
}

const AT_ONCE = 2000; // rows

/** Keeps the digest of each claim that the export knew of: what changed since is told by them. */
export async function keepStock(ctx: WriteContext, exportId: string, opened: Opened): Promise<void> {
  const { digests, filed } = await opened.stock();
  const rows = [...digests.values()].map(({ id, version, sha256: hash, parts }) => ({
    ...{ projectId: ctx.projectId, exportId, claimId: id, wording: version },
    ...{ sha256: hash, parts, inFile: filed(id) },
  }));
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await ctx.db.exportedClaim.createMany({ data: rows.slice(at, at + AT_ONCE) });
}
