import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf, type After } from '@/lib/core/page';
import { peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import type { Entity, entityFilter, entityNames } from './entity';
import type { SuggestionRefusal } from './suggestion';

/** What a reference to an entity carries, as Prisma selects it. */
export const refFields = { select: { id: true, type: true, name: true } } as const;

const byName = { select: { name: true }, orderBy: { name: 'asc' } } as const;
const entityFields = { institution: refFields, aliases: byName } as const satisfies Prisma.EntityInclude;
type Row = Prisma.EntityGetPayload<{ include: typeof entityFields }>;
type Counted = { mentions: number; articles: Set<string> };

/** Tags whose words can still be read. */
const live = { deletedAt: null, highlight: { deletedAt: null, article: { deletedAt: null } } } as const;

async function countsOf(ctx: ReadContext, entityIds: string[]): Promise<Map<string, Counted>> {
  const tags = await ctx.db.tag.findMany({
    where: { entityId: { in: entityIds }, ...live, ...visible(ctx) },
    select: { entityId: true, highlight: { select: { articleId: true } } },
  });
  const counts = new Map<string, Counted>(entityIds.map((id) => [id, { mentions: 0, articles: new Set() }]));
  for (const { entityId, highlight } of tags) {
    const count = counts.get(entityId!)!;
    count.mentions += 1;
    count.articles.add(highlight.articleId);
  }
  return counts;
}

async function viewsOf(ctx: ReadContext, rows: Row[]): Promise<Entity[]> {
  if (rows.length === 0) return [];
  const who = await peopleOf(ctx, rows[0]!.projectId);
  const counts = await countsOf(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    projectId: row.projectId,
    type: row.type,
    name: row.name,
    aliases: row.aliases.map((alias) => alias.name),
    description: row.description,
    externalIds: row.externalIds as Entity['externalIds'],
    institution: row.institution,
    mentionCount: counts.get(row.id)!.mentions,
    articleCount: counts.get(row.id)!.articles.size,
    creator: who(row.createdBy),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  }));
}

/** One entity; deleted ones only on demand (a restore needs them). Throws `not-found`. */
export async function findEntity(ctx: ReadContext, id: string, deleted = false): Promise<Entity> {
  const row = await ctx.db.entity.findFirst({
    where: { id, deletedAt: deleted ? { not: null } : null },
    include: entityFields,
  });
  if (!row) throw notFound();
  const [view] = await viewsOf(ctx, [row]);
  return view!;
}

/** `text` as PostgreSQL's LIKE takes it to the letter: Prisma passes % and _ on as wildcards. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function matching(projectId: string, { type, q }: z.output<typeof entityFilter>): Prisma.EntityWhereInput {
  const words = q?.trim();
  const name = { contains: literally(words ?? ''), mode: 'insensitive' } as const;
  return {
    projectId,
    deletedAt: null,
    ...(type ? { type } : {}),
    ...(words ? { OR: [{ name }, { aliases: { some: { name } } }] } : {}),
  };
}

const orders = {
  name: {
    by: [{ name: 'asc' }, { id: 'asc' }] as Prisma.EntityOrderByWithRelationInput[],
    key: (row: Row) => row.name,
    after: ({ value, id }: After): Prisma.EntityWhereInput => ({
      OR: [{ name: { gt: value } }, { name: value, id: { gt: id } }],
    }),
  },
  added: {
    by: [{ createdAt: 'desc' }, { id: 'desc' }] as Prisma.EntityOrderByWithRelationInput[],
    key: (row: Row) => row.createdAt.toISOString(),
    after: ({ value, id }: After): Prisma.EntityWhereInput => ({
      OR: [{ createdAt: { lt: new Date(value) } }, { createdAt: new Date(value), id: { lt: id } }],
    }),
  },
};

/** A page of the project's entities. */
export async function listEntities(ctx: ReadContext, projectId: string, query: z.output<typeof entityFilter>) {
  const where = matching(projectId, query);
  const after = afterOf(query.cursor, (value) => query.sort !== 'added' || isMoment(value));
  if (query.sort === 'mentions') return mostMentioned(ctx, projectId, where, after, query.limit);
  const { by, key, after: past } = orders[query.sort];
  const rows = await ctx.db.entity.findMany({
    where: { AND: [where, ...(after ? [past(after)] : [])] },
    include: entityFields,
    orderBy: by,
    take: query.limit + 1,
  });
  const page = pageOf(
    rows,
    query.limit,
    (row) => row,
    (row) => [key(row), row.id],
  );
  return { items: await viewsOf(ctx, page.items), nextCursor: page.nextCursor };
}

