import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows } from '@/lib/core/testing';
import { deleteTag, saveTag } from '@/lib/highlights/commands/tags';
import { findArticle } from '@/lib/articles/queries';
import { listHighlights } from '@/lib/highlights/queries';
import { listThreads } from '@/lib/threads/queries';
import { addComment } from '@/lib/threads/commands';
import { threadFilter } from '@/lib/threads/thread';
import { reviewTag, reviewTags } from './commands/tags';
import { withdrawReview, withdrawReviews } from './commands/withdraw';
import { bench, type Bench } from './reviews.fixtures';

let at: Bench;
beforeAll(async () => {
  at = await bench();
});
afterAll(closeAll);

const on = (version: number) => ({ ifMatch: `"${version}"` });
const typesSince = async (count: number) => (await eventsOf(at.projectId)).slice(count).map((event) => event.type);
const countEvents = async () => (await eventsOf(at.projectId)).length;
const threadsOn = async (tagId: string) => {
  const filter = threadFilter.parse({ subjectType: 'tag', subjectId: tagId });
  return (await read(at.viewer, (ctx) => listThreads(ctx, at.projectId, filter))).items;
};

describe('a verdict on a tag', () => {
  it('is stored with the version that was seen, and changes what others see', async () => {
    const { tag, claimId } = await at.cite({ statement: 'Judged.' });
    const before = (await at.claimNow(claimId)).version;
    const events = await countEvents();
    const { status, body } = await reviewTag({ actor: at.other, id: tag.id, input: { verdict: 'accept' }, ...on(1) });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: tag.id,
      reviewState: 'accepted',
      version: 2,
      review: { verdict: 'accept', version: 1, reviewer: { name: 'Otto' }, reason: null, proposal: null },
    });
    const row = await rows().review.findUniqueOrThrow({ where: { id: body.review.id } });
    expect(row).toMatchObject({ tagId: tag.id, tagVersion: 1, authorId: at.analyst.userId, verdict: 'accept' });
    expect((await eventsOf(at.projectId)).slice(events)).toMatchObject([
      { type: 'tag.accepted', subjectType: 'tag', subjectId: tag.id, version: 2, actorId: at.other.userId },
    ]);
    expect((await at.claimNow(claimId)).version).toBe(before + 1);
  });

  it('against it says why, and the reason opens a thread on the tag', async () => {
    const { tag } = await at.cite({ statement: 'Refused.' });
    const events = await countEvents();
    await expectRefusal(
      reviewTag({ actor: at.other, id: tag.id, input: { verdict: 'reject', reason: ' ' }, ...on(1) }),
      'invalid',
    );
    const body = await at.judge(tag.id, 'reject', at.other, { reason: 'It says the opposite.' });
    expect(body).toMatchObject({
      reviewState: 'rejected',
      openThreads: 1,
      review: { reason: 'It says the opposite.' },
    });
    const [thread] = await threadsOn(tag.id);
    expect(thread).toMatchObject({ creator: { name: 'Otto' }, comments: [{ text: 'It says the opposite.' }] });
    const attached = { type: 'claim', id: tag.claim!.id, label: 'Refused.' };
    expect(thread).toMatchObject({ began: { verdict: 'reject', withdrawn: false }, contested: false });
    expect(thread!.subject).toMatchObject({ type: 'tag', attached });
    expect(await typesSince(events)).toEqual(['tag.rejected', 'thread.started', 'comment.added']);
    await at.judge(tag.id, 'accept', at.reviewer);
    expect((await threadsOn(tag.id))[0]!.contested).toBe(true);
    await at.judge(tag.id, 'needs-work', at.reviewer);
    expect((await at.tagNow(tag.id)).reviewState).toBe('rejected');
    expect((await eventsOf(at.projectId)).at(-3)).toMatchObject({ type: 'tag.sent-back' });
  });

  it('is no verdict on one’s own work, nor a viewer’s, nor on a version that nobody saw', async () => {
    const { tag } = await at.cite({ statement: 'Own.' });
    const review = (actor: Actor, ifMatch?: string) =>
      reviewTag({ actor, id: tag.id, input: { verdict: 'accept' }, ...(ifMatch ? { ifMatch } : {}) });
    await expectRefusal(review(at.analyst), 'own-work');
    await expectRefusal(review(at.viewer), 'forbidden');
    await expectRefusal(review(at.outsider), 'not-found');
    await expectRefusal(review(at.other), 'version-required');
    const stale = await expectRefusal(review(at.other, '"7"'), 'stale');
    expect(stale.extra.current).toMatchObject({ id: tag.id, version: 1 });
    await deleteTag({ actor: at.analyst, id: tag.id, input: {}, ...on(1) });
    await expectRefusal(review(at.other, '"2"'), 'not-found');
  });

  it('beside a contrary one leaves the tag contested, and lapses when the tag changes', async () => {
    const { tag } = await at.cite({ statement: 'Contested.' });
    await at.judge(tag.id, 'accept');
    expect(await at.judge(tag.id, 'needs-work', at.lead)).toMatchObject({ reviewState: 'contested' });
    expect(await at.judge(tag.id, 'accept', at.lead)).toMatchObject({ reviewState: 'accepted' });
    const now = await at.tagNow(tag.id);
    await saveTag({ actor: at.analyst, id: tag.id, input: { confidence: 30 }, ...on(now.version) });
    expect(await at.tagNow(tag.id)).toMatchObject({ reviewState: 'unreviewed', reviews: [] });
  });

  it('may propose a fix, which the author takes without the reviewer becoming its author', async () => {
    const { tag } = await at.cite({ statement: 'Proposed.' });
    const { tag: mention } = await at.mention({ name: 'Proposed' });
    const proposal = { stance: 'contradicts', confidence: 60 };
    await expectRefusal(at.judge(mention.id, 'needs-work', at.other, { proposal }), 'invalid');
    const foreign = { speakerId: at.outsider.userId };
    await expectRefusal(at.judge(tag.id, 'needs-work', at.other, { proposal: foreign }), 'invalid');
    const body = await at.judge(tag.id, 'needs-work', at.other, { proposal });
    expect(body.review.proposal).toEqual(proposal);
    const { body: fixed } = await saveTag({ actor: at.analyst, id: tag.id, input: proposal, ...on(body.version) });
    expect(fixed).toMatchObject({ stance: 'contradicts', author: { name: 'Ana' }, reviewState: 'unreviewed' });
  });
});

