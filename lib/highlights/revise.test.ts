import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { addArticle } from '@/lib/articles/commands';
import { addUpload } from '@/lib/articles/commands/uploads';
import { FileBytes } from '@/lib/articles/upload';
import { findArticle, findText, listVersions } from '@/lib/articles/queries';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { deleteHighlight, moveHighlight, restoreHighlight, saveHighlight } from './commands/highlights';
import { reviseArticle } from './commands/revise';
import { unplaceHighlight } from './commands/unplace';
import { findHighlight, listHighlights } from './queries';

const TEXT = [
  'The mill at Tarn burned on a Sunday in August 1911.',
  'Witnesses gave the hour as four; the fire book says five.',
  'The miller, known as Old Harrow, was away at the market that day.',
  'Three men were seen on the bridge before the bell rang.',
].join('\n');

let at: Team;
let articleId: string;
beforeEach(async () => {
  at = await team();
  const { body } = await addArticle({ actor: at.analyst, id: at.projectId, input: { text: TEXT } });
  articleId = body.id;
});
afterAll(closeAll);

const mark = async (quote: string, text = TEXT, actor = at.analyst) => {
  const start = text.indexOf(quote);
  const tags = [{ newEntity: { type: 'event', name: quote } }];
  return (await saveHighlight({ actor, id: articleId, input: { start, end: start + quote.length, quote, tags } })).body;
};
const revise = async (text: string, actor = at.analyst) =>
  (await reviseArticle({ actor, id: articleId, input: { text, reason: 'A correction was printed.' } })).body;
const now = (id: string) => read(at.viewer, (ctx) => findHighlight(ctx, id));
const on = async (version?: number) =>
  (await read(at.viewer, (ctx) => listHighlights(ctx, articleId, { version }))).items;

const CORRECTED = TEXT.replace('gave the hour as four', 'gave the hour as half past four').replace(
  'Three men were seen on the bridge before the bell rang.',
  'Nobody saw anything.',
);

