import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import type { Person } from '@/lib/core/words';
import { listEntityTypes, notGone } from '@/lib/entities/queries';
import type { Brought } from '@/lib/readers/brought';
import { peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { MOST_LISTED, type Counts, type ImportCheck, type ImportView, type importList } from './import';
import { planOf, type Plan, type PlannedTag } from './plan';
import { homesOf } from './queries/homes';
import { claimsOnce, entitiesOnce, knownIn } from './queries/known';

/** What of a project the names and statements of a plan mean. */
export interface Meant {
  readonly entityOf: (tag: PlannedTag) => string | null;
  readonly claimOf: (tag: PlannedTag) => string | null;
}

const tagsIn = ({ documents }: Plan): PlannedTag[] =>
  documents.flatMap(({ passages }) => passages.flatMap(({ tags }) => tags));
const keyOf = ({ type, name }: { type: string; name: string }) => `${type} ${name}`;

/** Entities by their exact name, or by a spelling that is one entity's alone; claims by their exact statement. */
export async function meantBy(ctx: ReadContext, projectId: string, plan: Plan): Promise<Meant> {
  const tags = tagsIn(plan);
  const names = [...new Set(tags.flatMap(({ entity }) => entity?.name ?? []))];
  const statements = [...new Set(tags.flatMap(({ claim }) => claim?.statement ?? []))];
  const named = { type: true, name: true, id: true, survivorId: true } as const;
  const entities = await ctx.db.entity.findMany({
    where: { projectId, name: { in: names }, ...notGone },
    select: named,
    orderBy: { id: 'asc' },
  });
  const aliases = await ctx.db.alias.findMany({
    where: { projectId, name: { in: names }, entity: notGone },
    select: { name: true, entity: { select: named } },
  });
  const claims = await ctx.db.claim.findMany({
    where: { projectId, deletedAt: null, current: { statement: { in: statements } } },
    select: { id: true, current: { select: { statement: true } } },
    orderBy: { id: 'desc' },
  });
  const byAlias = new Map<string, Set<string>>();
  for (const { name, entity } of aliases) {
    const key = keyOf({ type: entity.type, name });
    byAlias.set(key, (byAlias.get(key) ?? new Set()).add(entity.survivorId ?? entity.id));
  }
  // What came once and was changed since is still what it was made for.
  const once = new Map((await entitiesOnce(ctx, projectId, names)).map(({ id, said }) => [said, id]));
  const said = new Map((await claimsOnce(ctx, projectId, statements)).map(({ id, said }) => [said, id]));
  const byName = new Map(entities.map((entity) => [keyOf(entity), entity.survivorId ?? entity.id]));
  const byStatement = new Map(claims.map(({ id, current }) => [current.statement, id]));
  const spelt = (key: string) => (byAlias.get(key)?.size === 1 ? [...byAlias.get(key)!][0]! : null);
  return {
    entityOf: ({ entity }) =>
      entity ? (byName.get(keyOf(entity)) ?? spelt(keyOf(entity)) ?? once.get(keyOf(entity)) ?? null) : null,
    claimOf: ({ claim }) => (claim ? (byStatement.get(claim.statement) ?? said.get(claim.statement) ?? null) : null),
  };
}

export interface Planned {
  readonly plan: Plan;
  readonly meant: Meant;
  readonly check: ImportCheck;
}

/** What would come of files in a project as it is now. */
export async function reckon(
  ctx: ReadContext,
  projectId: string,
  brought: Brought,
  chosen: ReadonlyMap<string, string | null>,
): Promise<Planned> {
  const homes = await homesOf(ctx, projectId, brought);
  const articleIds = homes.flatMap((home) => (typeof home === 'object' && home.articleId ? [home.articleId] : []));
  const { items: added } = await listEntityTypes(ctx, projectId);
  const plan = planOf(brought, homes, { chosen, added }, await knownIn(ctx, articleIds));
  const meant = await meantBy(ctx, projectId, plan);
  return { plan, meant, check: checkOf(brought, plan, meant) };
}

function countsOf({ documents, ...plan }: Plan, { entityOf, claimOf }: Meant): Counts {
  const passages = documents.flatMap((document) => document.passages);
  const tags = tagsIn({ documents, ...plan });
  const distinct = (names: (string | undefined)[]) => new Set(names.filter((name) => name !== undefined)).size;
  const heads = [...passages, ...documents].filter(({ comments }) => comments.length > 0);
  return {
    articles: documents.filter(({ home }) => home.articleId === null).length,
    passages: passages.length,
    mentions: tags.filter(({ entity }) => entity).length,
    citations: tags.filter(({ claim }) => claim).length,
    entities: distinct(tags.filter((tag) => !entityOf(tag)).map(({ entity }) => entity && keyOf(entity))),
    claims: distinct(tags.filter((tag) => !claimOf(tag)).map(({ claim }) => claim?.statement)),
    threads: heads.length,
    comments: heads.reduce((sum, { comments }) => sum + comments.length, 0),
  };
}

function checkOf(brought: Brought, plan: Plan, meant: Meant): ImportCheck {
  const { unit, left, labels, authors, byWords } = plan;
  const seen = {
    format: brought.format,
    unit: { name: unit.unit, asked: unit.asked, fit: unit.fit },
    documents: plan.shown.map(({ name, home, passages, left: lost }) => ({
      ...{ name: home?.title ?? name, articleId: home?.articleId ?? null },
      ...{ isNew: home !== null && home.articleId === null, passages, left: lost },
    })),
    ...{
      counts: countsOf(plan, meant),
      labels,
      authors,
      byWords,
      left: left.slice(0, MOST_LISTED),
      leftCount: left.length,
    },
  };
  // Names exactly what would be written: the write refuses when it would be anything else.
  const written = plan.documents.map(({ home, ...document }) => [home.articleId, home.text.length, document]);
  const digest = createHash('sha256').update(JSON.stringify([seen, written]));
  return { ...seen, plan: digest.digest('hex') };
}

const fields = {
  ...{ id: true, projectId: true, format: true, unit: true, files: true, counts: true, left: true, articleIds: true },
  ...{ highlightIds: true, entityIds: true, claimIds: true, commentIds: true },
  ...{ version: true, createdBy: true, createdAt: true, undoneAt: true, undoneBy: true, kept: true },
} as const;
type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
const rowOf = (ctx: ReadContext, id: string) =>
  ctx.db.import.findFirst({ where: { id, ...visible(ctx) }, select: fields });

const viewOf = (
  row: Omit<Row, 'highlightIds' | 'entityIds' | 'claimIds' | 'commentIds'>,
  who: (id: string) => Person,
) =>
  ({
    ...{
      id: row.id,
      format: row.format as ImportView['format'],
      unit: row.unit as ImportView['unit'],
      files: row.files,
    },
    ...{ counts: row.counts as Counts, left: row.left as ImportView['left'], articleIds: row.articleIds },
    ...{ creator: who(row.createdBy), createdAt: row.createdAt.toISOString(), version: row.version },
    undone: row.undoneAt && {
      ...{ by: who(row.undoneBy ?? row.createdBy), at: row.undoneAt.toISOString() },
      kept: (row.kept ?? []) as { what: string; why: string }[],
    },
  }) satisfies ImportView;

/** What was brought in by one act. Throws `not-found`. */
export async function findImport(ctx: ReadContext, id: string): Promise<ImportView> {
  return viewOf(...(await importRow(ctx, id)));
}

/** The same with all that came. */
export async function importRow(ctx: ReadContext, id: string): Promise<[Row, (id: string) => Person]> {
  const row = await rowOf(ctx, id);
  if (!row) throw notFound();
  return [row, await peopleOf(ctx, row.projectId)];
}

/** What was brought in, newest first. */
export async function listImports(ctx: ReadContext, projectId: string, { limit, cursor }: z.output<typeof importList>) {
  const after = afterOf(cursor, isMoment);
  const rows = await ctx.db.import.findMany({
    where: {
      AND: [{ projectId }, visible(ctx)],
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
    take: limit + 1,
  });
  const who = await peopleOf(ctx, projectId);
  return pageOf(
    rows,
    limit,
    (row) => viewOf(row, who),
    (row) => [row.createdAt.toISOString(), row.id],
  );
}
