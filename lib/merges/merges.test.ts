import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listHistory } from '@/lib/activity/queries';
import { addArticle } from '@/lib/articles/commands';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity, deleteEntity, restoreEntity, saveEntity } from '@/lib/entities/commands';
import { findEntity, listEntities, listEntityNames, readEntity } from '@/lib/entities/queries';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { listCitations, listMentions } from '@/lib/highlights/queries';
import { distinguishEntity, restoreDistinction, withdrawDistinction } from './commands/distinctions';
import { mergeEntity, undoMerge } from './commands/merges';
import { splitEntity, undoSplit } from './commands/splits';
import { readMerge } from './queries/merges';
import { listDistinctions } from './queries/samenesses';

let at: Team;
beforeEach(async () => {
  at = await team();
});
afterAll(closeAll);

const TEXT = 'Arsalon came. Arslan left. Arsalan stayed. Arsalon spoke. Arslan slept. Nobody else was there.';
const all = { limit: 50, sort: 'mentions' as const };

async function person(name: string, aliases: string[] = []) {
  const { body } = await addEntity({ actor: at.analyst, id: at.projectId, input: { type: 'person', name, aliases } });
  return body.id;
}
let texts = 0;
async function article() {
  const text = `${TEXT} ${(texts += 1)}`;
  return (await addArticle({ actor: at.analyst, id: at.projectId, input: { text } })).body.id;
}
async function tag(articleId: string, quote: string, target: object, actor: Actor = at.analyst) {
  const start = TEXT.indexOf(quote);
  const input = { start, end: start + quote.length, quote, tags: [target] };
  return (await saveHighlight({ actor, id: articleId, input })).body.tags[0]!;
}
const merge = (id: string, otherId: string, actor = at.reviewer) =>
  mergeEntity({ actor, id, input: { otherId, reason: 'The same man, by his office.' } }).then(({ body }) => body);
const undo = (merge: { id: string; version: number }, input: object = {}) =>
  undoMerge({ actor: at.reviewer, id: merge.id, input, ifMatch: `"${merge.version}"` }).then(({ body }) => body);
const now = (id: string) => read(at.viewer, (ctx) => readEntity(ctx, id));
const listed = () => read(at.viewer, (ctx) => listEntities(ctx, at.projectId, all));
const mentions = (id: string) => read(at.viewer, (ctx) => listMentions(ctx, id, { limit: 50 }));

/** Two spellings of one man, each an entity with mentions of its own, one of them a speaker. */
async function spelledTwice() {
  const [one, other] = [await person('Arsalon'), await person('Arslan', ['Arsalan'])];
  const text = await article();
  await tag(text, 'Arsalon', { entityId: one });
  await tag(text, 'Arslan', { entityId: other });
  await tag(text, 'Arsalan', { entityId: other });
  const claim = { newClaim: { statement: 'He left.', subjectId: other }, stance: 'supports', speakerId: other };
  const citation = await tag(text, 'Arslan left', claim);
  return { one, other, text, citation };
}

