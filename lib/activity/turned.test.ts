import { afterAll, beforeAll, expect, it } from 'vitest';
import { read } from '@/lib/core/db';
import { closeAll, rows } from '@/lib/core/testing';
import { moveHighlight } from '@/lib/highlights/commands/highlights';
import { changeTags } from '@/lib/highlights/commands/many-tags';
import { saveTag } from '@/lib/highlights/commands/tags';
import { desk, type Desk } from '@/lib/threads/threads.fixtures';
import { detailOf, detailsIn } from './detail';
import { listHistory } from './queries';

let at: Desk;
beforeAll(async () => {
  at = await desk();
});
afterAll(closeAll);

const turnsOf = async (subjectId: string, type: string) => {
  const { items } = await read(at.viewer, (ctx) => listHistory(ctx, at.projectId, { limit: 50, subjectId }));
  return items.filter((line) => line.type === type).map(({ turns }) => turns);
};
const textOf = async () => (await rows().articleVersion.findFirstOrThrow({ where: { articleId: at.articleId } })).text;

it('the history says from which words to which an edge was moved, and back again', async () => {
  const highlight = await at.mark([], at.analyst);
  const { id, start, end, quote } = highlight;
  const wider = (await textOf()).slice(start, end + 8);
  const to = async (endAt: number, words: string, version: number) =>
    (
      await moveHighlight({
        actor: at.analyst,
        id,
        input: { start, end: endAt, quote: words },
        ifMatch: `"${version}"`,
      })
    ).body.version;
  const version = await to(end + 8, wider, highlight.version);
  await to(end, quote, version);
  expect(await turnsOf(id, 'highlight.moved')).toEqual([
    [{ field: 'at', from: `“${wider}”`, to: `“${quote}”` }],
    [{ field: 'at', from: `“${quote}”`, to: `“${wider}”` }],
  ]);
});

it('the history says which entity and which confidence a tag had, and has', async () => {
  const [mayor, clerk] = [await at.mention({ name: 'The mayor' }), await at.mention({ name: 'The clerk' })];
  const { body } = await saveTag({
    actor: at.analyst,
    id: mayor.tag.id,
    input: { entityId: clerk.entityId },
    ifMatch: `"${mayor.tag.version}"`,
  });
  await saveTag({ actor: at.analyst, id: mayor.tag.id, input: { confidence: 40 }, ifMatch: `"${body.version}"` });
  expect(await turnsOf(mayor.tag.id, 'tag.saved')).toEqual([
    [{ field: 'confidence', from: 'nothing', to: '40' }],
    [{ field: 'entityId', from: 'The mayor', to: 'The clerk' }],
  ]);
});

it('the history of several tags at once counts those that were changed, and says from what to what', async () => {
  const [one, two] = [await at.mention({ name: 'Warden' }), await at.mention({ name: 'Porter' })];
  const third = await at.mention({ id: two.entityId });
  const seen = await rows().tag.findMany({ where: { id: { in: [one, two, third].map(({ tag }) => tag.id) } } });
  const change = { entityId: two.entityId };
  const items = seen.map(({ id, version }) => ({ id, version, change }));
  await changeTags({ actor: at.analyst, id: at.articleId, input: { items } });
  expect((await turnsOf(at.articleId, 'tags.saved'))[0]).toEqual([{ field: 'entityId', from: 'Warden', to: 'Porter' }]);
  const event = await rows().event.findFirstOrThrow({ where: { type: 'tags.saved' }, orderBy: { seq: 'desc' } });
  expect(event.fields).toContain(one.tag.id);
  for (const { tag } of [two, third]) expect(event.fields).not.toContain(tag.id);
});

it('an event keeps at most a handful of values of each side, and no text', () => {
  const ids = [1, 2, 3, 4, 5, 6];
  expect(detailsIn(['entityId', ...detailOf('confidence', ids, [80])])).toEqual([
    { field: 'confidence', from: ['*'], to: ['80'] },
  ]);
  expect(detailOf('confidence', [40], [40])).toEqual([]);
  expect(detailsIn(detailOf('stance', [null], ['supports']))).toEqual([
    { field: 'stance', from: [''], to: ['supports'] },
  ]);
});
