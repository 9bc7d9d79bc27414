import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { bench } from '@/lib/reviews/reviews.fixtures';
import { deleteHighlights, saveHighlights } from './commands/many-highlights';
import { changeTags, deleteTags, restoreTags } from './commands/many-tags';
import { addTag } from './commands/tags';
import type { Tag } from './highlight';
import { listHighlights } from './queries';

const WORDS = 'Sefa Brindle counted salt. ';
const TIMES = 12;
let at: Team;
let articleId: string;
let entityId: string;
let serial = 0;

const place = (nth: number, tags: object[] = [{ entityId }]) => {
  const start = nth * WORDS.length;
  return { start, end: start + 12, quote: 'Sefa Brindle', tags };
};
const save = (items: object[], actor: Actor = at.analyst) => saveHighlights({ actor, id: articleId, input: { items } });
const change = (tags: Tag[], what: object, actor: Actor = at.analyst) =>
  changeTags({
    actor,
    id: articleId,
    input: { items: tags.map(({ id, version }) => ({ id, version, change: what })) },
  });
const remove = (tags: Tag[], highlights: object[] = [], actor: Actor = at.analyst) =>
  deleteTags({
    actor,
    id: articleId,
    input: { tags: tags.map(({ id, version }) => ({ id, version })), highlights },
  });
const now = async () => (await read(at.viewer, (ctx) => listHighlights(ctx, articleId))).items;
const newEntity = async (name: string) =>
  (await addEntity({ actor: at.analyst, id: at.projectId, input: { type: 'person', name } })).body.id;
const lastEvents = async (from: number) => (await eventsOf(at.projectId)).filter(({ seq }) => seq > from);
const head = async () => (await eventsOf(at.projectId)).at(-1)!.seq;

beforeAll(async () => {
  at = await team();
});
beforeEach(async () => {
  const input = { text: `${WORDS.repeat(TIMES)}${++serial}` };
  articleId = (await addArticle({ actor: at.analyst, id: at.projectId, input })).body.id;
  entityId = await newEntity(`Sefa ${serial}`);
});
afterAll(closeAll);

describe('many places at once', () => {
  it('are tagged in one write with one event, remember their spelling, and are undone as one', async () => {
    const from = await head();
    const { status, body } = await save([3, 0, 1].map((nth) => place(nth)));
    expect(status).toBe(201);
    expect(body.items.map(({ start, tags }) => [start, tags[0]!.entity!.id])).toEqual(
      [0, 1, 3].map((nth) => [nth * WORDS.length, entityId]),
    );
    const ids = body.items.map(({ id }) => id);
    const [event, ...others] = await lastEvents(from);
    expect([event!.type, [...event!.fields].sort(), others]).toEqual(['highlights.saved', [...ids].sort(), []]);
    const aliases = await rows().alias.findMany({ where: { entityId } });
    expect(aliases.map(({ name }) => name)).toEqual(['Sefa Brindle']);
    await deleteHighlights({ actor: at.analyst, id: articleId, input: { ids } });
    expect(await now()).toEqual([]);
  });

  it('are all saved or none: one wrong quote, one foreign entity', async () => {
    const wrong = { ...place(1), quote: 'Sefa Brindla' };
    const refusal = await expectRefusal(save([place(0), wrong]), 'quote-mismatch');
    expect(refusal.extra).toMatchObject({ issues: [{ path: 'items.1.quote' }] });
    const foreign = place(1, [{ entityId: at.projectId }]);
    await expectRefusal(save([place(0), foreign]), 'invalid');
    expect(await now()).toEqual([]);
  });

  it('make what several name as new once, and raise a claim they cite', async () => {
    const tags = [
      { newEntity: { type: 'person', name: 'Somebody new' } },
      {
        newClaim: { statement: 'Salt was counted.' },
        stance: 'supports',
        newSpeaker: { type: 'person', name: 'A clerk' },
      },
    ];
    const { body } = await save([place(0, tags), place(1, tags)]);
    const made = body.items.flatMap((item) => item.tags.map((tag) => tag.entity?.id ?? tag.claim!.id));
    expect(new Set(made).size).toBe(2);
    expect(new Set(body.items.map((item) => item.tags[1]!.speaker!.id)).size).toBe(1);
  });

  it('keep each its own tags where two stand on the same words', async () => {
    const other = await newEntity(`Brindle ${serial}`);
    const { body } = await save([place(0), place(0, [{ entityId: other }])]);
    expect(new Set(body.items.map(({ tags }) => tags[0]!.entity!.id))).toEqual(new Set([entityId, other]));
  });
});

