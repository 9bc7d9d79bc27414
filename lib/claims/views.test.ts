import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addView, deleteView, restoreView, saveView } from './commands/views';
import { listViews } from './queries/views';

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

const filters = { status: 'in-review', rests: ['unnamed-only', 'one-article'], q: 'border' };
const add = (name: string, actor: Actor = at.analyst, more: object = {}) =>
  addView({ actor, id: at.projectId, input: { name, filters, ...more } });
const seen = async (actor: Actor) =>
  (await read(actor, (ctx) => listViews(ctx, at.projectId))).items.map(({ name }) => name);

it('is its maker’s own, with its filters, until a lead shares one', async () => {
  const { body, status } = await add('Thin ice');
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'Thin ice', filters, shared: false, creator: { name: 'Ana' }, version: 1 });
  expect(await seen(at.analyst)).toEqual(['Thin ice']);
  for (const actor of [at.other, at.lead, at.viewer]) expect(await seen(actor)).toEqual([]);
  const share = { id: body.id, input: { shared: true }, ifMatch: '"1"' };
  await expectRefusal(saveView({ ...share, actor: at.analyst }), 'forbidden');
  await expectRefusal(saveView({ ...share, actor: at.lead }), 'not-found');
  await expectRefusal(add('Everybody’s', at.analyst, { shared: true }), 'forbidden');
  const { body: shared } = await add('Everybody’s', at.lead, { shared: true });
  for (const actor of [at.analyst, at.other, at.viewer]) expect(await seen(actor)).toContain('Everybody’s');
  await expectRefusal(
    saveView({ actor: at.other, id: shared.id, input: { name: 'Mine now' }, ifMatch: '"1"' }),
    'forbidden',
  );
  await expectRefusal(add('A viewer’s', at.viewer), 'forbidden');
  await expectRefusal(add('From elsewhere', at.outsider), 'not-found');
});

it('has a name that its maker has given to no other, and can be renamed', async () => {
  const { body } = await add('Denials');
  await expectRefusal(add('denials'), 'invalid');
  await add('Denials', at.other);
  const { body: renamed } = await saveView({
    actor: at.analyst,
    id: body.id,
    input: { name: 'All denials', filters: { rests: ['denied'] } },
    ifMatch: '"1"',
  });
  expect(renamed).toMatchObject({ name: 'All denials', filters: { rests: ['denied'] }, version: 2 });
  expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'view.saved', subjectType: 'view', version: 2 });
});

it('goes and comes back as it was, unless its name was given away meanwhile', async () => {
  const { body } = await add('Passing');
  const of = (version: number) => ({ actor: at.analyst, id: body.id, input: {}, ifMatch: `"${version}"` });
  await deleteView(of(1));
  expect(await seen(at.analyst)).not.toContain('Passing');
  const { body: back } = await restoreView(of(2));
  expect(back).toMatchObject({ name: 'Passing', filters, version: 3 });
  await deleteView(of(3));
  await add('Passing');
  await expectRefusal(restoreView(of(4)), 'invalid');
  expect(await rows().savedView.count({ where: { name: 'Passing', projectId: at.projectId } })).toBe(2);
});

it.each([
  ['no name', { name: ' ', filters }],
  ['a filter that the list does not have', { name: 'x', filters: { colour: 'red' } }],
  ['a status that is none', { name: 'x', filters: { status: 'true' } }],
  ['what claims do not rest on', { name: 'x', filters: { rests: ['rumours'] } }],
])('refuses %s', async (_, input) => {
  await expectRefusal(addView({ actor: at.analyst, id: at.projectId, input }), 'invalid');
});