describe('a corrected text', () => {
  it('labels each highlight with how it was carried, from which version, and the words before', async () => {
    const mill = await mark('The mill at Tarn');
    const hour = await mark('Witnesses gave the hour as four');
    const men = await mark('Three men were seen on the bridge');
    const { exact, moved, orphaned, article } = await revise(CORRECTED);
    expect([exact, moved, orphaned].map((list) => list.map(({ id }) => id))).toEqual([[mill.id], [hour.id], [men.id]]);
    expect((await now(mill.id)).carried).toMatchObject({ how: 'same-place', from: 1, quote: null });
    expect(await now(hour.id)).toMatchObject({
      quote: 'Witnesses gave the hour as half past four',
      carried: { how: 'through-differences', from: 1, quote: 'Witnesses gave the hour as four' },
    });
    expect(await now(men.id)).toMatchObject({
      articleVersion: 1,
      carried: null,
      orphaned: expect.any(String) as string,
    });
    expect(article.counts.lost).toBe(1);
  });

  it('keeps a change of words told, though the next correction only shifts them', async () => {
    const hour = await mark('Witnesses gave the hour as four');
    await revise(CORRECTED);
    await revise(`A new first line.\n${CORRECTED}`);
    expect((await now(hour.id)).carried).toMatchObject({ from: 1, quote: 'Witnesses gave the hour as four' });
    expect((await now(hour.id)).articleVersion).toBe(3);
  });

  it('keeps where each highlight stood, readable with the earlier text', async () => {
    const marks = [await mark('The mill at Tarn'), await mark('Three men were seen on the bridge')];
    await revise(`New.\n${CORRECTED}`);
    const later = await mark('Nobody saw anything', `New.\n${CORRECTED}`);
    const { text } = await read(at.viewer, (ctx) => findText(ctx, articleId, 1));
    const stood = await on(1);
    expect(stood.map(({ id }) => id)).toEqual(marks.map(({ id }) => id));
    for (const { start, end, quote, tags, orphaned } of stood) {
      expect(text.slice(start, end)).toBe(quote);
      expect([tags.length, orphaned]).toEqual([1, null]);
    }
    expect((await on(2)).map(({ id }) => id)).toContain(later.id);
    const kept = await rows().anchor.findMany({ where: { articleId }, orderBy: { start: 'asc' } });
    expect(kept.map(({ how }) => how)).toEqual(['same-words', null]);
    const { items } = await read(at.viewer, (ctx) => listVersions(ctx, articleId));
    expect(items.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'A correction was printed.'],
      [1, ''],
    ]);
  });

  it('may be an earlier text again, as a further version: lost words are found where they stood', async () => {
    const men = await mark('Three men were seen on the bridge');
    await revise(CORRECTED);
    expect((await now(men.id)).orphaned).not.toBeNull();
    const again = await revise(TEXT);
    expect(again.article.version.number).toBe(3);
    expect(again.exact).toEqual([{ id: men.id }]);
    expect(await now(men.id)).toMatchObject({ articleVersion: 3, orphaned: null, carried: { from: 1, quote: null } });
    const refused = await expectRefusal(
      reviseArticle({ actor: at.analyst, id: articleId, input: { text: TEXT, reason: 'Again.' } }),
      'duplicate-article',
    );
    expect(refused.extra).toMatchObject({ articleId });
  });

  it('is refused where another came since the one that it was made from', async () => {
    await revise(CORRECTED);
    const late = (of: number) =>
      reviseArticle({ actor: at.analyst, id: articleId, input: { text: `${TEXT} Later.`, reason: 'Again.', of } });
    const refused = await expectRefusal(late(1), 'not-allowed-now');
    expect(refused.message).toMatch(/^Version 2 came meanwhile\./);
    expect((await late(2)).body.article.version.number).toBe(3);
  });

  it('carries deleted highlights along, so that their undo brings them back in their place', async () => {
    const mill = await mark('The mill at Tarn');
    const { body: gone } = await deleteHighlight({ actor: at.analyst, id: mill.id, input: {}, ifMatch: '"1"' });
    const { exact, moved, orphaned } = await revise(`New.\n${TEXT}`);
    expect([exact, moved, orphaned]).toEqual([[], [], []]);
    const { body: back } = await restoreHighlight({
      actor: at.analyst,
      id: mill.id,
      input: {},
      ifMatch: `"${gone.version}"`,
    });
    expect(back).toMatchObject({ articleVersion: 2, start: 5, orphaned: null });
  });
});

