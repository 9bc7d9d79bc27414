import type { ReadContext } from '@/lib/core/context';
import type { Person } from '@/lib/core/words';

const known = new WeakMap<ReadContext['db'], Map<string, Promise<Map<string, string>>>>();

/**
 * Who the ids of a project's members are, former members included: one read a request, however many views ask.
 * Answers a function from user id to person.
 */
export async function peopleOf(ctx: ReadContext, projectId: string): Promise<(userId: string) => Person> {
  let byProject = known.get(ctx.db);
  if (!byProject) known.set(ctx.db, (byProject = new Map()));
  let names = byProject.get(projectId);
  if (!names) byProject.set(projectId, (names = readNames(ctx, projectId)));
  const found = await names;
  return (id) => ({ id, name: found.get(id) ?? 'Somebody' });
}

async function readNames(ctx: ReadContext, projectId: string) {
  const members = await ctx.db.member.findMany({
    where: { projectId },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(members.map((member) => [member.userId, member.user.name]));
}
