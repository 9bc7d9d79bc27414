import { sayLikelihood } from '@/lib/claims/likelihood';
import type { Stance } from '@/lib/claims/claim';
import { byPassage, longestOf } from '@/lib/claims/passages';
import type { ReadContext } from '@/lib/core/context';
import { inPublic } from '@/lib/core/db';
import { sayAttribution, sayDiffering, sayDissent, saySettled } from '@/lib/formats/brief';
import { sayDay } from '@/lib/formats/chicago';
import { sayGraded, sayGrading } from '@/lib/formats/grading';
import type { ExportArticle, ExportClaim, ExportThread } from '@/lib/formats/export';
import { sayTlp } from '@/lib/formats/marking';
import {
  writeQuestionBrief,
  type AnswerQuote,
  type BriefAnswer,
  type QuestionBrief,
} from '@/lib/formats/question-brief';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { namesOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { placeOf, readQuestion } from '@/lib/questions/queries/page';
import type { Answer, QuestionPage } from '@/lib/questions/question';
import { wholeClaims } from './export-claims';
import { gradingOf, sourcedOf, type Grading } from './grading';
import { safePage } from './safe-page';

function quoteOf(tag: QuotedTag, of: string | null, grading: Grading): AnswerQuote {
  const { highlight, article, speaker, via, denies } = tag;
  const published = article.published as ExportArticle['published'];
  return {
    quote: highlight.quote,
    language: article.language,
    attribution: sayAttribution({
      ...{ speaker, denies, via: via && { name: via.name, date: via.on } },
      article: { ...article, published, retrievedAt: '' },
    }),
    source: {
      ...{ articleId: article.id, title: article.title, publisher: article.publisher, published, url: article.url },
      ...{ version: highlight.articleVersion, sha256: article.sha256 },
    },
    of,
    graded: sayGraded(grading.ofCitation(sourcedOf(tag))),
  };
}

/** The words of each passage once, however many analysts tagged it, in the order of the tags. */
function oncePerPassage(tags: QuotedTag[], stance: Stance): QuotedTag[] {
  const placed = tags.map((tag) => ({ tag, stance, place: placeOf(tag.highlight) }));
  const shown = new Set(byPassage(placed).map((passage) => longestOf(passage).tag));
  return tags.filter((tag) => shown.has(tag));
}
const counts = ({ reviewState, highlight, article }: QuotedTag): boolean =>
  ['accepted', 'unreviewed'].includes(reviewState) && highlight.orphaned === null && !article.retracted;
const statuses = {
  draft: 'a draft, not approved',
  'in-review': 'in review, not approved',
  approved: 'approved',
  rejected: 'rejected',
  stale: 'stale: something that its approval rests on has changed',
} as const;

function saysOf({ claim, corroboration, assessments }: Answer, grading: Grading): string[] {
  const { articles, origins, unsourced, headline } = corroboration;
  const credibility = grading.ofClaim(claim.id);
  const likely = assessments.flatMap(({ analyst, likelihood, band }) => {
    const value = likelihood ?? band;
    return value === null ? [] : [`Likelihood: ${sayLikelihood(value)}, as judged by ${analyst.name}.`];
  });
  const confident = assessments.flatMap(({ analyst, analyticConfidence }) =>
    analyticConfidence ? [`Analytic confidence: ${analyticConfidence}, as stated by ${analyst.name}.`] : [],
  );
  return [
    `The claim is ${statuses[claim.status]}.`,
    articles
      ? `Articles: ${articles}; credited origins: ${origins}; unsourced groups: ${unsourced}. It rests on: ${headline}.`
      : 'Nothing supports it yet.',
    ...likely,
    ...confident,
    ...(credibility ? [sayGrading('Credibility of the claim', credibility)] : []),
  ];
}

function answerOf(page: QuestionPage, side: Answer, grading: Grading, told: ExportClaim | undefined): BriefAnswer {
  const own = side.citations.filter(counts);
  const of = (stance: Stance) =>
    oncePerPassage(
      own.filter((tag) => tag.stance === stance),
      stance,
    ).map((tag) => quoteOf(tag, null, grading));
  const contrary = side.contrary.flatMap(({ tagId, answerId }) => {
    const other = page.sides.find(({ id }) => id === answerId)!;
    const tag = other.citations.find(({ id }) => id === tagId);
    return tag ? [quoteOf(tag, other.claim.statement, grading)] : [];
  });
  return {
    statement: side.claim.statement,
    says: saysOf(side, grading),
    rationales: side.assessments.flatMap(({ analyst, rationale }) =>
      rationale ? [{ by: `Rationale of ${analyst.name}`, text: rationale }] : [],
    ),
    discussed: told ? [...sayDissent(told), ...saySettled(told.threads)] : [],
    groups: [
      { heading: 'For', quotes: of('supports') },
      { heading: 'Against', quotes: of('contradicts') },
      { heading: 'Against it, because it supports another answer (computed)', quotes: contrary },
      { heading: 'Context', quotes: of('context') },
    ],
  };
}

function standingOf({ settled, newEvidence, sides, assignee, dueOn }: QuestionPage): string[] {
  const answer = sides.find(({ claim }) => claim.id === settled?.claimId)?.claim.statement;
  const looked = assignee ? [`Looked after by ${assignee.name}${dueOn ? `, due ${sayDay(dueOn)}` : ''}.`] : [];
  if (settled) {
    const who = `${settled.by.name} on ${sayDay(settled.at)}`;
    return [`Settled by ${who}, for ${answer ? `“${answer}”` : 'none of the answers'}: ${settled.reason}`, ...looked];
  }
  const why = newEvidence ? ` It was settled before; new evidence came on ${sayDay(newEvidence)}.` : '';
  return [`This question is open.${why}`, ...looked];
}

/** The discussions of the question itself that were closed, in the order in which they began. */
async function closedOn(ctx: ReadContext, { id, projectId }: QuestionPage): Promise<ExportThread[]> {
  const who = await namesOf(ctx, projectId);
  const rows = await ctx.db.thread.findMany({
    where: { questionId: id, outcome: { in: ['settled', 'agreedToDiffer'] }, ...visible(ctx) },
    include: { positions: { orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    outcome: row.outcome === 'settled' ? 'settled' : 'agreed-to-differ',
    note: row.outcomeNote,
    positions: row.positions.map(({ holderId, text, writtenBy }) => ({
      holder: who(holderId),
      text,
      by: who(writtenBy),
    })),
    passage: null,
    by: row.closedBy === null ? null : who(row.closedBy),
    at: row.closedAt?.toISOString() ?? null,
  }));
}

/** A question with its answers as a file for people, settled or not. Throws `not-found`. */
export async function questionBrief(ctx: ReadContext, id: string, format: 'markdown' | 'html') {
  const { page, marking, words, told, closed } = await inPublic(ctx, async () => {
    const safe = await safePage(ctx, await readQuestion(ctx, id));
    const answers = safe.page.sides.map(({ claim }) => claim.id);
    const found = await wholeClaims.ask(ctx, answers);
    const claims = await wholeClaims.make(ctx, safe.page.projectId, answers, found);
    const told = new Map([...claims()].map((one) => [one.id, one]));
    return { ...safe, told, closed: await closedOn(ctx, safe.page) };
  });
  const { judgement } = page;
  const claimIds = page.sides.map(({ claim }) => claim.id);
  const tags = page.sides.flatMap(({ citations }) => citations);
  const grading = await gradingOf(ctx, page.projectId, claimIds, tags.map(sourcedOf));
  const brief: QuestionBrief = {
    question: page.text,
    standing: [...(marking ? [`Marked ${sayTlp(marking)}.`] : []), ...standingOf(page)],
    judgement: judgement?.text
      ? { text: judgement.text, by: `${judgement.author.name} on ${sayDay(judgement.at)}` }
      : null,
    discussed: [...sayDiffering(closed), ...saySettled(closed)],
    answers: page.sides.map((side) => answerOf(page, side, grading, told.get(side.claim.id))),
  };
  return writeQuestionBrief(words(brief), format);
}
