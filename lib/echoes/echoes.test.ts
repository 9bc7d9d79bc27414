import { listHistory } from '@/lib/activity/queries';
import { afterAll, describe, expect, it } from 'vitest';
import { longArticle } from '@/e2e/support/bulk';
import { addArticle, deleteArticle, restoreArticle, saveArticle } from '@/lib/articles/commands';
import type { Article } from '@/lib/articles/article';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { reviseArticle } from '@/lib/highlights/commands/revise';
import { decideEcho, searchEchoes, withdrawEchoDecision } from './commands';
import { echoFilter, type Echo } from './echo';
import { searchOldTexts } from './jobs';
import { countUnsearched, findEcho, findEchoMap, listEchoes } from './queries/echoes';

afterAll(closeAll);

const PASSAGE = 'The lantern keepers of the eastern harbour were set up in 1990 by a retired pilot.';
const NEAR = 'The lantern keepers of the eastern harbour were founded in 1990 by a retired pilot.';

async function bringIn(at: Team, text: string, publishedAt?: string): Promise<Article> {
  const { body } = await addArticle({
    actor: at.analyst,
    id: at.projectId,
    input: { text, ...(publishedAt ? { publishedAt } : {}) },
  });
  return body;
}
const echoesOf = (at: Team, filter: object = {}) =>
  read(at.viewer, (ctx) => listEchoes(ctx, at.projectId, echoFilter.parse(filter)));
const one = (at: Team, id: string) => read(at.viewer, (ctx) => findEcho(ctx, id));
const decide = (at: Team, echo: Echo, input: object, version = echo.version) =>
  decideEcho({ actor: at.analyst, id: echo.id, input, ifMatch: `"${version}"` });

async function copied() {
  const at = await team();
  const first = await bringIn(at, `Harbour news. ${PASSAGE} It rained.`, '2021-07-13');
  const second = await bringIn(at, `An essay of its own.\n\n${PASSAGE}\n\nNothing more.`, '2021-10-07');
  const { items } = await echoesOf(at);
  return { at, first, second, echo: items[0]! };
}

describe('an article that comes in', () => {
  it('may be as long as a book: it is searched within the write', async () => {
    const { at } = await copied();
    const { text } = longArticle(1_000_000, 1, 'Velkan Orda');
    const long = await bringIn(at, `${text}\n\n${PASSAGE}`);
    const { items, unsearched } = await echoesOf(at, { articleId: long.id });
    expect([items.length, unsearched]).toEqual([2, 0]);
  });

  it('is compared with all others: the shared passage stands with both spans, the earlier in front', async () => {
    const { at, first, second, echo } = await copied();
    await bringIn(at, 'Of an altogether different harbour nobody has ever written down one single word here.');
    const near = await bringIn(at, `Somebody turned it a little. ${NEAR}`);
    const { items, unsearched } = await echoesOf(at);
    expect(unsearched).toBe(0);
    expect(items).toHaveLength(3);
    expect(echo).toMatchObject({
      kind: 'exact',
      words: 16,
      similarity: 1,
      first: first.id,
      because: 'dates',
      decision: null,
    });
    expect(echo.spans.map(({ articleId, quote }) => [articleId, `${quote}.`])).toEqual([
      [first.id, PASSAGE],
      [second.id, PASSAGE],
    ]);
    const ofNear = items.filter(({ spans }) => spans.some(({ articleId }) => articleId === near.id));
    expect(ofNear.map(({ kind, words, because }) => [kind, words, because])).toEqual([
      ['near', 14, 'dates-unknown'],
      ['near', 14, 'dates-unknown'],
    ]);
    await rows().article.update({ where: { id: first.id }, data: { language: 'nl' } });
    expect((await one(at, echo.id)).spans.map(({ language }) => language)).toEqual(['nl', null]);
    expect((await echoesOf(at, { articleId: first.id })).items).toHaveLength(2);
    expect(await rows().event.count({ where: { projectId: at.projectId, type: { startsWith: 'echo.' } } })).toBe(0);
  });

  it('is found in its own project only', async () => {
    const [here, there] = [await team(), await team()];
    await bringIn(here, PASSAGE);
    await bringIn(there, PASSAGE);
    expect((await echoesOf(here)).items).toEqual([]);
    const { echo } = await copied();
    await expectRefusal(one(here, echo.id), 'not-found');
  });

  it('that is removed takes its echoes out of sight and brings them back', async () => {
    const { at, second, echo } = await copied();
    const { body } = await deleteArticle({ actor: at.lead, id: second.id, input: {}, ifMatch: `"${second.revision}"` });
    expect((await echoesOf(at)).items).toEqual([]);
    const third = await bringIn(at, `While it was away: ${PASSAGE}`);
    expect((await echoesOf(at)).items).toHaveLength(1);
    await restoreArticle({ actor: at.lead, id: second.id, input: {}, ifMatch: `"${body.revision}"` });
    const back = (await echoesOf(at)).items;
    expect(back).toHaveLength(3);
    expect(back.map(({ id }) => id)).toContain(echo.id);
    expect(back.filter(({ spans }) => spans.some(({ articleId }) => articleId === third.id))).toHaveLength(2);
  });
});

