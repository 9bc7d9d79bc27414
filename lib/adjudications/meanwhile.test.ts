import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { submitClaim } from '@/lib/claims/commands/claims';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { deleteTag, saveTag } from '@/lib/highlights/commands/tags';
import { saveMember, saveProject } from '@/lib/members/commands';
import { reviewClaim } from '@/lib/reviews/commands/claims';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { withdrawReview } from '@/lib/reviews/commands/withdraw';
import { adjudicating, all, etag, first, none, tagsIn, twoReadings, type Take } from './adjudications.fixtures';
import { decidePlace, finishAdjudication, reopenAdjudication, withdrawDecision } from './commands';
import { listAdjudications } from './queries';

let at: Team;
let there: Awaited<ReturnType<typeof twoReadings>>;
let rita: ReturnType<typeof adjudicating>;
beforeEach(async () => {
  at = await team();
  there = await twoReadings(at);
  rita = adjudicating(at, there);
});
afterAll(closeAll);

describe('what changes meanwhile', () => {
  it('asks again when an author changes their tag, and keeps what was decided beside it', async () => {
    await rita.start();
    await rita.decide(1, first);
    const tag = await rita.now(there.tags.men[1]!.id);
    await saveTag({ actor: at.other, id: tag.id, input: { stance: 'context' }, ifMatch: etag(tag.version) });
    const asked = (await rita.desk()).places[1]!;
    expect([asked.state, asked.why, asked.decision!.reason]).toEqual(['again', 'changed', 'Not these words.']);
    await rita.decide(1, all);
    expect((await rita.states())[1]).toBe('decided');
    expect((await rita.now(there.tags.men[0]!.id)).reviewState).toBe('accepted');
    const standing = await rows().decisionTag.count({ where: { tagId: tag.id, releasedAt: null } });
    expect(standing).toBe(1);
  });

  it('asks again when a verdict was taken back in review, and not when only what was rejected is deleted', async () => {
    await rita.start();
    await rita.decide(1, first);
    const rejected = await rita.now(there.tags.men[1]!.id);
    await deleteTag({ actor: at.other, id: rejected.id, input: {}, ifMatch: etag(rejected.version) });
    expect((await rita.states())[1]).toBe('decided');
    const taken = await rita.now(there.tags.men[0]!.id);
    const { id } = taken.reviews[0]!;
    await withdrawReview({ actor: at.reviewer, id, input: {}, ifMatch: etag(taken.version) });
    expect((await rita.desk()).places[1]).toMatchObject({ state: 'again', why: 'withdrawn' });
  });

  it('lets another adjudicator decide what is asked again, and leaves no verdict against theirs', async () => {
    await rita.start();
    await rita.decide(1, first);
    const tag = await rita.now(there.tags.men[1]!.id);
    await saveTag({ actor: at.other, id: tag.id, input: { stance: 'context' }, ifMatch: etag(tag.version) });
    const second: Take = ({ variants }) => variants[1]!.tags.map(({ id }) => id);
    const done = await rita.decide(1, second, { reason: 'Now it is the other.' }, at.lead);
    expect(done.by.name).toBe('Lena');
    expect((await rita.now(there.tags.men[0]!.id)).reviewState).toBe('rejected');
    expect((await rita.now(tag.id)).reviewState).toBe('accepted');
    expect((await rita.desk()).places[1]).toMatchObject({ state: 'decided', decision: { id: done.id } });
  });

  it('makes an approval stale that rests on what is rejected, and brings it back with what is taken back', async () => {
    const { id } = there.men;
    const claim = () => rows().claim.findUniqueOrThrow({ where: { id } });
    const mine = await rita.now(there.tags.men[0]!.id);
    await reviewTag({ actor: at.lead, id: mine.id, input: { verdict: 'accept' }, ifMatch: etag(mine.version) });
    await submitClaim({ actor: at.lead, id, input: {}, ifMatch: etag((await claim()).version) });
    const approve = { actor: at.reviewer, id, input: { verdict: 'accept' } };
    await reviewClaim({ ...approve, ifMatch: etag((await claim()).version) });
    expect((await claim()).status).toBe('approved');
    await rita.start();
    const { id: decision } = await rita.decide(1, none, { reason: 'Nobody counted.' });
    expect((await claim()).status).toBe('stale');
    await withdrawDecision({ actor: at.reviewer, id: decision, input: {} });
    expect((await claim()).status).toBe('approved');
  });

  it('refuses a decision on tags that were changed or judged since they were seen', async () => {
    await rita.start();
    const { places, adjudication } = await rita.desk();
    const input = { tags: tagsIn([places[1]!]), take: all(places[1]!) };
    const mine = there.tags.men[0]!;
    await reviewTag({
      actor: at.lead,
      id: mine.id,
      input: { verdict: 'reject', reason: 'Another river.' },
      ifMatch: etag(1),
    });
    await expectRefusal(decidePlace({ actor: at.reviewer, id: adjudication!.id, input }), 'stale');
    expect((await rita.states())[1]).toBe('open');
  });

  it('is counted for the page of the round', async () => {
    const list = () => read(at.viewer, (ctx) => listAdjudications(ctx, there.round));
    expect((await list()).items).toEqual([{ articleId: there.article, adjudication: null, tags: 7, decided: 0 }]);
    await rita.start();
    await rita.acceptAll();
    await rita.decide(3, all);
    expect((await list()).items[0]).toMatchObject({ tags: 7, decided: 3 });
  });
});

