import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAll, team, type Team } from '@/lib/core/testing';
import { doors } from '@/lib/rounds/doors.fixtures';
import { limitedToken, subjectsOf, tokenFor } from './routes.fixtures';
import { paths, type Operation } from './paths';
import { api } from './routes';

// Who may knock at which door: every operation, seven kinds of caller and a token limited to another project, and the status of each for an empty body: whoever is let
// in is told what is missing (422, 428; refusals come in the order 401, 404, 403) or answered. The expected values are not computed from permissions.ts. No proxy stands before it.

/** In the order of `callers`. */
type Row = [number, number, number, number, number, number, number];
const everybody: Row = [401, 404, 200, 200, 200, 200, 200];
const own: Row = [401, 200, 200, 200, 200, 200, 200];
/** Adds something to a project: an empty body lacks a field. */
const analysts: Row = [401, 404, 403, 422, 422, 422, 422];
/** Changes something shared: the version is missing. */
const analystsVersion: Row = [401, 404, 403, 428, 428, 428, 428];
const authorVersion: Row = [401, 404, 403, 428, 403, 403, 403];
const authorOrLeadVersion: Row = [401, 404, 403, 428, 403, 403, 428];
/** Decides between others: an empty body lacks a field. */
const reviewers: Row = [401, 404, 403, 403, 403, 422, 422];
const leadVersion: Row = [401, 404, 403, 403, 403, 403, 428];
/** For leads alone: addresses, links and what became of them. */
const leads: Row = [401, 404, 403, 403, 403, 403, 200];

