import type { WriteContext } from '@/lib/core/context';
import type { Prisma } from '@/prisma/generated/client';
import { sha256Of } from './queries';

/** Adds an immutable version to an article; answers its id. `from` is the file that the text was read from. */
export async function addVersion(
  ctx: WriteContext,
  articleId: string,
  number: number,
  text: string,
  reason: string,
  from: { uploadId?: string; pages?: number[]; retrievedAt?: Date } = {},
): Promise<string> {
  const { id } = await ctx.db.articleVersion.create({
    data: {
      projectId: ctx.projectId,
      articleId,
      number,
      text,
      sha256: sha256Of(text),
      length: text.length,
      reason,
      createdBy: ctx.actor.userId,
      retrievedAt: ctx.now,
      ...from,
    },
    select: { id: true },
  });
  return id;
}

type Columns = Omit<Prisma.ArticleUncheckedCreateInput, 'projectId' | 'sha256' | 'createdBy' | 'createdAt'>;

/** Adds an article with the first version of its text, inside the caller's write. Whether the same bytes are here is asked before. */
export async function addArticleRow(
  ctx: WriteContext,
  text: string,
  columns: Columns,
  from: Parameters<typeof addVersion>[5] = {},
): Promise<string> {
  const { id } = await ctx.db.article.create({
    data: {
      projectId: ctx.projectId,
      sha256: sha256Of(text),
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
      ...columns,
    },
    select: { id: true },
  });
  await addVersion(ctx, id, 1, text, '', from);
  ctx.record({ type: 'article.added', subjectType: 'article', subjectId: id, version: 1 });
  return id;
}
