import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import {
  gradeCitation,
  gradeClaim,
  gradeEntity,
  gradePublisher,
  settleCitationGrade,
  settleClaimGrade,
  settleEntityGrade,
  settlePublisherGrade,
} from './commands';
import { credibilityInput, gradeFilter, gradeList, gradesView, reliabilityInput, speakerGrades } from './grade';
import { listCitationGrades, listClaimGrades, listEntityGrades, listGrades, listPublisherGrades } from './queries';

const nothing = z.strictObject({});
const graded = { answer: gradesView, status: 200 } as const;

export const gradeEndpoints = {
  listGrades: reads({
    summary:
      'All that was graded of a claim or of a question’s answers: they, their citations, and the sources of these. Of the publishers where neither is named',
    query: gradeFilter,
    answer: gradeList,
    read: listGrades,
  }),
  listPublisherGrades: reads({
    summary: 'The grades of a publisher, side by side; only their number to somebody who has yet to grade it',
    query: nothing,
    answer: gradesView,
    read: listPublisherGrades,
  }),
  gradePublisher: writes({
    summary: 'Give one’s own grade of the reliability of a publisher, or take it back',
    input: reliabilityInput,
    ...graded,
    command: gradePublisher,
  }),
  settlePublisherGrade: writes({
    summary: 'Record the settled grade of a publisher, or open it again',
    input: reliabilityInput,
    ...graded,
    command: settlePublisherGrade,
  }),
  listEntityGrades: reads({
    summary: 'The grades of a speaker, side by side; only their number to somebody who has yet to grade it',
    query: nothing,
    answer: speakerGrades,
    read: listEntityGrades,
  }),
  gradeEntity: writes({
    summary: 'Give one’s own grade of the reliability of a speaker, or take it back',
    input: reliabilityInput,
    ...graded,
    command: gradeEntity,
  }),
  settleEntityGrade: writes({
    summary: 'Record the settled grade of a speaker, or open it again',
    input: reliabilityInput,
    ...graded,
    command: settleEntityGrade,
  }),
  listCitationGrades: reads({
    summary: 'The grades of a citation, side by side; only their number to somebody who has yet to grade it',
    query: nothing,
    answer: gradesView,
    read: listCitationGrades,
  }),
  gradeCitation: writes({
    summary: 'Give one’s own grade of the credibility of a citation, or take it back',
    input: credibilityInput,
    ...graded,
    command: gradeCitation,
  }),
  settleCitationGrade: writes({
    summary: 'Record the settled grade of a citation, or open it again',
    input: credibilityInput,
    ...graded,
    command: settleCitationGrade,
  }),
  listClaimGrades: reads({
    summary: 'The grades of a claim, side by side; only their number to somebody who has yet to grade it',
    query: nothing,
    answer: gradesView,
    read: listClaimGrades,
  }),
  gradeClaim: writes({
    summary: 'Give one’s own grade of the credibility of a claim, or take it back',
    input: credibilityInput,
    ...graded,
    command: gradeClaim,
  }),
  settleClaimGrade: writes({
    summary: 'Record the settled grade of a claim, or open it again',
    input: credibilityInput,
    ...graded,
    command: settleClaimGrade,
  }),
};
