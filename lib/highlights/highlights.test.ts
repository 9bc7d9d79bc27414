import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { reviewTag } from '@/lib/reviews/commands/tags';
import {
  deleteHighlight,
  moveHighlight,
  restoreHighlight,
  saveHighlight,
  translateHighlight,
} from './commands/highlights';
import { deleteHighlights, repeatTag, restoreHighlights, saveHighlights } from './commands/many-highlights';
import { reviseArticle } from './commands/revise';
import { addTag, deleteTag, restoreTag, saveTag } from './commands/tags';
import { findHighlight, listElsewhere, listHighlights } from './queries';

const TEXT = 'Arsalon spoke. “Arsalon” was seen; Arsalonism was not. 😀 Arsalon left the village of Sherbegiyon.';
let at: Team;
let articleId: string;
let serial = 0;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

/** A fresh copy of the text as an article. */
async function article(text = `${TEXT}\n${++serial}`) {
  return (await addArticle({ actor: at.analyst, id: at.projectId, input: { text } })).body.id;
}
const spanOf = (quote: string, from = 0, text = TEXT) => {
  const start = text.indexOf(quote, from);
  return { start, end: start + quote.length, quote };
};
const highlight = (quote: string, tags: object[] = [], from = 0, actor = at.analyst) =>
  saveHighlight({ actor, id: articleId, input: { ...spanOf(quote, from), tags } });

describe('saving a highlight', () => {
  beforeAll(async () => {
    articleId = await article();
  });

  it('stores the words with their surroundings, and tags them with things made in the same write', async () => {
    const { status, body } = await highlight('Sherbegiyon', [
      { newEntity: { type: 'place', name: 'Sherbegiyon' }, confidence: 80 },
      {
        newClaim: { statement: 'Arsalon left Sherbegiyon.' },
        stance: 'supports',
        denies: true,
        newSpeaker: { type: 'unnamed-source', name: 'a villager' },
      },
    ]);
    expect(status).toBe(201);
    expect(body).toMatchObject({ quote: 'Sherbegiyon', suffix: expect.stringContaining('.') as string, version: 1 });
    expect(body.tags.map((tag) => tag.entity?.name ?? tag.claim?.statement)).toEqual([
      'Sherbegiyon',
      'Arsalon left Sherbegiyon.',
    ]);
    expect(body.tags[1]).toMatchObject({
      stance: 'supports',
      denies: true,
      confidence: null,
      speaker: { type: 'unnamed-source' },
    });
    const types = (await eventsOf(at.projectId)).map((event) => event.type);
    expect(types.slice(-6)).toEqual([
      'highlight.saved',
      'entity.added',
      'tag.added',
      'claim.added',
      'entity.added',
      'tag.added',
    ]);
  });

  it('refuses a quote that is not what stands there, or half a character', async () => {
    await expectRefusal(
      saveHighlight({ actor: at.analyst, id: articleId, input: { start: 0, end: 7, quote: 'Arsalan' } }),
      'quote-mismatch',
    );
    const emoji = TEXT.indexOf('😀');
    await expectRefusal(
      saveHighlight({ actor: at.analyst, id: articleId, input: { start: emoji, end: emoji + 1, quote: '\ud83d' } }),
      'invalid',
    );
    await expectRefusal(
      saveHighlight({ actor: at.analyst, id: articleId, input: { start: 9_999, end: 10_000, quote: 'x' } }),
      'quote-mismatch',
    );
  });

  it('keeps a span that cuts what people see as one character as it was sent: annotations from elsewhere are not shifted', async () => {
    const text = 'Jose\u0301 saw 👨‍👩‍👧 and 🇫🇷.';
    const id = await article(text);
    for (const quote of ['\u0301', '👩', '\u{1F1F7}', 'Jose']) {
      const { body } = await saveHighlight({ actor: at.analyst, id, input: spanOf(quote, 0, text) });
      expect([body.start, body.end, body.quote]).toEqual(Object.values(spanOf(quote, 0, text)));
    }
  });

  it('keeps things of other projects out, and leaves nothing behind', async () => {
    const { id } = await rows().entity.create({
      data: {
        projectId: at.elsewhere,
        type: 'person',
        name: 'Foreign',
        createdBy: at.outsider.userId,
        createdAt: new Date(),
      },
    });
    const before = await rows().highlight.count({ where: { articleId } });
    await expectRefusal(highlight('village', [{ entityId: id }]), 'invalid');
    expect(await rows().highlight.count({ where: { articleId } })).toBe(before);
  });

  it('answers the same key with the same bytes, once written', async () => {
    const request = { actor: at.analyst, id: articleId, input: spanOf('seen'), key: 'the-same-key' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => saveHighlight(request)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await rows().highlight.count({ where: { articleId, quote: 'seen' } })).toBe(1);
    await expectRefusal(saveHighlight({ ...request, input: spanOf('left') }), 'key-reused');
  });

  it('remembers the spelling under a mention', async () => {
    const { body } = await highlight('Arsalon', [{ newEntity: { type: 'person', name: 'Mahdi Arsalan' } }]);
    const aliases = await rows().alias.findMany({ where: { entityId: body.tags[0]!.entity!.id } });
    expect(aliases.map((alias) => alias.name)).toEqual(['Arsalon']);
  });

  it('remembers nothing that capitals, dashes, apostrophes or spaces alone make of a known spelling', async () => {
    const spelt = ['Al-Rashidun', 'AL‑RASHIDUN', 'al Rashidun', 'Al-Rashídun', 'AL-RASHÍDUN'];
    const id = await article(spelt.join('; '));
    const input = { type: 'organisation', name: 'al-Rashidun' };
    const text = (await rows().articleVersion.findFirstOrThrow({ where: { articleId: id } })).text;
    const items = spelt.map((words) => ({ ...spanOf(words, 0, text), tags: [{ newEntity: input }] }));
    const { body } = await saveHighlights({ actor: at.analyst, id, input: { items } });
    const aliases = await rows().alias.findMany({ where: { entityId: body.items[0]!.tags[0]!.entity!.id } });
    expect(aliases.map((alias) => alias.name)).toEqual(['Al-Rashídun']);
  });
});

