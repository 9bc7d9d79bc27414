import type { z } from 'zod';
import type { WriteContext } from '@/lib/core/context';
import { invalid } from '@/lib/core/errors';
import type { entityInput } from './entity';
import { asTyped, spellingOf } from './folding';
import { notGone } from './queries';

const STRANGER = 'This entity is not in the project.';

type Input = z.output<typeof entityInput>;

/** The body that an entity is said to belong to: one that is there, or an organisation made now. */
async function institutionOf(ctx: WriteContext, input: Input, path: string): Promise<string | null> {
  const { institutionId = null, newInstitution: name } = input;
  if (name === undefined) {
    await requireEntity(ctx, institutionId, `${path}institutionId`);
    return institutionId;
  }
  if (institutionId)
    throw invalid([{ path: `${path}institutionId`, message: 'Either an existing institution or a new one.' }]);
  return addEntityRow(ctx, { type: 'organisation', name });
}

/** Adds an entity with its aliases, inside the caller's write; answers its id. `path` leads to the input's fields. */
export async function addEntityRow(ctx: WriteContext, input: Input, path = ''): Promise<string> {
  const { aliases = [], description = '', externalIds = [], type, name } = input;
  const institutionId = await institutionOf(ctx, input, path);
  const base = { projectId: ctx.projectId, createdBy: ctx.actor.userId, createdAt: ctx.now };
  const { id } = await ctx.db.entity.create({
    data: { ...base, type, name, description, externalIds, institutionId },
    select: { id: true },
  });
  const others = [...new Set(aliases)].filter((alias) => alias !== name);
  if (others.length)
    await ctx.db.alias.createMany({ data: others.map((alias) => ({ ...base, entityId: id, name: alias })) });
  ctx.record({ type: 'entity.added', subjectType: 'entity', subjectId: id, version: 1 });
  return id;
}

/**
 * Refuses ids that are no living entities of this project: each is given under the field to blame. A merged one is kept as it was
 * sent, and read as its survivor: whoever sent it had not heard of the merge, and an undo gives it back to whom they meant.
 */
export async function requireEntities(
  ctx: WriteContext,
  named: Record<string, string | null | undefined>,
): Promise<void> {
  const asked = Object.entries(named).filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (asked.length === 0) return;
  const found = await ctx.db.entity.findMany({
    where: { id: { in: [...new Set(asked.map(([, id]) => id))] }, projectId: ctx.projectId, ...notGone },
    select: { id: true },
  });
  const known = new Set(found.map(({ id }) => id));
  await refuse(
    ctx,
    asked.filter(([, id]) => !known.has(id)),
  );
}

/** Refuses entities by the field to blame: with the name of one that was deleted since it was chosen. */
async function refuse(
  { db, projectId }: WriteContext,
  strangers: readonly [path: string, id: string][],
): Promise<void> {
  if (strangers.length === 0) return;
  const where = { id: { in: strangers.map(([, id]) => id) }, projectId };
  const names = new Map(
    (await db.entity.findMany({ where, select: { id: true, name: true } })).map((e) => [e.id, e.name]),
  );
  const say = (path: string, name: string | undefined) => {
    if (name === undefined) return STRANGER;
    const what = path.endsWith('speakerId') ? 'speaker' : 'entity';
    return `The ${what} “${name}” was deleted meanwhile. Choose another, or make it again.`;
  };
  throw invalid(strangers.map(([path, id]) => ({ path, message: say(path, names.get(id)) })));
}

/** The same for one; `path` is the field to blame. */
export const requireEntity = (ctx: WriteContext, id: string | null | undefined, path: string): Promise<void> =>
  requireEntities(ctx, { [path]: id });

/** What an entity is called. */
export interface Names {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Its aliases, and what was merged into it is called. */
  readonly others: string[];
}

