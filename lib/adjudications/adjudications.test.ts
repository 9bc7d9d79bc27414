import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import { addClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { deleteTag, saveTag } from '@/lib/highlights/commands/tags';
import { findTag } from '@/lib/highlights/queries';
import { saveMember, saveProject } from '@/lib/members/commands';
import { mergeClaim } from '@/lib/merges/commands/merges';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { withdrawReview } from '@/lib/reviews/commands/withdraw';
import { handInRound, openRound, revealRound } from '@/lib/rounds/commands';
import { findRound } from '@/lib/rounds/queries';
import type { Desk, PlaceView } from './adjudication';
import {
  acceptAgreed,
  decidePlace,
  finishAdjudication,
  reopenAdjudication,
  startAdjudication,
  withdrawDecision,
} from './commands';
import { listAdjudications, readDesk } from './queries';

let at: Team;
let there: Awaited<ReturnType<typeof twoReadings>>;
beforeEach(async () => {
  at = await team();
  there = await twoReadings();
});
afterAll(closeAll);

const TEXT = 'Mahdi Arsalon led two hundred men. Officials deny that the men crossed the river in the spring.';
const spanOf = (quote: string) => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length, quote });
const etag = (version: number) => `"${version}"`;
const open = { verdict: 'reject', reason: 'Another river.' };

/** A blind round of Ana and Otto on one article, handed in by both: they agree on one place and differ on three. */
async function twoReadings() {
  const { analyst, other, lead, projectId: id } = at;
  const article = (await addArticle({ actor: lead, id, input: { text: TEXT, title: 'River' } })).body.id;
  const entity = async (type: string, name: string) =>
    (await addEntity({ actor: lead, id, input: { type, name } })).body.id;
  const [man, river] = [await entity('person', 'Mahdi Arsalon'), await entity('place', 'The river')];
  const claim = async (statement: string) => (await addClaim({ actor: lead, id, input: { statement } })).body;
  const [men, crossed] = [await claim('He led two hundred men.'), await claim('The men crossed the river.')];
  const articleIds = [article];
  const analystIds = [analyst.userId, other.userId];
  const input = { name: 'First reading', blind: true, articleIds, analystIds };
  const round = (await openRound({ actor: lead, id, input })).body.id;
  const tag = async (actor: Actor, quote: string, made: object) =>
    (await saveHighlight({ actor, id: article, input: { ...spanOf(quote), tags: [made] } })).body.tags[0]!;
  const tags = {
    man: [
      await tag(analyst, 'Mahdi Arsalon', { entityId: man, confidence: 90 }),
      await tag(other, 'Mahdi Arsalon', { entityId: man, confidence: 20 }),
    ],
    men: [
      await tag(analyst, 'led two hundred men', { claimId: men.id, stance: 'supports' }),
      await tag(other, 'two hundred men', { claimId: men.id, stance: 'supports' }),
    ],
    deny: [
      await tag(analyst, 'Officials deny', { claimId: crossed.id, stance: 'contradicts' }),
      await tag(other, 'Officials deny', { claimId: crossed.id, stance: 'context' }),
    ],
    river: [await tag(other, 'the river', { entityId: river })],
  };
  for (const actor of [analyst, other]) {
    const { version } = await read(actor, (ctx) => findRound(ctx, round));
    await handInRound({ actor, id: round, input: {}, ifMatch: etag(version) });
  }
  return { article, round, tags, men, crossed, river, man };
}

const desk = (actor = at.reviewer): Promise<Desk> =>
  read(actor, (ctx) => readDesk(ctx, there.round, { articleId: there.article }));
const start = async (actor = at.reviewer) =>
  (await startAdjudication({ actor, id: there.round, input: { articleId: there.article } })).body;
const tagsIn = (places: PlaceView[]) =>
  places.flatMap(({ variants }) => variants.flatMap(({ tags }) => tags.map(({ id, version }) => ({ id, version }))));
const states = async () => (await desk()).places.map(({ state }) => state);
const now = (id: string) => read(at.reviewer, (ctx) => findTag(ctx, id));