describe('a corrected text from a file', () => {
  const upload = async (actor = at.analyst) => {
    const bytes = Buffer.from(
      `<html><body><h1>The fire</h1><p>${CORRECTED.replaceAll('\n', '</p><p>')}</p></body></html>`,
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const input = { name: 'corrected.html', sha256, file: new FileBytes(bytes) };
    return (await addUpload({ actor, id: at.projectId, input })).body;
  };
  const send = (input: object) =>
    reviseArticle({ actor: at.analyst, id: articleId, input: { reason: 'Printed.', ...input } });

  it('is what was read from it, kept with the file; highlights are carried over like with any text', async () => {
    const mill = await mark('The mill at Tarn');
    const { id: uploadId, length, sha256 } = await upload();
    const { body } = await send({ uploadId });
    expect(body.exact).toEqual([{ id: mill.id }]);
    expect(body.article.version).toMatchObject({ number: 2, length, original: { name: 'corrected.html', sha256 } });
    const { text } = await read(at.viewer, (ctx) => findText(ctx, articleId));
    expect(text.slice((await now(mill.id)).start)).toMatch(/^The mill at Tarn/);
    await expectRefusal(send({ uploadId }), 'invalid');
  });

  it('is one’s own file, and either a file or a text', async () => {
    await expectRefusal(send({ uploadId: (await upload(at.other)).id }), 'invalid');
    const uploadId = (await upload()).id;
    await expectRefusal(send({ uploadId, text: CORRECTED }), 'invalid');
    await expectRefusal(send({}), 'invalid');
    expect((await send({ uploadId })).body.article.version.number).toBe(2);
  });
});

describe('lost words', () => {
  it('are placed by hand by their author: the same highlight, tags kept, told as placed by hand', async () => {
    const men = await mark('Three men were seen on the bridge');
    await revise(CORRECTED);
    const lost = await now(men.id);
    const start = CORRECTED.indexOf('Nobody saw anything');
    const input = { start, end: start + 19, quote: 'Nobody saw anything' };
    const ifMatch = `"${lost.version}"`;
    await expectRefusal(moveHighlight({ actor: at.other, id: men.id, input, ifMatch }), 'forbidden');
    const { body } = await moveHighlight({ actor: at.analyst, id: men.id, input, ifMatch });
    expect(body).toMatchObject({
      id: men.id,
      articleVersion: 2,
      orphaned: null,
      carried: { how: 'by-hand', from: 1, quote: 'Three men were seen on the bridge' },
    });
    expect(body.tags.map(({ id }) => id)).toEqual(men.tags.map(({ id }) => id));
    expect((await read(at.viewer, (ctx) => findArticle(ctx, articleId))).counts.lost).toBe(0);
  });

  it('are let go like any highlight, and come back as lost', async () => {
    const men = await mark('Three men were seen on the bridge');
    await revise(CORRECTED);
    const ifMatch = `"${(await now(men.id)).version}"`;
    const { body: gone } = await deleteHighlight({ actor: at.analyst, id: men.id, input: {}, ifMatch });
    expect(await on()).toEqual([]);
    const again = { actor: at.analyst, id: men.id, input: {}, ifMatch: `"${gone.version}"` };
    expect((await restoreHighlight(again)).body.orphaned).toBe('The passage was rewritten.');
  });

  const place = async (id: string, quote: string) => {
    const { text } = await read(at.viewer, (ctx) => findText(ctx, articleId));
    const start = text.indexOf(quote);
    const ifMatch = `"${(await now(id)).version}"`;
    return (await moveHighlight({ actor: at.analyst, id, input: { start, end: start + quote.length, quote }, ifMatch }))
      .body;
  };
  const unplace = async (id: string, actor = at.analyst) =>
    (await unplaceHighlight({ actor, id, input: {}, ifMatch: `"${(await now(id)).version}"` })).body;

  it('are lost again, all as before, when placing them is taken back', async () => {
    const men = await mark('Three men were seen on the bridge');
    await revise(CORRECTED);
    const { version, ...lost } = await now(men.id);
    await place(men.id, 'Nobody saw anything');
    await expectRefusal(unplace(men.id, at.other), 'forbidden');
    const again = await unplace(men.id);
    const tags = again.tags.map((tag, index) => ({ ...tag, version: lost.tags[index]!.version }));
    expect({ ...again, tags }).toEqual({ ...lost, version: version + 2 });
    expect((await read(at.viewer, (ctx) => findArticle(ctx, articleId))).counts.lost).toBe(1);
    await expectRefusal(unplace(men.id), 'not-allowed-now');
    expect(await place(men.id, 'Nobody saw anything')).toMatchObject({ orphaned: null, carried: { from: 1 } });
  });

  it('keep what an earlier correction had changed, when placing them is taken back', async () => {
    const hour = await mark('Witnesses gave the hour as four');
    await revise(CORRECTED);
    await revise(CORRECTED.replace(/Witnesses.*/, 'No hour is known.'));
    const { carried, articleVersion } = await now(hour.id);
    expect([carried?.how, articleVersion]).toEqual(['through-differences', 2]);
    await place(hour.id, 'No hour is known');
    expect(await unplace(hour.id)).toMatchObject({ articleVersion, carried, orphaned: expect.any(String) as string });
  });

  it('stay where they were placed once a further correction has come', async () => {
    const men = await mark('Three men were seen on the bridge');
    await revise(CORRECTED);
    await place(men.id, 'Nobody saw anything');
    await revise(`New.\n${CORRECTED}`);
    await expectRefusal(unplace(men.id), 'not-allowed-now');
  });
});