it('counts in an article’s line what nobody has judged as it is now', async () => {
  const { tag, highlight } = await at.cite({ statement: 'Counted.' });
  const counted = async () => {
    const id = highlight.articleId;
    const { counts } = await read(at.viewer, (ctx) => findArticle(ctx, id));
    const { items } = await read(at.viewer, (ctx) => listHighlights(ctx, id));
    const tags = items.flatMap((item) => item.tags);
    const unreviewed = tags.filter(({ reviewState }) => reviewState === 'unreviewed').length;
    expect(counts).toEqual({ highlights: items.length, tags: tags.length, unreviewed, lost: 0 });
    return unreviewed;
  };
  const first = await counted();
  const { review, version } = await at.judge(tag.id, 'accept');
  expect(await counted()).toBe(first - 1);
  await withdrawReview({ actor: at.other, id: review.id, input: {}, ...on(version) });
  expect(await counted()).toBe(first);
  const again = await at.judge(tag.id, 'accept');
  await saveTag({ actor: at.analyst, id: tag.id, input: { confidence: 31 }, ...on(again.version) });
  expect(await counted()).toBe(first);
  await deleteTag({ actor: at.analyst, id: tag.id, input: {}, ...on((await at.tagNow(tag.id)).version) });
  expect(await counted()).toBe(first - 1);
});