describe('merging entities', () => {
  it('needs a reviewer, and a reason', async () => {
    const { one, other } = await spelledTwice();
    await expectRefusal(merge(one, other, at.analyst), 'forbidden');
    await expectRefusal(
      mergeEntity({ actor: at.reviewer, id: one, input: { otherId: other, reason: ' ' } }),
      'invalid',
    );
    expect(await rows().merge.count({ where: { projectId: at.projectId } })).toBe(0);
  });

  it('makes one of two everywhere, and moves nothing', async () => {
    const { one, other, citation } = await spelledTwice();
    const made = await merge(one, other);
    expect(made).toMatchObject({
      kind: 'entity',
      survivor: { id: one },
      merged: { id: other },
      undone: null,
      version: 1,
    });
    expect(await now(other)).toMatchObject({
      id: one,
      mergedInto: one,
      mentionCount: 3,
      aliases: ['Arsalan', 'Arslan'],
    });
    expect((await listed()).items.map(({ id, mentionCount }) => [id, mentionCount])).toEqual([[one, 3]]);
    const { items } = await mentions(one);
    expect(items.map(({ entity, nameAsCited, madeOn }) => [entity?.id, nameAsCited, madeOn?.words])).toEqual([
      [one, 'Arsalon', undefined],
      [one, 'Arslan', 'Arslan'],
      [one, 'Arsalan', 'Arslan'],
    ]);
    const cited = await read(at.viewer, (ctx) => listCitations(ctx, citation.claim!.id, { limit: 5 }));
    expect(cited.items[0]!.speaker).toEqual({ id: one, type: 'person', name: 'Arsalon' });
    const names = await read(at.viewer, (ctx) => listEntityNames(ctx, at.projectId));
    expect(names.items).toEqual([{ id: one, type: 'person', name: 'Arsalon', aliases: ['Arsalan', 'Arslan'] }]);
    expect(await rows().tag.count({ where: { entityId: other } })).toBe(2);
  });

  it('and back and again leaves every count as it was, and is in the history', async () => {
    const { one, other } = await spelledTwice();
    const before = await listed();
    const counts = ({ items }: Awaited<ReturnType<typeof listed>>) =>
      items.map(({ id, mentionCount, articleCount, aliases }) => ({ id, mentionCount, articleCount, aliases }));
    const first = await merge(one, other);
    const merged = counts(await listed());
    await undo(first);
    expect(counts(await listed())).toEqual(counts(before));
    await merge(one, other);
    expect(counts(await listed())).toEqual(merged);
    const { items } = await read(at.viewer, (ctx) => listHistory(ctx, at.projectId, { limit: 6 }));
    expect(items.map(({ type, label }) => `${type} ${label}`)).toEqual([
      'entity.merged-away Arslan',
      'entity.merged Arsalon',
      'entity.freed Arslan',
      'entity.unmerged Arsalon',
      'entity.merged-away Arslan',
      'entity.merged Arsalon',
    ]);
  });

  it('refuses a command on the merged one with what survives', async () => {
    const { one, other } = await spelledTwice();
    await merge(one, other);
    const refused = await expectRefusal(
      saveEntity({ actor: at.analyst, id: other, input: { name: 'Arslon' }, ifMatch: '"1"' }),
      'stale',
    );
    expect(refused.extra.current).toMatchObject({ id: one });
    await expectRefusal(restoreEntity({ actor: at.analyst, id: other, input: {}, ifMatch: '"2"' }), 'stale');
    const survivor = await now(one);
    const gone = deleteEntity({ actor: at.lead, id: one, input: {}, ifMatch: `"${survivor.version}"` });
    await expectRefusal(gone, 'not-allowed-now');
  });

  it('keeps what is sent to the merged one with it, and shows it on the survivor', async () => {
    const { one, other, text } = await spelledTwice();
    const made = await merge(one, other);
    const late = await tag(text, 'slept', { entityId: other });
    expect(late).toMatchObject({ entity: { id: one }, madeOn: { id: other } });
    const { since, sentTo } = await read(at.viewer, (ctx) => readMerge(ctx, made.id));
    expect([since, sentTo.map(({ id }) => id)]).toEqual([[], [late.id]]);
    const { version } = await undo(made);
    expect(await now(other)).toMatchObject({ mentionCount: 3 });
    const undone = await read(at.viewer, (ctx) => readMerge(ctx, made.id));
    expect(undone).toMatchObject({ version, since: [], sentTo: [] });
  });
});

describe('undoing a merge', () => {
  it('asks about each tag that came since, and guesses none', async () => {
    const { one, other, text } = await spelledTwice();
    const made = await merge(one, other);
    const back = await tag(text, 'spoke', { entityId: one });
    const stay = await tag(text, 'slept', { entityId: one });
    const seen = await read(at.viewer, (ctx) => readMerge(ctx, made.id));
    expect([seen.since.map(({ id }) => id).sort(), seen.sentTo]).toEqual([[back.id, stay.id].sort(), []]);
    const asked = await expectRefusal(undo(made), 'not-allowed-now');
    expect(asked.extra.missing).toMatchObject([{ tagId: back.id }, { tagId: stay.id }]);
    await expectRefusal(undo(made, { back: [back.id] }), 'not-allowed-now');
    await undo(made, { back: [back.id], stay: [stay.id] });
    expect(await now(one)).toMatchObject({ mentionCount: 2, aliases: ['slept'] });
    expect(await now(other)).toMatchObject({ mentionCount: 3, aliases: ['Arsalan', 'spoke'] });
  });

  it('undoes a chain in any order', async () => {
    const [a, b, c] = [await person('Aaa'), await person('Bbb'), await person('Ccc')];
    const text = await article();
    await tag(text, 'Arsalon', { entityId: a });
    await tag(text, 'Arslan', { entityId: b });
    await tag(text, 'Arsalan', { entityId: c });
    const first = await merge(b, a);
    const second = await merge(c, b);
    expect((await now(a)).id).toBe(c);
    expect(await now(c)).toMatchObject({ mentionCount: 3 });
    await undo(first);
    expect(await now(a)).toMatchObject({ id: a, mentionCount: 1, mergedInto: null });
    expect(await now(b)).toMatchObject({ id: c, mentionCount: 2 });
    const again = await merge(c, a);
    await undo(second);
    expect(await now(b)).toMatchObject({ id: b, mentionCount: 1 });
    expect(await now(c)).toMatchObject({ id: c, mentionCount: 2 });
    await undo(again);
    expect((await listed()).items.map(({ mentionCount }) => mentionCount)).toEqual([1, 1, 1]);
  });

  it('takes along what had been merged into the merged one', async () => {
    const [a, b, c] = [await person('Aaa'), await person('Bbb'), await person('Ccc')];
    await merge(b, a);
    const second = await merge(c, b);
    await undo(second);
    expect((await now(a)).id).toBe(b);
    expect((await now(c)).merged).toEqual([]);
  });

  it('happens once, in the version that was seen', async () => {
    const { one, other } = await spelledTwice();
    const made = await merge(one, other);
    await expectRefusal(undo({ ...made, version: 9 }), 'stale');
    const undone = await undo(made);
    expect(undone.undone?.by.name).toBe('Rita');
    await expectRefusal(undo(undone), 'not-allowed-now');
  });
});

