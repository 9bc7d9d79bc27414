import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { read } from '@/lib/core/db';
import { articleKinds } from './article';
import { addArticle, deleteArticle, finishReading, restoreArticle, retractArticle, saveArticle } from './commands';
import { findText } from './queries';
import { listArticles } from './queries/listing';

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

const bring = (text: string, more: object = {}) =>
  addArticle({ actor: at.analyst, id: at.projectId, input: { text, ...more } });
const typesOf = async (id: string) =>
  (await eventsOf(at.projectId)).filter((event) => event.subjectId === id).map((event) => event.type);

describe('bringing an article in', () => {
  it('keeps every byte, proposes the first words as a title and records it', async () => {
    const text = '\uFEFF  First\u00a0\t\u001b\tline \r\nsecond\rthird\t\n\n😀 no final newline';
    const { status, body } = await bring(text);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: 'First\u00a0 line',
      published: null,
      publisher: null,
      version: { number: 1, length: text.length },
    });
    const stored = await read(at.analyst, (ctx) => findText(ctx, body.id));
    expect(stored.text).toBe(text);
    expect(await typesOf(body.id)).toEqual(['article.added']);
  });

  it('recognises the same bytes and names the article that has them', async () => {
    const { body } = await bring('the same bytes');
    const refusal = await expectRefusal(bring('the same bytes'), 'duplicate-article');
    expect(refusal.extra).toEqual({ articleId: body.id, same: { title: 'the same bytes', language: null } });
    expect(await rows().article.count({ where: { projectId: at.projectId, sha256: body.version.sha256 } })).toBe(1);
  });

  it.each([
    ['nothing', '', 'invalid'],
    ['nothing but blanks', ' \n\t\u00a0\ufeff\u200b\u3000', 'invalid'],
    ['a NUL', 'a\0b', 'invalid'],
    ['half a character', 'a\ud83d', 'invalid'],
    ['more than 5,000,000 units', 'x'.repeat(5_000_001), 'too-large'],
  ] as const)('refuses %s', async (_, text, code) => {
    await expectRefusal(bring(text), code);
  });

  it('says what is wrong with a text without naming the field twice', async () => {
    await expect(bring('a\0b')).rejects.toThrow(/^The text holds a NUL/);
    await expect(bring('x'.repeat(5_000_001))).rejects.toThrow(
      'The text has more than 5,000,000 characters. Split it, and bring in the parts.',
    );
    await expect(bring(' \n ')).rejects.toThrow('The text has no words in it: nothing but blanks.');
    await expect(bring('x', { url: 'nowhere' })).rejects.toThrow(/^url: /);
  });

  it('refuses unknown keys, and prototype keys among them', async () => {
    await expectRefusal(bring('keys', { authorId: at.lead.userId }), 'invalid');
    await expectRefusal(bring('keys', JSON.parse('{"__proto__": {"role": "lead"}}') as object), 'invalid');
  });

  it('is a viewer’s no, and nothing to an outsider', async () => {
    await expectRefusal(addArticle({ actor: at.viewer, id: at.projectId, input: {} }), 'forbidden');
    await expectRefusal(addArticle({ actor: at.outsider, id: at.projectId, input: { text: 'x' } }), 'not-found');
  });

  const shared = new URL('../../../shared/articles/', import.meta.url);
  const real = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith('.txt')) : [];
  it.skipIf(real.length === 0)(
    `keeps the five real articles to the byte${real.length ? '' : ' (../shared/articles is absent)'}`,
    async () => {
      for (const name of real) {
        const bytes = readFileSync(new URL(name, shared));
        const { body } = await bring(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
        const { text } = await read(at.analyst, (ctx) => findText(ctx, body.id));
        expect(Buffer.from(text, 'utf8').equals(bytes), name).toBe(true);
      }
    },
  );
});