const expected: Record<Operation, Row> = {
  findMe: own,
  leaveTour: own,
  listTokens: own,
  createToken: [401, 422, 422, 422, 422, 422, 422],
  revokeToken: [401, 404, 404, 404, 404, 404, 404],
  listSessions: own,
  revokeSessions: own,
  listDrafts: own,
  findDrafts: own,
  saveDraft: [401, 422, 422, 422, 422, 422, 422],
  discardDraft: own,
  listNotifications: own,
  readNotifications: own,
  findNoticeSetting: own,
  saveNoticeSetting: own,
  muteSubject: [401, 422, 422, 422, 422, 422, 422],
  listProjects: own,
  createProject: [401, 422, 422, 422, 422, 422, 422],
  findProject: everybody,
  saveProject: leadVersion,
  // Asked for first, so that the log tells of it: this row comes before the next.
  takeArchive: [401, 404, 403, 403, 403, 403, 200],
  readArchive: [401, 404, 403, 403, 403, 403, 200],
  findOrigin: everybody,
  takeBackProject: [401, 404, 403, 403, 403, 403, 422],
  bringArchive: [401, 422, 422, 422, 422, 422, 422],
  listMembers: everybody,
  inviteMember: [401, 404, 403, 403, 403, 403, 422],
  listInvitations: leads,
  revokeInvitation: leads,
  restoreInvitation: leads,
  saveMember: [401, 404, 403, 403, 403, 403, 422],
  removeMember: leadVersion,
  restoreMember: [401, 404, 404, 404, 404, 404, 404],
  listPublishers: everybody,
  addPublisher: analysts,
  savePublisher: leadVersion,
  listArticles: everybody,
  addArticle: analysts,
  findArticle: everybody,
  saveArticle: analystsVersion,
  deleteArticle: leadVersion,
  restoreArticle: [401, 404, 404, 404, 404, 404, 404],
  readText: everybody,
  listVersions: everybody,
  readOriginal: everybody,
  findPages: everybody,
  listUploads: everybody,
  addUpload: analysts,
  fetchUpload: analysts,
  convertUpload: analysts,
  discardUploads: analysts,
  // An upload is its author's until an article is made of it.
  readUploadText: [401, 404, 404, 200, 404, 404, 404],
  reviseArticle: analysts,
  retractArticle: [401, 404, 403, 403, 403, 403, 422],
  finishReading: [401, 404, 403, 200, 200, 200, 200],
  listHighlights: everybody,
  saveHighlight: analysts,
  saveHighlights: analysts,
  deleteHighlights: analysts,
  restoreHighlights: analysts,
  findHighlight: everybody,
  moveHighlight: [401, 404, 403, 422, 403, 403, 403],
  deleteHighlight: authorVersion,
  restoreHighlight: [401, 404, 404, 404, 404, 404, 404],
  unplaceHighlight: authorVersion,
  translateHighlight: analysts,
  changeTags: analysts,
  deleteTags: analysts,
  restoreTags: analysts,
  addTag: analysts,
  findTag: everybody,
  saveTag: authorVersion,
  deleteTag: authorVersion,
  restoreTag: [401, 404, 404, 404, 404, 404, 404],
  listElsewhere: everybody,
  repeatTag: [401, 404, 403, 201, 201, 201, 201],
  findCorroboration: everybody,
  listCorroboration: [401, 404, 422, 422, 422, 422, 422],
  findArticleLinchpin: everybody,
  findEntityLinchpin: everybody,
  findPublisherLinchpin: everybody,
  findAgreement: everybody,
  listDifferences: everybody,
  listEchoes: everybody,
  listEchoedTags: everybody,
  findEchoMap: everybody,
  searchEchoes: [401, 404, 403, 200, 200, 200, 200],
  findEcho: everybody,
  decideEcho: analysts,
  withdrawEchoDecision: analystsVersion,
  listEntities: everybody,
  listEntityTypes: everybody,
  listEntityNames: everybody,
  addEntity: analysts,
  findEntity: everybody,
  listEntityVersions: everybody,
  saveEntity: analystsVersion,
  protectEntity: analystsVersion,
  unprotectEntity: leadVersion,
  deleteEntity: analystsVersion,
  restoreEntity: [401, 404, 404, 404, 404, 404, 404],
  listMentions: everybody,
  mergeEntity: [401, 404, 403, 403, 403, 422, 422],
  splitEntity: [401, 404, 403, 403, 403, 422, 422],
  distinguishEntity: analysts,
  findEntitySameness: everybody,
  findClaimSameness: everybody,
  listLikenesses: everybody,
  mergeClaim: [401, 404, 403, 403, 403, 422, 422],
  distinguishClaim: analysts,
  findMerge: everybody,
  undoMerge: [401, 404, 403, 403, 403, 428, 428],
  undoSplit: [401, 404, 403, 403, 403, 428, 428],
  listDistinctions: everybody,
  withdrawDistinction: authorOrLeadVersion,
  restoreDistinction: [401, 404, 404, 404, 404, 404, 404],
  listSuggestionRefusals: everybody,
  refuseSuggestion: analysts,
  allowSuggestions: analysts,
  listClaims: everybody,
  listClaimStatements: everybody,
  listClaimSpeakers: everybody,
  addClaim: analysts,
  findClaim: everybody,
  saveClaim: analystsVersion,
  deleteClaim: authorOrLeadVersion,
  restoreClaim: [401, 404, 404, 404, 404, 404, 404],
  listClaimVersions: everybody,
  listCitations: everybody,
  listAssessments: everybody,
  assessClaim: analysts,
  submitClaim: analystsVersion,
  reopenClaim: analystsVersion,
  listGrades: everybody,
  listPublisherGrades: everybody,
  gradePublisher: analysts,
  settlePublisherGrade: [401, 404, 403, 403, 403, 403, 422],
  listEntityGrades: everybody,
  gradeEntity: analysts,
  settleEntityGrade: [401, 404, 403, 403, 403, 403, 422],
  listCitationGrades: everybody,
  gradeCitation: analysts,
  settleCitationGrade: [401, 404, 403, 403, 403, 403, 422],
  listClaimGrades: everybody,
  gradeClaim: analysts,
  settleClaimGrade: [401, 404, 403, 403, 403, 403, 422],
  listQuestions: everybody,
  addQuestion: analysts,
  findQuestion: everybody,
  readQuestionBrief: everybody,
  saveQuestion: analystsVersion,
  deleteQuestion: authorOrLeadVersion,
  restoreQuestion: [401, 404, 404, 404, 404, 404, 404],
  addAnswer: analysts,
  pairAnswers: analysts,
  listJudgements: everybody,
  findMatrix: everybody,
  markCell: analysts,
  judgeQuestion: analysts,
  settleQuestion: analysts,
  reopenQuestion: analystsVersion,
  removeAnswer: [401, 404, 403, 200, 404, 404, 404],
  restoreAnswer: [401, 404, 403, 200, 404, 404, 404],
  listClaimQuestions: everybody,
  listContradictions: everybody,
  refuseContradiction: analysts,
  allowContradiction: [401, 404, 403, 200, 404, 404, 404],
  refuseContradictionAgain: [401, 404, 403, 200, 404, 404, 404],
  listViews: everybody,
  addView: analysts,
  saveView: authorOrLeadVersion,
  deleteView: authorOrLeadVersion,
  restoreView: [401, 404, 404, 404, 404, 404, 404],
  reviewTag: [401, 404, 403, 403, 422, 422, 422],
  reviewTags: analysts,
  withdrawReviews: analysts,
  reviewClaim: [401, 404, 403, 403, 403, 422, 422],
  findApproval: everybody,
  withdrawReview: [401, 404, 403, 403, 428, 403, 403],
  // Whoever made the tag answers a fix that a colleague proposes of it.
  takeProposal: authorVersion,
  declineProposal: [401, 404, 403, 422, 403, 403, 403],
  findReviewQueue: everybody,
  listHolds: everybody,
  keepHold: analysts,
  endHold: [401, 404, 403, 200, 200, 200, 200],
  listDiscussed: everybody,
  listThreads: everybody,
  startThread: analysts,
  findThread: everybody,
  addComment: analysts,
  closeThread: analysts,
  reopenThread: analystsVersion,
  sayPosition: analysts,
  turnThread: analysts,
  saveComment: authorVersion,
  deleteComment: authorVersion,
  restoreComment: [401, 404, 404, 404, 404, 404, 404],
  listCommentVersions: everybody,
  liftObjection: [401, 404, 403, 403, 403, 403, 422],
  findOverview: everybody,
  findOwnWork: everybody,
  listRounds: everybody,
  openRound: [401, 404, 403, 403, 403, 403, 422],
  previewRound: everybody,
  findRound: everybody,
  handInRound: analystsVersion,
  takeBackHandIn: analystsVersion,
  revealRound: leadVersion,
  findMoves: everybody,
  listAdjudications: everybody,
  startAdjudication: reviewers,
  findAdjudication: [401, 422, 422, 422, 422, 422, 422],
  decidePlace: reviewers,
  acceptAgreed: reviewers,
  // The round is open: nothing is decided yet.
  withdrawDecision: [401, 404, 403, 403, 403, 409, 409],
  finishAdjudication: [401, 404, 403, 403, 403, 428, 428],
  reopenAdjudication: [401, 404, 403, 403, 403, 428, 428],
  previewExport: everybody,
  previewFile: [401, 404, 422, 422, 422, 422, 422],
  listExports: everybody,
  makeExport: analysts,
  listLinks: everybody,
  // Neither the claim is approved (409) nor does the lead's export hold anything; nobody but its author or a lead revokes a link.
  shareClaim: [401, 404, 403, 409, 409, 409, 409],
  shareExport: [401, 404, 403, 201, 201, 201, 201],
  revokeLink: [401, 404, 403, 200, 403, 403, 200],
  findExport: everybody,
  listExportJobs: everybody,
  findExportJob: everybody,
  stopExport: [401, 404, 403, 403, 403, 403, 409], // it is the lead's, and made
  readManifest: everybody,
  readExport: everybody,
  listWebhooks: leads,
  addWebhook: [401, 404, 403, 403, 403, 403, 422],
  findWebhook: leads,
  saveWebhook: leadVersion,
  deleteWebhook: leadVersion,
  restoreWebhook: [401, 404, 404, 404, 404, 404, 404],
  renewSecret: leadVersion,
  testWebhook: [401, 404, 403, 403, 403, 403, 409],
  listDeliveries: leads,
  replayDelivery: [401, 404, 403, 403, 403, 403, 409],
  bringIn: [401, 404, 403, 422, 422, 422, 422],
  listImports: everybody,
  findImport: everybody,
  undoImport: [401, 404, 403, 428, 403, 403, 428],
  // A viewer is seen too.
  signPresence: [401, 404, 422, 422, 422, 422, 422],
  endPresence: [401, 404, 422, 422, 422, 422, 422],
  listChanges: everybody,
  listEvents: everybody,
  listHistory: everybody,
  search: [401, 404, 422, 422, 422, 422, 422],
  countName: [401, 404, 422, 422, 422, 422, 422],
};