describe('several own tags', () => {
  const tagged = async (count: number) =>
    (await save(Array.from({ length: count }, (_, nth) => place(nth)))).body.items.map(({ tags }) => tags[0]!);

  it('take another entity and confidence in one write with one event, and each gets its own back', async () => {
    const tags = await tagged(3);
    const other = await newEntity(`Brindle ${serial}`);
    const from = await head();
    const { body } = await change(tags, { entityId: other, confidence: 70 });
    expect(body.items.flatMap((item) => item.tags.map((tag) => [tag.entity!.id, tag.confidence, tag.version]))).toEqual(
      Array(3).fill([other, 70, 2]),
    );
    const events = await lastEvents(from);
    expect(events).toMatchObject([{ type: 'tags.saved', subjectType: 'article', subjectId: articleId }]);
    expect([...events[0]!.fields].sort()).toEqual(
      expect.arrayContaining([...tags.map(({ id }) => id), 'entityId', 'confidence'].sort()),
    );
    const items = tags.map(({ id }, nth) => ({
      id,
      version: 2,
      change: { entityId, confidence: nth === 0 ? null : nth * 10 },
    }));
    const { body: back } = await changeTags({ actor: at.analyst, id: articleId, input: { items } });
    expect(back.items.map((item) => item.tags[0]!.confidence)).toEqual([null, 10, 20]);
  });

  it('are to be reviewed anew when they were', async () => {
    const [tag] = await tagged(1);
    await reviewTag({ actor: at.other, id: tag!.id, input: { verdict: 'accept' }, ifMatch: '"1"' });
    const [highlight] = await now();
    expect(highlight!.tags[0]!.reviewState).toBe('accepted');
    const { body } = await change(highlight!.tags, { confidence: 5 });
    expect(body.items[0]!.tags[0]!.reviewState).toBe('unreviewed');
  });

  it('are left alone, all of them, when one is a colleague’s, has moved on, or is of the other kind', async () => {
    const tags = await tagged(2);
    const id = tags[0]!.highlightId;
    const { body: theirs } = await addTag({ actor: at.other, id, input: { entityId } });
    await expectRefusal(change([...tags, theirs], { confidence: 1 }), 'forbidden');
    await expectRefusal(remove([...tags, theirs]), 'forbidden');
    await expectRefusal(change([tags[0]!, { ...tags[1]!, version: 9 }], { confidence: 1 }), 'stale').then(({ extra }) =>
      expect(extra).toMatchObject({ current: { items: [{ id: tags[1]!.highlightId }] } }),
    );
    await expectRefusal(change(tags, { stance: 'supports' }), 'invalid');
    await expectRefusal(change([tags[0]!, tags[0]!], { confidence: 1 }), 'invalid');
    const confidences = (await now()).flatMap((one) => one.tags.map(({ confidence }) => confidence));
    expect(confidences).toEqual([null, null, null]);
  });

  it('are deleted with highlights that keep none, and come back as they were', async () => {
    const tags = await tagged(2);
    const [bare] = (await save([place(5, [])])).body.items;
    await addTag({ actor: at.other, id: tags[1]!.highlightId, input: { entityId } });
    const before = await now();
    const from = await head();
    const { body: gone } = await remove(tags, [{ id: bare!.id, version: 1 }]);
    expect(gone.highlights.map(({ id }) => id).sort()).toEqual([tags[0]!.highlightId, bare!.id].sort());
    expect((await now()).map(({ id, tags: left }) => [id, left.length])).toEqual([[tags[1]!.highlightId, 1]]);
    const events = await lastEvents(from);
    expect(events.map(({ type, fields }) => [type, fields.length])).toEqual([['tags.deleted', 3]]);
    await restoreTags({ actor: at.analyst, id: articleId, input: gone });
    const content = (one: Awaited<ReturnType<typeof now>>) =>
      one.map((item) => [item.id, item.quote, item.tags.map(({ id }) => id).sort()]);
    expect(content(await now())).toEqual(content(before));
  });

  it('leave a highlight that a colleague has tagged meanwhile', async () => {
    const [bare] = (await save([place(5, [])])).body.items;
    await addTag({ actor: at.other, id: bare!.id, input: { entityId } });
    await expectRefusal(remove([], [{ id: bare!.id, version: 1 }]), 'stale');
  });
});

describe('an approved claim', () => {
  it('becomes stale by a write on many, and is approved again when that is taken back', async () => {
    const on = await bench();
    const { claimId, tag } = await on.approved();
    const write = { actor: on.analyst, id: on.articleId };
    const seen = async () => ({ id: tag.id, version: (await on.tagNow(tag.id)).version });
    const status = async () => (await on.claimNow(claimId)).status;

    const tags = [{ claimId, stance: 'contradicts' }];
    const input = { items: [{ start: 0, end: 3, quote: 'The', tags }] };
    const { body } = await saveHighlights({ ...write, input });
    expect(await status()).toBe('stale');
    await deleteHighlights({ ...write, input: { ids: body.items.map(({ id }) => id) } });
    expect(await status()).toBe('approved');

    const { body: gone } = await deleteTags({ ...write, input: { tags: [await seen()], highlights: [] } });
    expect(await status()).toBe('stale');
    await restoreTags({ ...write, input: gone });
    expect(await status()).toBe('approved');

    const { claimId: other } = await on.cite({ statement: 'Another claim.' });
    await changeTags({ ...write, input: { items: [{ ...(await seen()), change: { claimId: other } }] } });
    expect(await status()).toBe('stale');
    await changeTags({ ...write, input: { items: [{ ...(await seen()), change: { claimId } }] } });
    await on.judge(tag.id, 'accept');
    expect(await status()).toBe('approved');
  });
});

it('a thousand rows are one write, and more than five thousand are refused', async () => {
  const input = { text: `${WORDS.repeat(1000)}${++serial}` };
  articleId = (await addArticle({ actor: at.analyst, id: at.projectId, input })).body.id;
  const items = Array.from({ length: 1000 }, (_, nth) => place(nth));
  await expectRefusal(save(Array.from({ length: 5001 }, () => place(0))), 'invalid');
  const { body } = await save(items);
  expect(body.items).toHaveLength(1000);
  const tags = body.items.flatMap((item) => item.tags);
  const { body: changed } = await change(tags, { confidence: 40 });
  expect(changed.items.every((item) => item.tags[0]!.confidence === 40)).toBe(true);
});
