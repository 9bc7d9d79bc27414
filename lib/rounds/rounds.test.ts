import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticle, deleteArticle } from '@/lib/articles/commands';
import { addClaim, assessClaim, deleteClaim, saveClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity, deleteEntity } from '@/lib/entities/commands';
import { findEntity } from '@/lib/entities/queries';
import { deleteHighlight, saveHighlight } from '@/lib/highlights/commands/highlights';
import { reviseArticle } from '@/lib/highlights/commands/revise';
import { saveTag } from '@/lib/highlights/commands/tags';
import { listHighlights } from '@/lib/highlights/queries';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { startThread } from '@/lib/threads/commands';
import { handInRound, openRound, revealRound, takeBackHandIn } from './commands';
import { findMoves, findRound, listRounds, readRound, workAtReveal, workNow } from './queries';
import { isLast, refusalOf } from './possible';
import { statusOf, type Round } from './round';

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

let serial = 0;
const TEXT = 'Harbour fell. Harbour rose.';
const article = async () =>
  (await addArticle({ actor: at.lead, id: at.projectId, input: { text: `${TEXT} ${++serial}` } })).body;
const entity = async () =>
  (await addEntity({ actor: at.lead, id: at.projectId, input: { type: 'place', name: `Town ${++serial}` } })).body.id;
const open = async (of: object, blind = true) => {
  const analystIds = [at.analyst.userId, at.other.userId];
  const input = { name: `Round ${++serial}`, blind, analystIds, ...of };
  return (await openRound({ actor: at.lead, id: at.projectId, input })).body;
};
const tagged = async (actor: Actor, id: string, entityId: string, start = 0) => {
  const input = { start, end: start + 7, quote: TEXT.slice(start, start + 7), tags: [{ entityId }] };
  return (await saveHighlight({ actor, id, input })).body;
};
const by = (command: typeof handInRound, actor: Actor, { id, version }: Round) =>
  command({ actor, id, input: {}, ifMatch: `"${version}"` });
const seenBy = async (actor: Actor, id: string) =>
  (await read(actor, (ctx) => listHighlights(ctx, id))).items.map((highlight) => highlight.id);

describe('the states of a round', () => {
  it('are those that hand-ins and the reveal make, whatever the order', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('hand-in', 'take-back', 'reveal'), fc.nat(2)), { maxLength: 20 });
    fc.assert(
      fc.property(steps, fc.boolean(), (actions, blind) => {
        const handedIn = [false, false, false];
        let revealedAt: true | null = null;
        for (const [action, who] of actions) {
          const round = { status: statusOf({ blind, revealedAt, handedIn }), blind };
          const refused = refusalOf(action as 'reveal', round, handedIn[who]!) !== null;
          if (round.status === 'revealed') expect(refused).toBe(true);
          if (refused) continue;
          if (action === 'reveal') revealedAt = true;
          else handedIn[who] = action === 'hand-in';
          if (blind && handedIn.every(Boolean)) revealedAt = true;
        }
        const status = statusOf({ blind, revealedAt, handedIn });
        expect(status === 'done').toBe(!blind && handedIn.every(Boolean));
        expect(status === 'revealed').toBe(blind && revealedAt !== null);
      }),
    );
    const pending = (handedInAt: string | null, id: string) => ({ analyst: { id, name: id }, handedInAt });
    expect(isLast({ analysts: [pending(null, 'a'), pending('now', 'b')] }, 'a')).toBe(true);
    expect(isLast({ analysts: [pending(null, 'a'), pending(null, 'b')] }, 'a')).toBe(false);
  });

  it('open → handed in → taken back → handed in by all: revealed, and recorded as not early', async () => {
    const { id: articleId } = await article();
    const round = await open({ articleIds: [articleId] });
    expect(round).toMatchObject({ status: 'open', blind: true, articleIds: [articleId], revealed: null, version: 1 });
    await expectRefusal(handInRound({ actor: at.analyst, id: round.id, input: {} }), 'version-required');
    await expectRefusal(by(handInRound, at.reviewer, round), 'forbidden');
    await expectRefusal(by(takeBackHandIn, at.analyst, round), 'not-allowed-now');
    const { body: handed } = await by(handInRound, at.analyst, round);
    await expectRefusal(by(handInRound, at.other, round), 'stale');
    await expectRefusal(by(handInRound, at.analyst, handed), 'not-allowed-now');
    await expectRefusal(tagged(at.analyst, articleId, await entity()), 'not-allowed-now');
    const { body: back } = await by(takeBackHandIn, at.analyst, handed);
    const mine = await tagged(at.analyst, articleId, await entity());
    const { body: again } = await by(handInRound, at.analyst, back);
    await expectRefusal(
      deleteHighlight({ actor: at.analyst, id: mine.id, input: {}, ifMatch: `"${mine.version}"` }),
      'not-allowed-now',
    );
    expect(await seenBy(at.other, articleId)).toEqual([]);
    const { body: revealed } = await by(handInRound, at.other, again);
    expect(revealed).toMatchObject({ status: 'revealed', revealed: { by: { id: at.other.userId }, early: false } });
    expect(await seenBy(at.other, articleId)).toEqual([mine.id]);
    await expectRefusal(by(takeBackHandIn, at.other, revealed), 'not-allowed-now');
    await expectRefusal(by(revealRound, at.lead, revealed), 'not-allowed-now');
    const told = (await eventsOf(at.projectId)).filter((event) => event.subjectId === round.id);
    expect(told.map(({ type, fields }) => [type, ...fields])).toEqual([
      ['round.opened'],
      ['round.handed-in'],
      ['round.taken-back'],
      ['round.handed-in'],
      ['round.handed-in'],
      ['round.revealed'],
    ]);
    const inbox = await rows().notification.findMany({ where: { subjectId: round.id }, orderBy: { createdAt: 'asc' } });
    expect(inbox.map(({ kind, userId }) => `${kind} ${userId}`).sort()).toEqual(
      [
        `round-assigned ${at.analyst.userId}`,
        `round-assigned ${at.other.userId}`,
        `round-revealed ${at.analyst.userId}`,
        `round-revealed ${at.lead.userId}`,
      ].sort(),
    );
  });

  it('of an open one: nothing is hidden, nothing to reveal, done when all have handed in', async () => {
    const { id: articleId } = await article();
    const round = await open({ articleIds: [articleId] }, false);
    const mine = await tagged(at.analyst, articleId, await entity());
    expect(await seenBy(at.other, articleId)).toEqual([mine.id]);
    await expectRefusal(by(revealRound, at.lead, round), 'not-allowed-now');
    const { body: one } = await by(handInRound, at.analyst, round);
    const { body: done } = await by(handInRound, at.other, one);
    expect(done).toMatchObject({ status: 'done', revealed: null });
    expect((await by(takeBackHandIn, at.other, done)).body.status).toBe('open');
  });

  it('refuses items and analysts that are none, and an item of another open blind round', async () => {
    const { id: articleId } = await article();
    await expectRefusal(open({ articleIds: [at.projectId] }), 'invalid');
    await expectRefusal(open({ articleIds: [articleId], analystIds: [at.viewer.userId, at.other.userId] }), 'invalid');
    await expectRefusal(open({ articleIds: [articleId], analystIds: [at.other.userId] }), 'invalid');
    await expectRefusal(open({}), 'invalid');
    const first = await open({ articleIds: [articleId] });
    const refused = await expectRefusal(open({ articleIds: [articleId] }), 'not-allowed-now');
    expect(refused.extra).toMatchObject({ missing: [{ href: `/projects/${at.projectId}/rounds/${first.id}` }] });
    const { body: early } = await by(revealRound, at.lead, first);
    expect(early.revealed).toMatchObject({ early: true });
    await by(revealRound, at.lead, await open({ articleIds: [articleId] }));
  });
});

