import { expect, it } from 'vitest';
import { projectChange } from '@/lib/members/member';
import { approvalsFault, projectForm } from './project-draft';

const { changeOf, differences, mayResend, merged } = projectForm;

const draft = {
  name: 'Border',
  description: '',
  grades: false,
  hypotheses: false,
  approvalsNeeded: '1',
  adjudicateOwn: false,
  marking: null,
};

it('sends the changed settings only', () => {
  expect(changeOf(draft, { ...draft, name: ' Border ' })).toEqual({});
  const change = changeOf(draft, { ...draft, grades: true, approvalsNeeded: '2' });
  expect(change).toEqual({ grades: true, approvalsNeeded: 2 });
  expect(projectChange.safeParse(change).success).toBe(true);
});

it.each(['', '0', '11', '1.5', 'two'])('does not take “%s” for a number of approvals', (typed) =>
  expect(approvalsFault(typed)).not.toBeNull(),
);
it.each(['1', '10'])('takes %s', (typed) => expect(approvalsFault(typed)).toBeNull());

it('shows both only where both changed the same', () => {
  const mine = { ...draft, grades: true };
  const theirs = { ...draft, name: 'Frontier' };
  expect(mayResend(changeOf(draft, mine), draft, theirs)).toBe(true);
  expect(merged(draft, mine, theirs)).toEqual({ ...draft, grades: true, name: 'Frontier' });
  expect(mayResend(changeOf(draft, { ...draft, name: 'Edge' }), draft, theirs)).toBe(false);
  expect(differences(theirs, merged(draft, mine, theirs))).toEqual([{ part: 'Grades', before: 'off', after: 'on' }]);
});
