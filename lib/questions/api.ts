import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import { addAnswer, pairAnswers, removeAnswer, restoreAnswer } from './commands/answers';
import { allowContradiction, refuseContradiction, refuseContradictionAgain } from './commands/contradictions';
import { markCell } from './commands/matrix';
import {
  addQuestion,
  deleteQuestion,
  judgeQuestion,
  reopenQuestion,
  restoreQuestion,
  saveQuestion,
  settleQuestion,
} from './commands/questions';
import { cellInput, matrixView } from './hypotheses';
import { findMatrix } from './queries/matrix';
import { listContradictions } from './queries/contradictions';
import { listClaimQuestions, readQuestion } from './queries/page';
import { listJudgements, listQuestions } from './queries/questions';
import {
  answerInput,
  claimQuestions,
  contradictionFilter,
  contradictionList,
  contradictionRefusal,
  judgementInput,
  judgementView,
  pairInput,
  questionChange,
  questionFilter,
  questionInput,
  questionPage,
  questionView,
  refusalInput,
  settleInput,
} from './question';

const nothing = z.strictObject({});

export const questionEndpoints = {
  listQuestions: reads({
    summary: 'The questions of a project, the one that moved last first',
    query: questionFilter,
    answer: listOf(questionView),
    read: listQuestions,
  }),
  addQuestion: writes({
    summary: 'Ask a question, with answers or before there are any',
    input: questionInput,
    answer: questionView,
    status: 201,
    command: addQuestion,
  }),
  findQuestion: reads({
    summary: 'One question with its answers side by side',
    query: nothing,
    answer: questionPage,
    read: readQuestion,
  }),
  saveQuestion: writes({
    summary: 'Change a question',
    input: questionChange,
    answer: questionView,
    status: 200,
    ifMatch: true,
    command: saveQuestion,
  }),
  deleteQuestion: writes({
    summary: 'Delete a question; its answers stay claims',
    input: nothing,
    answer: questionView,
    status: 200,
    ifMatch: true,
    command: deleteQuestion,
  }),
  restoreQuestion: writes({
    summary: 'Bring a question back',
    input: nothing,
    answer: questionView,
    status: 200,
    ifMatch: true,
    command: restoreQuestion,
  }),
  addAnswer: writes({
    summary: 'Another answer: a claim that exists, a new one, or that it is not known',
    input: answerInput,
    answer: questionView,
    status: 201,
    command: addAnswer,
  }),
  pairAnswers: writes({
    summary: 'Say that two answers can both be true, or take it back',
    input: pairInput,
    answer: questionView,
    status: 200,
    command: pairAnswers,
  }),
  judgeQuestion: writes({
    summary: 'Write the paragraph that a question comes to; blank takes it back',
    input: judgementInput,
    answer: questionView,
    status: 200,
    ifMatch: true,
    command: judgeQuestion,
  }),
  listJudgements: reads({
    summary: 'Every judgement that was written on a question, the last first',
    query: nothing,
    answer: listOf(judgementView),
    read: listJudgements,
  }),
  findMatrix: reads({
    summary: 'Answers against evidence: every analyst’s cells, and the answers by what speaks against them',
    query: nothing,
    answer: matrixView,
    read: findMatrix,
  }),
  markCell: writes({
    summary: 'Say what evidence says of an answer, in one’s own matrix',
    input: cellInput,
    answer: matrixView,
    status: 200,
    command: markCell,
  }),
  settleQuestion: writes({
    summary: 'Settle a question for one of its answers, or for none',
    input: settleInput,
    answer: questionView,
    status: 200,
    ifMatch: true,
    command: settleQuestion,
  }),
  reopenQuestion: writes({
    summary: 'Open a settled question again',
    input: nothing,
    answer: questionView,
    status: 200,
    ifMatch: true,
    command: reopenQuestion,
  }),
  removeAnswer: writes({
    summary: 'Take an answer out of its question; the claim stays',
    input: nothing,
    answer: questionView,
    status: 200,
    command: removeAnswer,
  }),
  restoreAnswer: writes({
    summary: 'Bring an answer back',
    input: nothing,
    answer: questionView,
    status: 200,
    command: restoreAnswer,
  }),
  listClaimQuestions: reads({
    summary: 'The questions that a claim answers, and what speaks against it there',
    query: nothing,
    answer: claimQuestions,
    read: listClaimQuestions,
  }),
  listContradictions: reads({
    summary: 'Claims that answer one thing differently by their structure, and are under no question yet',
    query: contradictionFilter,
    answer: contradictionList,
    read: listContradictions,
  }),
  refuseContradiction: writes({
    summary: 'Say that two contradicting claims make no question',
    input: refusalInput,
    answer: contradictionRefusal,
    status: 201,
    command: refuseContradiction,
  }),
  allowContradiction: writes({
    summary: 'Let a refused contradiction be offered again',
    input: nothing,
    answer: contradictionRefusal,
    status: 200,
    command: allowContradiction,
  }),
  refuseContradictionAgain: writes({
    summary: 'Refuse it again',
    input: nothing,
    answer: contradictionRefusal,
    status: 200,
    command: refuseContradictionAgain,
  }),
};
