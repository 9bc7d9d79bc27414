import type { WriteContext } from '@/lib/core/context';
import type { Converted } from '@/lib/core/converter';
import { invalid } from '@/lib/core/errors';
import { previewOf, uploadFields, type Found } from '../queries/uploads';
import { uploadKinds } from '../file-kind';
import type { Upload } from '../upload';

/** An upload that nobody made an article of goes after this many milliseconds. */
export const KEPT_FOR = 24 * 60 * 60 * 1000;

/** What was read from a file, as columns. */
export function columnsOf({ kind, text, encoding, encodingSure, pages, ...found }: Converted) {
  if (!(kind in uploadKinds)) throw new Error(`columnsOf: unknown kind ${kind}.`);
  const { title, byline, site, publishedAt, url, language, warnings } = found;
  return {
    kind,
    text,
    encoding,
    encodingSure,
    pages,
    found: { title, byline, site, publishedAt, url, language, warnings } satisfies Found,
  };
}

/** Keeps a file and what was read from it. Files that waited for more than a day go, since this is when the table grows. */
export async function keepUpload(
  ctx: WriteContext,
  file: { name: string; sha256: string; bytes: Uint8Array; url: string | null },
  converted: Converted,
): Promise<Upload> {
  await ctx.db.upload.deleteMany({
    where: {
      projectId: ctx.projectId,
      text: { not: null },
      createdAt: { lt: new Date(ctx.now.getTime() - KEPT_FOR) },
      versions: { none: {} },
    },
  });
  const row = await ctx.db.upload.create({
    data: {
      projectId: ctx.projectId,
      name: file.name,
      sha256: file.sha256,
      size: file.bytes.length,
      bytes: new Uint8Array(file.bytes),
      url: file.url,
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
      ...columnsOf(converted),
    },
    select: uploadFields,
  });
  return previewOf(ctx, row, converted.text);
}

/** What an article is made of. */
export type Source = {
  text: string;
  found: Partial<Found>;
  /** For the version: the file, where its pages begin, and when it was fetched or dropped. */
  from: { uploadId?: string; pages?: number[]; retrievedAt?: Date };
};

/** Takes what was read from an upload for an article: exactly the text of the preview, once. Throws `invalid`. */
export async function takeUpload(ctx: WriteContext, id: string): Promise<Source> {
  const row = await ctx.db.upload.findFirst({
    where: { id, projectId: ctx.projectId, createdBy: ctx.actor.userId, text: { not: null } },
    select: { text: true, pages: true, found: true, createdAt: true },
  });
  if (row?.text == null)
    throw invalid([
      { path: 'uploadId', message: 'This file is not waiting here: it was brought in already, or is over a day old.' },
    ]);
  await ctx.db.upload.update({ where: { id }, data: { text: null, version: { increment: 1 } } });
  return {
    text: row.text,
    found: row.found as Found,
    from: { uploadId: id, pages: row.pages, retrievedAt: row.createdAt },
  };
}