describe('“not the same”', () => {
  const say = (id: string, otherId: string, more: object = {}, actor = at.analyst) =>
    distinguishEntity({ actor, id, input: { otherId, reason: 'Two villages.', ...more } }).then(({ body }) => body);

  it('is held against whoever would merge the two, or what they were merged into', async () => {
    const [a, b, c] = [await person('Kalan'), await person('Kalon'), await person('Kalun')];
    const said = await say(a, b);
    const refused = await expectRefusal(merge(a, b), 'not-allowed-now');
    expect(refused.message).toContain('Ana says that');
    expect(refused.message).toContain('Two villages.');
    await merge(c, a);
    await expectRefusal(merge(b, c), 'not-allowed-now');
    // Whoever tags is told of the pair as it is now: the one lives on in what it was merged into.
    const { items } = await read(at.viewer, (ctx) => listDistinctions(ctx, at.projectId, { kind: 'entity' }));
    const told = items.find(({ id }) => id === said.id)!;
    expect(told.things.map((thing) => thing.id).sort()).toEqual([b, c].sort());
    await expectRefusal(withdrawDistinction({ actor: at.other, id: said.id, input: {}, ifMatch: '"1"' }), 'forbidden');
    const { body: gone } = await withdrawDistinction({ actor: at.lead, id: said.id, input: {}, ifMatch: '"1"' });
    const { body: back } = await restoreDistinction({
      actor: at.analyst,
      id: said.id,
      input: {},
      ifMatch: `"${gone.version}"`,
    });
    await expectRefusal(merge(b, c), 'not-allowed-now');
    await withdrawDistinction({ actor: at.analyst, id: said.id, input: {}, ifMatch: `"${back.version}"` });
    expect((await merge(b, c)).survivor.id).toBe(b);
  });

  it('may be softened to “may be the same”, which counts nothing and keeps nobody from merging', async () => {
    const { one, other } = await spelledTwice();
    const before = (await listed()).items.map(({ mentionCount }) => mentionCount);
    const maybe = await say(one, other, { sameness: 'maybe' });
    expect(maybe).toMatchObject({ sameness: 'maybe' });
    expect((await eventsOf(at.projectId)).slice(-2).map(({ type }) => type)).toEqual(Array(2).fill('entity.likened'));
    expect((await listed()).items.map(({ mentionCount }) => mentionCount)).toEqual(before);
    const hard = await say(one, other, {}, at.other);
    await expectRefusal(say(one, other, { sameness: 'maybe' }), 'not-allowed-now');
    await withdrawDistinction({ actor: at.other, id: hard.id, input: {}, ifMatch: '"1"' });
    await say(one, other, { sameness: 'maybe' });
    await merge(one, other);
    await expectRefusal(say(one, other), 'invalid');
  });
});

describe('splitting', () => {
  it('makes an entity of picked mentions, and puts them back with their verdicts', async () => {
    const [one] = [await person('Arsalon', ['Arslan'])];
    const text = await article();
    await tag(text, 'Arsalon', { entityId: one });
    const picked = await tag(text, 'Arslan', { entityId: one });
    const input = { tagIds: [picked.id], name: 'Arslan the elder', reason: 'The father.' };
    await expectRefusal(splitEntity({ actor: at.analyst, id: one, input }), 'forbidden');
    const { body: split } = await splitEntity({ actor: at.reviewer, id: one, input });
    expect(await now(one)).toMatchObject({ mentionCount: 1, aliases: [] });
    expect(await now(split.entity.id)).toMatchObject({
      name: 'Arslan the elder',
      mentionCount: 1,
      aliases: ['Arslan'],
    });
    await undoSplit({ actor: at.reviewer, id: split.id, input: {}, ifMatch: '"1"' });
    expect(await now(one)).toMatchObject({ mentionCount: 2, aliases: ['Arslan'] });
    await expectRefusal(
      read(at.viewer, (ctx) => findEntity(ctx, split.entity.id)),
      'not-found',
    );
  });

  it('is not undone while the new entity has more', async () => {
    const one = await person('Arsalon');
    const text = await article();
    const picked = await tag(text, 'Arslan', { entityId: one });
    const input = { tagIds: [picked.id], name: 'Arslan', reason: 'The father.' };
    const { body: split } = await splitEntity({ actor: at.reviewer, id: one, input });
    await tag(text, 'Arsalan', { entityId: split.entity.id });
    const refused = await expectRefusal(
      undoSplit({ actor: at.reviewer, id: split.id, input: {}, ifMatch: '"1"' }),
      'not-allowed-now',
    );
    expect(refused.extra.missing).toMatchObject([{ words: '1 mention made since' }]);
  });
});
