import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { discardDraft, saveDraft } from './commands';
import { MAX_DRAFTS } from './draft';
import { findDrafts, listDrafts } from './queries';

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

const save = (actor: Actor, id: string, slot: string, seq: number, body: string, projectId = at.projectId) =>
  saveDraft({ actor, id, input: { projectId, slot, seq, body } });
const bodies = async (actor: Actor, id: string) =>
  (await read(actor, (ctx) => findDrafts(ctx, id))).items.map(({ body }) => body);

it('is kept slot by slot, the newest of a slot wins however late the others come, and nobody hears of it', async () => {
  const [place, here, there] = [randomUUID(), randomUUID(), randomUUID()];
  await save(at.analyst, place, here, 2, '{"doc":2}');
  expect((await save(at.analyst, place, here, 1, '{"doc":1}')).body).toMatchObject({ seq: 2, body: '{"doc":2}' });
  await save(at.analyst, place, there, 1, '{"doc":"there"}');
  await save(at.analyst, place, here, 3, '{"doc":3}');
  expect((await bodies(at.analyst, place)).sort()).toEqual(['{"doc":"there"}', '{"doc":3}']);
  expect(await bodies(at.other, place)).toEqual([]);
  const { items } = await read(at.analyst, (ctx) => listDrafts(ctx, '', { projectId: at.projectId }));
  expect(items).toMatchObject([{ targetId: place, slot: here, seq: 3 }, { slot: there }]);
  expect([await eventsOf(at.projectId), await rows().accountEvent.count()]).toEqual([[], 0]);
});

it('goes slot by slot, or all of a place', async () => {
  const place = randomUUID();
  const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
  for (const slot of [one, two, three]) await save(at.analyst, place, slot, 1, '{}');
  const discard = (actor: Actor, input: object) => discardDraft({ actor, id: place, input });
  expect((await discard(at.other, {})).body).toEqual({ discarded: 0 });
  expect((await discard(at.analyst, { slot: two })).body).toEqual({ discarded: 1 });
  expect(await bodies(at.analyst, place)).toHaveLength(2);
  expect((await discard(at.analyst, {})).body).toEqual({ discarded: 2 });
});

it('does not come back by a device that has not heard that it was sent, only by more words', async () => {
  const [place, slot] = [randomUUID(), randomUUID()];
  await save(at.analyst, place, slot, 3, '{"doc":3}');
  expect((await discardDraft({ actor: at.analyst, id: place, input: { slot } })).body).toEqual({ discarded: 1 });
  expect((await save(at.analyst, place, slot, 3, '{"doc":3}')).body).toMatchObject({ gone: true, body: '' });
  expect(await bodies(at.analyst, place)).toEqual([]);
  expect((await discardDraft({ actor: at.analyst, id: place, input: {} })).body).toEqual({ discarded: 0 });
  expect((await save(at.analyst, place, slot, 4, '{"doc":4}')).body).toMatchObject({ gone: false, seq: 4 });
  expect(await bodies(at.analyst, place)).toEqual(['{"doc":4}']);
});

it('is refused for a project of others, and when there are too many; one that is there is saved on', async () => {
  const [place, slot] = [randomUUID(), randomUUID()];
  await expectRefusal(save(at.outsider, place, slot, 1, '{}'), 'not-found');
  await expectRefusal(save(at.reviewer, place, slot, 1, ''), 'invalid');
  await save(at.reviewer, place, slot, 1, '{}');
  const row = { projectId: at.projectId, userId: at.reviewer.userId, seq: 1, body: '{}', updatedAt: new Date() };
  const many = Array.from({ length: MAX_DRAFTS - 1 }, () => ({ ...row, targetId: randomUUID(), slot: randomUUID() }));
  await rows().draft.createMany({ data: many });
  await expectRefusal(save(at.reviewer, place, randomUUID(), 1, '{}'), 'not-allowed-now');
  expect((await save(at.reviewer, place, slot, 2, '{"more":1}')).body.seq).toBe(2);
});

it('is not read any more by somebody who left the project', async () => {
  const place = randomUUID();
  await save(at.viewer, place, randomUUID(), 1, '{}');
  expect(await bodies({ ...at.viewer, projects: [] }, place)).toEqual([]);
});