describe('the same spelling in the rest of the article', () => {
  it('tags whole words of that spelling, once, and is undone and redone as one', async () => {
    articleId = await article();
    const { body } = await highlight('Arsalon', [{ newEntity: { type: 'person', name: 'Arsalon' } }]);
    const tagId = body.tags[0]!.id;
    const { body: repeated } = await repeatTag({ actor: at.analyst, id: tagId, input: {} });
    expect(repeated.items.map((item) => item.start)).toEqual([TEXT.indexOf('Arsalon', 8), TEXT.lastIndexOf('Arsalon')]);
    expect((await repeatTag({ actor: at.analyst, id: tagId, input: {} })).body.items).toEqual([]);
    const ids = repeated.items.map((item) => item.id);
    await deleteHighlights({ actor: at.analyst, id: articleId, input: { ids } });
    expect((await read(at.viewer, (ctx) => listHighlights(ctx, articleId))).items).toHaveLength(1);
    const { body: back } = await restoreHighlights({ actor: at.analyst, id: articleId, input: { ids } });
    expect(back.items.map((item) => item.tags.length)).toEqual([1, 1]);
    await expectRefusal(deleteHighlights({ actor: at.other, id: articleId, input: { ids } }), 'not-found');
  });

  it('is offered in other articles with how often it stands there, and tagged in one at a time', async () => {
    const name = `Orsalin ${++serial}`;
    articleId = await article(`${name} spoke.`);
    const twice = await article(`${name} came. ${name} left. Nobody saw ${name}ish.`);
    const once = await article(`Only ${name} knew.`);
    await article('Nothing of the kind.');
    const span = { start: 0, end: name.length, quote: name };
    const tags = [{ newEntity: { type: 'person', name } }];
    const { body } = await saveHighlight({ actor: at.analyst, id: articleId, input: { ...span, tags } });
    const id = body.tags[0]!.id;
    const elsewhere = async () =>
      (await read(at.analyst, (ctx) => listElsewhere(ctx, id))).items.map((one) => [one.articleId, one.count]);
    expect(await elsewhere()).toEqual([
      [twice, 2],
      [once, 1],
    ]);
    const { body: made } = await repeatTag({ actor: at.analyst, id, input: { articleId: twice } });
    expect(made.items.map((item) => [item.articleId, item.tags[0]!.entity!.id])).toEqual(
      Array(2).fill([twice, body.tags[0]!.entity!.id]),
    );
    expect(await elsewhere()).toEqual([[once, 1]]);
    await expectRefusal(repeatTag({ actor: at.analyst, id, input: { articleId: at.elsewhere } }), 'invalid');
  });
});

