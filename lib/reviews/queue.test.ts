import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewFields, reviewState } from '@/lib/agreement/standing';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows } from '@/lib/core/testing';
import { deleteHighlight } from '@/lib/highlights/commands/highlights';
import { saveTag } from '@/lib/highlights/commands/tags';
import { reviewTags } from './commands/tags';
import { findReviewQueue } from './queries/queue';
import { queueFilter } from './review';
import { bench, type Bench } from './reviews.fixtures';

let at: Bench;
beforeAll(async () => {
  at = await bench();
});
afterAll(closeAll);

const queue = (actor: Actor, filter: object = {}) =>
  read(actor, (ctx) => findReviewQueue(ctx, at.projectId, queueFilter.parse(filter)));
const ids = (tags: { id: string }[]) => tags.map((tag) => tag.id);

describe('citations', () => {
  it('wait one by one in reading order for whoever did not make them, until somebody has spoken', async () => {
    const { tag: first } = await at.cite({ statement: 'First.' });
    const { tag: second } = await at.cite({ statement: 'Second.' });
    const { tag: own } = await at.cite({ statement: 'Own.' }, { by: at.other });
    expect(ids((await queue(at.other)).tags)).toEqual([first.id, second.id]);
    expect(ids((await queue(at.analyst)).tags)).toEqual([own.id]);
    expect(ids((await queue(at.lead)).tags)).toEqual([first.id, second.id, own.id]);
    expect((await queue(at.lead)).tags[0]).toMatchObject({
      highlight: { quote: expect.any(String) as string },
      article: { id: at.articleId },
    });
    await at.judge(first.id, 'accept');
    expect(ids((await queue(at.lead)).tags)).toEqual([second.id, own.id]);
    expect((await queue(at.lead)).counts.citations).toBe(2);
  });

  it('that are contested wait for a third voice', async () => {
    const { tag } = await at.cite({ statement: 'Contested.' });
    await at.judge(tag.id, 'accept');
    await at.judge(tag.id, 'reject', at.lead);
    expect(ids((await queue(at.other)).tags)).not.toContain(tag.id);
    expect(ids((await queue(at.reviewer)).tags)).toContain(tag.id);
  });

  it('wait again when they change, and not at all when their words were deleted', async () => {
    const { tag, highlight } = await at.cite({ statement: 'Changed.' });
    await at.judge(tag.id, 'accept');
    const ifMatch = await at.version(at.tagNow(tag.id));
    await saveTag({ actor: at.analyst, id: tag.id, input: { confidence: 1 }, ifMatch });
    expect(ids((await queue(at.other)).tags)).toContain(tag.id);
    await deleteHighlight({ actor: at.analyst, id: highlight.id, input: {}, ifMatch: '"1"' });
    expect(ids((await queue(at.other)).tags)).not.toContain(tag.id);
  });

  it('come in pages, and by author and article', async () => {
    const { id: where } = await at.bring();
    const made: string[] = [];
    for (let index = 0; index < 5; index++)
      made.push((await at.cite({ statement: `Page ${index}.` }, { where })).tag.id);
    const { tag: others } = await at.cite({ statement: 'Of another.' }, { where, by: at.other });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const filter = { articleId: where, authorId: at.analyst.userId, limit: '2', ...(cursor ? { cursor } : {}) };
      const page: Awaited<ReturnType<typeof queue>> = await queue(at.lead, filter);
      expect(page.counts.citations).toBe(5);
      seen.push(...ids(page.tags));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(made);
    expect(ids((await queue(at.lead, { articleId: where, authorId: at.other.userId })).tags)).toEqual([others.id]);
    for (const [value, id] of [
      ['x', where],
      [`${where} 1); DROP TABLE tag`, where],
    ]) {
      const forged = Buffer.from(JSON.stringify([value, id])).toString('base64url');
      await expectRefusal(queue(at.lead, { cursor: forged }), 'invalid');
    }
  });
});