describe('taking a verdict back', () => {
  it('leaves the tag as it was before, and takes the thread of its reason along', async () => {
    const { tag } = await at.cite({ statement: 'Taken back.' });
    const { review, version } = await at.judge(tag.id, 'reject');
    const events = await countEvents();
    const undo = (actor: Actor, ifMatch: string) => withdrawReview({ actor, id: review.id, input: {}, ifMatch });
    await expectRefusal(undo(at.reviewer, `"${version}"`), 'forbidden');
    await expectRefusal(undo(at.other, '"1"'), 'stale');
    const { body } = await undo(at.other, `"${version}"`);
    expect(body).toMatchObject({
      id: review.id,
      claim: null,
      tag: { id: tag.id, reviewState: 'unreviewed', openThreads: 0, version: version + 1 },
    });
    expect(await threadsOn(tag.id)).toEqual([]);
    expect(await typesSince(events)).toEqual(['review.withdrawn', 'comment.deleted', 'thread.closed']);
    expect((await rows().review.findUniqueOrThrow({ where: { id: review.id } })).withdrawnAt).not.toBeNull();
    await expectRefusal(undo(at.other, `"${version + 1}"`), 'not-found');
  });

  it('leaves a thread in which somebody answered', async () => {
    const { tag } = await at.cite({ statement: 'Answered.' });
    const { review } = await at.judge(tag.id, 'reject');
    const [thread] = await threadsOn(tag.id);
    await addComment({ actor: at.analyst, id: thread!.id, input: { body: { text: 'No.' } } });
    await withdrawReview({ actor: at.other, id: review.id, input: {}, ifMatch: await at.version(at.tagNow(tag.id)) });
    expect(await threadsOn(tag.id)).toMatchObject([{ outcome: null, comments: [{ deleted: false }, { text: 'No.' }] }]);
  });

  it('starts with one’s latest, and brings the one before it back', async () => {
    const { tag } = await at.cite({ statement: 'Twice.' });
    const first = await at.judge(tag.id, 'accept');
    const second = await at.judge(tag.id, 'reject');
    const undo = async (id: string) =>
      withdrawReview({ actor: at.other, id, input: {}, ifMatch: await at.version(at.tagNow(tag.id)) });
    await expectRefusal(undo(first.review.id), 'not-allowed-now');
    expect((await undo(second.review.id)).body.tag).toMatchObject({ reviewState: 'accepted' });
    expect((await undo(first.review.id)).body.tag).toMatchObject({ reviewState: 'unreviewed' });
  });
});

describe('accepting mentions together', () => {
  it('accepts those that can be, names the others, and is one event with one undo', async () => {
    const { tag: one, entityId } = await at.mention({ name: 'The mayor' });
    const { tag: two } = await at.mention({ id: entityId });
    const { tag: changed } = await at.mention({ id: entityId });
    const { tag: own } = await at.mention({ id: entityId }, at.other);
    const { tag: citation } = await at.cite({ statement: 'One by one.' });
    await saveTag({ actor: at.analyst, id: changed.id, input: { confidence: 5 }, ...on(1) });
    const events = await countEvents();
    const gone = at.projectId;
    const tags = [one.id, two.id, changed.id, own.id, citation.id, gone].map((id) => ({ id, version: 1 }));
    const accept = (actor: Actor, input: object) => reviewTags({ actor, id: at.projectId, input });
    const { status, body } = await accept(at.other, { verdict: 'accept', tags });
    expect(status).toBe(200);
    expect(body.accepted.map(({ tagId, version }) => [tagId, version]).sort()).toEqual(
      [
        [one.id, 2],
        [two.id, 2],
      ].sort(),
    );
    expect(Object.fromEntries(body.problems.map(({ tagId, code }) => [tagId, code]))).toEqual({
      [changed.id]: 'stale',
      [own.id]: 'own-work',
      [citation.id]: 'not-allowed-now',
      [gone]: 'not-found',
    });
    const [event, ...more] = (await eventsOf(at.projectId)).slice(events);
    expect(event).toMatchObject({ type: 'tag.accepted', subjectType: 'project', subjectId: at.projectId });
    expect(event!.fields.sort()).toEqual([one.id, two.id].sort());
    expect(more).toEqual([]);
    expect((await at.tagNow(one.id)).reviewState).toBe('accepted');
    expect((await at.tagNow(citation.id)).reviewState).toBe('unreviewed');

    const ids = body.accepted.map((review) => review.reviewId);
    await expectRefusal(withdrawReviews({ actor: at.lead, id: at.projectId, input: { ids } }), 'not-found');
    await withdrawReviews({ actor: at.other, id: at.projectId, input: { ids } });
    expect(await at.tagNow(one.id)).toMatchObject({ reviewState: 'unreviewed', version: 3 });
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'review.withdrawn', subjectType: 'project' });
    await expectRefusal(withdrawReviews({ actor: at.other, id: at.projectId, input: { ids } }), 'not-found');
  });

  it('says nothing when nothing could be accepted, and is for analysts and for accepting only', async () => {
    const { tag } = await at.mention({ name: 'Nobody' });
    const tags = [{ id: tag.id, version: 1 }];
    const events = await countEvents();
    const ask = (actor: Actor, verdict = 'accept') => reviewTags({ actor, id: at.projectId, input: { verdict, tags } });
    expect((await ask(at.analyst)).body).toMatchObject({ accepted: [], problems: [{ code: 'own-work' }] });
    expect(await countEvents()).toBe(events);
    await expectRefusal(ask(at.viewer), 'forbidden');
    await expectRefusal(ask(at.outsider), 'not-found');
    await expectRefusal(ask(at.other, 'reject'), 'invalid');
  });

  it('takes thousands in one write', async () => {
    const { tag, highlight, entityId } = await at.mention({ name: 'Everywhere' });
    const made = await rows().tag.createManyAndReturn({
      data: Array.from({ length: 4_999 }, () => ({
        projectId: at.projectId,
        highlightId: highlight.id,
        authorId: at.analyst.userId,
        entityId,
        createdAt: new Date(),
        updatedAt: new Date(),
      })),
      select: { id: true },
    });
    const tags = [tag, ...made].map(({ id }) => ({ id, version: 1 }));
    const { body } = await reviewTags({ actor: at.other, id: at.projectId, input: { verdict: 'accept', tags } });
    expect(body.accepted).toHaveLength(5_000);
    expect(body.problems).toEqual([]);
  });
});