describe('the end', () => {
  it('comes when everything is decided, is said by somebody, and can be taken back', async () => {
    const { id } = await rita.start();
    const finish = async () => {
      const { version } = (await rita.desk()).adjudication!;
      return finishAdjudication({ actor: at.reviewer, id, input: {}, ifMatch: etag(version) });
    };
    await rita.acceptAll();
    const decided = await rita.decide(1, first);
    await rita.decide(2, first);
    expect((await expectRefusal(finish(), 'not-allowed-now')).message).toBe('1 place is not decided yet.');
    await rita.decide(3, none);
    const { body: done } = await finish();
    expect(done.finished!.by.name).toBe('Rita');
    await expectRefusal(withdrawDecision({ actor: at.reviewer, id: decided.id, input: {} }), 'not-allowed-now');
    const reopen = { actor: at.lead, id, input: {}, ifMatch: etag(done.version) };
    const { body: back } = await reopenAdjudication(reopen);
    expect(back.finished).toBeNull();
    expect(await rita.states()).toEqual(['decided', 'decided', 'decided', 'decided']);
    await withdrawDecision({ actor: at.reviewer, id: decided.id, input: {} });
    expect((await rita.states())[1]).toBe('open');
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
    await expectRefusal(rita.start(at.analyst), 'forbidden');
    await promote();
    const refused = await expectRefusal(rita.start(at.analyst), 'own-work');
    expect(refused.message).toContain('You took part in this round');
    await rita.start();
    await expectRefusal(rita.decide(1, first, {}, at.analyst), 'own-work');
  });

  it('may be one of them where the project allows it: it shows, and their own tags have no verdict by it', async () => {
    await promote();
    const { version } = await rows().project.findUniqueOrThrow({ where: { id: at.projectId } });
    const allow = { actor: at.lead, id: at.projectId, input: { adjudicateOwn: true }, ifMatch: etag(version) };
    await saveProject(allow);
    await rita.start(at.analyst);
    const done = await rita.decide(1, first, {}, at.analyst);
    expect(done).toMatchObject({ own: true, by: { name: 'Ana' } });
    const [mine, theirs] = [await rita.now(there.tags.men[0]!.id), await rita.now(there.tags.men[1]!.id)];
    expect([mine.reviewState, theirs.reviewState]).toEqual(['unreviewed', 'rejected']);
    expect((await rita.desk()).places[1]).toMatchObject({ state: 'decided', decision: { own: true } });
    await deleteTag({ actor: at.other, id: theirs.id, input: {}, ifMatch: etag(theirs.version) });
    await withdrawDecision({ actor: at.analyst, id: done.id, input: {} });
    const alone = await rita.decide(1, first, {}, at.analyst);
    expect([alone.own, (await rita.now(mine.id)).reviewState]).toEqual([true, 'unreviewed']);
    const agreed = await rita.acceptAll(at.analyst);
    expect(agreed.own).toBe(true);
    expect((await rita.now(there.tags.man[0]!.id)).reviewState).toBe('unreviewed');
    expect((await rita.now(there.tags.man[1]!.id)).reviewState).toBe('accepted');
  });

  it('is nobody from elsewhere', async () => {
    const { id } = await rita.start();
    await expectRefusal(rita.desk(at.outsider), 'not-found');
    const input = { tags: [{ id, version: 1 }], take: [] };
    await expectRefusal(decidePlace({ actor: at.outsider, id, input }), 'not-found');
  });
});
