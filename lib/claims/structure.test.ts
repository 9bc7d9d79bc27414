import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAll, eventsOf, expectRefusal, team, type Team } from '@/lib/core/testing';
import { addClaim, saveClaim } from './commands/claims';

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

const add = async (statement: string, more: object = {}) =>
  (await addClaim({ actor: at.analyst, id: at.projectId, input: { statement, ...more } })).body;
const save = (id: string, input: object, version: number) =>
  saveClaim({ actor: at.analyst, id, input, ifMatch: `"${version}"` });

describe('what a value means, and when', () => {
  const wide = {
    value: 'some four hundred men',
    reading: { kind: 'number', low: 400, high: 400, about: true, unit: 'men' },
    period: { from: '2010/2013', to: '201X~', starts: true, ends: false, note: 'a decade ago', saidOn: '2021-07-13' },
  };

  it.each([
    ['a number and a period with everything', wide],
    ['at least a number', { ...wide, reading: { ...wide.reading, low: 300, high: null, unit: null } }],
    ['a date', { value: 'in May', reading: { kind: 'date', date: '2012-05~' }, period: null }],
    [
      'days and flags',
      { period: { from: '2012-05-03', to: '2012-05-03', starts: true, ends: true, note: null, saidOn: null } },
    ],
  ])('come back as they were said: %s', async (_, given) => {
    const { structure } = await add('A claim with structure.', given);
    expect(structure).toMatchObject(given);
  });

  it('fall with the words that they were read from, and are one of the fields that an edit names', async () => {
    const { id } = await add('A claim with structure.', wide);
    const { body } = await save(id, { value: 'five hundred men' }, 1);
    expect(body.structure).toMatchObject({ value: 'five hundred men', reading: null });
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ fields: ['value', 'reading'] });
    const { body: same } = await save(id, { period: { ...wide.period, starts: true } }, 2);
    expect(same.wording).toBe(2);
  });

  it.each([
    ['a meaning without words', { reading: wide.reading }],
    ['a beginning that is no date', { period: { from: 'soon', to: null } }],
  ])('refuse %s', async (_, given) => {
    const input = { statement: 'x', ...given };
    await expectRefusal(addClaim({ actor: at.analyst, id: at.projectId, input }), 'invalid');
  });
});
