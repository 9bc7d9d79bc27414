import { stateWords } from '@/components/articles/article-states';
import { placeHref } from '@/components/frame/places';
import { articleStates } from '@/lib/articles/article';
import { claimStatuses, type ClaimStatus } from '@/lib/claims/claim';
import type { Overview, OwnWork, Standing } from '@/lib/overviews/overview';
import type { Queue } from '@/lib/reviews/review';

// Pure: every figure with its words, how it is drawn, and the address of the list that it is the length of.

/** Things of a list that a glance shows; the list has the rest. */
export const FEW = 4;

export type Tone = 'rest' | 'todo' | 'done' | 'warn' | 'bad' | 'none';
export interface Figure {
  readonly id: string;
  readonly words: string;
  readonly n: number;
  readonly href: string;
  readonly tone: Tone;
}

/** Words for one thing, and for none or several. */
type Words = readonly [one: string, many: string];
const say = ([one, many]: Words, n: number) => (n === 1 ? one : many);

const listOf = (projectId: string, path: string, query: Record<string, string>) =>
  `${placeHref(projectId, path)}?${new URLSearchParams(query)}`;

const articleTones = { untouched: 'rest', unreviewed: 'todo', reviewed: 'done', retracted: 'bad' } as const;
/** Articles by how far the work on them is. */
export const articleFigures = (projectId: string, { articles }: Overview): Figure[] =>
  articleStates.map((state) => ({
    id: state,
    words: stateWords[state].toLowerCase(),
    n: articles[state],
    href: listOf(projectId, 'articles', { state }),
    tone: articleTones[state],
  }));

const statuses: Record<ClaimStatus, [words: string, tone: Tone]> = {
  draft: ['draft', 'rest'],
  'in-review': ['in review', 'todo'],
  approved: ['approved', 'done'],
  stale: ['stale', 'warn'],
  rejected: ['rejected', 'bad'],
};
/** Claims by status, as they go through the work; stale ones stand beside the approved ones that they were. */
export const claimFigures = (projectId: string, { claims }: Overview): Figure[] =>
  [...claimStatuses]
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((status) => ({
      id: status,
      words: statuses[status][0],
      n: claims[status],
      href: listOf(projectId, 'claims', { status }),
      tone: statuses[status][1],
    }));
const order: ClaimStatus[] = ['draft', 'in-review', 'approved', 'stale', 'rejected'];

/** What waits for the reader's verdict. */
export const queueFigures = (projectId: string, counts: Queue['counts']): Figure[] =>
  (
    [
      ['citations', ['citation to look at', 'citations to look at']],
      ['mentions', ['mention to accept', 'mentions to accept']],
      ['claims', ['claim to decide on', 'claims to decide on']],
    ] as const
  ).map(([kind, words]) => ({
    id: kind,
    words: say(words, counts[kind]),
    n: counts[kind],
    href: listOf(projectId, 'review', { kind }),
    tone: 'todo',
  }));

export const questionFigures = (projectId: string, { questions }: Overview): Figure[] => [
  {
    id: 'open',
    words: 'open',
    n: questions.open,
    href: listOf(projectId, 'questions', { state: 'open' }),
    tone: 'todo',
  },
  {
    id: 'overdue',
    words: 'overdue',
    n: questions.overdue,
    href: listOf(projectId, 'questions', { due: 'overdue' }),
    tone: 'warn',
  },
  {
    id: 'nobody',
    words: 'looked after by nobody',
    n: questions.nobody,
    href: listOf(projectId, 'questions', { state: 'open', assignee: 'nobody' }),
    tone: 'rest',
  },
];

export const threadFigures = (projectId: string, { threads }: Overview): Figure[] => [
  { id: 'threads', words: 'open', n: threads.open, href: placeHref(projectId, 'threads'), tone: 'todo' },
  {
    id: 'objections',
    words: 'with an open objection',
    n: threads.objections,
    href: listOf(projectId, 'threads', { objections: 'open' }),
    tone: 'bad',
  },
];

const owedWords = {
  sentBack: ['sent back', 'sent back'],
  rounds: ['round', 'rounds'],
  questions: ['question', 'questions'],
  mentions: ['mention', 'mentions'],
} as const satisfies Record<string, Words>;
/** What others wait for from a member. */
export const owedFigures = (
  projectId: string,
  userId: string,
  standing: Standing,
): (Figure & { id: keyof typeof owedWords })[] => {
  const hrefs = {
    sentBack: listOf(projectId, 'review', { kind: 'mine', author: userId }),
    rounds: listOf(projectId, 'rounds', { waits: userId }),
    questions: listOf(projectId, 'questions', { state: 'open', assignee: userId }),
    mentions: listOf(projectId, 'threads', { waits: userId }),
  };
  return (Object.keys(owedWords) as (keyof typeof owedWords)[]).map((id) => ({
    id,
    words: say(owedWords[id], standing[id]),
    n: standing[id],
    href: hrefs[id],
    tone: 'warn',
  }));
};

/** What of a member's work waits for others. */
export const awaitedFigures = (projectId: string, userId: string, { waiting, inReview }: Standing): Figure[] => [
  {
    id: 'waiting',
    words: say(['tag', 'tags'], waiting),
    n: waiting,
    href: listOf(projectId, 'review', { kind: 'waiting', author: userId }),
    tone: 'todo',
  },
  {
    id: 'inReview',
    words: say(['claim in review', 'claims in review'], inReview),
    n: inReview,
    href: listOf(projectId, 'claims', { status: 'in-review', creator: userId }),
    tone: 'todo',
  },
];

/** One's own work: what others wait for, and what waits for others. */
export function ownFigures(projectId: string, userId: string, own: OwnWork): { asked: Figure[]; awaited: Figure[] } {
  const words = {
    sentBack: ['came back to me', 'came back to me'],
    rounds: ['round to hand in', 'rounds to hand in'],
    questions: ['question I look after', 'questions I look after'],
    mentions: ['mention to answer', 'mentions to answer'],
  } as const satisfies Record<string, Words>;
  const overdue: Figure = {
    id: 'overdue',
    words: 'of them overdue',
    n: own.overdue,
    href: listOf(projectId, 'questions', { due: 'overdue', assignee: userId }),
    tone: 'bad',
  };
  const asked = owedFigures(projectId, userId, own).map((figure) => ({
    ...figure,
    words: say(words[figure.id], figure.n),
  }));
  return {
    asked: asked.flatMap((figure) => (figure.id === 'questions' && own.overdue > 0 ? [figure, overdue] : [figure])),
    awaited: awaitedFigures(projectId, userId, own).map((figure) => ({
      ...figure,
      words: figure.id === 'waiting' ? `${figure.words} that nobody has judged` : figure.words,
    })),
  };
}
