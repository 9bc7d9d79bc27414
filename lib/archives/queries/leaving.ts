import type { ReadContext } from '@/lib/core/context';
import { notFound, Refusal } from '@/lib/core/errors';
import { roleIn } from '@/lib/members/queries';
import { may, visible } from '@/lib/permissions';
import { FETCHED_WITHIN } from '../archive';
import { findWayBack } from './back';

type Ctx = Pick<ReadContext, 'db' | 'actor'>;

/** Throws `not-allowed-now` while a blind round is open: an archive would show what it hides, or lack it. */
export async function requireNoBlindRound({ db }: Ctx, projectId: string): Promise<void> {
  const open = await db.round.findMany({
    where: { projectId, blind: true, revealedAt: null },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
  if (open.length === 0) return;
  throw new Refusal(
    'not-allowed-now',
    'A blind round is open: an archive of all would show what it hides. Take the archive after the reveal.',
    {
      missing: open.map(({ id, name }) => ({
        code: 'blind-round',
        words: `The reveal of the blind round “${name}”`,
        href: `/projects/${projectId}/rounds/${id}`,
      })),
    },
  );
}

/** What of a project may not leave it, in words: an archive holds everything as it is, and nothing can be replaced in it. */
export async function keptInside({ db }: Ctx, projectId: string): Promise<string[]> {
  const sources = await db.entity.count({ where: { projectId, protectedAt: { not: null } } });
  const { marking } = await db.project.findUniqueOrThrow({ where: { id: projectId }, select: { marking: true } });
  const red = await db.article.count({ where: { projectId, marking: 'red', deletedAt: null } });
  return [
    ...(sources > 0 ? [sources === 1 ? 'a protected source' : `${sources} protected sources`] : []),
    ...(marking === 'red' ? ['the marking TLP:RED'] : []),
    ...(marking !== 'red' && red > 0
      ? [red === 1 ? 'an article marked TLP:RED' : `${red} articles marked TLP:RED`]
      : []),
  ];
}

/** Throws `not-allowed-now` where the door may not hand the archive of a project to anybody. */
export async function requireMayLeave(ctx: Ctx, projectId: string): Promise<void> {
  await requireNoBlindRound(ctx, projectId);
  const kept = await keptInside(ctx, projectId);
  if (kept.length === 0) return;
  throw new Refusal(
    'not-allowed-now',
    `This project has ${kept.join(' and ')}, which stay inside it, and an archive holds everything as it is. Whoever runs this server can write one on its command line; exports leave out what may not leave.`,
  );
}

/** Throws unless a lead of the project asked for its archive just now, so that none leaves without a line in the log. */
export async function requireTaken(ctx: Ctx, projectId: string): Promise<void> {
  const answer = may({ userId: ctx.actor.userId, role: roleIn(ctx, projectId) }, 'archive.take');
  if (answer !== true) throw new Refusal(answer.code, answer.why);
  const taken = await ctx.db.event.findFirst({
    where: {
      AND: [visible(ctx), { projectId, type: 'project.archived', actorId: ctx.actor.userId }],
      at: { gt: new Date(Date.now() - FETCHED_WITHIN) },
    },
    select: { seq: true },
  });
  if (taken) return;
  throw new Refusal('not-allowed-now', 'Ask for the archive first, so that the log of the project tells of it.');
}

/** What a file of the archive is named after. */
export async function nameOf({ db }: Ctx, projectId: string): Promise<string> {
  const project = await db.project.findUnique({ where: { id: projectId }, select: { name: true } });
  if (!project) throw notFound();
  return project.name;
}

/** The archive that a project was brought in from, by whom and when. */
export async function findOrigin(ctx: ReadContext, projectId: string) {
  roleIn(ctx, projectId);
  const came = await ctx.db.event.findFirst({
    where: { AND: [visible(ctx), { projectId, type: 'project.brought' }] },
    select: { fields: true, actorId: true, at: true },
    orderBy: { seq: 'asc' },
  });
  if (!came) return { archive: null };
  const back = roleIn(ctx, projectId) === 'lead' ? await findWayBack(ctx, projectId) : null;
  const who = await ctx.db.user.findUniqueOrThrow({ where: { id: came.actorId }, select: { name: true } });
  return { archive: { sha256: came.fields[0]!, broughtBy: who.name, broughtAt: came.at.toISOString(), back } };
}
