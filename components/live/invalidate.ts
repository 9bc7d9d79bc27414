import type { EventView } from '@/lib/activity/activity';
import type { Operation } from '@/lib/api/client';
import type { EventType } from '@/lib/events';

// Which answers an event makes old. The stream brings ids only: what is on the screen is read again through the same door.

/** Reads made old for the whole project, and those made old only where they are of the event's own subject. */
type Old = { all: Operation[]; subject?: Operation[] };

const compared: Operation[] = ['findAgreement', 'listDifferences'];
const decided: Operation[] = ['findAdjudication', 'listAdjudications'];
const tagged: Operation[] = [
  ...compared,
  ...decided,
  'listHighlights',
  'listEchoedTags',
  'findThread',
  'findHighlight',
  'findTag',
  'listMentions',
  'listCitations',
  'listClaimSpeakers',
  'listGrades',
  'listEntityGrades',
];
const counted: Operation[] = ['listArticles', 'findArticle', 'listEntities', 'findEntity', 'listClaims', 'findClaim'];
const judged: Operation[] = ['findReviewQueue', 'findApproval', 'previewExport', 'previewFile', 'listNotifications'];
const rested: Operation[] = [
  'findCorroboration',
  'listCorroboration',
  'findArticleLinchpin',
  'findEntityLinchpin',
  'findPublisherLinchpin',
];
const asked: Operation[] = [
  'listQuestions',
  'listJudgements',
  'findMatrix',
  'findQuestion',
  'listClaimQuestions',
  'listContradictions',
];
const tags = [
  'findRound',
  'findMoves',
  ...tagged,
  ...counted,
  ...judged,
  ...rested,
  'findQuestion',
  'findMatrix',
  'listClaimQuestions',
] satisfies Operation[];
const claims: Operation[] = ['listClaims', 'listClaimStatements', ...asked, ...tagged, ...judged];
const claim: Operation[] = ['findClaim', 'listClaimVersions', 'listAssessments'];
const argued: Operation[] = [
  'listThreads',
  'listDiscussed',
  'findThread',
  'listClaims',
  'findClaim',
  ...tagged,
  ...judged,
];

const sourced: Operation[] = ['listMentions', 'listCitations', 'findQuestion', 'findMatrix', 'listClaimQuestions'];

const lineage: Operation[] = ['findQuestion', 'listEchoes', 'listEchoedTags', 'findEchoMap', 'findEcho', ...rested];
const same: Operation[] = [
  'findEntitySameness',
  'findClaimSameness',
  'listLikenesses',
  'listDistinctions',
  'findMerge',
];
const merged: Old = { all: [...claims, ...claim, ...same, ...rested, 'listThreads'] };

// Figures of a whole project are read again by the page that draws them, a few times a minute; at once only where what may be seen changes.
const glanced: Operation[] = ['findOverview', 'findOwnWork'];
const rounds: Operation[] = ['listRounds', 'findRound', 'findMoves', 'previewRound', ...glanced];
const graded: Operation[] = ['listPublisherGrades', 'listEntityGrades', 'listCitationGrades', 'listClaimGrades'];
// The settled letter of a publisher stands beside all that it published.
const gradeSettled: Old = {
  all: ['listGrades', 'previewExport', 'previewFile', 'listPublishers', 'listArticles', 'findArticle', ...sourced],
  subject: graded,
};