describe('the highlights of an article, page by page', () => {
  it('come in reading order, each once, also those that begin at the same place', async () => {
    articleId = await article();
    for (const quote of ['Arsalon left', 'Arsalon', 'Arsalon spoke', 'Arsalon left the village', 'spoke', 'Arsalon'])
      await highlight(quote, [], quote.includes('left') ? 50 : 0);
    const all = await read(at.viewer, (ctx) => listHighlights(ctx, articleId));
    expect(all.nextCursor).toBeNull();
    expect(all.items.map(({ quote }) => quote).slice(0, 3)).toEqual(['Arsalon spoke', 'Arsalon', 'Arsalon']);
    for (const limit of [1, 2, 5, 6]) {
      const found: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const asked: { limit: number; cursor?: string } = { limit, ...(cursor ? { cursor } : {}) };
        const page = await read(at.viewer, (ctx) => listHighlights(ctx, articleId, asked));
        expect(page.items.length).toBeLessThanOrEqual(limit);
        found.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(found).toEqual(all.items.map(({ id }) => id));
    }
  });

  it('refuse a cursor that is none of theirs', async () => {
    const [first] = (await read(at.viewer, (ctx) => listHighlights(ctx, articleId))).items;
    const cursor = Buffer.from(JSON.stringify(['7-1 OR 1', first!.id])).toString('base64url');
    await expectRefusal(
      read(at.viewer, (ctx) => listHighlights(ctx, articleId, { limit: 2, cursor })),
      'invalid',
    );
  });
});

