import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import type { Entity } from '../entity';
import { findEntity } from '../queries';

const nothing = z.strictObject({});

async function setProtected(ctx: WriteContext, entity: Entity, on: boolean): Promise<Entity> {
  if ((entity.protected !== null) === on) return entity;
  const version = entity.version + 1;
  const since = on ? { protectedAt: ctx.now, protectedBy: ctx.actor.userId } : { protectedAt: null, protectedBy: null };
  // What was merged into it is one with it: protection is lifted off all of them, or it would not be lifted.
  if (!on) await ctx.db.entity.updateMany({ where: { survivorId: entity.id }, data: since });
  await ctx.db.entity.update({ where: { id: entity.id }, data: { ...since, version } });
  const type = on ? 'entity.protected' : 'entity.unprotected';
  ctx.record({ type, subjectType: 'entity', subjectId: entity.id, version });
  return findEntity(ctx, entity.id);
}

/** Whoever may tag somebody as a source may protect them at once. */
export const protectEntity = command(
  { verb: 'entity.protect', input: nothing, subject: 'entity', load: findEntity, ifMatch: true },
  (ctx, _, entity) => setProtected(ctx, entity, true),
);

/** To name them again outside is a lead's to decide. */
export const unprotectEntity = command(
  { verb: 'entity.unprotect', input: nothing, subject: 'entity', load: findEntity, ifMatch: true },
  (ctx, _, entity) => setProtected(ctx, entity, false),
);
