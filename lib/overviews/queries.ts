import { countStates } from '@/lib/articles/queries/listing';
import { countInReview, countStatuses } from '@/lib/claims/queries/listing';
import type { ReadContext } from '@/lib/core/context';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { countAssigned, countOpenQuestions } from '@/lib/questions/queries/questions';
import { countByAuthor } from '@/lib/reviews/queries/by-author';
import { listNotHandedIn, listReveals } from '@/lib/rounds/queries/figures';
import { countOpenThreads, listUnanswered } from '@/lib/threads/queries';
import { keeping } from './kept';
import { awaited, owed, type MemberStanding, type Overview, type OwnWork, type Standing } from './overview';

type Tally = Standing & { overdue: number; askers: Set<string> };
const nothing = (): Tally => ({
  ...{ waiting: 0, inReview: 0, sentBack: 0, rounds: 0, questions: 0, mentions: 0, overdue: 0 },
  askers: new Set(),
});

/** What waits for whom, by member: one statement a kind, of everybody or of one member. */
async function tallies(ctx: ReadContext, projectId: string, userId?: string): Promise<Map<string, Tally>> {
  const found = new Map<string, Tally>();
  const add = (id: string, of: Partial<Standing> & { overdue?: number }, askers: readonly string[] = []) => {
    const tally = found.get(id) ?? nothing();
    found.set(id, tally);
    for (const [name, n] of Object.entries(of) as [keyof Standing, number][]) tally[name] += n;
    for (const asker of askers) if (asker !== id) tally.askers.add(asker);
  };
  for (const { userId: id, waiting, sentBack, against } of await countByAuthor(ctx, projectId, userId))
    add(id, { waiting, sentBack }, against);
  for (const { userId: id, n } of await countInReview(ctx, projectId, userId)) add(id, { inReview: n });
  for (const { userId: id, askers } of await listNotHandedIn(ctx, projectId, userId)) add(id, { rounds: 1 }, askers);
  for (const { userId: id, askerId, n, overdue } of await countAssigned(ctx, projectId, userId))
    add(id, { questions: n, overdue }, [askerId]);
  // A thread in which two mention somebody waits once.
  const threads = new Set<string>();
  for (const { userId: id, threadId, askerId } of await listUnanswered(ctx, projectId, userId)) {
    const key = `${id} ${threadId}`;
    add(id, { mentions: threads.has(key) ? 0 : 1 }, [askerId]);
    threads.add(key);
  }
  return found;
}

async function peopleIn(ctx: ReadContext, projectId: string): Promise<MemberStanding[]> {
  const who = await peopleOf(ctx, projectId);
  const found = await tallies(ctx, projectId);
  return [...found]
    .map(([id, { askers, overdue: _, ...standing }]) => ({
      person: who(id),
      ...standing,
      askers: [...askers].map(who),
    }))
    .filter((one) => owed(one) + awaited(one) > 0)
    .map((one) => ({
      ...one,
      askers: one.askers.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)),
    }))
    .sort((a, b) => owed(b) - owed(a) || awaited(b) - awaited(a) || (a.person.id < b.person.id ? -1 : 1));
}

/** Each figure is the length of a list that the same person can open. */
async function reckon(ctx: ReadContext, projectId: string): Promise<Overview> {
  const reveals = await listReveals(ctx, projectId);
  return {
    articles: await countStates(ctx, projectId),
    claims: await countStatuses(ctx, projectId),
    questions: await countOpenQuestions(ctx, projectId),
    threads: await countOpenThreads(ctx, projectId),
    agreement: reveals.map(({ at, ...reveal }) => ({ ...reveal, at: at.toISOString() })),
    people: await peopleIn(ctx, projectId),
  };
}

const overviews = keeping<Overview>();

async function headOf({ db }: ReadContext, projectId: string): Promise<number> {
  const project = await db.project.findUniqueOrThrow({ where: { id: projectId }, select: { headSeq: true } });
  return Number(project.headSeq);
}

/**
 * A project at a glance. Throws `not-found`. The last answer is kept while nothing happens: every figure changes by what the log tells of,
 * or with the day. The head is read first, so that what happens meanwhile makes the answer old, never new. In a blind round the head moves
 * for everybody, whoever may see what happened.
 */
export async function findOverview(ctx: ReadContext, projectId: string): Promise<Overview> {
  roleIn(ctx, projectId);
  const key = [projectId, ctx.actor.userId, new Date().toISOString().slice(0, 10)].join(' ');
  return overviews.of(key, await headOf(ctx, projectId), () => reckon(ctx, projectId));
}

/** The actor's own work at a glance. Throws `not-found`. */
export async function findOwnWork(ctx: ReadContext, projectId: string): Promise<OwnWork> {
  roleIn(ctx, projectId);
  const { userId } = ctx.actor;
  const { askers: _, ...own } = (await tallies(ctx, projectId, userId)).get(userId) ?? nothing();
  return own;
}
