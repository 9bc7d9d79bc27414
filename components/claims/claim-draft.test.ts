import { describe, expect, it } from 'vitest';
import { claimChange, claimInput } from '@/lib/claims/claim';
import { blankClaim, changeOf, differences, draftOf, inputOf, mayResend, merged } from './claim-draft';
import { claimOf } from './quoted-tag.fixtures';

const group = { id: '01900000-0000-7000-8000-00000000000a', type: 'organisation', name: 'The group' };
const court = { id: '01900000-0000-7000-8000-00000000000b', type: 'organisation', name: 'The court' };
const claim = claimOf({
  statement: 'The court banned it.',
  structure: {
    subject: court,
    predicate: 'banned',
    object: group,
    value: null,
    reading: null,
    period: { from: '2012-05-03', to: null, starts: true, ends: false, note: 'the ruling', saidOn: null },
    place: null,
  },
});
const draft = draftOf(claim);

describe('a claim in its form', () => {
  it('goes out as the server takes it', () => {
    expect(claimInput.safeParse(inputOf(draft)).success).toBe(true);
    expect(inputOf(draft)).toEqual({
      statement: 'The court banned it.',
      subjectId: court.id,
      predicate: 'banned',
      objectId: group.id,
      value: null,
      reading: null,
      period: { from: '2012-05-03', to: null, starts: true, ends: false, note: 'the ruling', saidOn: null },
      placeId: null,
    });
    expect(inputOf({ ...blankClaim, statement: ' It was banned. ' })).toMatchObject({
      statement: 'It was banned.',
      period: null,
      predicate: null,
    });
  });

  it('sends the changed fields only, and nothing when nothing changed', () => {
    expect(changeOf(draft, { ...draft })).toEqual({});
    const change = changeOf(draft, { ...draft, statement: 'The court banned it in 2012.', to: '2012-05-03' });
    expect(change).toEqual({
      statement: 'The court banned it in 2012.',
      period: {
        from: '2012-05-03',
        to: '2012-05-03',
        starts: true,
        ends: false,
        note: 'the ruling',
        saidOn: null,
      },
    });
    expect(claimChange.safeParse(change).success).toBe(true);
  });

  it('takes the entity out when a value takes its place', () => {
    expect(changeOf(draft, { ...draft, object: null, value: 'twice' })).toEqual({ objectId: null, value: 'twice' });
  });
});

describe('a claim that somebody else changed meanwhile', () => {
  const mine = { ...draft, statement: 'The court banned the group.' };

  it('is sent again by itself when its own fields are as they were', () => {
    expect(mayResend(changeOf(draft, mine), draft, { ...draft, predicate: 'forbade' })).toBe(true);
    expect(mayResend(changeOf(draft, mine), draft, { ...draft, statement: 'It was banned.' })).toBe(false);
  });

  it('keeps their other changes under mine', () => {
    expect(merged(draft, mine, { ...draft, statement: 'It was banned.', predicate: 'forbade' })).toEqual({
      ...mine,
      predicate: 'forbade',
    });
  });

  it('shows part by part what differs', () => {
    expect(differences(draft, { ...mine, from: '', starts: false, object: null, value: 'twice' })).toEqual([
      { part: 'Statement', before: 'The court banned it.', after: 'The court banned the group.' },
      { part: 'Object', before: 'The group', after: 'twice' },
      { part: 'Period', before: 'began on 3 May 2012, the ruling', after: 'the ruling' },
    ]);
  });
});
