import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retractArticle } from '@/lib/articles/commands';
import { articleFilter, articleStates } from '@/lib/articles/article';
import { listArticles } from '@/lib/articles/queries/listing';
import { claimFilter, claimStatuses } from '@/lib/claims/claim';
import { assessClaim } from '@/lib/claims/commands/claims';
import { listClaims } from '@/lib/claims/queries/listing';
import type { Actor, ReadContext } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { api } from '@/lib/api/routes';
import { findSession, openSession } from '@/lib/auth/sessions';
import { closeAll, expectRefusal, rows } from '@/lib/core/testing';
import { mergeEntity } from '@/lib/merges/commands/merges';
import { addQuestion, settleQuestion } from '@/lib/questions/commands/questions';
import { questionFilter } from '@/lib/questions/question';
import { listQuestions } from '@/lib/questions/queries/questions';
import { findReviewQueue } from '@/lib/reviews/queries/queue';
import { queueFilter } from '@/lib/reviews/review';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { handInRound, openRound, revealRound } from '@/lib/rounds/commands';
import { findMoves, findRound, listRounds } from '@/lib/rounds/queries';
import { addComment, closeThread, startThread } from '@/lib/threads/commands';
import { listThreads } from '@/lib/threads/queries';
import { threadFilter } from '@/lib/threads/thread';
import type { MemberStanding, Overview, OwnWork } from './overview';
import { findOverview, findOwnWork } from './queries';

let at: Bench;
beforeAll(async () => {
  at = await bench();
  await work();
}, 120_000);
afterAll(closeAll);

const mentioning = (actor: Actor) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'mention', attrs: { id: actor.userId, label: actor.name } },
        { type: 'text', text: ' look?' },
      ],
    },
  ],
});
const start = (actor: Actor, subject: { type: string; id: string }, body: object, more = {}) =>
  startThread({ actor, id: at.projectId, input: { subject, body, ...more } }).then(({ body: thread }) => thread);
const ask = (text: string, more: object, actor = at.lead) =>
  addQuestion({ actor, id: at.projectId, input: { text, ...more } }).then(({ body }) => body);

/** One of everything that is counted, and beside each something that is not. */
async function work() {
  const judged = await at.bring();
  const { tag: accepted } = await at.cite({ statement: 'Judged.' }, { where: judged.id });
  await at.judge(accepted.id, 'accept');
  const { id: gone } = await at.bring();
  await retractArticle({ actor: at.lead, id: gone, input: { reason: 'Made up.' }, ifMatch: '"1"' });
  await at.bring();

  await at.mention({ name: 'The mayor' }, at.other);
  const { tag: contested } = await at.cite({ statement: 'Contested.' });
  await at.judge(contested.id, 'accept');
  await at.judge(contested.id, 'reject', at.lead);
  const { tag: back } = await at.cite({ statement: 'Sent back.' });
  await at.judge(back.id, 'needs-work');

  const { claimId } = await at.inReview();
  const { claimId: returned } = await at.inReview();
  await at.decide(returned, 'needs-work');
  await at.approved();

  await ask('Overdue?', { assigneeId: at.analyst.userId, dueOn: '2020-01-01' });
  await ask('Of nobody?', { dueOn: '2999-01-01' });
  const settled = await ask('Settled?', { assigneeId: at.analyst.userId, dueOn: '2020-01-01' });
  await settleQuestion({
    actor: at.lead,
    id: settled.id,
    input: { claimId: null, reason: 'Enough.' },
    ifMatch: `"${settled.version}"`,
  });

  const on = { type: 'claim', id: claimId };
  await start(at.lead, on, mentioning(at.analyst));
  const answered = await start(at.lead, on, mentioning(at.analyst));
  await addComment({ actor: at.analyst, id: answered.id, input: { body: { text: 'Yes.' } } });
  const closed = await start(at.lead, on, mentioning(at.analyst));
  await closeThread({ actor: at.lead, id: closed.id, input: { outcome: 'withdrawn' }, ifMatch: `"${closed.version}"` });
  await start(at.other, on, { text: 'No.' }, { blocksApproval: true });
}

