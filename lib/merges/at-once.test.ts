import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import { read } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { closeAll, rows, team, type Team } from '@/lib/core/testing';
import { addEntity, deleteEntity } from '@/lib/entities/commands';
import { listEntities, readEntity } from '@/lib/entities/queries';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { mergeEntity, undoMerge } from './commands/merges';

// Two people at once, each over a connection of their own. Whoever comes second is told what the first did, or does theirs after it:
// each test allows the two orders and nothing else, and tries several times.

let at: Team;
let article: string;
beforeEach(async () => {
  at = await team();
  const input = { text: `Arsalon and Arslan and Arsalan. ${at.projectId}` };
  article = (await addArticle({ actor: at.analyst, id: at.projectId, input })).body.id;
});
afterAll(closeAll);

const TIMES = 4;
const times = Array.from({ length: TIMES }, (_, time) => time);

async function person(name: string) {
  const input = { type: 'person', name };
  return (await addEntity({ actor: at.analyst, id: at.projectId, input })).body.id;
}
const merge = (id: string, otherId: string, actor = at.reviewer) =>
  mergeEntity({ actor, id, input: { otherId, reason: 'The same.' } });
const tag = (entityId: string, actor = at.analyst) => {
  const input = { start: 0, end: 7, quote: 'Arsalon', tags: [{ entityId }] };
  return saveHighlight({ actor, id: article, input });
};
const undo = ({ id, version }: { id: string; version: number }) =>
  undoMerge({ actor: at.lead, id, input: {}, ifMatch: `"${version}"` });
const now = (id: string) => read(at.viewer, (ctx) => readEntity(ctx, id));
const all = () => read(at.viewer, (ctx) => listEntities(ctx, at.projectId, { limit: 50, sort: 'name' }));
const mentions = async () => (await all()).items.reduce((sum, { mentionCount }) => sum + mentionCount, 0);

/** What each came to: its answer, or the code of its refusal. */
async function both<A, B>(one: Promise<A>, other: Promise<B>) {
  const settled = await Promise.allSettled([one, other]);
  return settled.map((outcome) => {
    if (outcome.status === 'fulfilled') return 'done';
    if (outcome.reason instanceof Refusal) return outcome.reason.code;
    throw outcome.reason;
  });
}

describe('at once', () => {
  it.each(times)('a merge and a tag on the merged one: both are done, and the tag counts (%i)', async () => {
    const [one, other] = [await person('Arsalon'), await person('Arslan')];
    expect(await both(merge(one, other), tag(other))).toEqual(['done', 'done']);
    expect(await now(other)).toMatchObject({ id: one, mentionCount: 1 });
  });

  it.each(times)('merges into each other: one is done, the other hears of it (%i)', async () => {
    const [one, other] = [await person('Arsalon'), await person('Arslan')];
    const outcome = await both(merge(one, other), merge(other, one, at.lead));
    expect(outcome.sort()).toEqual(['done', 'stale']);
    expect((await all()).items).toHaveLength(1);
  });

  it.each(times)('merges of a chain end in one, or the second is told to merge the survivor (%i)', async () => {
    const [a, b, c] = [await person('Arsalon'), await person('Arslan'), await person('Arsalan')];
    await tag(a);
    const [first, second] = await both(merge(b, a), merge(c, b, at.lead));
    // b into c first: then a goes into b no more, which is gone.
    if (first === 'done') {
      expect(second).toBe('done');
      expect(await now(a)).toMatchObject({ id: c, mentionCount: 1 });
    } else {
      expect([first, second]).toEqual(['stale', 'done']);
      expect(await now(a)).toMatchObject({ id: a, mentionCount: 1 });
    }
  });

  it.each(times)('an undo and a tag on the survivor: the tag is there, asked about or after it (%i)', async () => {
    const [one, other] = [await person('Arsalon'), await person('Arslan')];
    await tag(other);
    const { body } = await merge(one, other);
    const [undone, tagged] = await both(undo(body), tag(one));
    expect(tagged).toBe('done');
    expect(await mentions()).toBe(2);
    if (undone === 'done') expect(await now(other)).toMatchObject({ id: other, mentionCount: 1 });
    else {
      expect(undone).toBe('not-allowed-now');
      expect(await now(other)).toMatchObject({ id: one, mentionCount: 2 });
    }
  });

  it.each(times)('two undos: the merge is undone once (%i)', async () => {
    const [one, other] = [await person('Arsalon'), await person('Arslan')];
    const { body } = await merge(one, other);
    const outcome = await both(undo(body), undo(body));
    expect(outcome.sort()).toEqual(['done', 'stale']);
    expect((await all()).items).toHaveLength(2);
  });

  it.each(times)('a deletion and a merge: whatever is first, nothing hangs on what is gone (%i)', async () => {
    const [one, other] = [await person('Arsalon'), await person('Arslan')];
    await tag(one);
    const gone = deleteEntity({ actor: at.lead, id: other, input: {}, ifMatch: '"1"' });
    const [deleted, merged] = await both(gone, merge(one, other));
    expect([
      ['done', 'invalid'],
      ['stale', 'done'],
    ]).toContainEqual([deleted, merged]);
    expect(await now(one)).toMatchObject({ id: one, mentionCount: 1 });
    const hanging = { survivorId: { not: null }, survivor: { deletedAt: { not: null } } };
    expect(await rows().entity.count({ where: { projectId: at.projectId, ...hanging } })).toBe(0);
  });
});
