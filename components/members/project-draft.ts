import type { z } from 'zod';
import { sayMarking } from '@/lib/formats/marking';
import type { Project, projectChange } from '@/lib/members/member';

/** A project's settings as the form holds them. */
export interface ProjectDraft {
  readonly name: string;
  readonly description: string;
  readonly grades: boolean;
  readonly hypotheses: boolean;
  readonly approvalsNeeded: string;
  readonly adjudicateOwn: boolean;
  readonly marking: Project['marking'];
}

type Change = z.input<typeof projectChange>;

export const draftOf = ({ approvalsNeeded, ...project }: Project): ProjectDraft => ({
  name: project.name,
  description: project.description,
  grades: project.grades,
  hypotheses: project.hypotheses,
  approvalsNeeded: String(approvalsNeeded),
  adjudicateOwn: project.adjudicateOwn,
  marking: project.marking,
});

/** What is wrong with the number of approvals; null when nothing is. */
export const approvalsFault = (typed: string): string | null =>
  /^([1-9]|10)$/.test(typed.trim()) ? null : 'A whole number from 1 to 10.';

const inputOf = (draft: ProjectDraft) => ({
  name: draft.name.trim(),
  description: draft.description,
  grades: draft.grades,
  hypotheses: draft.hypotheses,
  approvalsNeeded: Number(draft.approvalsNeeded),
  adjudicateOwn: draft.adjudicateOwn,
  marking: draft.marking,
});
const fields = ['name', 'description', 'grades', 'hypotheses', 'approvalsNeeded', 'adjudicateOwn', 'marking'] as const;

/** The settings that the form gives another value. */
export function changeOf(before: ProjectDraft, after: ProjectDraft): Change {
  const [old, young] = [inputOf(before), inputOf(after)];
  return Object.fromEntries(
    fields.filter((field) => old[field] !== young[field]).map((field) => [field, young[field]]),
  );
}

/** Whether what the form changes is, in the project as it is now, still as it was when the form was opened. */
export const mayResend = (change: Change, before: ProjectDraft, now: ProjectDraft): boolean =>
  fields.every((field) => !(field in change) || inputOf(before)[field] === inputOf(now)[field]);

/** Their settings with my changes on top. */
export const merged = (before: ProjectDraft, mine: ProjectDraft, theirs: ProjectDraft): ProjectDraft => ({
  ...theirs,
  ...Object.fromEntries(fields.filter((field) => mine[field] !== before[field]).map((field) => [field, mine[field]])),
});

/** The parts that two drafts say differently, in words. */
export function differences(before: ProjectDraft, after: ProjectDraft) {
  const parts: [string, (draft: ProjectDraft) => string][] = [
    ['Name', ({ name }) => name],
    ['Description', ({ description }) => description],
    ['Grades', ({ grades }) => (grades ? 'on' : 'off')],
    ['Matrix', ({ hypotheses }) => (hypotheses ? 'on' : 'off')],
    ['Approvals needed', ({ approvalsNeeded }) => approvalsNeeded],
    ['Marking', ({ marking }) => sayMarking(marking)],
    ['Analysts decide on their own rounds', ({ adjudicateOwn }) => (adjudicateOwn ? 'on' : 'off')],
  ];
  return parts
    .map(([part, reads]) => ({ part, before: reads(before), after: reads(after) }))
    .filter((one) => one.before !== one.after);
}
