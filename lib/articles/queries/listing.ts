import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { afterOf, isMoment, pageOf, type After } from '@/lib/core/page';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import type { articleFilter, ArticleKind, ArticleState } from '../article';
import { articleFields, viewsOf } from '../queries';

const moments = (column: Prisma.Sql) => ({
  by: Prisma.sql`${column} DESC, a.id DESC`,
  key: Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  past: ({ value, id }: After) => Prisma.sql`(${column}, a.id) < (${value}::timestamptz, ${id}::uuid)`,
});
const orders = {
  added: moments(Prisma.sql`a.created_at`),
  title: {
    by: Prisma.sql`a.title, a.id`,
    key: Prisma.sql`a.title`,
    past: ({ value, id }: After) => Prisma.sql`(a.title, a.id) > (${value}, ${id}::uuid)`,
  },
  published: {
    by: Prisma.sql`a.published_from DESC NULLS LAST, a.id DESC`,
    key: Prisma.sql`coalesce(a.published_from::text, '')`,
    past: ({ value, id }: After) =>
      value
        ? Prisma.sql`((a.published_from, a.id) < (${value}::date, ${id}::uuid) OR a.published_from IS NULL)`
        : Prisma.sql`(a.published_from IS NULL AND a.id < ${id}::uuid)`,
  },
};

/** Tags that can be seen on an article, as rows `t` with highlight `h`, and whether a verdict stands on each as it is now. */
const tagOn = (ctx: ReadContext, where: Prisma.Sql) => Prisma.sql`FROM highlight h
  JOIN tag t ON t.highlight_id = h.id AND t.deleted_at IS NULL
  WHERE ${where} AND h.project_id = ANY (${visible(ctx).projectId.in}::uuid[]) AND h.deleted_at IS NULL
    AND NOT EXISTS (SELECT FROM claim c WHERE c.id = t.claim_id AND c.deleted_at IS NOT NULL AND c.survivor_id IS NULL)`;
const NOT_JUDGED = Prisma.sql`NOT EXISTS (SELECT FROM review r
  WHERE r.tag_id = t.id AND r.withdrawn_at IS NULL AND r.content_version = t.content_version)`;

/** That an article `a` is in a state: found tag by tag, so that the first page of many articles looks at few of them. */
function inState(ctx: ReadContext, state: ArticleState): Prisma.Sql {
  if (state === 'retracted') return Prisma.sql`a.retracted_at IS NOT NULL`;
  const on = tagOn(ctx, Prisma.sql`h.article_id = a.id`);
  const tagged = Prisma.sql`EXISTS (SELECT ${on})`;
  const waits = Prisma.sql`EXISTS (SELECT ${on} AND ${NOT_JUDGED})`;
  const is = {
    untouched: Prisma.sql`NOT ${tagged}`,
    unreviewed: waits,
    reviewed: Prisma.sql`${tagged} AND NOT ${waits}`,
  };
  return Prisma.sql`a.retracted_at IS NULL AND ${is[state]}`;
}

/** How many articles of a project are in each state: the same states as the list's, counted over all tags at once. */
export async function countStates(ctx: ReadContext, projectId: string): Promise<Record<ArticleState, number>> {
  const rows = await ctx.db.$queryRaw<{ state: ArticleState; n: number }[]>`
    WITH on_it AS (
      SELECT h.article_id, bool_or(r.id IS NULL) AS waits FROM highlight h JOIN tag t ON t.highlight_id = h.id AND t.deleted_at IS NULL
      LEFT JOIN claim c ON c.id = t.claim_id
      LEFT JOIN review r ON r.tag_id = t.id AND r.withdrawn_at IS NULL AND r.content_version = t.content_version
      WHERE h.project_id = ${projectId}::uuid AND h.project_id = ANY (${visible(ctx).projectId.in}::uuid[]) AND h.deleted_at IS NULL
        AND (c.deleted_at IS NULL OR c.survivor_id IS NOT NULL) GROUP BY 1
    )
    SELECT CASE WHEN a.retracted_at IS NOT NULL THEN 'retracted' WHEN o.waits IS NULL THEN 'untouched'
      WHEN o.waits THEN 'unreviewed' ELSE 'reviewed' END AS state, count(*)::int AS n
    FROM article a LEFT JOIN on_it o ON o.article_id = a.id
    WHERE a.project_id = ${projectId}::uuid AND a.deleted_at IS NULL GROUP BY 1`;
  const found = new Map(rows.map(({ state, n }) => [state, n]));
  const of = (state: ArticleState) => found.get(state) ?? 0;
  return {
    untouched: of('untouched'),
    unreviewed: of('unreviewed'),
    reviewed: of('reviewed'),
    retracted: of('retracted'),
  };
}

/** A kind as the database's enum spells it, whose members in code cannot hold a dash. */
const storedKind = (kind: ArticleKind) => (kind === 'interview' ? 'interview-note' : kind);

const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value);

/** A page of the project's articles. */
export async function listArticles(ctx: ReadContext, projectId: string, query: z.output<typeof articleFilter>) {
  const { by, key, past } = orders[query.sort];
  const fits = { title: () => true, added: isMoment, published: (value: string) => value === '' || isDay(value) };
  const after = afterOf(query.cursor, fits[query.sort]);
  const where = [
    Prisma.sql`a.project_id = ${projectId}::uuid AND a.deleted_at IS NULL`,
    ...(query.publisherId ? [Prisma.sql`a.publisher_id = ${query.publisherId}::uuid`] : []),
    ...(query.kind ? [Prisma.sql`a.kind = ${storedKind(query.kind)}::article_kind`] : []),
    ...(query.state ? [inState(ctx, query.state)] : []),
    ...(after ? [past(after)] : []),
  ];
  const found = await ctx.db.$queryRaw<{ id: string; key: string }[]>`SELECT a.id, ${key} AS key FROM article a
    WHERE ${Prisma.join(where, ' AND ')} ORDER BY ${by} LIMIT ${query.limit + 1}`;
  const page = pageOf(
    found,
    query.limit,
    (row) => row.id,
    (row) => [row.key, row.id],
  );
  const rows = await ctx.db.article.findMany({ where: { id: { in: page.items } }, include: articleFields });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items = await viewsOf(
    ctx,
    page.items.flatMap((id) => byId.get(id) ?? []),
  );
  return { items, nextCursor: page.nextCursor };
}