describe('what is known of an article', () => {
  it('takes partial dates and clears what is blank', async () => {
    const { body } = await bring('dated text', { publishedAt: '2021-07', publishedEstimated: true });
    expect(body.published).toEqual({ from: '2021-07-01', to: '2021-07-31', precision: 'month', estimated: true });
    const { body: cleared } = await saveArticle({
      actor: at.other,
      id: body.id,
      input: { publishedAt: null, title: 'Dated' },
      ifMatch: '"1"',
    });
    expect(cleared).toMatchObject({ title: 'Dated', published: null, revision: 2 });
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'article.saved', actorId: at.other.userId });
  });

  it('asks for the version that was seen, and shows the current one to whoever saw another', async () => {
    const { body } = await bring('seen text');
    await expectRefusal(saveArticle({ actor: at.analyst, id: body.id, input: { title: 'A' } }), 'version-required');
    await saveArticle({ actor: at.analyst, id: body.id, input: { title: 'A' }, ifMatch: '"1"' });
    const refusal = await expectRefusal(
      saveArticle({ actor: at.other, id: body.id, input: { title: 'B' }, ifMatch: '"1"' }),
      'stale',
    );
    expect(refusal.extra.current).toMatchObject({ title: 'A', revision: 2 });
  });

  it('is refused a publisher of another project', async () => {
    const { id } = await rows().publisher.create({
      data: { projectId: at.elsewhere, name: 'Elsewhere', createdAt: new Date() },
    });
    await expectRefusal(bring('foreign publisher', { publisherId: id }), 'invalid');
  });
});

describe('the end of an article', () => {
  it('retracts with a reason, a lead’s to say', async () => {
    const { body } = await bring('to be retracted');
    await expectRefusal(
      retractArticle({ actor: at.reviewer, id: body.id, input: { reason: 'wrong' }, ifMatch: '"1"' }),
      'forbidden',
    );
    const { body: retracted } = await retractArticle({
      actor: at.lead,
      id: body.id,
      input: { reason: 'wrong' },
      ifMatch: '"1"',
    });
    expect(retracted.retracted?.reason).toBe('wrong');
    expect(await typesOf(body.id)).toEqual(['article.added', 'article.retracted']);
  });

  it('deletes and brings back, unless its bytes came in again meanwhile', async () => {
    const { body } = await bring('come and gone');
    const { body: gone } = await deleteArticle({ actor: at.lead, id: body.id, input: {}, ifMatch: '"1"' });
    const again = await bring('come and gone');
    await expectRefusal(
      restoreArticle({ actor: at.lead, id: body.id, input: {}, ifMatch: `"${gone.revision}"` }),
      'duplicate-article',
    );
    await deleteArticle({ actor: at.lead, id: again.body.id, input: {}, ifMatch: '"1"' });
    const { body: back } = await restoreArticle({
      actor: at.lead,
      id: body.id,
      input: {},
      ifMatch: `"${gone.revision}"`,
    });
    expect(back.title).toBe('come and gone');
  });

  it('refuses every change of a stored text', async () => {
    const { body } = await bring('immutable');
    await expect(
      rows().articleVersion.updateMany({ where: { articleId: body.id }, data: { text: 'other' } }),
    ).rejects.toThrow();
    await expect(rows().articleVersion.deleteMany({ where: { articleId: body.id } })).rejects.toThrow();
  });
});

it('closes a reading once', async () => {
  const { body } = await bring('read to the end');
  await finishReading({ actor: at.other, id: body.id, input: {} });
  await finishReading({ actor: at.other, id: body.id, input: {} });
  expect(await typesOf(body.id)).toEqual(['article.added', 'article.read']);
});

it('pages through articles in every order without loss or repetition', async () => {
  const own = await team();
  for (const [index, publishedAt] of ['2021', null, '2019-05', '2021', null].entries())
    await addArticle({ actor: own.analyst, id: own.projectId, input: { text: `article ${index}`, publishedAt } });
  for (const sort of ['added', 'title', 'published'] as const) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listArticles>> = await read(own.viewer, (ctx) =>
        listArticles(ctx, own.projectId, { sort, limit: 2, ...(cursor ? { cursor } : {}) }),
      );
      seen.push(...page.items.map((article) => article.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size, sort).toBe(5);
    expect(seen.length, sort).toBe(5);
  }
});

it.each(articleKinds)('lists the articles of the kind %s', async (kind) => {
  const own = await team();
  const input = { text: `of the kind ${kind}`, kind };
  const { id } = (await addArticle({ actor: own.analyst, id: own.projectId, input })).body;
  const page = await read(own.viewer, (ctx) => listArticles(ctx, own.projectId, { kind, sort: 'added', limit: 2 }));
  expect(page.items.map((article) => [article.id, article.kind])).toEqual([[id, kind]]);
});