describe('a new version', () => {
  const revise = (at: Team, id: string, text: string) =>
    reviseArticle({ actor: at.analyst, id, input: { text, reason: 'Corrected.' } });

  it('keeps the echo and what was decided of it where the words moved, and turns it near where they changed', async () => {
    const { at, first, second, echo } = await copied();
    await decide(at, echo, { decision: 'derived', from: first.id, reason: 'Word for word.' });
    await revise(at, second.id, `Put before it. ${NEAR}`);
    const [after, ...others] = (await echoesOf(at)).items;
    expect(others).toEqual([]);
    expect(after).toMatchObject({
      id: echo.id,
      kind: 'near',
      words: 14,
      decision: { decision: 'derived', from: first.id },
    });
    expect(after!.spans[1]).toMatchObject({ articleVersion: 2, quote: NEAR.slice(0, -1) });
  });

  it('that drops the passage takes the echo away, and one that has it again brings it back', async () => {
    const { at, second, echo } = await copied();
    await revise(at, second.id, 'The passage about the keepers was taken out altogether, by order of the editor.');
    expect((await echoesOf(at)).items).toEqual([]);
    await expectRefusal(one(at, echo.id), 'not-found');
    await revise(at, second.id, `Put in again: ${PASSAGE}`);
    expect((await echoesOf(at)).items.map(({ id }) => id)).toEqual([echo.id]);
  });
});

describe('what is decided of an echo', () => {
  it('stands with reason and name, is replaced and taken back, and nothing of it is lost', async () => {
    const { at, first, second, echo } = await copied();
    const { body: derived } = await decide(at, echo, { decision: 'derived', from: first.id, reason: 'Word for word.' });
    expect(derived).toMatchObject({
      version: 2,
      decision: { decision: 'derived', from: first.id, by: { name: 'Ana' } },
    });
    expect((await echoesOf(at, { decided: 'yes' })).items).toHaveLength(1);
    expect((await echoesOf(at, { decided: 'no' })).items).toHaveLength(0);
    await decide(at, echo, { decision: 'common-origin', reason: 'Both have it from an agency.' }, 2);
    const undo = { actor: at.other, id: echo.id, input: {}, ifMatch: '"3"' };
    const { body: open } = await withdrawEchoDecision(undo);
    expect(open.decision).toBeNull();
    expect(open.decisions.map(({ decision, from, by }) => [decision, from, by.name])).toEqual([
      [null, null, 'Otto'],
      ['common-origin', null, 'Ana'],
      ['derived', first.id, 'Ana'],
    ]);
    await expectRefusal(withdrawEchoDecision({ ...undo, ifMatch: '"4"' }), 'not-allowed-now');
    expect((await eventsOf(at.projectId)).slice(-3).map(({ type, version }) => [type, version])).toEqual([
      ['echo.decided', 2],
      ['echo.decided', 3],
      ['echo.reopened', 4],
    ]);
    const history = await read(at.viewer, (ctx) => listHistory(ctx, at.projectId, { limit: 3, subjectId: echo.id }));
    const [reopened, common, from] = history.items.map(({ label }) => label);
    expect(history.items.every(({ href }) => href === `/projects/${at.projectId}/echoes`)).toBe(true);
    for (const title of [first.title, second.title]) expect(reopened).toContain(`“${title}”`);
    expect(common).toBe(`${reopened}: common origin`);
    expect(from).toBe(`${reopened}: derived from “${first.title}”`);
    const { pairs } = await read(at.viewer, (ctx) => findEchoMap(ctx, at.projectId));
    expect(pairs).toMatchObject([{ echoes: 1, words: 16, undecided: 1, derivedFromA: 0, first: first.id }]);
    expect([pairs[0]!.a, pairs[0]!.b].sort()).toEqual([first.id, second.id].sort());
  });

  it('needs a reason, one of the two articles, and the version that was seen', async () => {
    const { at, first, echo } = await copied();
    const elsewhere = await bringIn(at, 'Elsewhere.');
    await expectRefusal(decide(at, echo, { decision: 'derived', from: first.id, reason: ' ' }), 'invalid');
    await expectRefusal(decide(at, echo, { decision: 'derived', reason: 'Word for word.' }), 'invalid');
    await expectRefusal(decide(at, echo, { decision: 'derived', from: elsewhere.id, reason: 'No.' }), 'invalid');
    const input = { decision: 'independent', reason: 'A proverb.' };
    await expectRefusal(decide(at, echo, input, 7), 'stale');
    await expectRefusal(decideEcho({ actor: at.viewer, id: echo.id, input, ifMatch: '"1"' }), 'forbidden');
    await expectRefusal(decideEcho({ actor: at.outsider, id: echo.id, input, ifMatch: '"1"' }), 'not-found');
  });

  it('leaves the direction to the dates: changed dates turn it', async () => {
    const { at, first, second, echo } = await copied();
    await saveArticle({
      actor: at.analyst,
      id: first.id,
      input: { publishedAt: '2022' },
      ifMatch: `"${first.revision}"`,
    });
    const after = await one(at, echo.id);
    expect([after.first, after.spans[0]!.articleId]).toEqual([second.id, second.id]);
  });
});

it('searches what came in before echoes were searched for, once', async () => {
  const { at, echo } = await copied();
  await rows().echo.deleteMany({ where: { projectId: at.projectId } });
  await rows().echoPrint.deleteMany({ where: { projectId: at.projectId } });
  expect(await read(at.viewer, (ctx) => countUnsearched(ctx, at.projectId))).toBe(2);
  const search = () => searchEchoes({ actor: at.analyst, id: at.projectId, input: {} });
  expect((await search()).body).toEqual({ searched: 2, left: 0 });
  expect((await echoesOf(at)).items.map(({ spans }) => spans[0]!.quote)).toEqual([echo.spans[0]!.quote]);
  expect((await search()).body).toEqual({ searched: 0, left: 0 });
  await rows().echoPrint.deleteMany({ where: { projectId: at.projectId } });
  expect(await searchOldTexts()).toBeGreaterThanOrEqual(2);
  expect(await read(at.viewer, (ctx) => countUnsearched(ctx, at.projectId))).toBe(0);
  expect((await echoesOf(at)).items).toHaveLength(1);
});
