import { formDraft } from '@/components/live/form-draft';
import { sayMarking } from '@/lib/formats/marking';
import type { Project } from '@/lib/members/member';

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

const draftOf = ({ approvalsNeeded, ...project }: Project): ProjectDraft => ({
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
const onOff = (on: boolean) => (on ? 'on' : 'off');

/** The settings' form when others may change them too. */
export const projectForm = formDraft({
  draftOf,
  inputOf,
  parts: [
    { part: 'Name', reads: ({ name }) => name, fields: ['name'] },
    { part: 'Description', reads: ({ description }) => description, fields: ['description'] },
    { part: 'Grades', reads: ({ grades }) => onOff(grades), fields: ['grades'] },
    { part: 'Matrix', reads: ({ hypotheses }) => onOff(hypotheses), fields: ['hypotheses'] },
    { part: 'Approvals needed', reads: ({ approvalsNeeded }) => approvalsNeeded, fields: ['approvalsNeeded'] },
    { part: 'Marking', reads: ({ marking }) => sayMarking(marking), fields: ['marking'] },
    {
      part: 'Analysts decide on their own rounds',
      reads: ({ adjudicateOwn }) => onOff(adjudicateOwn),
      fields: ['adjudicateOwn'],
    },
  ],
});
