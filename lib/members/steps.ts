import type { WriteContext } from '@/lib/core/context';
import { invalid } from '@/lib/core/errors';
import type { Role } from '@/lib/permissions';

/** Makes somebody a member, inside the caller's write; one who was removed before comes back in the new role. Answers the membership's id and version. */
export async function joinProject(
  ctx: Pick<WriteContext, 'db' | 'now'>,
  projectId: string,
  userId: string,
  role: Role,
): Promise<{ id: string; version: number }> {
  const was = await ctx.db.member.findUnique({
    where: { projectId_userId: { projectId, userId } },
    select: { id: true, deletedAt: true },
  });
  const fields = { id: true, version: true } as const;
  if (!was) return ctx.db.member.create({ data: { projectId, userId, role, createdAt: ctx.now }, select: fields });
  if (!was.deletedAt) throw invalid([{ path: 'email', message: 'This person is a member already.' }]);
  return ctx.db.member.update({
    where: { id: was.id },
    data: { role, deletedAt: null, deletedBy: null, version: { increment: 1 } },
    select: fields,
  });
}