/** The lengths of the lists that the figures lead to. */
const lists = (ctx: ReadContext) => {
  const of = async (list: Promise<{ items: unknown[] }>) => (await list).items.length;
  const id = at.projectId;
  const queue = async (filter: object) => {
    const { tags, claims } = await findReviewQueue(ctx, id, queueFilter.parse({ limit: 500, ...filter }));
    return tags.length + claims.length;
  };
  return {
    articles: (state: string) => of(listArticles(ctx, id, articleFilter.parse({ state, limit: 500 }))),
    claims: (filter: object) => of(listClaims(ctx, id, claimFilter.parse({ limit: 500, ...filter }))),
    questions: (filter: object) => of(listQuestions(ctx, id, questionFilter.parse({ limit: 500, ...filter }))),
    threads: (filter: object) => of(listThreads(ctx, id, threadFilter.parse({ limit: 500, ...filter }))),
    rounds: (waitsFor: string) => of(listRounds(ctx, id, { waitsFor })),
    queue,
  };
};

async function standingBy(ctx: ReadContext, userId: string): Promise<OwnWork> {
  const list = lists(ctx);
  return {
    waiting: await list.queue({ kind: 'waiting', authorId: userId }),
    inReview: await list.claims({ status: 'in-review', creatorId: userId }),
    sentBack: await list.queue({ kind: 'mine', authorId: userId }),
    rounds: await list.rounds(userId),
    questions: await list.questions({ state: 'open', assigneeId: userId }),
    mentions: await list.threads({ waitsFor: userId }),
    overdue: await list.questions({ due: 'overdue', assigneeId: userId }),
  };
}

/** Compares every figure that an actor sees with the length of its list. */
async function expectLengths(actor: Actor): Promise<Overview> {
  return read(actor, async (ctx) => {
    const seen = await findOverview(ctx, at.projectId);
    const list = lists(ctx);
    for (const state of articleStates)
      expect([state, seen.articles[state]]).toEqual([state, await list.articles(state)]);
    for (const status of claimStatuses)
      expect([status, seen.claims[status]]).toEqual([status, await list.claims({ status })]);
    expect(seen.questions).toEqual({
      open: await list.questions({ state: 'open' }),
      overdue: await list.questions({ due: 'overdue' }),
      nobody: await list.questions({ state: 'open', assigneeId: 'nobody' }),
    });
    expect(seen.threads).toEqual({
      open: await list.threads({ state: 'open' }),
      objections: await list.threads({ state: 'open', objections: 'open' }),
    });
    for (const { userId, name } of [at.viewer, at.analyst, at.other, at.reviewer, at.lead]) {
      const { overdue: _, ...theirs } = await standingBy(ctx, userId);
      const found = seen.people.find(({ person }) => person.id === userId);
      const none = Object.fromEntries(Object.keys(theirs).map((key) => [key, 0]));
      expect([name, found ? figuresOf(found) : none]).toEqual([name, theirs]);
    }
    expect(await findOwnWork(ctx, at.projectId)).toEqual(await standingBy(ctx, actor.userId));
    return seen;
  });
}
const figuresOf = ({ person: _, askers: __, ...figures }: MemberStanding) => figures;

describe('every figure', () => {
  it('is the length of the list that it leads to, whoever looks', async () => {
    for (const actor of [at.viewer, at.analyst, at.other, at.reviewer, at.lead]) await expectLengths(actor);
    const seen = await expectLengths(at.lead);
    expect(seen.articles).toEqual({ untouched: 1, unreviewed: 1, reviewed: 1, retracted: 1 });
    expect(seen.claims).toMatchObject({ 'in-review': 1, approved: 1, stale: 0 });
    expect(seen.questions).toEqual({ open: 2, overdue: 1, nobody: 1 });
    expect(seen.threads.objections).toBe(1);
    const ana = seen.people[0]!;
    expect(ana).toMatchObject({ person: { name: 'Ana' }, sentBack: 3, questions: 1, mentions: 1, inReview: 1 });
    expect(ana.askers.map(({ name }) => name)).toEqual(['Lena', 'Otto', 'Rita']);
  });

  it('is read again by an open page without keeping a session from going idle', async () => {
    const { encode } = await import('next-auth/jwt');
    const { env } = await import('@/lib/core/env');
    const sid = await openSession(at.lead.userId, 'test');
    const cookie = `next-auth.session-token=${await encode({ token: { sid }, secret: env().AUTH_SECRET })}`;
    const { sessionId } = (await findSession(sid, false))!;
    const seenAt = new Date(Date.now() - 20 * 60_000);
    await rows().session.update({ where: { id: sessionId }, data: { seenAt } });
    const seen = async (path: string) => {
      const { status } = await api.request(`/api/v1/projects/${at.projectId}/${path}`, { headers: { cookie } });
      expect([path, status]).toEqual([path, 200]);
      return (await rows().session.findUniqueOrThrow({ where: { id: sessionId } })).seenAt;
    };
    expect([await seen('overview'), await seen('overview/mine')]).toEqual([seenAt, seenAt]);
    expect(await seen('questions')).not.toEqual(seenAt);
  });

  it('is nobody else’s, and nothing in an empty project', async () => {
    await expectRefusal(
      read(at.outsider, (ctx) => findOverview(ctx, at.projectId)),
      'not-found',
    );
    await expectRefusal(
      read(at.outsider, (ctx) => findOwnWork(ctx, at.projectId)),
      'not-found',
    );
    const none = await read(at.outsider, (ctx) => findOverview(ctx, at.elsewhere));
    expect(none).toMatchObject({ people: [], agreement: [], articles: { untouched: 0 } });
  });
});