describe('a blind round', () => {
  it('hides what was there before from all but whoever made it, and what hangs on others’ from everybody', async () => {
    const { id: articleId } = await article();
    const ana = await tagged(at.analyst, articleId, await entity());
    const otto = await tagged(at.other, articleId, await entity(), 14);
    const input = { verdict: 'accept' };
    await reviewTag({ actor: at.reviewer, id: ana.tags[0]!.id, input, ifMatch: '"1"' });
    const about = { subject: { type: 'tag', id: ana.tags[0]!.id }, body: { text: 'Is it?' } };
    const { body: thread } = await startThread({ actor: at.other, id: at.projectId, input: about });
    const round = await open({ articleIds: [articleId] });
    expect(await seenBy(at.analyst, articleId)).toEqual([ana.id]);
    expect(await seenBy(at.other, articleId)).toEqual([otto.id]);
    expect(await seenBy(at.lead, articleId)).toEqual([]);
    const [own] = (await read(at.analyst, (ctx) => listHighlights(ctx, articleId))).items;
    expect(own!.tags[0]).toMatchObject({ reviews: [], openThreads: 0 });
    for (const actor of [at.analyst, at.other, at.reviewer])
      expect(await read(actor, ({ db }) => db.thread.count({ where: { id: thread.id } }))).toBe(0);
    await by(revealRound, at.lead, round);
    expect(await seenBy(at.lead, articleId)).toEqual([ana.id, otto.id]);
    const [shown] = (await read(at.analyst, (ctx) => listHighlights(ctx, articleId))).items;
    expect(shown!.tags[0]).toMatchObject({ reviews: [{ verdict: 'accept' }], openThreads: 1 });
  });

  it('lets nothing change under those who judge, and nothing be taken away that hidden work may point at', async () => {
    const body = await article();
    const town = await entity();
    const { body: claim } = await addClaim({
      actor: at.lead,
      id: at.projectId,
      input: { statement: `It fell ${serial}.` },
    });
    const round = await open({ articleIds: [body.id], claimIds: [claim.id] });
    const version = { ifMatch: '"1"' };
    const refusals = [
      () => reviseArticle({ actor: at.lead, id: body.id, input: { text: 'Another text.', reason: 'Typo' } }),
      () => deleteArticle({ actor: at.lead, id: body.id, input: {}, ...version }),
      () => saveClaim({ actor: at.lead, id: claim.id, input: { statement: 'It did not fall.' }, ...version }),
      () => deleteClaim({ actor: at.lead, id: claim.id, input: {}, ...version }),
      () => deleteEntity({ actor: at.lead, id: town, input: {}, ...version }),
    ];
    for (const refused of refusals)
      expect((await expectRefusal(refused(), 'not-allowed-now')).extra).toMatchObject({
        missing: [{ words: `The reveal of the blind round “${round.name}”` }],
      });
    await by(revealRound, at.lead, round);
    await deleteEntity({ actor: at.lead, id: town, input: {}, ...version });
  });

  it('shares spellings, versions and late lines of an inbox at the reveal', async () => {
    const { id: articleId } = await article();
    const town = await entity();
    const round = await open({ articleIds: [articleId] });
    await tagged(at.analyst, articleId, town);
    const aliases = async () => (await read(at.lead, (ctx) => findEntity(ctx, town))).aliases;
    expect(await aliases()).toEqual([]);
    expect(await read(at.lead, (ctx) => findEntity(ctx, town))).toMatchObject({ mentionCount: 0 });
    await by(revealRound, at.lead, round);
    expect(await aliases()).toEqual(['Harbour']);
    expect(await read(at.lead, (ctx) => findEntity(ctx, town))).toMatchObject({ mentionCount: 1 });
  });
});

