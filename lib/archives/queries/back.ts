import type { ReadContext } from '@/lib/core/context';
import { unscoped } from '@/lib/core/db';
import { peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { isHiding } from '@/lib/rounds/queries';
import type { Back } from '../archive';

const named = new Intl.ListFormat('en');

/**
 * Whether the project can be taken back, as the actor who brought it in; null for one that was begun here. What others have done in it
 * keeps it, but for having joined; what the actor did themselves since is counted, and goes with it.
 */
export async function findWayBack(ctx: ReadContext, projectId: string): Promise<Back | null> {
  const { db, actor } = ctx;
  const came = await db.event.findFirst({
    where: { AND: [visible(ctx), { projectId, type: 'project.brought' }] },
    select: { seq: true, actorId: true },
  });
  if (!came) return null;
  const since = await db.event.groupBy({
    by: ['actorId'],
    where: { AND: [visible(ctx), { projectId, seq: { gt: came.seq }, type: { not: 'member.joined' } }] },
    _count: true,
  });
  const who = await peopleOf(ctx, projectId);
  const others = since.filter(({ actorId }) => actorId !== actor.userId).map(({ actorId }) => who(actorId).name);
  const own = since.find(({ actorId }) => actorId === actor.userId)?._count ?? 0;
  const { headSeq } = await db.project.findUniqueOrThrow({ where: { id: projectId }, select: { headSeq: true } });
  const why = async () => {
    if (came.actorId !== actor.userId) return `Only ${who(came.actorId).name}, who brought it in, can take it back.`;
    if (await isHiding(ctx, projectId)) return 'A blind round is open: others may have worked in it, unseen. It stays.';
    if (others.length > 0)
      return `${named.format(others)} worked in it since: it stays, so that nobody’s work is lost.`;
    return null;
  };
  return { head: Number(headSeq), since: own, why: await why() };
}

export type TakenBack = { id: string; name: string; at: string; by: { id: string; email: string; name: string } };

/** The projects that were taken back, oldest first: for whoever runs the server. */
export async function listTakenBack(): Promise<TakenBack[]> {
  const rows = await unscoped().$queryRaw<(Omit<TakenBack, 'at'> & { at: Date })[]>`
    SELECT p.id, p.name, p.taken_back_at AS at, json_build_object('id', u.id, 'email', u.email, 'name', u.name) AS by
    FROM project p CROSS JOIN LATERAL (SELECT e.actor_id FROM event e WHERE e.project_id = p.id AND e.type = 'project.taken-back'
      ORDER BY e.seq DESC LIMIT 1) e JOIN "user" u ON u.id = e.actor_id
    WHERE p.taken_back_at IS NOT NULL ORDER BY p.taken_back_at, p.id`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
