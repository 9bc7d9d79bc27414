import type { z } from 'zod';
import type { WriteContext } from '@/lib/core/context';
import { invalid } from '@/lib/core/errors';
import type { entityInput } from './entity';

/** Adds an entity with its aliases, inside the caller's write; answers its id. */
export async function addEntityRow(ctx: WriteContext, input: z.output<typeof entityInput>): Promise<string> {
  const { aliases = [], description = '', externalIds = [], institutionId = null, type, name } = input;
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

/** Refuses an id that is no living entity of this project; `path` is the field to blame. */
export async function requireEntity(ctx: WriteContext, id: string | null | undefined, path: string): Promise<void> {
  if (!id) return;
  const found = await ctx.db.entity.findFirst({
    where: { id, projectId: ctx.projectId, deletedAt: null },
    select: { id: true },
  });
  if (!found) throw invalid([{ path, message: 'This entity is not in the project.' }]);
}

/** Remembers how a source spells an entity's name. The name itself and known aliases change nothing. */
export async function rememberSpelling(ctx: WriteContext, entityId: string, spelling: string): Promise<void> {
  const name = spelling.replace(/\s+/g, ' ').trim().slice(0, 300);
  const entity = await ctx.db.entity.findUniqueOrThrow({ where: { id: entityId }, select: { name: true, type: true } });
  if (!name || name === entity.name || entity.type === 'unnamed-source') return;
  await ctx.db.alias.createMany({
    data: [{ projectId: ctx.projectId, entityId, name, createdBy: ctx.actor.userId, createdAt: ctx.now }],
    skipDuplicates: true,
  });
}
