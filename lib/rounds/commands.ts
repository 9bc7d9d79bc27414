import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { findRound, hidingRounds } from './queries';
import { isLast, refusalOf } from './possible';
import { roundInput, type Round } from './round';
import { reveal } from './steps';

const nothing = z.strictObject({});
type Input = z.output<typeof roundInput>;

/** Refuses what is no living article, claim or analyst of this project. */
async function requireAll(ctx: WriteContext, { articleIds = [], claimIds = [], analystIds }: Input): Promise<void> {
  const { projectId } = ctx;
  const living = { projectId, deletedAt: null };
  const articles = await ctx.db.article.count({ where: { id: { in: articleIds }, ...living } });
  const claims = await ctx.db.claim.count({ where: { id: { in: claimIds }, ...living } });
  const analysts = await ctx.db.member.count({
    where: { userId: { in: analystIds }, ...living, role: { not: 'viewer' } },
  });
  const issues = [
    ...(articles === articleIds.length
      ? []
      : [{ path: 'articleIds', message: 'One of these articles is not in the project.' }]),
    ...(claims === claimIds.length
      ? []
      : [{ path: 'claimIds', message: 'One of these claims is not in the project.' }]),
    ...(analysts === analystIds.length
      ? []
      : [{ path: 'analystIds', message: 'A round is done by members of the project, and viewers only look.' }]),
  ];
  if (issues.length) throw invalid(issues);
}

async function refuseTaken(ctx: WriteContext, input: Input): Promise<void> {
  const taken = await hidingRounds(ctx, input);
  if (taken.length === 0) return;
  const words = taken.length === 1 ? '1 of them is' : `${taken.length} of them are`;
  throw new Refusal('not-allowed-now', `${words} in another blind round that is open.`, {
    missing: [...new Map(taken.map(({ round }) => [round.id, round])).values()].map(({ id, name, projectId }) => ({
      code: 'blind-round',
      words: `The reveal of “${name}”`,
      href: `/projects/${projectId}/rounds/${id}`,
    })),
  });
}

/** Gives articles or claims to analysts. A blind round hides at once what others have on them already. */
export const openRound = command(
  {
    verb: 'round.open',
    input: roundInput,
    subject: 'project',
    load: async (_: WriteContext, id: string) => ({ id }),
    status: 201,
  },
  async (ctx, input) => {
    const { name, blind, articleIds = [], claimIds = [], analystIds } = input;
    await requireAll(ctx, input);
    if (blind) await refuseTaken(ctx, input);
    const { projectId } = ctx;
    const { id } = await ctx.db.round.create({
      data: { projectId, name, blind, createdBy: ctx.actor.userId, createdAt: ctx.now },
      select: { id: true },
    });
    const on = { projectId, roundId: id };
    await ctx.db.roundItem.createMany({
      data: [
        ...articleIds.map((articleId) => ({ ...on, articleId, hides: blind })),
        ...claimIds.map((claimId) => ({ ...on, claimId, hides: blind })),
      ],
    });
    await ctx.db.roundAnalyst.createMany({ data: analystIds.map((analystId) => ({ ...on, analystId })) });
    if (blind) await ctx.db.$queryRaw`SELECT hide_round(${id}::uuid)::text`;
    ctx.record({ type: 'round.opened', subjectType: 'round', subjectId: id, version: 1 });
    return findRound(ctx, id);
  },
);

/** Whether the actor has handed in. Throws `forbidden` for whom the round was not given to. */
function ownHandIn(ctx: WriteContext, round: Round): boolean {
  const own = round.analysts.find(({ analyst }) => analyst.id === ctx.actor.userId);
  if (!own) throw new Refusal('forbidden', 'This round was not given to you: there is nothing to hand in.');
  return own.handedInAt !== null;
}

async function setHandedIn(ctx: WriteContext, round: Round, handedInAt: Date | null): Promise<number> {
  const version = round.version + 1;
  await ctx.db.roundAnalyst.updateMany({
    where: { roundId: round.id, analystId: ctx.actor.userId },
    data: { handedInAt },
  });
  await ctx.db.round.update({ where: { id: round.id }, data: { version } });
  return version;
}

const refuse = (why: string | null) => {
  if (why) throw new Refusal('not-allowed-now', why);
};

/** "I am done." The last hand-in reveals a blind round. */
export const handInRound = command(
  { verb: 'round.hand-in', input: nothing, subject: 'round', load: findRound, ifMatch: true },
  async (ctx, _, round) => {
    refuse(refusalOf('hand-in', round, ownHandIn(ctx, round)));
    const version = await setHandedIn(ctx, round, ctx.now);
    ctx.record({ type: 'round.handed-in', subjectType: 'round', subjectId: round.id, version });
    if (round.blind && isLast(round, ctx.actor.userId)) await reveal(ctx, { ...round, version }, false);
    return () => findRound(ctx, round.id);
  },
);

/** Takes one's hand-in back, to go on; possible until the reveal. */
export const takeBackHandIn = command(
  { verb: 'round.hand-in', input: nothing, subject: 'round', load: findRound, ifMatch: true },
  async (ctx, _, round) => {
    refuse(refusalOf('take-back', round, ownHandIn(ctx, round)));
    const version = await setHandedIn(ctx, round, null);
    ctx.record({ type: 'round.taken-back', subjectType: 'round', subjectId: round.id, version });
    return () => findRound(ctx, round.id);
  },
);

/** A lead shows what a blind round hides before all have handed in; it is recorded that it was early. */
export const revealRound = command(
  { verb: 'round.reveal', input: nothing, subject: 'round', load: findRound, ifMatch: true },
  async (ctx, _, round) => {
    refuse(refusalOf('reveal', round));
    const early = round.analysts.some(({ handedInAt }) => handedInAt === null);
    await reveal(ctx, round, early);
    return () => findRound(ctx, round.id);
  },
);
