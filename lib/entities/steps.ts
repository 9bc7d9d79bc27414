import type { z } from 'zod';
import type { WriteContext } from '@/lib/core/context';
import { invalid } from '@/lib/core/errors';
import type { entityInput } from './entity';
import { asTyped } from './folding';
import { notGone } from './queries';

const STRANGER = 'This entity is not in the project.';

/** Adds an entity with its aliases, inside the caller's write; answers its id. `path` leads to the input's fields. */
export async function addEntityRow(ctx: WriteContext, input: z.output<typeof entityInput>, path = ''): Promise<string> {
  const { aliases = [], description = '', externalIds = [], institutionId = null, type, name } = input;
  await requireEntity(ctx, institutionId, `${path}institutionId`);
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
    const spellings = cited
      .filter(({ entityId }) => entityId === id)
      .map(({ spelling }) => spelling.replace(/\s+/g, ' ').trim().slice(0, 300));
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
  await ctx.db.alias.createMany({ data: fresh.map((one) => ({ ...base, ...one })), skipDuplicates: true });
}