/** Ordered here, not in SQL: Prisma cannot order by a count of only those tags that are live and may be seen. */
async function mostMentioned(
  ctx: ReadContext,
  projectId: string,
  where: Prisma.EntityWhereInput,
  after: After | null,
  limit: number,
) {
  const ids = await ctx.db.entity.findMany({ where, select: { id: true } });
  const counted = await ctx.db.tag.groupBy({
    by: ['entityId'],
    where: { projectId, entityId: { not: null }, ...live, AND: visible(ctx) },
    _count: true,
  });
  const counts = new Map(counted.map((row) => [row.entityId, row._count]));
  const ranked = ids
    .map(({ id }) => ({ id, mentions: counts.get(id) ?? 0 }))
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? 1 : -1))
    .filter(({ id, mentions }) => {
      if (!after) return true;
      const last = Number(after.value);
      return mentions < last || (mentions === last && id < after.id);
    });
  const page = pageOf(
    ranked.slice(0, limit + 1),
    limit,
    (row) => row.id,
    (row) => [String(row.mentions), row.id],
  );
  const rows = await ctx.db.entity.findMany({ where: { id: { in: page.items } }, include: entityFields });
  const views = new Map((await viewsOf(ctx, rows)).map((view) => [view.id, view]));
  return { items: page.items.map((id) => views.get(id)!), nextCursor: page.nextCursor };
}

/** Names and aliases of all living entities of the project, by name. */
export async function listEntityNames(ctx: ReadContext, projectId: string): Promise<z.output<typeof entityNames>> {
  const rows = await ctx.db.entity.findMany({
    where: { projectId, deletedAt: null },
    select: { ...refFields.select, aliases: byName },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return { items: rows.map((row) => ({ ...row, aliases: row.aliases.map((alias) => alias.name) })) };
}

/** The names that this project does not want suggested, newest first; those of deleted entities rest with them. */
export async function listSuggestionRefusals(
  ctx: ReadContext,
  projectId: string,
): Promise<{ items: SuggestionRefusal[] }> {
  return { items: await refusalsWhere(ctx, projectId, {}) };
}

/** Living refusals of a project that also fit `where`. */
export async function refusalsWhere(
  ctx: ReadContext,
  projectId: string,
  where: Prisma.RefusedNameWhereInput,
): Promise<SuggestionRefusal[]> {
  const who = await peopleOf(ctx, projectId);
  const rows = await ctx.db.refusedName.findMany({
    where: { ...where, projectId, deletedAt: null, OR: [{ entityId: null }, { entity: { deletedAt: null } }] },
    include: { entity: refFields },
    orderBy: [{ refusedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, entity, type, refusedBy, refusedAt }) => ({
    id,
    name,
    entity,
    type,
    by: who(refusedBy),
    at: refusedAt.toISOString(),
  }));
}

type Use = { code: string; words: string; href: string | null };
const several = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** What still names an entity, each with its count in words: what keeps it from being deleted. */
export async function usesOf(ctx: ReadContext, { id, projectId }: Pick<Entity, 'id' | 'projectId'>): Promise<Use[]> {
  const [mentions, spoken, claims, sources] = [
    await ctx.db.tag.count({ where: { entityId: id, ...live, ...visible(ctx) } }),
    await ctx.db.tag.count({ where: { speakerId: id, ...live, ...visible(ctx) } }),
    await ctx.db.claim.count({
      where: { deletedAt: null, current: { OR: [{ subjectId: id }, { objectId: id }, { placeId: id }] } },
    }),
    await ctx.db.entity.count({ where: { institutionId: id, deletedAt: null } }),
  ];
  const page = `/projects/${projectId}`;
  return [
    {
      count: mentions,
      code: 'mentions',
      words: several(mentions, 'mention', 'mentions'),
      href: `${page}/entities/${id}`,
    },
    { count: spoken, code: 'speaker', words: `speaker of ${several(spoken, 'citation', 'citations')}`, href: null },
    {
      count: claims,
      code: 'claims',
      words: `named by ${several(claims, 'claim', 'claims')}`,
      href: `${page}/claims?entityId=${id}`,
    },
    {
      count: sources,
      code: 'sources',
      words: `institution of ${several(sources, 'unnamed source', 'unnamed sources')}`,
      href: `${page}/entities?type=unnamed-source`,
    },
  ].flatMap(({ count, ...use }) => (count ? [use] : []));
}
