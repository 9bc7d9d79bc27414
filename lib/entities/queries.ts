import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { notFound, Refusal } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf, type After } from '@/lib/core/page';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import {
  entityTypes,
  type addedTypes,
  type Entity,
  type entityFilter,
  type entityNames,
  type EntityRef,
} from './entity';
import type { SuggestionRefusal } from './suggestion';

const ref = { id: true, type: true, name: true } as const;
/** What a reference to an entity carries, as Prisma selects it; to be read through `refOf`. */
export const refFields = { select: { ...ref, survivor: { select: ref } } } as const;
type RefRow = EntityRef & { survivor: EntityRef | null };

/** Whom a reference means: of a merged entity, the one that survives. */
export function refOf(row: RefRow): EntityRef;
export function refOf(row: RefRow | null): EntityRef | null;
export function refOf(row: RefRow | null): EntityRef | null {
  return row && (row.survivor ?? { id: row.id, type: row.type, name: row.name });
}

/** These with everything that was merged into them, as a filter on entities or on claims. */
export const oneOf = (ids: string[]) => ({ OR: [{ id: { in: ids } }, { survivorId: { in: ids } }] });

/** Living ones, and those that live on in another. */
export const notGone = { OR: [{ deletedAt: null }, { survivorId: { not: null } }] };

/** Of these ids those that were merged, each with its survivor. */
export async function refsOf(ctx: ReadContext, ids: string[]): Promise<Map<string, EntityRef>> {
  if (ids.length === 0) return new Map();
  const where = { id: { in: ids }, survivorId: { not: null } };
  const rows = await ctx.db.entity.findMany({ where, ...refFields });
  return new Map(rows.map((row) => [row.id, refOf(row)]));
}

/** Whom references mean, asked for by their ids in one statement: for lists, where following each reference costs six. */
export async function meantBy(
  { db }: ReadContext,
  ids: (string | null)[],
): Promise<(id: string | null) => EntityRef | null> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return () => null;
  const rows = await db.$queryRaw<(EntityRef & { asked: string })[]>`SELECT e.id AS asked, coalesce(s.id, e.id) AS id,
    coalesce(s.type, e.type)::text AS type, coalesce(s.name, e.name) AS name
    FROM entity e LEFT JOIN entity s ON s.id = e.survivor_id WHERE e.id = ANY (${known}::uuid[])`;
  const found = new Map(rows.map(({ asked, ...meant }) => [asked, meant]));
  return (id) => (id === null ? null : (found.get(id) ?? null));
}

const byName = { select: { name: true }, orderBy: { name: 'asc' } } as const;
const absorbed = { select: { ...ref, protectedAt: true, aliases: byName }, orderBy: { name: 'asc' } } as const;
const entityFields = { institution: refFields, aliases: byName, absorbed } as const satisfies Prisma.EntityInclude;
type Row = Prisma.EntityGetPayload<{ include: typeof entityFields }>;
type Counted = { mentions: number; articles: Set<string> };

/** Tags whose words can still be read. */
const live = { deletedAt: null, highlight: { deletedAt: null, article: { deletedAt: null } } } as const;

async function countsOf(ctx: ReadContext, entityIds: string[]): Promise<Map<string, Counted>> {
  const tags = await ctx.db.tag.findMany({
    where: { entity: oneOf(entityIds), ...live, ...visible(ctx) },
    select: { entity: { select: { id: true, survivorId: true } }, highlight: { select: { articleId: true } } },
  });
  const counts = new Map<string, Counted>(entityIds.map((id) => [id, { mentions: 0, articles: new Set() }]));
  for (const { entity, highlight } of tags) {
    const count = counts.get(entity!.survivorId ?? entity!.id)!;
    count.mentions += 1;
    count.articles.add(highlight.articleId);
  }
  return counts;
}

/** Every name but its own, by which an entity is known: with those of what was merged into it. */
function otherNames({ name, aliases, absorbed }: Pick<Row, 'name' | 'aliases' | 'absorbed'>): string[] {
  const merged = absorbed.flatMap((one) => [one, ...one.aliases]);
  const names = new Set([...aliases, ...merged].map((one) => one.name));
  names.delete(name);
  return [...names].sort();
}

/** Since when it is protected: it or something that was merged into it. */
function protectedSince({ protectedAt, absorbed }: Pick<Row, 'protectedAt' | 'absorbed'>): string | null {
  const since = [protectedAt, ...absorbed.map((one) => one.protectedAt)].filter((at) => at !== null);
  return since.length ? new Date(Math.min(...since.map(Number))).toISOString() : null;
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
    aliases: otherNames(row),
    merged: row.absorbed.map(({ id, type, name }) => ({ id, type, name })),
    mergedInto: null,
    description: row.description,
    protected: protectedSince(row),
    externalIds: row.externalIds as Entity['externalIds'],
    institution: refOf(row.institution),
    mentionCount: counts.get(row.id)!.mentions,
    articleCount: counts.get(row.id)!.articles.size,
    creator: who(row.createdBy),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  }));
}

async function entityWhere(ctx: ReadContext, where: Prisma.EntityWhereInput): Promise<Entity | null> {
  const row = await ctx.db.entity.findFirst({ where, include: entityFields });
  return row && (await viewsOf(ctx, [row]))[0]!;
}