describe('mentions', () => {
  it('wait in groups of one spelling and entity, and leave together', async () => {
    const { tag: one, entityId } = await at.mention({ name: 'Mayor' });
    const { tag: two } = await at.mention({ id: entityId });
    const { tag: spelled } = await at.mention({ id: entityId }, at.analyst, 'the mayor');
    const { tag: another } = await at.mention({ name: 'Another mayor' });
    await at.mention({ id: entityId }, at.other);
    const { groups, counts } = await queue(at.other, { kind: 'mentions' });
    const shown = groups.map((group) => [group.entity.name, group.spelling, group.total, ids(group.tags)]);
    expect(shown).toHaveLength(3);
    expect(shown).toContainEqual(['Mayor', 'mayor', 2, [one.id, two.id]]);
    expect(shown).toContainEqual(['Mayor', 'the mayor', 1, [spelled.id]]);
    expect(shown).toContainEqual(['Another mayor', 'mayor', 1, [another.id]]);
    expect(counts.mentions).toBe(4);
    const tags = [one, two].map(({ id }) => ({ id, version: 1 }));
    await reviewTags({ actor: at.other, id: at.projectId, input: { verdict: 'accept', tags } });
    expect((await queue(at.other, { kind: 'mentions' })).groups).toHaveLength(2);
    const first = await queue(at.other, { kind: 'mentions', limit: '1' });
    const second = await queue(at.other, { kind: 'mentions', limit: '1', cursor: first.nextCursor });
    expect([...first.groups, ...second.groups].flatMap((group) => ids(group.tags)).sort()).toEqual(
      [spelled.id, another.id].sort(),
    );
    expect(second.nextCursor).toBeNull();
  });
});

describe('claims', () => {
  it('in review or stale wait for reviewers who neither made nor wrote them, the longest waiting first', async () => {
    const { claimId: waiting } = await at.inReview();
    const { claimId: stale } = await at.approved();
    await at.cite({ id: stale }, { stance: 'contradicts', by: at.other });
    const { claimId: own } = await at.cite({ statement: 'The reviewer’s own.' }, { by: at.reviewer });
    await at.submit(own);
    await at.approved();
    const { claims, counts } = await queue(at.reviewer, { kind: 'claims' });
    expect(ids(claims)).toEqual([waiting, stale]);
    expect(counts.claims).toBe(2);
    expect(ids((await queue(at.lead, { kind: 'claims' })).claims)).toEqual([waiting, stale, own]);
    const page = await queue(at.lead, { kind: 'claims', limit: '2' });
    expect(ids((await queue(at.lead, { kind: 'claims', limit: '2', cursor: page.nextCursor })).claims)).toEqual([own]);
    expect((await queue(at.other, { kind: 'claims' })).claims).toEqual([]);
    expect((await queue(at.viewer)).counts.claims).toBe(0);
  });

  it('do not wait for somebody who has accepted them as they are', async () => {
    await rows().project.update({ where: { id: at.projectId }, data: { approvalsNeeded: 2 } });
    const { claimId } = await at.inReview();
    await at.decide(claimId, 'accept');
    const forReviewer = async () => ids((await queue(at.reviewer, { kind: 'claims' })).claims);
    expect(await forReviewer()).not.toContain(claimId);
    expect(ids((await queue(at.lead, { kind: 'claims' })).claims)).toContain(claimId);
    await at.cite({ id: claimId }, { stance: 'contradicts', by: at.other });
    expect(await forReviewer()).toContain(claimId);
    await rows().project.update({ where: { id: at.projectId }, data: { approvalsNeeded: 1 } });
  });
});

it('shows each member their own work that was sent back', async () => {
  const { tag } = await at.cite({ statement: 'Sent back.' });
  await at.judge(tag.id, 'needs-work');
  const { claimId } = await at.inReview();
  await at.decide(claimId, 'needs-work');
  const mine = await queue(at.analyst, { kind: 'mine' });
  expect(ids(mine.tags)).toContain(tag.id);
  expect(ids(mine.claims)).toEqual([claimId]);
  expect(mine.counts.mine).toBe(mine.tags.length + 1);
  expect(ids((await queue(at.other, { kind: 'mine' })).tags)).not.toContain(tag.id);
  await at.submit(claimId);
  expect((await queue(at.analyst, { kind: 'mine' })).claims).toEqual([]);
});

it('says in SQL what the rule of standing verdicts says', async () => {
  const tags = await rows().tag.findMany({
    where: { projectId: at.projectId, deletedAt: null, highlight: { deletedAt: null } },
    include: { reviews: { select: reviewFields } },
  });
  const states = new Set<string>();
  for (const actor of [at.analyst, at.other, at.reviewer, at.lead]) {
    const expected = tags.filter((tag) => {
      const state = reviewState(tag.reviews, tag.contentVersion);
      states.add(state);
      const spoke = tag.reviews.some((review) => review.reviewerId === actor.userId && !review.withdrawnAt);
      return tag.authorId !== actor.userId && (state === 'unreviewed' || (state === 'contested' && !spoke));
    });
    const { counts } = await queue(actor);
    expect(counts.mentions + counts.citations).toBe(expected.length);
  }
  expect([...states].sort()).toEqual(['accepted', 'contested', 'needs-work', 'unreviewed']);
});

it('is not there for outsiders', async () => {
  await expectRefusal(queue(at.outsider), 'not-found');
});