const callers = ['anonymous', 'outsider', 'viewer', 'author', 'colleague', 'reviewer', 'lead'] as const;
const all = [...callers, 'limited'] as const;
let at: Team;
let ids: Record<string, string>;
const tokens: Partial<Record<(typeof all)[number], string>> = {};

const bearing = (caller: (typeof all)[number]): Record<string, string> =>
  caller === 'anonymous' ? {} : { authorization: `Bearer ${tokens[caller]}` };
const limitedStatus = (name: string, method: string, [, outsider]: Row) =>
  method === 'get' || (outsider === 404 && name !== 'revokeToken') ? outsider : 403;

/** A path with the ids of the subjects: `{id}` is of the noun before it. */
const filled = (template: string) =>
  template.replace(/([\w-]+)\/\{(\w+)\}/g, (_, noun: string) => `${noun}/${ids[noun] ?? randomUUID()}`);

beforeAll(async () => {
  at = await team();
  const { outsider, viewer, analyst: author, other: colleague, reviewer, lead } = at;
  const who = { outsider, viewer, author, colleague, reviewer, lead };
  for (const [caller, actor] of Object.entries(who)) tokens[caller as keyof typeof who] = await tokenFor(actor);
  tokens.limited = await limitedToken(at);
  ids = await subjectsOf(at);
});
afterAll(closeAll);

