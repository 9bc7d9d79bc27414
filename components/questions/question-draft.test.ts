import { expect, it } from 'vitest';
import { blankQuestion, questionForm } from './question-draft';

const { changeOf, differences, mayResend, merged } = questionForm;

const before = { ...blankQuestion, text: 'When was it founded?', dueOn: '2026-12-01' };
const mine = { ...before, text: 'In which year was it founded?' };
const name = (id: string) => ({ ana: 'Ana' })[id] ?? '';

it('sends only what the form changes, blank as null', () => {
  expect(changeOf(before, mine)).toEqual({ text: mine.text });
  expect(changeOf(before, { ...before, dueOn: '' })).toEqual({ dueOn: null });
  expect(changeOf(before, before)).toEqual({});
});

it('sends it again by itself only where nobody changed the same', () => {
  const change = changeOf(before, mine);
  expect(mayResend(change, before, { ...before, assigneeId: 'ana' })).toBe(true);
  expect(mayResend(change, before, { ...before, text: 'Founded when?' })).toBe(false);
});

it('sets both texts side by side, with theirs kept where mine says nothing', () => {
  const theirs = { ...before, text: 'Founded when?', assigneeId: 'ana' };
  const both = merged(before, mine, theirs);
  expect(both).toEqual({ ...theirs, text: mine.text });
  expect(differences(theirs, both, name)).toEqual([{ part: 'Question', before: 'Founded when?', after: mine.text }]);
  expect(differences(before, { ...theirs, exclusive: false }, name).map(({ part, after }) => [part, after])).toEqual([
    ['Question', 'Founded when?'],
    ['Looked after by', 'Ana'],
    ['Only one can be true', 'no'],
  ]);
});
