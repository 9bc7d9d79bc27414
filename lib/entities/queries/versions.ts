import type { ReadContext } from '@/lib/core/context';
import { peopleOf } from '@/lib/members/queries';
import type { EntityBefore, EntityVersion } from '../entity';
import { oneOf, readEntity } from '../queries';

/** What changes of an entity, and of what was merged into it, took the place of, newest first. Throws `not-found`. */
export async function listEntityVersions(
  ctx: ReadContext,
  id: string,
): Promise<{ items: EntityVersion[]; nextCursor: null }> {
  const { id: root, projectId } = await readEntity(ctx, id);
  const rows = await ctx.db.entityVersion.findMany({
    where: { entity: oneOf([root]) },
    orderBy: [{ replacedAt: 'desc' }, { id: 'desc' }],
    take: 200,
  });
  const who = await peopleOf(ctx, projectId);
  const items = rows.map(({ id, number, before, replacedBy, replacedAt }) => ({
    ...{ id, number, before: before as EntityBefore, replacedBy: who(replacedBy) },
    replacedAt: replacedAt.toISOString(),
  }));
  return { items, nextCursor: null };
}