describe('who may knock where', () => {
  it.each(Object.entries(expected))('%s', async (name, row) => {
    const [method, template] = paths[name as Operation];
    const seen: number[] = [];
    for (const caller of all) {
      const response = await api.request(`/api/v1${filled(template)}`, {
        method: method.toUpperCase(),
        headers: bearing(caller),
        ...(method === 'get' ? {} : { body: '{}' }),
      });
      seen.push(response.status);
    }
    const wanted = [...row, limitedStatus(name, method, row)];
    const named = (statuses: number[]) => Object.fromEntries(all.map((caller, i) => [caller, statuses[i]]));
    expect(named(seen)).toEqual(named(wanted));
  });

  it('live: a stream for members, nothing for others', async () => {
    const seen: number[] = [];
    for (const caller of all) {
      const response = await api.request(`/api/v1/projects/${at.projectId}/live`, { headers: bearing(caller) });
      seen.push(response.status);
      await response.body?.cancel();
    }
    expect(seen).toEqual([...everybody, 404]);
  });

  it('has a row for every operation that is served', () => {
    expect(Object.keys(paths).sort()).toEqual(Object.keys(expected).sort());
  });

  it('is asked at every read by the test of blind rounds, lib/rounds/blindness.test.ts', () => {
    const reads = Object.entries(paths).flatMap(([name, [method]]) => (method === 'get' ? [name] : []));
    expect(Object.keys(doors).sort()).toEqual(reads.sort());
  });
});