/** Of these ids the living entities of this project, and those that live on in another. */
const namesOf = ({ db, projectId }: WriteContext, ids: string[]) =>
  db.$queryRaw<Names[]>`SELECT e.id, e.type, e.name, ARRAY(
      SELECT l.name FROM alias l WHERE l.entity_id = e.id
      UNION SELECT a.name FROM entity a WHERE a.survivor_id = e.id
      UNION SELECT l.name FROM entity a JOIN alias l ON l.entity_id = a.id WHERE a.survivor_id = e.id) AS others
    FROM entity e WHERE e.id = ANY (${ids}::uuid[]) AND e.project_id = ${projectId}::uuid
      AND (e.deleted_at IS NULL OR e.survivor_id IS NOT NULL)`;

/** `requireEntity`, for who goes on to remember a spelling. */
export async function requireNames(ctx: WriteContext, id: string, path: string): Promise<Names> {
  const [names] = await namesOf(ctx, [id]);
  if (!names) await refuse(ctx, [[path, id]]);
  return names!;
}

/** Remembers how sources spell entities' names. A name that is known, or differs from one in capitals, dashes or apostrophes alone, changes nothing. */
export async function rememberSpellings(
  ctx: WriteContext,
  cited: readonly { entityId: string; spelling: string }[],
  known?: Names[],
): Promise<void> {
  if (cited.length === 0) return;
  const entities = known ?? (await namesOf(ctx, [...new Set(cited.map(({ entityId }) => entityId))]));
  const fresh = entities.flatMap(({ id, type, name, others }) => {
    if (type === 'unnamed-source') return [];
    const spellings = cited.filter(({ entityId }) => entityId === id).map(({ spelling }) => spellingOf(spelling));
    const known = new Set([name, ...others].map(asTyped));
    return spellings.flatMap((spelling) => {
      const typed = asTyped(spelling);
      if (typed === '' || known.has(typed)) return [];
      known.add(typed);
      return [{ entityId: id, name: spelling }];
    });
  });
  if (fresh.length === 0) return;
  const base = { projectId: ctx.projectId, createdBy: ctx.actor.userId, createdAt: ctx.now };
  await ctx.db.alias.createMany({
    data: fresh.map((one) => ({ ...base, ...one, remembered: true })),
    skipDuplicates: true,
  });
}

/**
 * Forgets spellings that were remembered of mentions which are gone by now, unless another mention of the entity is spelt like that.
 * A name that somebody gave it stays.
 */
export async function forgetSpellings(
  ctx: WriteContext,
  gone: readonly { entityId: string; spelling: string }[],
): Promise<void> {
  if (gone.length === 0) return;
  const lost = new Set(gone.map(({ entityId, spelling }) => `${entityId} ${asTyped(spellingOf(spelling))}`));
  const entityIds = [...new Set(gone.map(({ entityId }) => entityId))];
  const remembered = await ctx.db.alias.findMany({
    where: { entityId: { in: entityIds }, remembered: true },
    select: { id: true, entityId: true, name: true },
  });
  const doubtful = remembered.filter(({ entityId, name }) => lost.has(`${entityId} ${asTyped(name)}`));
  if (doubtful.length === 0) return;
  const living = await ctx.db.$queryRaw<{ entityId: string; quote: string }[]>`
    SELECT DISTINCT t.entity_id AS "entityId", h.quote FROM tag t JOIN highlight h ON h.id = t.highlight_id
    WHERE t.entity_id = ANY (${doubtful.map(({ entityId }) => entityId)}::uuid[])
      AND t.deleted_at IS NULL AND h.deleted_at IS NULL`;
  const borne = new Set(living.map(({ entityId, quote }) => `${entityId} ${asTyped(spellingOf(quote))}`));
  const ids = doubtful.flatMap(({ id, entityId, name }) => (borne.has(`${entityId} ${asTyped(name)}`) ? [] : [id]));
  await ctx.db.alias.deleteMany({ where: { id: { in: ids } } });
}
