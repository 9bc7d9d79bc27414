import { expect, it } from 'vitest';
import { entityChange, entityInput } from '@/lib/entities/entity';
import { blankEntity, entityForm, type EntityDraft } from './entity-draft';

const { changeOf, differences, inputOf, mayResend, merged, withPart } = entityForm;

const ministry = { id: '01900000-0000-7000-8000-00000000000a', type: 'organisation', name: 'The ministry' };
const draft: EntityDraft = {
  ...blankEntity,
  name: 'Mahdi Arsalon',
  aliases: 'M. Arsalon\nArsalon',
  externalIds: [{ scheme: 'wikidata', value: 'Q42' }],
};

it('goes out as the server takes it: aliases once each, rows that say something', () => {
  const input = inputOf({
    ...draft,
    aliases: ' Arsalon \n\nArsalon\nM. Arsalon',
    externalIds: [...draft.externalIds, { scheme: 'viaf', value: '  ' }],
  });
  expect(input).toMatchObject({
    aliases: ['Arsalon', 'M. Arsalon'],
    externalIds: [{ scheme: 'wikidata', value: 'Q42' }],
  });
  expect(entityInput.safeParse(input).success).toBe(true);
});

it('has an institution only as an unnamed source', () => {
  expect(inputOf({ ...draft, institution: ministry }).institutionId).toBeNull();
  expect(inputOf({ ...draft, type: 'unnamed-source', institution: ministry }).institutionId).toBe(ministry.id);
});

it('sends the changed fields only', () => {
  expect(changeOf(draft, { ...draft, aliases: 'M. Arsalon\n\nArsalon ' })).toEqual({});
  const change = changeOf(draft, { ...draft, aliases: 'Arsalon' });
  expect(change).toEqual({ aliases: ['Arsalon'] });
  expect(entityChange.safeParse(change).success).toBe(true);
});

it('is sent again by itself when somebody changed something else, else shows both', () => {
  const mine = { ...draft, name: 'Arsalon' };
  expect(mayResend(changeOf(draft, mine), draft, { ...draft, description: 'theirs' })).toBe(true);
  const theirs = { ...draft, name: 'Muhammad Sharifov', description: 'theirs' };
  expect(mayResend(changeOf(draft, mine), draft, theirs)).toBe(false);
  expect(merged(draft, mine, theirs)).toEqual({ ...mine, description: 'theirs' });
  expect(differences(theirs, merged(draft, mine, theirs))).toEqual([
    { part: 'Name', before: 'Muhammad Sharifov', after: 'Arsalon' },
  ]);
  expect(withPart(merged(draft, mine, theirs), theirs, 'Name')).toEqual(theirs);
  expect(withPart(mine, theirs, 'Nothing')).toEqual(mine);
});
