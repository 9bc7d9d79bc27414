import { afterAll, beforeAll, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import { closeAll, rows, team, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { deleteHighlight, moveHighlight, restoreHighlight, saveHighlight } from './commands/highlights';
import { deleteHighlights, restoreHighlights } from './commands/many-highlights';
import { changeTags, deleteTags, restoreTags } from './commands/many-tags';
import { addTag, deleteTag, restoreTag, saveTag } from './commands/tags';
import type { Highlight } from './highlight';

// Which spellings an entity has by its mentions, as those come, go, and become others.

const TEXT = 'Arsalon spoke. ARSALON left; the commander Arsalan stayed. Arsalon again.';
let at: Team;
let articleId: string;
let arsalan: string;
let other: string;
beforeAll(async () => {
  at = await team();
  articleId = (await addArticle({ actor: at.analyst, id: at.projectId, input: { text: TEXT } })).body.id;
  const make = async (name: string, aliases: string[] = []) => {
    const input = { type: 'person', name, aliases };
    return (await addEntity({ actor: at.analyst, id: at.projectId, input })).body.id;
  };
  arsalan = await make('Mahdi Arsalan', ['Arsalan']);
  other = await make('Somebody Else');
});
afterAll(closeAll);

const etag = (version: number) => `"${version}"`;
const spanOf = (quote: string, from = 0) => {
  const start = TEXT.indexOf(quote, from);
  return { start, end: start + quote.length, quote };
};
const mention = async (quote: string, entityId = arsalan, from = 0) => {
  const input = { ...spanOf(quote, from), tags: [{ entityId }] };
  return (await saveHighlight({ actor: at.analyst, id: articleId, input })).body;
};
const take = async ({ id, version }: Highlight) =>
  (await deleteHighlight({ actor: at.analyst, id, input: {}, ifMatch: etag(version) })).body;
const aliases = async (entityId = arsalan) =>
  (await rows().alias.findMany({ where: { entityId }, orderBy: { name: 'asc' } })).map(({ name }) => name);

it('go and come with the mention that brought them; a name that somebody gave stays', async () => {
  const made = await mention('Arsalon');
  const given = await mention('Arsalan');
  expect(await aliases()).toEqual(['Arsalan', 'Arsalon']);
  const gone = await take(made);
  await take(given);
  expect(await aliases()).toEqual(['Arsalan']);
  const { id, version } = gone;
  const { body } = await restoreHighlight({ actor: at.analyst, id, input: {}, ifMatch: etag(version) });
  expect(await aliases()).toEqual(['Arsalan', 'Arsalon']);
  await take(body);
});

it('stay with another mention that is spelt like that, in capitals as well', async () => {
  const first = await mention('Arsalon');
  const second = await mention('ARSALON');
  await take(first);
  expect(await aliases()).toEqual(['Arsalan', 'Arsalon']);
  await take(second);
  expect(await aliases()).toEqual(['Arsalan']);
});

it('go with one tag of several, and with its change to another entity', async () => {
  const { id: highlightId } = (
    await saveHighlight({ actor: at.analyst, id: articleId, input: { ...spanOf('Arsalon'), tags: [] } })
  ).body;
  const { body: tag } = await addTag({ actor: at.analyst, id: highlightId, input: { entityId: arsalan } });
  const on = (version: number) => ({ actor: at.analyst, id: tag.id, ifMatch: etag(version) });
  const { body: changed } = await saveTag({ ...on(tag.version), input: { entityId: other } });
  expect([await aliases(), await aliases(other)]).toEqual([['Arsalan'], ['Arsalon']]);
  const { body: back } = await saveTag({ ...on(changed.version), input: { entityId: arsalan } });
  expect([await aliases(), await aliases(other)]).toEqual([['Arsalan', 'Arsalon'], []]);
  const { body: gone } = await deleteTag({ ...on(back.version), input: {} });
  expect(await aliases()).toEqual(['Arsalan']);
  const { body: again } = await restoreTag({ ...on(gone.version), input: {} });
  expect(await aliases()).toEqual(['Arsalan', 'Arsalon']);
  await deleteTag({ ...on(again.version), input: {} });
});

it('go and come with writes on many', async () => {
  const made = [await mention('Arsalon'), await mention('Arsalon', arsalan, 40)];
  const ids = made.map(({ id }) => id);
  const request = { actor: at.analyst, id: articleId };
  const seen = async () =>
    (await rows().tag.findMany({ where: { highlightId: { in: ids } } })).map(({ id, version }) => ({ id, version }));
  const retarget = async (entityId: string) => {
    const items = (await seen()).map((one) => ({ ...one, change: { entityId } }));
    await changeTags({ ...request, input: { items } });
  };
  await retarget(other);
  expect([await aliases(), await aliases(other)]).toEqual([['Arsalan'], ['Arsalon']]);
  await retarget(arsalan);
  expect([await aliases(), await aliases(other)]).toEqual([['Arsalan', 'Arsalon'], []]);
  const { body: gone } = await deleteTags({ ...request, input: { tags: await seen(), highlights: [] } });
  expect(await aliases()).toEqual(['Arsalan']);
  await restoreTags({ ...request, input: gone });
  expect(await aliases()).toEqual(['Arsalan', 'Arsalon']);
  await deleteHighlights({ ...request, input: { ids } });
  expect(await aliases()).toEqual(['Arsalan']);
  await restoreHighlights({ ...request, input: { ids } });
  expect(await aliases()).toEqual(['Arsalan', 'Arsalon']);
  await deleteHighlights({ ...request, input: { ids } });
});

it('follow the edges', async () => {
  const made = await mention('Arsalan');
  const input = spanOf('commander Arsalan');
  const { id, version } = made;
  const { body } = await moveHighlight({ actor: at.analyst, id, input, ifMatch: etag(version) });
  expect(await aliases()).toEqual(['Arsalan', 'commander Arsalan']);
  await moveHighlight({ actor: at.analyst, id, input: spanOf('Arsalan'), ifMatch: etag(body.version) });
  expect(await aliases()).toEqual(['Arsalan']);
});