/** One entity; of a merged one the survivor, which says so. Throws `not-found`. */
export async function readEntity(ctx: ReadContext, id: string): Promise<Entity> {
  const view = await entityWhere(ctx, { deletedAt: null, OR: [{ id }, { absorbed: { some: { id } } }] });
  if (!view) throw notFound();
  return { ...view, mergedInto: view.id === id ? null : view.id };
}

/**
 * One entity to be changed; deleted ones only on demand (a restore needs them). Throws `not-found`, and `stale` with the
 * survivor for one that was merged.
 */
export async function findEntity(ctx: ReadContext, id: string, deleted = false): Promise<Entity> {
  const view = await entityWhere(ctx, { id, survivorId: null, deletedAt: deleted ? { not: null } : null });
  if (view) return view;
  const survivor = await readEntity(ctx, id);
  throw survivor.mergedInto ? mergedAway(survivor) : notFound();
}

/** Somebody works on a thing that a colleague has merged: what survives is shown, and nothing of theirs is lost. */
export const mergedAway = (current: { name: string } | { statement: string }) =>
  new Refusal(
    'stale',
    `This was merged into “${'name' in current ? current.name : current.statement}” since you saw it.`,
    {
      current,
    },
  );

/** `text` as PostgreSQL's LIKE takes it to the letter: Prisma passes % and _ on as wildcards. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function matching(projectId: string, { type, q }: z.output<typeof entityFilter>): Prisma.EntityWhereInput {
  const words = q?.trim();
  const name = { contains: literally(words ?? ''), mode: 'insensitive' } as const;
  const named = { OR: [{ name }, { aliases: { some: { name } } }] };
  return {
    projectId,
    deletedAt: null,
    ...(type ? { type } : {}),
    ...(words ? { OR: [named, { absorbed: { some: named } }] } : {}),
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
  const ids = await ctx.db.entity.findMany({ where, select: { id: true, absorbed: { select: { id: true } } } });
  const counted = await ctx.db.tag.groupBy({
    by: ['entityId'],
    where: { projectId, entityId: { not: null }, ...live, AND: visible(ctx) },
    _count: true,
  });
  const counts = new Map(counted.map((row) => [row.entityId, row._count]));
  const ranked = ids
    .map(({ id, absorbed }) => ({
      id,
      mentions: [{ id }, ...absorbed].reduce((sum, one) => sum + (counts.get(one.id) ?? 0), 0),
    }))
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

/** The types that a project added to those which all have, in the order in which they came: what was deleted or merged keeps its place. */
export async function listEntityTypes(ctx: ReadContext, projectId: string): Promise<z.output<typeof addedTypes>> {
  roleIn(ctx, projectId);
  const rows = await ctx.db.entity.groupBy({
    by: ['type'],
    where: { projectId, type: { notIn: [...entityTypes] } },
    _min: { createdAt: true },
    orderBy: [{ _min: { createdAt: 'asc' } }, { type: 'asc' }],
  });
  return { items: rows.map(({ type }) => type) };
}

/** Names and aliases of all living entities of the project, by name. */
export async function listEntityNames(ctx: ReadContext, projectId: string): Promise<z.output<typeof entityNames>> {
  const rows = await ctx.db.entity.findMany({
    where: { projectId, deletedAt: null },
    select: { ...ref, aliases: byName, absorbed },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return { items: rows.map((row) => ({ id: row.id, type: row.type, name: row.name, aliases: otherNames(row) })) };
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
    where: { AND: [where, { projectId, deletedAt: null, OR: [{ entityId: null }, { entity: notGone }] }] },
    include: { entity: refFields },
    orderBy: [{ refusedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, entity, type, refusedBy, refusedAt }) => ({
    id,
    name,
    entity: refOf(entity),
    type,
    by: who(refusedBy),
    at: refusedAt.toISOString(),
  }));
}

/** Wordings that name an entity, or one that was merged into it. */
export const naming = (id: string): Prisma.ClaimVersionWhereInput => ({
  OR: [{ subject: oneOf([id]) }, { object: oneOf([id]) }, { place: oneOf([id]) }],
});

type Use = { code: string; words: string; href: string | null };
const several = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** What still names an entity, each with its count in words: what keeps it from being deleted. */
export async function usesOf(ctx: ReadContext, { id, projectId }: Pick<Entity, 'id' | 'projectId'>): Promise<Use[]> {
  const one = oneOf([id]);
  const [mentions, spoken, claims, sources, merged] = [
    await ctx.db.tag.count({ where: { entity: one, ...live, ...visible(ctx) } }),
    await ctx.db.tag.count({ where: { speaker: one, ...live, ...visible(ctx) } }),
    await ctx.db.claim.count({
      where: { AND: [notGone, { current: naming(id) }] },
    }),
    await ctx.db.entity.count({ where: { institution: one, deletedAt: null } }),
    await ctx.db.entity.count({ where: { survivorId: id } }),
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
    {
      count: merged,
      code: 'merges',
      words: `${several(merged, 'entity', 'entities')} merged into it: undo that first`,
      href: `${page}/entities/${id}`,
    },
  ].flatMap(({ count, ...use }) => (count ? [use] : []));
}
