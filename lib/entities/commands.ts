import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, notFound, Refusal } from '@/lib/core/errors';
import { refuseWhileBlind } from '@/lib/rounds/steps';
import { entityChange, entityInput, type Entity, type EntityBefore } from './entity';
import { fold } from './folding';
import { findEntity, refusalsWhere, usesOf } from './queries';
import { addEntityRow, requireEntity } from './steps';
import { refusalIds, refusalInput, type SuggestionRefusal } from './suggestion';

const nothing = z.strictObject({});
const inProject = async (_: WriteContext, id: string) => ({ id });

export const addEntity = command(
  { verb: 'entity.add', input: entityInput, subject: 'project', load: inProject, status: 201 },
  async (ctx, input) => findEntity(ctx, await addEntityRow(ctx, input)),
);

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The columns that a change gives another value. */
function changedColumns(entity: Entity, { aliases: _, ...change }: z.output<typeof entityChange>) {
  const before = { ...entity, institutionId: entity.institution?.id ?? null };
  return Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) => value !== undefined && !same(value, before[field as keyof typeof change]),
    ),
  ) as Omit<z.output<typeof entityChange>, 'aliases'>;
}

/** Makes the aliases exactly these, the name itself excepted; says whether that changed anything. */
async function setAliases(ctx: WriteContext, entity: Entity, name: string, wanted: string[]): Promise<boolean> {
  const next = new Set(wanted.filter((alias) => alias !== name));
  // Names that came with merged entities are theirs, and go with them when a merge is undone.
  const own = await ctx.db.alias.findMany({ where: { entityId: entity.id }, select: { name: true } });
  const gone = own.map((alias) => alias.name).filter((alias) => !next.has(alias));
  const added = [...next].filter((alias) => !entity.aliases.includes(alias));
  if (gone.length) await ctx.db.alias.deleteMany({ where: { entityId: entity.id, name: { in: gone } } });
  if (added.length)
    await ctx.db.alias.createMany({
      data: added.map((alias) => ({
        projectId: ctx.projectId,
        entityId: entity.id,
        name: alias,
        createdBy: ctx.actor.userId,
        createdAt: ctx.now,
      })),
    });
  return gone.length + added.length > 0;
}

/** Keeps what a change takes the place of. */
async function keepBefore(ctx: WriteContext, entity: Entity, fields: string[]): Promise<void> {
  const said = { ...entity, institution: entity.institution?.name ?? null };
  const named = fields.map((field) => (field === 'institutionId' ? 'institution' : field) as keyof EntityBefore);
  await ctx.db.entityVersion.create({
    data: {
      projectId: ctx.projectId,
      entityId: entity.id,
      number: entity.version,
      before: Object.fromEntries(named.map((field) => [field, said[field]])),
      replacedBy: ctx.actor.userId,
      replacedAt: ctx.now,
    },
  });
}

/** Changes an entity. A change that changes nothing leaves version and log alone. */
export const saveEntity = command(
  { verb: 'entity.save', input: entityChange, subject: 'entity', load: findEntity, ifMatch: true },
  async (ctx, change, entity) => {
    if (change.institutionId === entity.id)
      throw invalid([{ path: 'institutionId', message: 'A source does not belong to itself.' }]);
    const data = changedColumns(entity, change);
    await requireEntity(ctx, data.institutionId, 'institutionId');
    const renamed = await setAliases(ctx, entity, data.name ?? entity.name, change.aliases ?? entity.aliases);
    const fields = [...Object.keys(data), ...(renamed ? ['aliases'] : [])];
    if (fields.length === 0) return entity;
    const version = entity.version + 1;
    await keepBefore(ctx, entity, fields);
    await ctx.db.entity.update({ where: { id: entity.id }, data: { ...data, version } });
    ctx.record({ type: 'entity.saved', subjectType: 'entity', subjectId: entity.id, version, fields });
    return findEntity(ctx, entity.id);
  },
);

/** Deletes an entity that nothing names any more. Throws `not-allowed-now` with what still does. */
export const deleteEntity = command(
  { verb: 'entity.delete', input: nothing, subject: 'entity', load: findEntity, ifMatch: true },
  async (ctx, _, entity) => {
    await refuseWhileBlind(
      ctx,
      'A blind round is open, and hidden work may name this entity: it can be deleted after the reveal.',
    );
    const missing = await usesOf(ctx, entity);
    if (missing.length) throw new Refusal('not-allowed-now', `“${entity.name}” is still in use.`, { missing });
    const version = entity.version + 1;
    await ctx.db.entity.update({
      where: { id: entity.id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version },
    });
    ctx.record({ type: 'entity.deleted', subjectType: 'entity', subjectId: entity.id, version });
    return { ...entity, version };
  },
);

export const restoreEntity = command(
  {
    verb: 'entity.delete',
    input: nothing,
    subject: 'entity',
    load: (ctx, id) => findEntity(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, _, entity) => {
    const version = entity.version + 1;
    await ctx.db.entity.update({ where: { id: entity.id }, data: { deletedAt: null, deletedBy: null, version } });
    ctx.record({ type: 'entity.restored', subjectType: 'entity', subjectId: entity.id, version });
    return findEntity(ctx, entity.id);
  },
);

/** What a refusal is recorded on: the entity that the name would have been tagged with, else the project. */
function recordOn(ctx: WriteContext, type: 'suggestion.refused' | 'suggestion.allowed', refusals: SuggestionRefusal[]) {
  for (const subjectId of new Set(refusals.map(({ entity }) => entity?.id ?? ctx.projectId)))
    ctx.record({ type, subjectType: subjectId === ctx.projectId ? 'project' : 'entity', subjectId, version: 1 });
}

/** Suggests a name no more to anybody in the project. Refusing the same pair again keeps the first refusal and is not recorded. */
export const refuseSuggestion = command(
  { verb: 'suggestion.refuse', input: refusalInput, subject: 'project', load: inProject, status: 201 },
  async (ctx, input): Promise<SuggestionRefusal> => {
    const { projectId } = ctx;
    const folded = fold(input.name);
    if (folded === '') throw invalid([{ path: 'name', message: 'There is no name in this.' }]);
    const target = 'entityId' in input ? { entityId: input.entityId } : { type: input.type };
    await requireEntity(ctx, target.entityId, 'entityId');
    const pair = { projectId, folded, ...target };
    const [there] = await refusalsWhere(ctx, projectId, pair);
    if (there) return there;
    const told = { name: input.name, refusedBy: ctx.actor.userId, refusedAt: ctx.now };
    // Taken back once: the row of the pair serves again.
    const again = await ctx.db.refusedName.updateMany({
      where: pair,
      data: { ...told, deletedAt: null, deletedBy: null },
    });
    if (again.count === 0) await ctx.db.refusedName.create({ data: { ...pair, ...told } });
    const [made] = await refusalsWhere(ctx, projectId, pair);
    recordOn(ctx, 'suggestion.refused', [made!]);
    return made!;
  },
);

/** Takes refusals back: what they named is suggested again. Throws `not-found` when one of the ids is none. */
export const allowSuggestions = command(
  { verb: 'suggestion.refuse', input: refusalIds, subject: 'project', load: inProject },
  async (ctx, { ids }) => {
    const refusals = await refusalsWhere(ctx, ctx.projectId, { id: { in: ids } });
    if (refusals.length !== new Set(ids).size) throw notFound();
    await ctx.db.refusedName.updateMany({
      where: { id: { in: ids } },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId },
    });
    recordOn(ctx, 'suggestion.allowed', refusals);
    return { ids };
  },
);
