import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import type { Person } from '@/lib/core/words';
import { inPublic } from '@/lib/core/db';
import { oneOf } from '@/lib/entities/queries';
import { dissentCount } from '@/lib/formats/export';
import { sayLost, tallyOf } from '@/lib/formats/losses';
import { orderedLeftOut } from '@/lib/formats/order';
import {
  manifestFileOf,
  manifestName,
  writeManifest,
  type KeptManifest,
  type ManifestFile,
} from '@/lib/formats/manifest-file';
import { sampleOf } from '@/lib/formats/sample';
import { all } from '@/lib/formats/source';
import { quotedTags } from '@/lib/highlights/queries';
import { peopleOf } from '@/lib/members/queries';
import type { changesView, exportList, filePreviewFilter, FilePreview, MadeExport, previewFilter } from '../export';
import type { ExportFormat } from '../export-formats';
import { lost, sayKeptBack, sayUnmarked } from '../lost';
import { writers } from '../writers';
import { openParts } from './parts';
import { openAsked, requireChanges } from './since';

const fields = {
  id: true,
  projectId: true,
  format: true,
  filter: true,
  fileName: true,
  contentType: true,
  sha256: true,
  manifest: true,
  headSeq: true,
  headHash: true,
  createdBy: true,
  createdAt: true,
} as const;
type Row = {
  id: string;
  projectId: string;
  format: string;
  filter: unknown;
  fileName: string;
  contentType: string;
  sha256: string;
  manifest: unknown;
  headSeq: bigint;
  headHash: Uint8Array;
  createdBy: string;
  createdAt: Date;
};

const exportOf = (row: Row, who: (id: string) => Person): MadeExport => ({
  id: row.id,
  projectId: row.projectId,
  format: row.format as ExportFormat,
  filter: row.filter as MadeExport['filter'],
  fileName: row.fileName,
  contentType: row.contentType,
  sha256: row.sha256,
  log: { seq: Number(row.headSeq), hash: Buffer.from(row.headHash).toString('hex') },
  manifest: row.manifest as MadeExport['manifest'],
  creator: who(row.createdBy),
  createdAt: row.createdAt.toISOString(),
});

const SHOWN = 500; // claims that a screen lists of each kind
const SAMPLED = 1000; // claims that a preview of a file is made from, where there are more

/** The manifest that travels with an export, made of its row. */
export const manifestIn = ({ id, format, fileName, contentType, sha256, ...row }: Row): ManifestFile =>
  manifestFileOf({
    ...{ id, format, fileName, contentType, sha256, filter: row.filter as object },
    ...{ seq: Number(row.headSeq), hash: Buffer.from(row.headHash).toString('hex'), at: row.createdAt.toISOString() },
    manifest: row.manifest as KeptManifest,
  });

type Narrowed = Omit<z.output<typeof filePreviewFilter>, 'format'>;
const filterOf = ({ claim, ...filter }: Narrowed) => ({ ...filter, ...(claim ? { claimIds: [claim] } : {}) });

/** What would be in an export made now, and what would not: the first of each, and how many there are. */
export async function previewExport(ctx: ReadContext, projectId: string, filter: z.output<typeof previewFilter> = {}) {
  const { source, size, leftOut, changes } = await openAsked(ctx, projectId, filterOf(filter), { most: SHOWN });
  const claims = await all(source.claims());
  return {
    counts: size,
    claims: claims.map((claim) => ({
      id: claim.id,
      statement: claim.statement,
      citations: claim.citations.length,
      dissent: dissentCount(claim),
      openQuestions: claim.openQuestions.length,
    })),
    leftOut: orderedLeftOut(await leftOut(SHOWN)).map((one) => ({ ...one, why: [...one.why] })),
    changes: changes as z.output<typeof changesView> | null,
  };
}

/** Accepted citations of these claims whose words are gone from their article: no format holds them. */
async function orphansOf(ctx: ReadContext, projectId: string, claimIds: string[]): Promise<number> {
  const tags = await inPublic(ctx, () => quotedTags(ctx, projectId, { claim: oneOf(claimIds) }));
  return tags.filter(({ reviewState, highlight }) => reviewState === 'accepted' && highlight.orphaned !== null).length;
}

/** The first lines of a file if it were made now, and what of these very claims it has no place for. */
export async function previewFile(
  ctx: ReadContext,
  projectId: string,
  { format, ...filter }: z.output<typeof filePreviewFilter>,
): Promise<FilePreview> {
  if (filter.since) requireChanges(format);
  const { source, size, changes, keptBack } = await openAsked(ctx, projectId, filterOf(filter), { most: SAMPLED });
  const claims = await all(source.claims());
  const orphans = await orphansOf(
    ctx,
    projectId,
    claims.map(({ id }) => id),
  );
  const gone = orphans === 1 ? '1 accepted citation whose words are' : `${orphans} accepted citations whose words are`;
  return {
    sampled: size.claims > SAMPLED ? SAMPLED : null,
    files: claims.length || changes ? await sampleOf(writers[format], source) : [],
    loses: [
      ...sayUnmarked(format, source.meta.marking),
      ...sayKeptBack(format, keptBack()),
      ...sayLost(lost[format], tallyOf(claims)),
      ...(orphans ? [`${gone} gone from the article: no format holds them.`] : []),
    ],
  };
}

export async function listExports(ctx: ReadContext, projectId: string, query: z.output<typeof exportList>) {
  const after = afterOf(query.cursor, isMoment);
  const rows = await ctx.db.export.findMany({
    where: {
      projectId,
      ...(after
        ? {
            OR: [
              { createdAt: { lt: new Date(after.value) } },
              { createdAt: new Date(after.value), id: { lt: after.id } },
            ],
          }
        : {}),
    },
    select: fields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: query.limit + 1,
  });
  const who = await peopleOf(ctx, projectId);
  return pageOf(
    rows,
    query.limit,
    (row) => exportOf(row, who),
    (row) => [row.createdAt.toISOString(), row.id],
  );
}

/** One export with its manifest. Throws `not-found`. */
export async function findExport(ctx: ReadContext, id: string): Promise<MadeExport> {
  const row = await ctx.db.export.findFirst({ where: { id }, select: fields });
  if (!row) throw notFound();
  return exportOf(row, await peopleOf(ctx, row.projectId));
}

/** The manifest of an export as a file. Throws `not-found`. */
export async function readManifest(ctx: ReadContext, id: string) {
  const row = await ctx.db.export.findFirst({ where: { id }, select: fields });
  if (!row) throw notFound();
  return { body: writeManifest(manifestIn(row)), fileName: manifestName(row.fileName) };
}

/** The bytes of an export at once: for what looks into small ones. Throws `not-found`. */
export async function readExport(ctx: ReadContext, id: string) {
  const { contentType, fileName, parts } = await openParts(ctx, id);
  const content: Uint8Array[] = [];
  for await (const part of parts()) content.push(part);
  return { content: Uint8Array.from(Buffer.concat(content)), contentType, fileName };
}
