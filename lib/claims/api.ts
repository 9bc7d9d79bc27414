import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import {
  assessmentInput,
  assessmentView,
  claimChange,
  claimFilter,
  claimInput,
  claimSpeakers,
  claimStatements,
  claimVersionView,
  claimView,
} from './claim';
import {
  addClaim,
  assessClaim,
  deleteClaim,
  reopenClaim,
  restoreClaim,
  saveClaim,
  submitClaim,
} from './commands/claims';
import { addView, deleteView, restoreView, saveView } from './commands/views';
import { listAssessments } from './queries/assessments';
import { listClaimStatements, listClaimVersions, readClaim } from './queries/claims';
import { listClaims } from './queries/listing';
import { listViews } from './queries/views';
import { savedView, viewChange, viewInput } from './saved-view';
import { listClaimSpeakers } from './queries/speakers';

const nothing = z.strictObject({});

export const claimEndpoints = {
  listClaims: reads({
    summary: 'The claims of a project',
    query: claimFilter,
    answer: listOf(claimView),
    read: listClaims,
  }),
  listClaimStatements: reads({
    summary: 'Statements of all claims of a project, to find near-equal ones in',
    query: nothing,
    answer: claimStatements,
    read: listClaimStatements,
  }),
  listClaimSpeakers: reads({
    summary: 'Who is cited on which claim, and in how many passages',
    query: nothing,
    answer: claimSpeakers,
    read: listClaimSpeakers,
  }),
  addClaim: writes({
    summary: 'Add a claim: one assertion in one sentence',
    input: claimInput,
    answer: claimView,
    status: 201,
    command: addClaim,
  }),
  findClaim: reads({
    summary: 'One claim; of a merged one the survivor, with `mergedInto`',
    query: nothing,
    answer: claimView,
    read: readClaim,
  }),
  saveClaim: writes({
    summary: 'Give a claim a new wording or structure',
    input: claimChange,
    answer: claimView,
    status: 200,
    ifMatch: true,
    command: saveClaim,
  }),
  deleteClaim: writes({
    summary: 'Delete a claim',
    input: nothing,
    answer: claimView,
    status: 200,
    ifMatch: true,
    command: deleteClaim,
  }),
  restoreClaim: writes({
    summary: 'Bring a claim back',
    input: nothing,
    answer: claimView,
    status: 200,
    ifMatch: true,
    command: restoreClaim,
  }),
  listClaimVersions: reads({
    summary: 'All wordings of a claim, newest first',
    query: nothing,
    answer: listOf(claimVersionView),
    read: listClaimVersions,
  }),
  submitClaim: writes({
    summary: 'Submit a claim for review',
    input: nothing,
    answer: claimView,
    status: 200,
    ifMatch: true,
    command: submitClaim,
  }),
  reopenClaim: writes({
    summary: 'Take a claim back to draft',
    input: nothing,
    answer: claimView,
    status: 200,
    ifMatch: true,
    command: reopenClaim,
  }),
  listAssessments: reads({
    summary: 'Each analyst’s judgment of a claim',
    query: nothing,
    answer: listOf(assessmentView),
    read: listAssessments,
  }),
  assessClaim: writes({
    summary: 'State one’s own judgment of a claim; If-Match carries the version of one’s last one',
    input: assessmentInput,
    answer: assessmentView,
    status: 200,
    ifMatch: true,
    command: assessClaim,
  }),
  listViews: reads({
    summary: 'The saved views of the list of claims: one’s own and those shared',
    query: nothing,
    answer: listOf(savedView),
    read: listViews,
  }),
  addView: writes({
    summary: 'Keep filters of the list of claims under a name',
    input: viewInput,
    answer: savedView,
    status: 201,
    command: addView,
  }),
  saveView: writes({
    summary: 'Change a saved view, or share it with the project',
    input: viewChange,
    answer: savedView,
    status: 200,
    ifMatch: true,
    command: saveView,
  }),
  deleteView: writes({
    summary: 'Delete a saved view',
    input: nothing,
    answer: savedView,
    status: 200,
    ifMatch: true,
    command: deleteView,
  }),
  restoreView: writes({
    summary: 'Bring a saved view back',
    input: nothing,
    answer: savedView,
    status: 200,
    ifMatch: true,
    command: restoreView,
  }),
};