describe('changing what is one’s own', () => {
  beforeAll(async () => {
    articleId = await article();
  });

  it('moves the same highlight, and only its author does', async () => {
    const { body } = await highlight('village of', [{ newClaim: { statement: 'A village.' }, stance: 'context' }]);
    const to = spanOf('village of Sherbegiyon');
    await expectRefusal(moveHighlight({ actor: at.other, id: body.id, input: to, ifMatch: '"1"' }), 'forbidden');
    const { body: moved } = await moveHighlight({ actor: at.analyst, id: body.id, input: to, ifMatch: '"1"' });
    expect(moved).toMatchObject({ id: body.id, quote: to.quote, version: 2 });
    expect(moved.tags[0]).toMatchObject({ id: body.tags[0]!.id, version: 2 });
  });

  it('keeps the verdicts on the earlier words, which no longer count, and leaves the neighbours', async () => {
    const { body } = await highlight('Sherbegiyon', [{ newEntity: { type: 'place', name: 'Somewhere' } }]);
    const { body: beside } = await highlight('village of Sherbegiyon');
    const tag = body.tags[0]!;
    await reviewTag({ actor: at.other, id: tag.id, input: { verdict: 'accept' }, ifMatch: '"1"' });
    const to = spanOf('of Sherbegiyon');
    const { body: moved } = await moveHighlight({ actor: at.analyst, id: body.id, input: to, ifMatch: '"1"' });
    expect(moved.tags[0]).toMatchObject({
      id: tag.id,
      reviewState: 'unreviewed',
      reviews: [],
      overtaken: [{ verdict: 'accept', reviewer: { id: at.other.userId } }],
    });
    expect(await read(at.viewer, (ctx) => findHighlight(ctx, beside.id))).toEqual(beside);
    const stale = await expectRefusal(
      moveHighlight({ actor: at.analyst, id: body.id, input: spanOf('Sherbegiyon'), ifMatch: '"1"' }),
      'stale',
    );
    expect(stale.extra).toMatchObject({ current: { id: body.id, quote: to.quote, version: 2 } });
  });

  it('deletes and brings back highlight and tag with all that was on them', async () => {
    const { body } = await highlight('spoke', [{ newEntity: { type: 'event', name: 'A speech' } }]);
    await deleteHighlight({ actor: at.analyst, id: body.id, input: {}, ifMatch: '"1"' });
    await expectRefusal(
      read(at.analyst, (ctx) => findHighlight(ctx, body.id)),
      'not-found',
    );
    const { body: back } = await restoreHighlight({ actor: at.analyst, id: body.id, input: {}, ifMatch: '"2"' });
    expect(back.tags).toHaveLength(1);
    const [tag] = back.tags;
    await deleteTag({ actor: at.analyst, id: tag!.id, input: {}, ifMatch: `"${tag!.version}"` });
    const { body: tagBack } = await restoreTag({
      actor: at.analyst,
      id: tag!.id,
      input: {},
      ifMatch: `"${tag!.version + 1}"`,
    });
    expect(tagBack.entity?.name).toBe('A speech');
    await expectRefusal(deleteTag({ actor: at.lead, id: tag!.id, input: {}, ifMatch: '"3"' }), 'forbidden');
  });

  it('saves a tag, keeps its kind, and raises the claim it cites', async () => {
    const { body } = await highlight('was seen', [
      { newClaim: { statement: 'Seen.' }, stance: 'supports', confidence: 5 },
    ]);
    const tag = body.tags[0]!;
    const { body: saved } = await saveTag({
      actor: at.analyst,
      id: tag.id,
      input: { stance: 'contradicts', confidence: null, viaOn: null },
      ifMatch: '"1"',
    });
    expect(saved).toMatchObject({ stance: 'contradicts', confidence: null, version: 2 });
    expect((await rows().claim.findUniqueOrThrow({ where: { id: tag.claim!.id } })).version).toBe(3);
    await expectRefusal(
      saveTag({ actor: at.analyst, id: tag.id, input: { confidence: 101 }, ifMatch: '"2"' }),
      'invalid',
    );
    await expectRefusal(
      saveTag({ actor: at.analyst, id: tag.id, input: { entityId: tag.claim!.id }, ifMatch: '"2"' }),
      'invalid',
    );
  });

  it('lets several people tag the same highlight', async () => {
    const { body } = await highlight('left');
    await addTag({
      actor: at.other,
      id: body.id,
      input: { newEntity: { type: 'event', name: 'A departure' }, confidence: 40 },
    });
    const { tags } = await read(at.viewer, (ctx) => findHighlight(ctx, body.id));
    expect(tags.map((tag) => tag.author.id)).toEqual([at.other.userId]);
  });

  it('puts a translation beside the quote', async () => {
    const { body } = await highlight('was not');
    const { body: translated } = await translateHighlight({
      actor: at.other,
      id: body.id,
      input: { translation: 'не было' },
      ifMatch: '"1"',
    });
    expect(translated.translation).toEqual({ text: 'не было', by: { id: at.other.userId, name: at.other.name } });
    expect([translated.start, translated.end, translated.quote]).toEqual([body.start, body.end, body.quote]);
    const another = { actor: at.analyst, id: body.id, input: { translation: 'нет' }, ifMatch: '"2"' };
    await expectRefusal(translateHighlight(another), 'forbidden');
    const away = { actor: at.other, id: body.id, input: { translation: null }, ifMatch: '"2"' };
    expect((await translateHighlight(away)).body.translation).toBeNull();
  });
});

it('finds every highlight again in a corrected text, and names each exactly once', async () => {
  articleId = await article(TEXT);
  const ids = [
    await highlight('Arsalon spoke'),
    await highlight('Arsalonism was not'),
    await highlight('village of Sherbegiyon'),
  ].map(({ body }) => body.id);
  const corrected = `A note. ${TEXT.replace(' Arsalonism was not.', '')}`;
  const { body } = await reviseArticle({
    actor: at.analyst,
    id: articleId,
    input: { text: corrected, reason: 'A correction was printed.' },
  });
  expect(body.article.version.number).toBe(2);
  expect(body.exact.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  expect(body.orphaned).toMatchObject([{ id: ids[1] }]);
  const { items } = await read(at.viewer, (ctx) => listHighlights(ctx, articleId));
  const byId = new Map(items.map((item) => [item.id, item]));
  expect(byId.get(ids[0]!)).toMatchObject({ start: 8, articleVersion: 2, orphaned: null });
  expect(byId.get(ids[1]!)).toMatchObject({ articleVersion: 1, quote: 'Arsalonism was not' });
  expect(byId.get(ids[1]!)?.orphaned).toBeTruthy();
});
