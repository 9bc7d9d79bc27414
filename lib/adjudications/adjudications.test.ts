import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { saveTag } from '@/lib/highlights/commands/tags';
import { mergeClaim } from '@/lib/merges/commands/merges';
import { openRound, revealRound } from '@/lib/rounds/commands';
import { adjudicating, all, etag, first, none, spanOf, tagsIn, twoReadings } from './adjudications.fixtures';
import { acceptAgreed, decidePlace, startAdjudication, withdrawDecision } from './commands';
import { readDesk } from './queries';

let at: Team;
let there: Awaited<ReturnType<typeof twoReadings>>;
let rita: ReturnType<typeof adjudicating>;
beforeEach(async () => {
  at = await team();
  there = await twoReadings(at);
  rita = adjudicating(at, there);
});
afterAll(closeAll);

describe('the work of a round, side by side', () => {
  it('is put into places, agreed on or not, with who said what', async () => {
    const { places, people, adjudication, waits } = await rita.desk(at.viewer);
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
    await rita.start();
    await rita.acceptAll();
    const { body } = await openRound({ actor: at.lead, id: at.projectId, input });
    const hidden = await read(at.lead, (ctx) => readDesk(ctx, body.id, { articleId: there.article }));
    expect([hidden.places, hidden.waits]).toEqual([[], 'Differences are decided after the reveal.']);
    expect((await rita.desk()).places).toEqual([]);
    expect((await rita.desk()).waits).toContain('Second reading');
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
    expect(await rita.states()).toEqual(['decided', 'open', 'open', 'open']);
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
    const before = await rita.desk();
    expect(before.article).toEqual({ id: there.article, title: 'River', language: 'en', textVersion: 1 });
    expect(before.places[2]!.differs).toEqual(['target']);
    expect(before.pairs.map(({ kind, things }) => [kind, ...things.map(({ label }) => label).sort()])).toEqual([
      ['claim', 'The men crossed the river', 'The men crossed the river.'],
    ]);
    const input = { otherId: twin.id, reason: 'The same sentence.' };
    await mergeClaim({ actor: at.reviewer, id: there.crossed.id, input });
    const after = await rita.desk();
    expect([after.pairs, after.places[2]!.state]).toEqual([[], 'agreed']);
  });
});

describe('deciding', () => {
  it('begins explicitly, once', async () => {
    const [begun, again] = [await rita.start(), await rita.start(at.lead)];
    expect(again).toEqual(begun);
    expect(begun.startedBy.name).toBe('Rita');
    const events = await eventsOf(at.projectId);
    expect(events.filter(({ type }) => type === 'adjudication.started')).toHaveLength(1);
  });

  it('accepts everything on which all agree by one act with its count, and takes all of it back by one', async () => {
    await rita.start();
    const { adjudication, places } = await rita.desk();
    const tags = tagsIn(places.slice(0, 1));
    await expectRefusal(
      acceptAgreed({ actor: at.reviewer, id: adjudication!.id, input: { tags, places: 2 } }),
      'stale',
    );
    const done = await rita.acceptAll();
    expect(done).toMatchObject({ agreed: true, tags: 2, reason: null });
    const [mine, theirs] = [await rita.now(there.tags.man[0]!.id), await rita.now(there.tags.man[1]!.id)];
    expect([mine.reviewState, theirs.reviewState]).toEqual(['accepted', 'accepted']);
    expect([mine.confidence, theirs.confidence]).toEqual([90, 20]);
    expect(await rita.states()).toEqual(['decided', 'open', 'open', 'open']);
    await withdrawDecision({ actor: at.reviewer, id: done.id, input: {} });
    expect(await rita.states()).toEqual(['agreed', 'open', 'open', 'open']);
    expect((await rita.now(there.tags.man[0]!.id)).reviewState).toBe('unreviewed');
  });

  it('takes one and rejects the other with its reason, which opens a thread; both stay whose they are', async () => {
    await rita.start();
    await expectRefusal(rita.decide(1, first, { reason: '' }), 'invalid');
    const { reason, own } = await rita.decide(1, first);
    expect([reason, own]).toEqual(['Not these words.', false]);
    const [taken, left] = [await rita.now(there.tags.men[0]!.id), await rita.now(there.tags.men[1]!.id)];
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
    await rita.start();
    await rita.decide(1, all, { reason: undefined });
    await rita.decide(3, none, { reason: 'No river is named.' });
    const third = {
      ...spanOf('the men crossed the river'),
      tag: { claimId: there.crossed.id, stance: 'contradicts', denies: true },
    };
    await expectRefusal(rita.decide(2, first, { third }), 'invalid');
    await rita.decide(2, none, { third });
    const { places } = await rita.desk();
    expect(places.map(({ state }) => state)).toEqual(['agreed', 'decided', 'decided', 'decided']);
    const { decision, variants } = places[2]!;
    expect(variants.map(({ taken }) => taken)).toEqual([false, false]);
    expect(decision!.third).toMatchObject({ quote: 'the men crossed the river', tag: { author: { name: 'Rita' } } });
    expect(decision!.third!.tag.reviewState).toBe('unreviewed');
    expect((await rita.now(there.tags.river[0]!.id)).reviewState).toBe('rejected');
    await withdrawDecision({ actor: at.reviewer, id: decision!.id, input: {} });
    expect((await rita.states())[2]).toBe('open');
    await expectRefusal(rita.now(decision!.third!.tag.id), 'not-found');
  });

  it('takes what says the same together or not at all, and nothing that is not there', async () => {
    await rita.start();
    const { places, adjudication } = await rita.desk();
    const [place] = places;
    const to = { actor: at.reviewer, id: adjudication!.id };
    const tags = tagsIn([place!]);
    const reason = 'Half.';
    await expectRefusal(decidePlace({ ...to, input: { tags, take: [tags[0]!.id], reason } }), 'invalid');
    await expectRefusal(decidePlace({ ...to, input: { tags, take: [there.article], reason } }), 'invalid');
    await expectRefusal(decidePlace({ ...to, input: { tags: [tags[0]], take: [], reason } }), 'stale');
  });

  it('of two at once one decides, and the other is told by whom', async () => {
    await rita.start();
    const { places, adjudication } = await rita.desk();
    const input = { tags: tagsIn([places[1]!]), take: all(places[1]!) };
    const at1 = (actor: Actor) => decidePlace({ actor, id: adjudication!.id, input });
    const both = await Promise.allSettled([at1(at.reviewer), at1(at.lead)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [won] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.body.by.name] : []));
    const refused = both.find((one) => one.status === 'rejected')!.reason as Error;
    expect(refused.message).toContain(`${won} has decided this`);
    expect(await rows().decision.count({ where: { adjudicationId: adjudication!.id } })).toBe(1);
    await rita.decide(2, first);
    expect((await rita.states()).slice(1, 3)).toEqual(['decided', 'decided']);
  });

  it('is taken back by whoever decided, or by a lead', async () => {
    await rita.start();
    const { id } = await rita.decide(1, first, {}, at.lead);
    await expectRefusal(withdrawDecision({ actor: at.reviewer, id, input: {} }), 'forbidden');
    const other = await rita.decide(2, first);
    await withdrawDecision({ actor: at.lead, id: other.id, input: {} });
    await expectRefusal(withdrawDecision({ actor: at.lead, id: other.id, input: {} }), 'not-found');
    expect((await rita.states()).slice(1, 3)).toEqual(['decided', 'open']);
  });
});
