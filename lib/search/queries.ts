import type { z } from 'zod';
import { atHome, home } from '@/lib/activity/queries';
import { keptText } from '@/lib/articles/kept-texts';
import type { ReadContext } from '@/lib/core/context';
import { roleIn } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { excerptOf, findWords, isAsked } from './passage';
import { searchKinds } from './kinds';
import type { nameCounts, nameFilter, SearchHit, searchFilter } from './search';

type Asked = { projectId: string; typed: string; limit: number };
type Found = { id: string }[];

/** The rows of a page in the order in which their ids were found; what cannot be seen is not among them. */
function inOrder<R extends { id: string }>(found: Found, rows: R[]): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}
const among = (found: Found) => ({ id: { in: found.map(({ id }) => id) }, deletedAt: null });

async function articles({ db }: ReadContext, { projectId, typed, limit }: Asked): Promise<SearchHit[]> {
  const found = await db.$queryRaw<Found>`SELECT id FROM search_articles(${projectId}::uuid, ${typed}, ${limit}::int)`;
  if (found.length === 0) return [];
  const rows = await db.article.findMany({
    where: among(found),
    select: { id: true, title: true, language: true, currentNumber: true, publisher: { select: { name: true } } },
  });
  const versions = await db.articleVersion.findMany({
    where: { OR: rows.map((row) => ({ articleId: row.id, number: row.currentNumber })) },
    select: { id: true, articleId: true },
  });
  const textOf = (id: string) =>
    keptText(
      id,
      async () => (await db.articleVersion.findUniqueOrThrow({ where: { id }, select: { text: true } })).text,
    );
  const hits: SearchHit[] = [];
  for (const row of inOrder(found, rows)) {
    const text = await textOf(versions.find((version) => version.articleId === row.id)!.id);
    const span = findWords(text, typed);
    const href = `/projects/${projectId}/articles/${row.id}`;
    hits.push({
      kind: 'article',
      id: row.id,
      label: row.title,
      language: row.language,
      detail: row.publisher?.name ?? null,
      excerpt: span && excerptOf(text, span),
      href: span ? `${href}?at=${span.start}-${span.end}` : href,
    });
  }
  return hits;
}

async function entities({ db }: ReadContext, { projectId, typed, limit }: Asked): Promise<SearchHit[]> {
  const found = await db.$queryRaw<
    { id: string; spelling: string }[]
  >`SELECT id, spelling FROM search_entities(${projectId}::uuid, ${typed}, ${limit}::int)`;
  if (found.length === 0) return [];
  const rows = await db.entity.findMany({ where: among(found), select: { id: true, name: true, type: true } });
  return inOrder(found, rows).map(({ id, name, type }) => {
    const { spelling } = found.find((one) => one.id === id)!;
    const excerpt = spelling === name ? null : { before: '', words: spelling, after: '' };
    const href = `/projects/${projectId}/entities/${id}`;
    return { kind: 'entity', id, label: name, language: null, detail: type, excerpt, href };
  });
}

async function claims({ db }: ReadContext, { projectId, typed, limit }: Asked): Promise<SearchHit[]> {
  const found = await db.$queryRaw<Found>`SELECT id FROM search_claims(${projectId}::uuid, ${typed}, ${limit}::int)`;
  if (found.length === 0) return [];
  const rows = await db.claim.findMany({
    where: among(found),
    select: { id: true, status: true, current: { select: { statement: true } } },
  });
  return inOrder(found, rows).map(({ id, status, current }) => ({
    kind: 'claim',
    id,
    label: current.statement,
    language: null,
    detail: status === 'inReview' ? 'in-review' : status,
    excerpt: null,
    href: `/projects/${projectId}/claims/${id}`,
  }));
}

async function comments(ctx: ReadContext, { projectId, typed, limit }: Asked): Promise<SearchHit[]> {
  const found = await ctx.db
    .$queryRaw<Found>`SELECT id FROM search_comments(${projectId}::uuid, ${typed}, ${limit}::int)`;
  if (found.length === 0) return [];
  const rows = await ctx.db.comment.findMany({
    where: { ...among(found), ...visible(ctx) },
    select: { id: true, text: true, author: { select: { user: { select: { name: true } } } }, thread: home },
  });
  return inOrder(found, rows).flatMap(({ id, text, author, thread }) => {
    const { label, href } = atHome(thread);
    if (!href) return [];
    const span = findWords(text, typed);
    const excerpt = excerptOf(text, span ?? { start: 0, end: 0 });
    return {
      kind: 'comment',
      id,
      label,
      language: null,
      detail: author.user.name,
      excerpt,
      href: `/projects/${projectId}/${href}#comment-${id}`,
    };
  });
}

async function questions({ db }: ReadContext, { projectId, typed, limit }: Asked): Promise<SearchHit[]> {
  const found = await db.$queryRaw<Found>`SELECT id FROM search_questions(${projectId}::uuid, ${typed}, ${limit}::int)`;
  if (found.length === 0) return [];
  const rows = await db.question.findMany({
    where: among(found),
    select: { id: true, text: true, settledAt: true },
  });
  return inOrder(found, rows).map((row) => ({
    kind: 'question',
    id: row.id,
    label: row.text,
    language: null,
    detail: row.settledAt ? 'settled' : 'open',
    excerpt: null,
    href: `/projects/${projectId}/questions/${row.id}`,
  }));
}

const lookups = { entity: entities, article: articles, question: questions, claim: claims, comment: comments };

/** What of a project holds the typed words, or of names nearly: entities first, each kind in its own order. Throws `not-found`. */
export async function search(
  ctx: ReadContext,
  projectId: string,
  { q: typed, in: only, limit }: z.output<typeof searchFilter>,
): Promise<{ items: SearchHit[]; nextCursor: null }> {
  roleIn(ctx, projectId);
  const items: SearchHit[] = [];
  if (isAsked(typed))
    for (const kind of only ? [only] : searchKinds)
      items.push(...(await lookups[kind](ctx, { projectId, typed, limit })));
  return { items, nextCursor: null };
}

/** In how many current texts a name stands as whole words, and how often, an article left out on demand. Throws `not-found`. */
export async function countName(
  ctx: ReadContext,
  projectId: string,
  { name, exceptArticle }: z.output<typeof nameFilter>,
): Promise<z.output<typeof nameCounts>> {
  roleIn(ctx, projectId);
  const [counts] = await ctx.db.$queryRaw<
    z.output<typeof nameCounts>[]
  >`SELECT articles, places FROM search_name_counts(${projectId}::uuid, ${name}, ${exceptArticle ?? null}::uuid)`;
  return counts!;
}