// Markings and protected sources decide on what may leave.
const leaving: Operation[] = ['previewExport', 'previewFile'];
const article: Old = {
  all: ['listArticles', 'listMentions', 'listCitations', 'findReviewQueue', 'countName', ...lineage, ...leaving],
  subject: ['findArticle'],
};
const rooms: Record<string, Old> = {
  project: {
    all: [
      'findProject',
      'listProjects',
      'findMe',
      'findApproval',
      'listArticles',
      'findArticle',
      'findOrigin',
      ...leaving,
    ],
  },
  member: { all: ['listMembers', 'listInvitations', 'findProject', 'listProjects', 'findMe'] },
  invitation: { all: ['listInvitations'] },
  publisher: { all: ['listPublishers', 'listArticles', 'findArticle', 'listCitations'] },
  article,
  echo: { all: lineage },
  grade: { all: ['listGrades', 'previewExport', 'previewFile'], subject: graded },
  highlight: { all: tags },
  highlights: { all: tags },
  tag: { all: tags },
  tags: { all: tags },
  review: { all: [...tags, ...claim] },
  proposal: { all: [...tags, ...claim] },
  entity: {
    all: [
      'listEntities',
      'listEntityNames',
      'listEntityTypes',
      'listSuggestionRefusals',
      ...same,
      ...rested,
      'findReviewQueue',
      'findApproval',
      ...asked,
      'listThreads',
      'listClaims',
      'findClaim',
      'findEntity',
      ...leaving,
      ...tagged,
    ],
    subject: ['listEntityVersions'],
  },
  suggestion: { all: ['listSuggestionRefusals'] },
  claim: { all: claims, subject: claim },
  question: { all: [...asked, 'findApproval', 'previewExport', 'previewFile', 'listNotifications', 'listThreads'] },
  contradiction: { all: ['listContradictions'] },
  thread: { all: argued },
  comment: { all: argued, subject: ['listCommentVersions'] },
  view: { all: ['listViews'] },
  export: { all: ['listExports', 'listExportJobs', 'findExportJob', 'listLinks'] },
  webhook: { all: ['listWebhooks', 'listNotifications', 'listDeliveries', 'findWebhook'] },
  link: { all: ['listLinks'] },
  import: { all: ['listImports', 'listThreads', 'findThread', ...tags], subject: ['findImport'] },
  round: { all: [...rounds, ...decided, 'listNotifications'] },
  adjudication: { all: decided },
};
/** A round that opens hides rows at once, and one that is revealed shows those whose events nobody was sent: all is read again. */
const everything: Old = {
  all: [...new Set(Object.values(rooms).flatMap(({ all, subject = [] }) => [...all, ...subject]))],
};
const exceptions: Partial<Record<EventType, Old>> = {
  'round.opened': everything,
  'round.revealed': everything,
  'grade.settled': gradeSettled,
  'grade.unsettled': gradeSettled,
  'question.marked': { all: ['findMatrix'] },
  // Its title and its language stand beside its words.
  'article.saved': {
    ...article,
    all: [...article.all, ...sourced, 'listThreads', 'findThread', 'listNotifications', 'listDifferences', ...decided],
  },
  'article.deleted': { all: [...tags, ...lineage, 'countName'], subject: ['readText'] },
  'article.restored': { all: [...tags, ...lineage, 'countName'], subject: ['readText'] },
  'article.retracted': { all: [...tags, ...lineage] },
  'article.revised': { all: [...tags, ...claim, ...lineage, 'countName'], subject: ['readText', 'listVersions'] },
  'article.read': { all: ['findReviewQueue'] },
  'claim.merged': merged,
  'claim.unmerged': merged,
  'claim.freed': merged,
  'claim.distinguished': { all: same },
  'claim.undistinguished': { all: same },
  'claim.redistinguished': { all: same },
  'claim.likened': { all: same },
  'claim.unlikened': { all: same },
  'claim.relikened': { all: same },
  'claim.assessed': {
    all: ['listClaims', 'previewExport', 'previewFile', 'findApproval', 'findQuestion', ...compared],
    subject: ['findClaim', 'listAssessments'],
  },
};

/** What an event of this type makes old. Everything that happens is a line of the history. */
export function oldAfter(type: string): Old {
  const { all, subject = [] } = exceptions[type as EventType] ?? rooms[type.split('.')[0]!] ?? { all: [] };
  return { all: [...all, 'listHistory'], subject };
}

/** Whether an answer takes the server long to reckon: it is read again after a while of events, not after each. */
export const isReckoned = ([name]: readonly unknown[]): boolean => compared.includes(name as Operation);

/** The part of an event that decides. */
export type News = Pick<EventView, 'type' | 'subjectType' | 'subjectId' | 'version'>;

// These leave their subject in a version of its own, by which an answer shows that it knows of them.
const TELLING = /\.(added|saved|moved|translated)$/;
const tells = ({ type, subjectType }: News) => type.startsWith(`${subjectType}.`) && TELLING.test(type);

/** Whether an answer holds this thing in this version or a later one. */
function shows(answer: unknown, id: string, version: number): boolean {
  // What was just saved here stands last.
  if (Array.isArray(answer)) return answer.findLastIndex((item) => shows(item, id, version)) >= 0;
  if (typeof answer !== 'object' || answer === null) return false;
  const thing = answer as { id?: unknown; version?: unknown; revision?: unknown };
  const own = thing.revision ?? thing.version;
  if (thing.id === id && typeof own === 'number') return own >= version;
  return Object.values(answer).some((value) => shows(value, id, version));
}

/**
 * Whether any of the events makes a kept answer old. `key` is the answer's `keyOf`. An answer that already shows what an
 * event tells of is not old: so one's own save, patched in when it was confirmed, is not fetched again.
 */
export function isOld(key: readonly unknown[], answer: unknown, events: readonly News[]): boolean {
  const [name, params] = key as [Operation, Record<string, string> | undefined];
  return events.some((event) => {
    const { all, subject } = oldAfter(event.type);
    const touched = all.includes(name) || (subject?.includes(name) && params?.id === event.subjectId);
    return touched && !(tells(event) && shows(answer, event.subjectId, event.version));
  });
}
