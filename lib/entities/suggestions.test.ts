import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity, allowSuggestions, deleteEntity, refuseSuggestion } from './commands';
import { listSuggestionRefusals } from './queries';
import { pairOf, refusedPairs } from './refusal';
import type { RefusalInput } from './suggestion';

let at: Team;
let entityId: string;
beforeAll(async () => {
  at = await team();
  entityId = await add('Mahdi Arsalon');
});
afterAll(closeAll);

const add = async (name: string, actor = at.analyst, id = at.projectId) =>
  (await addEntity({ actor, id, input: { type: 'person', name } })).body.id;
const refuse = (input: RefusalInput | object, actor: Actor = at.analyst) =>
  refuseSuggestion({ actor, id: at.projectId, input });
const allow = (ids: string[], actor: Actor = at.other) => allowSuggestions({ actor, id: at.projectId, input: { ids } });
const listed = async (actor: Actor = at.viewer) =>
  (await read(actor, (ctx) => listSuggestionRefusals(ctx, at.projectId))).items;
const last = async () => (await eventsOf(at.projectId)).at(-1);

describe('refusing a suggestion', () => {
  it('is remembered for everybody in the project, and recorded on the entity', async () => {
    const { status, body } = await refuse({ name: 'Mahdi', entityId });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Mahdi', entity: { id: entityId, name: 'Mahdi Arsalon' }, type: null });
    expect(await listed(at.viewer)).toEqual([body]);
    expect(await last()).toMatchObject({ type: 'suggestion.refused', subjectType: 'entity', subjectId: entityId });
    expect(await rows().tag.count({ where: { projectId: at.projectId } })).toBe(0);
  });

  it('keeps the first refusal of a name that is only typed otherwise, and records nothing more', async () => {
    const { body: first } = await refuse({ name: 'al-Qaeda', entityId });
    const before = await eventsOf(at.projectId);
    const { body: second } = await refuse({ name: 'AL QAEDA', entityId }, at.other);
    expect(second).toEqual(first);
    expect(await eventsOf(at.projectId)).toEqual(before);
    const pairs = refusedPairs(await listed());
    expect(pairs.has(pairOf('Al–Qaeda', entityId))).toBe(true);
    expect(pairs.has(pairOf('Al Qaedo', entityId))).toBe(false);
  });

  it('is of one entity, or of one type: a look-alike stays suggested', async () => {
    const unit = await add('Arsalon unit');
    await refuse({ name: 'Arsalon', entityId });
    await refuse({ name: 'Sharipov', type: 'person' });
    const pairs = refusedPairs(await listed());
    expect(pairs.has(pairOf('Arsalon', entityId))).toBe(true);
    expect(pairs.has(pairOf('Arsalon', unit))).toBe(false);
    expect(pairs.has(pairOf('Sharipov', 'person'))).toBe(true);
    expect(pairs.has(pairOf('Sharipov', 'place'))).toBe(false);
    expect(await last()).toMatchObject({ subjectType: 'project', subjectId: at.projectId });
  });

  it('is an analyst’s, of this project’s entities, and names something', async () => {
    await expectRefusal(refuse({ name: 'X', entityId }, at.viewer), 'forbidden');
    await expectRefusal(refuse({ name: 'X', entityId }, at.outsider), 'not-found');
    await expectRefusal(refuse({ name: 'X' }), 'invalid');
    await expectRefusal(refuse({ name: 'X', entityId, type: 'person' }), 'invalid');
    await expectRefusal(refuse({ name: '’', type: 'person' }), 'invalid');
    const foreign = await add('Elsewhere', at.outsider, at.elsewhere);
    await expectRefusal(refuse({ name: 'X', entityId: foreign }), 'invalid');
  });
});

describe('taking a refusal back', () => {
  it('lets the name be suggested again, and it can be refused again', async () => {
    const input = { name: 'Kuf Ab', entityId };
    const { body: refused } = await refuse(input);
    expect((await allow([refused.id])).body).toEqual({ ids: [refused.id] });
    expect(refusedPairs(await listed()).has(pairOf('Kuf Ab', entityId))).toBe(false);
    expect(await last()).toMatchObject({ type: 'suggestion.allowed', actorId: at.other.userId, subjectId: entityId });
    const { body: again } = await refuse(input, at.other);
    expect(again).toMatchObject({ id: refused.id, by: { id: at.other.userId } });
  });

  it('takes all or none, and is no viewer’s', async () => {
    const { body: refused } = await refuse({ name: 'Maimay', type: 'place' });
    await expectRefusal(allow([refused.id], at.viewer), 'forbidden');
    await expectRefusal(allow([refused.id, crypto.randomUUID()]), 'not-found');
    expect(refusedPairs(await listed()).has(pairOf('Maimay', 'place'))).toBe(true);
    await allow([refused.id]);
    await expectRefusal(allow([refused.id]), 'not-found');
  });

  it('goes with its entity, which refusals do not keep from being deleted', async () => {
    const gone = await add('Passing');
    await refuse({ name: 'Pass', entityId: gone });
    await deleteEntity({ actor: at.analyst, id: gone, input: {}, ifMatch: '"1"' });
    expect((await listed()).some(({ name }) => name === 'Pass')).toBe(false);
  });
});