describe('the database itself', () => {
  const asApp = (sql: (id: string) => string, id: string) =>
    rows().$transaction(async (db) => {
      await db.$executeRawUnsafe(`SELECT set_config('app.projects', '{${at.projectId}}', true)`);
      await db.$executeRawUnsafe('SET LOCAL ROLE claimbench_app');
      await db.$executeRawUnsafe(sql(id));
    });
  const insert = (columns: string, values: string) =>
    `INSERT INTO review (id, project_id, verdict, created_at, ${columns})
     VALUES (gen_random_uuid(), '${at.projectId}', 'accept', now(), ${values})`;

  it('refuses a verdict on one’s own tag, also under a forged author', async () => {
    const { tag } = await at.cite({ statement: 'By raw SQL.' });
    const verdict = (author: string, reviewer: string) => (id: string) =>
      insert('tag_id, tag_version, author_id, reviewer_id', `'${id}', 1, '${author}', '${reviewer}'`);
    const { analyst, other } = at;
    await expect(asApp(verdict(analyst.userId, analyst.userId), tag.id)).rejects.toThrow(/review_own_work/);
    await expect(asApp(verdict(other.userId, analyst.userId), tag.id)).rejects.toThrow(/foreign key|fkey/i);
    await asApp(verdict(analyst.userId, other.userId), tag.id);
  });

  it('refuses the approval of a claim by its writer, or by whoever made it', async () => {
    const { claimId } = await at.cite({ statement: 'Approved by raw SQL.' });
    const { id: versionId } = await rows().claimVersion.findFirstOrThrow({ where: { claimId } });
    const verdict = (author: string, creator: string, reviewer: string) => (id: string) =>
      insert(
        'claim_version_id, author_id, creator_id, reviewer_id',
        `'${id}', '${author}', '${creator}', '${reviewer}'`,
      );
    const ana = at.analyst.userId;
    const otto = at.other.userId;
    await expect(asApp(verdict(ana, ana, ana), versionId)).rejects.toThrow(/review_own/);
    await expect(asApp(verdict(otto, ana, ana), versionId)).rejects.toThrow(/review_own_claim/);
    await expect(asApp(verdict(ana, otto, otto), versionId)).rejects.toThrow(/review_own_claim/);
    await expect(asApp(verdict(otto, otto, ana), versionId)).rejects.toThrow(/foreign key|fkey/i);
    await asApp(verdict(ana, ana, otto), versionId);
  });
});
