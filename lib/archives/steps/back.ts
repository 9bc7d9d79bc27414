import type { AccountContext, WriteContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';

/**
 * Takes a project away from everybody. All ways into a project ask for a membership, so this is the one place: what needs none (links,
 * invitations, background work) asks the mark. The moment is the same on all, by which they are found again.
 */
export async function endMemberships({ db, actor, now }: WriteContext, projectId: string): Promise<void> {
  await db.member.updateMany({
    where: { projectId, deletedAt: null },
    data: { deletedAt: now, deletedBy: actor.userId, version: { increment: 1 } },
  });
  await db.project.update({ where: { id: projectId }, data: { takenBackAt: now } });
}

/** Gives it back to those whose memberships ended with it; answers how many. Throws `not-found` where it was not taken back. */
export async function reviveMemberships({ db }: AccountContext, projectId: string): Promise<number> {
  const project = await db.project.findUnique({ where: { id: projectId }, select: { takenBackAt: true } });
  if (!project?.takenBackAt) throw notFound();
  await db.project.update({ where: { id: projectId }, data: { takenBackAt: null } });
  const { count } = await db.member.updateMany({
    where: { projectId, deletedAt: project.takenBackAt },
    data: { deletedAt: null, deletedBy: null, version: { increment: 1 } },
  });
  return count;
}