type Take = (place: PlaceView) => string[];
const first: Take = ({ variants }) => variants[0]!.tags.map(({ id }) => id);
const all: Take = ({ variants }) => variants.flatMap(({ tags }) => tags.map(({ id }) => id));
const none: Take = () => [];

/** Decides on the place at this position, as it is now. */
async function decide(index: number, take: Take, more: object = {}, actor = at.reviewer) {
  const { places, adjudication } = await desk(actor);
  const place = places[index]!;
  const input = { tags: tagsIn([place]), take: take(place), reason: 'Not these words.', ...more };
  return (await decidePlace({ actor, id: adjudication!.id, input })).body;
}
async function acceptAll(actor = at.reviewer) {
  const { places, adjudication } = await desk(actor);
  const agreed = places.filter(({ state }) => state === 'agreed');
  const input = { tags: tagsIn(agreed), places: agreed.length };
  return (await acceptAgreed({ actor, id: adjudication!.id, input })).body;
}

describe('the work of a round, side by side', () => {
  it('is put into places, agreed on or not, with who said what', async () => {
    const { places, people, adjudication, waits } = await desk(at.viewer);
    expect([adjudication, waits]).toEqual([null, null]);
    expect(people.map(({ person, tags }) => `${person.name} ${tags}`)).toEqual(['Ana 3', 'Otto 4']);
    const seen = places.map(({ state, differs, variants, missing }) => [
      ...[state, differs.join(' ')],
      variants.map(({ quote, tags }) => `${tags.map(({ author }) => author.name).join('+')}: ${quote}`).join(' | '),
      missing.map(({ name }) => name).join(),
    ]);
    expect(seen).toEqual([
      ['agreed', '', 'Ana+Otto: Mahdi Arsalon', ''],
      ['open', 'edges', 'Ana: led two hundred men | Otto: two hundred men', ''],
      ['open', 'stance', 'Ana: Officials deny | Otto: Officials deny', ''],
      ['open', 'alone', 'Otto: the river', 'Ana'],
    ]);
  });

  it('is nothing before the reveal, nor while another blind round hides the article', async () => {
    const analystIds = [at.analyst.userId, at.other.userId];
    const input = { name: 'Second reading', blind: true, articleIds: [there.article], analystIds };
    await start();
    await acceptAll();
    const { body } = await openRound({ actor: at.lead, id: at.projectId, input });
    const hidden = await read(at.lead, (ctx) => readDesk(ctx, body.id, { articleId: there.article }));
    expect([hidden.places, hidden.waits]).toEqual([[], 'Differences are decided after the reveal.']);
    expect((await desk()).places).toEqual([]);
    expect((await desk()).waits).toContain('Second reading');
    const seen = await read(at.lead, (ctx) => ctx.db.decision.count());
    expect([seen, await read(at.lead, (ctx) => ctx.db.decisionTag.count())]).toEqual([0, 0]);
    const adjudicated = (ctx: { db: { event: { count: (of: object) => Promise<number> } } }) =>
      ctx.db.event.count({ where: { type: 'tags.adjudicated' } });
    expect(await read(at.lead, adjudicated)).toBe(0);
    await expectRefusal(
      startAdjudication({ actor: at.lead, id: body.id, input: { articleId: there.article } }),
      'not-allowed-now',
    );
    await revealRound({ actor: at.lead, id: body.id, input: {}, ifMatch: etag(body.version) });
    expect(await states()).toEqual(['decided', 'open', 'open', 'open']);
    expect(await read(at.lead, adjudicated)).toBe(1);
  });

  it('pairs equal claims before: merged, they are one claim, and the difference is gone', async () => {
    const { body: twin } = await addClaim({
      actor: at.other,
      id: at.projectId,
      input: { statement: 'The men crossed the river' },
    });
    const [mine, theirs] = there.tags.deny;
    await saveTag({ actor: at.analyst, id: mine!.id, input: { stance: 'context' }, ifMatch: etag(1) });
    await saveTag({ actor: at.other, id: theirs!.id, input: { claimId: twin.id }, ifMatch: etag(1) });
    const before = await desk();
    expect(before.places[2]!.differs).toEqual(['target']);
    expect(before.pairs.map(({ kind, things }) => [kind, ...things.map(({ label }) => label).sort()])).toEqual([
      ['claim', 'The men crossed the river', 'The men crossed the river.'],
    ]);
    const input = { otherId: twin.id, reason: 'The same sentence.' };
    await mergeClaim({ actor: at.reviewer, id: there.crossed.id, input });
    const after = await desk();
    expect([after.pairs, after.places[2]!.state]).toEqual([[], 'agreed']);
  });
});

