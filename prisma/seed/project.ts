import { accounts, type AccountKey, type AccountSeed, type AnalystKey } from './accounts';
import { articles, type ArticleKey, type ArticleSeed } from './articles';
import { assessments, type AssessmentSeed } from './assessments';
import { claims, type ClaimKey, type ClaimSeed } from './claims';
import { decisions, type DecisionSeed } from './decisions';
import { echoes, type EchoSeed } from './echoes';
import {
  distinctions,
  entities,
  merges,
  type DistinctionSeed,
  type EntityKey,
  type EntitySeed,
  type MergeSeed,
} from './entities';
import { grades, type GradeSeed } from './grades';
import { publishers, type PublisherKey, type PublisherSeed } from './publishers';
import { questions, type QuestionSeed } from './questions';
import { rounds, type RoundSeed } from './rounds';
import { borderDistricts } from './tags/border-districts';
import type { HighlightSeed } from './tags/highlight';
import { menAtTheMarket } from './tags/men-at-the-market';
import { plannedCrossing } from './tags/planned-crossing';
import { readyToInvade } from './tags/ready-to-invade';
import { secretTalks } from './tags/secret-talks';
import { threads, type ThreadSeed } from './threads';

const highlights: Demo['highlights'] = {
  'border-districts': borderDistricts,
  'planned-crossing': plannedCrossing,
  'ready-to-invade': readyToInvade,
  'secret-talks': secretTalks,
  'men-at-the-market': menAtTheMarket,
};

/** The whole demo project as data; every reference in it is a key. */
export type Demo = {
  project: { name: string; description: string; grades: boolean };
  accounts: Record<AccountKey, AccountSeed>;
  publishers: Record<PublisherKey, PublisherSeed>;
  articles: Record<ArticleKey, ArticleSeed>;
  entities: Record<EntityKey, EntitySeed>;
  distinctions: DistinctionSeed[];
  merges: MergeSeed[];
  claims: Record<ClaimKey, ClaimSeed>;
  highlights: Record<ArticleKey, HighlightSeed[]>;
  /** Who has read which article to the end, as a reviewer of the other's tags. */
  readings: { article: ArticleKey; by: AnalystKey }[];
  threads: ThreadSeed[];
  assessments: AssessmentSeed[];
  rounds: RoundSeed[];
  grades: GradeSeed[];
  decisions: DecisionSeed[];
  echoes: EchoSeed[];
  questions: QuestionSeed[];
  /** What the first page points to, besides one's own queue. */
  startHere: { claim: ClaimKey; article: ArticleKey };
};

/**
 * The order of the fields is the order of loading: a decision needs the reviews and the lifted objections before it,
 * and highlights marked `late` come after the last decision.
 */
export const demo: Demo = {
  project: {
    name: 'The border commander',
    description:
      'Demo project. Five briefs written for this demo after public reporting; the outlets and the four colleagues are invented.',
    grades: true,
  },
  accounts,
  publishers,
  articles,
  entities,
  distinctions,
  merges,
  claims,
  highlights,
  readings: [{ article: 'border-districts', by: 'tomasz' }],
  threads,
  assessments,
  rounds,
  grades,
  decisions,
  echoes,
  questions,
  startHere: { claim: 'five-districts', article: 'ready-to-invade' },
};