it('keeps what each had at the reveal, and tells who moved toward whom since', async () => {
  const { id: articleId } = await article();
  const [town, port] = [await entity(), await entity()];
  const { body: claim } = await addClaim({
    actor: at.lead,
    id: at.projectId,
    input: { statement: `It rose ${serial}.` },
  });
  const round = await open({ articleIds: [articleId], claimIds: [claim.id] });
  const ana = await tagged(at.analyst, articleId, town);
  const otto = await tagged(at.other, articleId, port);
  const judge = (actor: Actor, likelihood: number | string, more: object) =>
    assessClaim({ actor, id: claim.id, input: { likelihood, analyticConfidence: 'low' }, ...more });
  await judge(at.analyst, 'likely', { ifNoneMatch: '*' });
  await judge(at.other, 10, { ifNoneMatch: '*' });
  const work = (when: typeof workNow, actor = at.viewer) => read(actor, (ctx) => when(ctx, round.id));
  expect(await work(workAtReveal)).toEqual({ spans: [], judgments: [] });
  expect((await work(workNow, at.analyst)).spans.map(({ analystId }) => analystId)).toEqual([at.analyst.userId]);
  await by(revealRound, at.lead, round);
  const had = await work(workAtReveal);
  const mention = { articleId, start: 0, end: 7, kind: 'entity', claimId: null, stance: null, confidence: null };
  expect(had.spans).toHaveLength(2);
  expect(had.spans).toContainEqual({
    ...mention,
    tagId: ana.tags[0]!.id,
    analystId: at.analyst.userId,
    entityId: town,
  });
  expect(had.spans).toContainEqual({ ...mention, tagId: otto.tags[0]!.id, analystId: at.other.userId, entityId: port });
  const judgment = { claimId: claim.id, analyticConfidence: 'low' };
  expect(had.judgments).toContainEqual({ ...judgment, analystId: at.analyst.userId, likelihood: 67 });
  expect(had.judgments).toContainEqual({ ...judgment, analystId: at.other.userId, likelihood: 10 });
  expect(await work(workNow)).toEqual(had);
  const change = { entityId: town };
  await saveTag({ actor: at.other, id: otto.tags[0]!.id, input: change, ifMatch: '"1"' });
  await judge(at.analyst, 12, { ifMatch: '"1"' });
  expect(await work(workAtReveal)).toEqual(had);
  const { pairs } = await read(at.viewer, (ctx) => findMoves(ctx, round.id));
  // Otto gave up the port and named the town: two answers; Ana moved on how likely the claim is.
  expect(pairs).toEqual([
    {
      ...{ one: { id: at.analyst.userId, name: 'Ana' }, other: { id: at.other.userId, name: 'Otto' } },
      ...{ alike: 0, differed: 3, oneMoved: 1, otherMoved: 2, bothMoved: 0, still: 0, parted: 0 },
      spans: { alike: 0, differed: 0, oneMoved: 0, otherMoved: 0, bothMoved: 0, still: 0, parted: 0 },
    },
  ]);
  const page = await read(at.other, (ctx) => readRound(ctx, round.id));
  expect(page.items.map(({ type, mine }) => [type, mine]).sort()).toEqual([
    ['article', 1],
    ['claim', 1],
  ]);
  expect((await read(at.viewer, (ctx) => listRounds(ctx, at.projectId))).items[0]!.id).toBe(round.id);
  await expectRefusal(
    read(at.outsider, (ctx) => findRound(ctx, round.id)),
    'not-found',
  );
});