it('tells of a blind round only what each may see, and of its agreement at the reveal what its page says', async () => {
  const { id: articleId } = await at.bring();
  const { claimId } = await at.cite({ statement: 'Judged blind.' });
  const { entityId: town } = await at.mention({ name: 'The town' });
  const { entityId: double } = await at.mention({ name: 'The towns' });
  const analysts = [at.analyst, at.other, at.reviewer];
  const input = {
    name: 'Blind',
    blind: true,
    articleIds: [articleId],
    claimIds: [claimId],
    analystIds: analysts.map(({ userId }) => userId),
  };
  const before = await read(at.viewer, (ctx) => findOverview(ctx, at.projectId));
  const { body: round } = await openRound({ actor: at.lead, id: at.projectId, input });
  const opened = await expectLengths(at.viewer);
  expect(opened.people.filter(({ rounds }) => rounds === 1)).toHaveLength(3);

  const say = (actor: Actor, tags: object[], where = 0) =>
    at.mark(tags, actor, articleId, { start: where, end: where + 3, quote: 'The' });
  await say(at.analyst, [{ entityId: town }, { claimId, stance: 'supports' }]);
  await say(at.other, [{ entityId: town }, { claimId, stance: 'contradicts' }]);
  await say(at.reviewer, [{ entityId: double }]);
  await assessClaim({ actor: at.analyst, id: claimId, input: { likelihood: 60 }, ifNoneMatch: '*' });
  await assessClaim({ actor: at.other, id: claimId, input: { likelihood: 'likely' }, ifNoneMatch: '*' });
  await assessClaim({ actor: at.reviewer, id: claimId, input: { likelihood: 5 }, ifNoneMatch: '*' });

  const { articles, people } = await expectLengths(at.viewer);
  expect(articles).toEqual(before.articles);
  expect(people.map(figuresOf)).toEqual(opened.people.map(figuresOf));
  expect((await expectLengths(at.analyst)).articles.untouched).toBe(articles.untouched - 1);
  expect((await expectLengths(at.lead)).agreement).toEqual([]);

  const now = await read(at.lead, (ctx) => findRound(ctx, round.id));
  await handInRound({ actor: at.analyst, id: round.id, input: {}, ifMatch: `"${now.version}"` });
  const waited = (await expectLengths(at.lead)).people.find(({ person }) => person.name === 'Otto')!;
  expect(waited.askers.map(({ name }) => name)).toContain('Ana');
  await revealRound({ actor: at.lead, id: round.id, input: {}, ifMatch: `"${now.version + 1}"` });
  const sums = async () => {
    const { pairs } = await read(at.viewer, (ctx) => findMoves(ctx, round.id));
    const [alike, differed] = [
      pairs.reduce((n, { alike }) => n + alike, 0),
      pairs.reduce((n, { differed }) => n + differed, 0),
    ];
    const { agreement } = await expectLengths(at.viewer);
    expect(agreement).toMatchObject([{ id: round.id, name: 'Blind', alike, differed }]);
    return [alike, differed];
  };
  expect(await sums()).toEqual([2, 9]);
  await mergeEntity({
    actor: at.reviewer,
    id: double,
    input: { otherId: town, reason: 'One town.' },
    ifMatch: await at.version(
      read(at.lead, async (ctx) => (await import('@/lib/entities/queries')).findEntity(ctx, double)),
    ),
  });
  expect(await sums()).toEqual([4, 5]);
});