describe('deciding', () => {
  it('begins explicitly, once', async () => {
    const [begun, again] = [await start(), await start(at.lead)];
    expect(again).toEqual(begun);
    expect(begun.startedBy.name).toBe('Rita');
    const events = await eventsOf(at.projectId);
    expect(events.filter(({ type }) => type === 'adjudication.started')).toHaveLength(1);
  });

  it('accepts everything on which all agree by one act with its count, and takes all of it back by one', async () => {
    await start();
    const { adjudication, places } = await desk();
    const tags = tagsIn(places.slice(0, 1));
    await expectRefusal(
      acceptAgreed({ actor: at.reviewer, id: adjudication!.id, input: { tags, places: 2 } }),
      'stale',
    );
    const done = await acceptAll();
    expect(done).toMatchObject({ agreed: true, tags: 2, reason: null });
    const [mine, theirs] = [await now(there.tags.man[0]!.id), await now(there.tags.man[1]!.id)];
    expect([mine.reviewState, theirs.reviewState]).toEqual(['accepted', 'accepted']);
    expect([mine.confidence, theirs.confidence]).toEqual([90, 20]);
    expect(await states()).toEqual(['decided', 'open', 'open', 'open']);
    await withdrawDecision({ actor: at.reviewer, id: done.id, input: {} });
    expect(await states()).toEqual(['agreed', 'open', 'open', 'open']);
    expect((await now(there.tags.man[0]!.id)).reviewState).toBe('unreviewed');
  });

  it('takes one and rejects the other with its reason, which opens a thread; both stay whose they are', async () => {
    await start();
    await expectRefusal(decide(1, first, { reason: '' }), 'invalid');
    const { reason, own } = await decide(1, first);
    expect([reason, own]).toEqual(['Not these words.', false]);
    const [taken, left] = [await now(there.tags.men[0]!.id), await now(there.tags.men[1]!.id)];
    expect([taken.reviewState, left.reviewState]).toEqual(['accepted', 'rejected']);
    expect([left.author.name, left.stance, left.openThreads]).toEqual(['Otto', 'supports', 1]);
    expect(left.reviews[0]).toMatchObject({ reason: 'Not these words.', reviewer: { name: 'Rita' } });
    const told = await rows().notification.findMany({
      where: { projectId: at.projectId, kind: { startsWith: 'tag-' } },
    });
    expect(told.map(({ kind, userId }) => [kind, userId]).sort()).toEqual(
      [
        ['tag-accepted', at.analyst.userId],
        ['tag-rejected', at.other.userId],
      ].sort(),
    );
  });

  it('takes both, or neither, or writes a third in their place, which is reviewed like any other tag', async () => {
    await start();
    await decide(1, all, { reason: undefined });
    await decide(3, none, { reason: 'No river is named.' });
    const third = {
      ...spanOf('the men crossed the river'),
      tag: { claimId: there.crossed.id, stance: 'contradicts', denies: true },
    };
    await expectRefusal(decide(2, first, { third }), 'invalid');
    await decide(2, none, { third });
    const { places } = await desk();
    expect(places.map(({ state }) => state)).toEqual(['agreed', 'decided', 'decided', 'decided']);
    const { decision, variants } = places[2]!;
    expect(variants.map(({ taken }) => taken)).toEqual([false, false]);
    expect(decision!.third).toMatchObject({ quote: 'the men crossed the river', tag: { author: { name: 'Rita' } } });
    expect(decision!.third!.tag.reviewState).toBe('unreviewed');
    expect((await now(there.tags.river[0]!.id)).reviewState).toBe('rejected');
    await withdrawDecision({ actor: at.reviewer, id: decision!.id, input: {} });
    expect((await states())[2]).toBe('open');
    await expectRefusal(now(decision!.third!.tag.id), 'not-found');
  });

  it('takes what says the same together or not at all, and nothing that is not there', async () => {
    await start();
    const { places, adjudication } = await desk();
    const [place] = places;
    const to = { actor: at.reviewer, id: adjudication!.id };
    const tags = tagsIn([place!]);
    const reason = 'Half.';
    await expectRefusal(decidePlace({ ...to, input: { tags, take: [tags[0]!.id], reason } }), 'invalid');
    await expectRefusal(decidePlace({ ...to, input: { tags, take: [there.article], reason } }), 'invalid');
    await expectRefusal(decidePlace({ ...to, input: { tags: [tags[0]], take: [], reason } }), 'stale');
  });

  it('of two at once one decides, and the other is told by whom', async () => {
    await start();
    const { places, adjudication } = await desk();
    const input = { tags: tagsIn([places[1]!]), take: all(places[1]!) };
    const at1 = (actor: Actor) => decidePlace({ actor, id: adjudication!.id, input });
    const both = await Promise.allSettled([at1(at.reviewer), at1(at.lead)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [won] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.body.by.name] : []));
    const refused = both.find((one) => one.status === 'rejected')!.reason as Error;
    expect(refused.message).toContain(`${won} has decided this`);
    expect(await rows().decision.count({ where: { adjudicationId: adjudication!.id } })).toBe(1);
    await decide(2, first);
    expect((await states()).slice(1, 3)).toEqual(['decided', 'decided']);
  });

  it('is taken back by whoever decided, or by a lead', async () => {
    await start();
    const { id } = await decide(1, first, {}, at.lead);
    await expectRefusal(withdrawDecision({ actor: at.reviewer, id, input: {} }), 'forbidden');
    const other = await decide(2, first);
    await withdrawDecision({ actor: at.lead, id: other.id, input: {} });
    await expectRefusal(withdrawDecision({ actor: at.lead, id: other.id, input: {} }), 'not-found');
    expect((await states()).slice(1, 3)).toEqual(['decided', 'open']);
  });
});

