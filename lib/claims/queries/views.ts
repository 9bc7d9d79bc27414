import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import type { Person } from '@/lib/core/words';
import { peopleOf } from '@/lib/members/queries';
import type { Prisma } from '@/prisma/generated/client';
import type { SavedView, ViewFilters } from '../saved-view';

type Row = Prisma.SavedViewGetPayload<object>;

const viewOf = (row: Row, who: (id: string) => Person): SavedView => ({
  id: row.id,
  projectId: row.projectId,
  name: row.name,
  filters: row.filters as ViewFilters,
  shared: row.shared,
  creator: who(row.createdBy),
  version: row.version,
  updatedAt: row.updatedAt.toISOString(),
});

/** One's own, and those that are shared. */
const seenBy = (userId: string): Prisma.SavedViewWhereInput => ({ OR: [{ createdBy: userId }, { shared: true }] });

/** The views of a project that the actor sees, by name. */
export async function listViews(
  ctx: ReadContext,
  projectId: string,
): Promise<{ items: SavedView[]; nextCursor: null }> {
  const who = await peopleOf(ctx, projectId);
  const rows = await ctx.db.savedView.findMany({
    where: { projectId, deletedAt: null, ...seenBy(ctx.actor.userId) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return { items: rows.map((row) => viewOf(row, who)), nextCursor: null };
}

/** One view to be changed; deleted ones only on demand. Throws `not-found`, for somebody else's own as well. */
export async function findView(ctx: ReadContext, id: string, deleted = false): Promise<SavedView> {
  const where = { id, deletedAt: deleted ? { not: null } : null, ...seenBy(ctx.actor.userId) };
  const row = await ctx.db.savedView.findFirst({ where });
  if (!row) throw notFound();
  return viewOf(row, await peopleOf(ctx, row.projectId));
}
