import { describe, expect, it } from 'vitest';
import { claimChange, claimInput } from '@/lib/claims/claim';
import { blankClaim, claimForm, draftAfter, periodChoices, withValue, withWhen } from './claim-draft';
import { claimOf } from './quoted-tag.fixtures';

const { changeOf, differences, draftOf, inputOf, mayResend, merged, withPart } = claimForm;

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
    const typed = withWhen(draft, 'from 3 May 2012 to 2014');
    const change = changeOf(draft, { ...draft, statement: 'The court banned it in 2012.', ...typed });
    expect(change).toEqual({
      statement: 'The court banned it in 2012.',
      period: { from: '2012-05-03', to: '2014', starts: true, ends: true, note: null, saidOn: null },
    });
    expect(claimChange.safeParse(change).success).toBe(true);
  });

  it('takes the entity out when a value takes its place', () => {
    expect(changeOf(draft, { ...draft, object: null, value: 'twice' })).toEqual({
      objectId: null,
      value: 'twice',
      reading: null,
    });
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
    expect(differences(draft, { ...mine, ...withWhen(draft, 'the ruling'), object: null, value: 'twice' })).toEqual([
      { part: 'Statement', before: 'The court banned it.', after: 'The court banned the group.' },
      { part: 'Object', before: 'The group', after: 'twice' },
      { part: 'Period', before: 'began on 3 May 2012, the ruling', after: 'the ruling' },
    ]);
  });

  it('is taken from both, part by part', () => {
    const changed = { ...mine, object: null, value: 'twice', ...withWhen(draft, 'the ruling') };
    const one = withPart(changed, draft, 'Object');
    expect(differences(draft, one).map(({ part }) => part)).toEqual(['Statement', 'Period']);
    expect(withPart(withPart(one, draft, 'Statement'), draft, 'Period')).toEqual(draft);
    expect(withPart(mine, draft, 'Nothing')).toEqual(mine);
  });
});

describe('a wording that a reviewer proposes', () => {
  it('is told part by part, with the names of what it names', () => {
    const mine = draftOf(claim);
    const theirs = { ...mine, statement: 'The group was banned.', object: court };
    const proposal = claimChange.parse(changeOf(mine, theirs));
    const known = (id: string) => [group, court].find((entity) => entity.id === id);
    expect(differences(mine, draftAfter(mine, proposal, known))).toEqual(differences(mine, theirs));
    expect(
      differences(
        mine,
        draftAfter(mine, proposal, () => undefined),
      ),
    ).toContainEqual({
      part: 'Object',
      before: 'The group',
      after: 'something not here any more',
    });
    expect(draftAfter(mine, {}, known)).toEqual(mine);
  });
});

describe('what is typed of value and period', () => {
  it('is taken for what its words most likely mean, and sent with it', () => {
    const young = { ...draft, object: null, ...withValue('300–400 people') };
    expect(changeOf(draft, young)).toEqual({
      objectId: null,
      value: '300–400 people',
      reading: { kind: 'number', low: 300, high: 400, about: false, unit: 'people' },
    });
    expect(claimChange.safeParse(changeOf(draft, young)).success).toBe(true);
  });

  it('is a beginning where the statement tells of one, and can be taken otherwise', () => {
    const founded = { ...blankClaim, statement: 'It was founded in 2006.' };
    const typed = { ...founded, ...withWhen(founded, '2006') };
    expect(typed.period).toMatchObject({ from: '2006', to: null, starts: true, note: null });
    expect(periodChoices(typed)).toHaveLength(7);
    expect(withWhen(blankClaim, '2006').period).toMatchObject({ from: '2006', to: '2006', starts: false });
  });

  it('keeps words that are no date, and asks for the day that others count from', () => {
    expect(withWhen(blankClaim, '2010-13-45')).toMatchObject({
      when: '2010-13-45',
      period: { from: null, note: '2010-13-45' },
    });
    const typed = { ...blankClaim, ...withWhen(blankClaim, 'a decade ago') };
    expect(typed.period).toMatchObject({ from: null, note: 'a decade ago', saidOn: null });
    expect(withWhen(typed, typed.when, '2021-07-13').period).toMatchObject({
      from: '2011~',
      note: 'a decade ago',
      saidOn: '2021-07-13',
    });
  });

  it('opens with the words it was stored with, or with words that say it', () => {
    expect(draft.when).toBe('the ruling');
    const structure = { ...claim.structure, period: { ...claim.structure.period!, note: null } };
    expect(draftOf({ ...claim, structure }).when).toBe('began on 3 May 2012');
  });
});