describe('what changes meanwhile', () => {
  it('asks again when an author changes their tag, and keeps what was decided beside it', async () => {
    await start();
    await decide(1, first);
    const tag = await now(there.tags.men[1]!.id);
    await saveTag({ actor: at.other, id: tag.id, input: { stance: 'context' }, ifMatch: etag(tag.version) });
    const asked = (await desk()).places[1]!;
    expect([asked.state, asked.why, asked.decision!.reason]).toEqual(['again', 'changed', 'Not these words.']);
    await decide(1, all);
    expect((await states())[1]).toBe('decided');
    expect((await now(there.tags.men[0]!.id)).reviewState).toBe('accepted');
    const standing = await rows().decisionTag.count({ where: { tagId: tag.id, releasedAt: null } });
    expect(standing).toBe(1);
  });

  it('asks again when a verdict was taken back in review, and not when only what was rejected is deleted', async () => {
    await start();
    await decide(1, first);
    const rejected = await now(there.tags.men[1]!.id);
    await deleteTag({ actor: at.other, id: rejected.id, input: {}, ifMatch: etag(rejected.version) });
    expect((await states())[1]).toBe('decided');
    const taken = await now(there.tags.men[0]!.id);
    const [{ id }] = taken.reviews as [{ id: string }];
    await withdrawReview({ actor: at.reviewer, id, input: {}, ifMatch: etag(taken.version) });
    expect((await desk()).places[1]).toMatchObject({ state: 'again', why: 'withdrawn' });
  });

  it('refuses a decision on tags that were changed or judged since they were seen', async () => {
    await start();
    const { places, adjudication } = await desk();
    const input = { tags: tagsIn([places[1]!]), take: all(places[1]!) };
    const mine = there.tags.men[0]!;
    await reviewTag({ actor: at.lead, id: mine.id, input: open, ifMatch: etag(1) });
    await expectRefusal(decidePlace({ actor: at.reviewer, id: adjudication!.id, input }), 'stale');
    expect((await states())[1]).toBe('open');
  });

  it('is counted for the page of the round', async () => {
    const list = () => read(at.viewer, (ctx) => listAdjudications(ctx, there.round));
    expect((await list()).items).toEqual([{ articleId: there.article, adjudication: null, tags: 7, decided: 0 }]);
    await start();
    await acceptAll();
    await decide(3, all);
    expect((await list()).items[0]).toMatchObject({ tags: 7, decided: 3 });
  });
});

