import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import {
  gradeCitation,
  gradeEntity,
  gradePublisher,
  settleCitationGrade,
  settleEntityGrade,
  settlePublisherGrade,
} from './commands';
import { credibilityInput, gradesView, reliabilityInput } from './grade';
import { listCitationGrades, listEntityGrades, listPublisherGrades } from './queries';

const nothing = z.strictObject({});
const graded = { answer: gradesView, status: 200 } as const;

export const gradeEndpoints = {
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
    answer: gradesView,
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
};
