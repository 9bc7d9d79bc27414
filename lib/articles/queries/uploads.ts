import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import type { Prisma } from '@/prisma/generated/client';
import type { UploadKind } from '../file-kind';
import { sha256Of } from '../queries';
import { OPENING, type foundInFile, type Upload, type uploadList } from '../upload';

export type Found = z.output<typeof foundInFile>;

// Everything but the bytes and the text, which are megabytes.
export const uploadFields = {
  id: true,
  projectId: true,
  name: true,
  kind: true,
  size: true,
  sha256: true,
  url: true,
  encoding: true,
  encodingSure: true,
  found: true,
  pages: true,
  version: true,
  createdAt: true,
} as const;
type Row = Prisma.UploadGetPayload<{ select: typeof uploadFields }>;

/** The beginning of a text, never half a character. */
const openingOf = (text: string) => text.slice(0, OPENING).replace(/[\uD800-\uDBFF]$/, '');

/** Where an upload may be looked at: by whoever dropped it, until an article is made of it. */
const own = (ctx: ReadContext) => ({
  createdBy: ctx.actor.userId,
  projectId: { in: ctx.actor.projects.map((project) => project.id) },
  text: { not: null },
});

/** The living article that was read from these bytes, or whose text has this SHA-256. */
async function sameAs(ctx: ReadContext, projectId: string, bytes: string, text: string): Promise<Upload['same']> {
  const row = await ctx.db.article.findFirst({
    where: {
      projectId,
      deletedAt: null,
      OR: [{ sha256: text }, { versions: { some: { upload: { sha256: bytes } } } }],
    },
    select: { id: true, title: true },
  });
  return row && { articleId: row.id, title: row.title };
}

/** An upload as its preview shows it, with the text that was read from it. */
export async function previewOf(ctx: ReadContext, row: Row, text: string): Promise<Upload> {
  const { pages, found, createdAt, kind, url: _, ...rest } = row;
  return {
    ...rest,
    ...(found as Found),
    kind: kind as UploadKind,
    pages: pages.length,
    length: text.length,
    opening: openingOf(text),
    retrievedAt: createdAt.toISOString(),
    same: await sameAs(ctx, row.projectId, row.sha256, sha256Of(text)),
  };
}

/** What the actor has sent to a project and neither brought in nor left out, in the order in which it came. */
export async function listUploads(
  ctx: ReadContext,
  projectId: string,
  { limit, cursor }: z.output<typeof uploadList>,
): Promise<{ items: Upload[]; nextCursor: string | null }> {
  const after = afterOf(cursor, isMoment);
  const at = after && new Date(after.value);
  const rows = await ctx.db.upload.findMany({
    where: {
      AND: [
        { ...own(ctx), projectId },
        after ? { OR: [{ createdAt: { gt: at! } }, { createdAt: at!, id: { gt: after.id } }] } : {},
      ],
    },
    select: uploadFields,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const page = pageOf(
    rows,
    limit,
    (row) => row,
    (row) => [row.createdAt.toISOString(), row.id],
  );
  const items: Upload[] = [];
  // One after the other: together, the texts may be more than the server has room for.
  for (const row of page.items) items.push(await previewOf(ctx, row, await findUploadText(ctx, row.id)));
  return { ...page, items };
}

/** What was read from an upload, to the letter. Throws `not-found`. */
export async function findUploadText(ctx: ReadContext, id: string): Promise<string> {
  const row = await ctx.db.upload.findFirst({ where: { id, ...own(ctx) }, select: { text: true } });
  if (row?.text == null) throw notFound();
  return row.text;
}

/** The bytes of an upload that waits, to be read anew; null where there is none to be seen. */
export const findUploadBytes = (ctx: ReadContext, projectId: string, id: string) =>
  ctx.db.upload.findFirst({
    where: { id, ...own(ctx), projectId },
    select: { name: true, kind: true, bytes: true, url: true },
  });

/** The file that a version's text was read from (the current version unless `number` says otherwise). Throws `not-found`. */
export async function findOriginal(ctx: ReadContext, articleId: string, number?: number) {
  const article = await ctx.db.article.findFirst({ where: { id: articleId }, select: { currentNumber: true } });
  const version =
    article &&
    (await ctx.db.articleVersion.findUnique({
      where: { articleId_number: { articleId, number: number ?? article.currentNumber } },
      select: { upload: { select: { name: true, bytes: true } } },
    }));
  if (!version?.upload) throw notFound();
  return version.upload;
}

/** Where the pages of a version begin, in UTF-16 code units; none for what has no pages. Throws `not-found`. */
export async function findPages(ctx: ReadContext, articleId: string, number?: number): Promise<{ starts: number[] }> {
  const article = await ctx.db.article.findFirst({ where: { id: articleId }, select: { currentNumber: true } });
  const version =
    article &&
    (await ctx.db.articleVersion.findUnique({
      where: { articleId_number: { articleId, number: number ?? article.currentNumber } },
      select: { pages: true },
    }));
  if (!version) throw notFound();
  return { starts: version.pages };
}
