import type { ReadContext } from '@/lib/core/context';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import type { Known } from '../plan';

const placeOf = (articleId: string, at: { start: number; end: number } | null): string =>
  at ? `${articleId} ${at.start} ${at.end}` : articleId;
const keyOf = (at: string, author: string | null, what: string | undefined): string =>
  JSON.stringify([at, author, what]);

/** Tags that stand in these articles, by place, author and what they say or once said: a claim by each of its wordings. */
async function tagsIn(ctx: ReadContext, articleIds: string[]): Promise<Set<string>> {
  const said = { select: { statement: true } } as const;
  const rows = await ctx.db.tag.findMany({
    where: { deletedAt: null, highlight: { articleId: { in: articleIds }, deletedAt: null }, ...visible(ctx) },
    select: {
      outsider: { select: { name: true } },
      highlight: { select: { articleId: true, start: true, end: true } },
      entity: { select: { type: true, versions: { select: { before: true } } } },
      claim: { select: { versions: said } },
    },
  });
  return new Set(
    rows.flatMap(({ outsider, highlight, entity, claim }) => {
      const before = entity?.versions.map((one) => (one.before as { type?: string }).type ?? entity.type) ?? [];
      const said = entity ? [entity.type, ...before] : (claim?.versions.map(({ statement }) => statement) ?? []);
      return said.map((what) => keyOf(placeOf(highlight.articleId, highlight), outsider?.name ?? null, what));
    }),
  );
}

/** Passages that imports brought to these articles: one that became no tag is known by its place alone. */
async function passagesIn({ db }: ReadContext, articleIds: string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ articleId: string; start: number; end: number }[]>`
    SELECT h.article_id AS "articleId", h.start, h."end" FROM highlight h
    WHERE h.article_id = ANY (${articleIds}::uuid[]) AND h.deleted_at IS NULL
      AND EXISTS (SELECT FROM import i WHERE i.project_id = h.project_id AND h.id = ANY (i.highlight_ids))`;
  return new Set(rows.map((row) => placeOf(row.articleId, row)));
}

/** Comments of others on these articles and their passages, by place, author and words. */
async function commentsIn(ctx: ReadContext, articleIds: string[]): Promise<Set<string>> {
  const highlight = { select: { articleId: true, start: true, end: true } } as const;
  const inThem = { in: articleIds };
  const rows = await ctx.db.comment.findMany({
    where: {
      ...{ deletedAt: null, ...visible(ctx) },
      thread: { OR: [{ articleId: inThem }, { highlight: { articleId: inThem, deletedAt: null } }] },
    },
    select: {
      ...{ text: true, outsider: { select: { name: true } } },
      thread: { select: { articleId: true, highlight } },
    },
  });
  return new Set(
    rows.map(({ text, outsider, thread }) =>
      keyOf(placeOf(thread.highlight?.articleId ?? thread.articleId!, thread.highlight), outsider?.name ?? null, text),
    ),
  );
}

/**
 * What stands in these articles already, from an earlier import or because an undo left what others had built on: nothing comes twice.
 */
export async function knownIn(ctx: ReadContext, articleIds: string[]): Promise<Known> {
  const tags = await tagsIn(ctx, articleIds);
  const passages = await passagesIn(ctx, articleIds);
  const comments = await commentsIn(ctx, articleIds);
  return {
    tag: (articleId, passage, { author, entity, claim }) =>
      tags.has(keyOf(placeOf(articleId, passage), author, entity?.type ?? claim?.statement)),
    passage: (articleId, passage) => passages.has(placeOf(articleId, passage)),
    comment: (articleId, passage, { author, text }) =>
      comments.has(keyOf(placeOf(articleId, passage), author, text.trim())),
  };
}

interface Once {
  readonly id: string;
  readonly said: string;
}

/** Claims that came with an import and say something else by now, by what they said then. */
export const claimsOnce = ({ db }: ReadContext, projectId: string, statements: string[]): Promise<Once[]> =>
  statements.length === 0
    ? Promise.resolve([])
    : db.$queryRaw<Once[]>`SELECT coalesce(c.survivor_id, c.id) AS id, w.statement AS said FROM claim c
        JOIN claim_version w ON w.claim_id = c.id AND w.number = 1
        WHERE c.project_id = ${projectId}::uuid AND c.deleted_at IS NULL AND w.statement = ANY (${statements}::text[])
          AND EXISTS (SELECT FROM import i WHERE i.project_id = c.project_id AND c.id = ANY (i.claim_ids)) ORDER BY c.id DESC`;

/** Entities that came with an import and are called otherwise by now, by type and name as they came. */
export const entitiesOnce = ({ db }: ReadContext, projectId: string, names: string[]): Promise<Once[]> =>
  names.length === 0
    ? Promise.resolve([])
    : db.$queryRaw<
        Once[]
      >`SELECT coalesce(e.survivor_id, e.id) AS id, first.type || ' ' || first.name AS said FROM entity e
        CROSS JOIN LATERAL (SELECT ${once('type')} AS type, ${once('name')} AS name) first
        WHERE e.project_id = ${projectId}::uuid AND e.deleted_at IS NULL AND e.version > 1 AND first.name = ANY (${names}::text[])
          AND EXISTS (SELECT FROM import i WHERE i.project_id = e.project_id AND e.id = ANY (i.entity_ids)) ORDER BY e.id DESC`;

/** What a field of an entity said at first: before its first change, or now. */
const once = (field: 'type' | 'name') =>
  Prisma.raw(`coalesce((SELECT v.before ->> '${field}' FROM entity_version v
    WHERE v.entity_id = e.id AND v.before ? '${field}' ORDER BY v.number LIMIT 1), e.${field})`);