describe('the end', () => {
  it('comes when everything is decided, is said by somebody, and can be taken back', async () => {
    const { id } = await start();
    const finish = async () => {
      const { version } = (await desk()).adjudication!;
      return finishAdjudication({ actor: at.reviewer, id, input: {}, ifMatch: etag(version) });
    };
    await acceptAll();
    const decided = await decide(1, first);
    await decide(2, first);
    expect((await expectRefusal(finish(), 'not-allowed-now')).message).toBe('1 place is not decided yet.');
    await decide(3, none);
    const { body: done } = await finish();
    expect(done.finished!.by.name).toBe('Rita');
    await expectRefusal(withdrawDecision({ actor: at.reviewer, id: decided.id, input: {} }), 'not-allowed-now');
    const reopen = { actor: at.lead, id, input: {}, ifMatch: etag(done.version) };
    const { body: back } = await reopenAdjudication(reopen);
    expect(back.finished).toBeNull();
    expect(await states()).toEqual(['decided', 'decided', 'decided', 'decided']);
    await withdrawDecision({ actor: at.reviewer, id: decided.id, input: {} });
    expect((await states())[1]).toBe('open');
  });
});

describe('who decides', () => {
  const promote = async () => {
    const member = await rows().member.findFirstOrThrow({
      where: { projectId: at.projectId, userId: at.analyst.userId },
    });
    const input = { role: 'reviewer' };
    await saveMember({ actor: at.lead, id: member.id, input, ifMatch: etag(member.version) });
  };

  it('is nobody who took part in the round, and no analyst', async () => {
    await expectRefusal(start(at.analyst), 'forbidden');
    await promote();
    const refused = await expectRefusal(start(at.analyst), 'own-work');
    expect(refused.message).toContain('You took part in this round');
    await start();
    await expectRefusal(decide(1, first, {}, at.analyst), 'own-work');
  });

  it('may be one of them where the project allows it: it shows, and their own tags have no verdict by it', async () => {
    await promote();
    const { version } = await rows().project.findUniqueOrThrow({ where: { id: at.projectId } });
    const allow = { actor: at.lead, id: at.projectId, input: { adjudicateOwn: true }, ifMatch: etag(version) };
    await saveProject(allow);
    await start(at.analyst);
    const done = await decide(1, first, {}, at.analyst);
    expect(done).toMatchObject({ own: true, by: { name: 'Ana' } });
    const [mine, theirs] = [await now(there.tags.men[0]!.id), await now(there.tags.men[1]!.id)];
    expect([mine.reviewState, theirs.reviewState]).toEqual(['unreviewed', 'rejected']);
    expect((await desk()).places[1]).toMatchObject({ state: 'decided', decision: { own: true } });
    const agreed = await acceptAll(at.analyst);
    expect(agreed.own).toBe(true);
    expect((await now(there.tags.man[0]!.id)).reviewState).toBe('unreviewed');
    expect((await now(there.tags.man[1]!.id)).reviewState).toBe('accepted');
  });

  it('is nobody from elsewhere', async () => {
    const { id } = await start();
    await expectRefusal(desk(at.outsider), 'not-found');
    const input = { tags: [{ id, version: 1 }], take: [] };
    await expectRefusal(decidePlace({ actor: at.outsider, id, input }), 'not-found');
  });
});
