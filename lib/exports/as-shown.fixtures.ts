import { adjudicatedOf } from '@/lib/adjudications/queries';
import { pageOf } from '@/lib/articles/upload';
import { bandOf } from '@/lib/claims/likelihood';
import type { bands, Claim } from '@/lib/claims/claim';
import { rootFields, rootOf } from '@/lib/claims/queries/evidence';
import type { ReadContext } from '@/lib/core/context';
import type { Person } from '@/lib/core/words';
import { oneOf } from '@/lib/entities/queries';
import {
  type ExportAnswer,
  type ExportAssessment,
  type ExportCitation,
  type ExportClaim,
  type ExportObjection,
  type ExportRejection,
  type ExportThread,
} from '@/lib/formats/export';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { quotedTags } from '@/lib/highlights/queries';
import { namesOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { questionsAnsweredBy } from '@/lib/questions/queries/questions';
import { approvalsIn, proposerIn } from '@/lib/reviews/queries/approval';
import { dissentOn } from '@/lib/reviews/queries/dissent';
import { groundsOf } from '@/lib/reviews/queries/grounds';
import type { Dissent } from '@/lib/reviews/review';
import { byClaim } from './queries/export-claims';
import { gradingOf, sourcedOf, type Grading } from './queries/grading';

type Who = (id: string) => Person;

/** Versions by article and number. */
type Versions = Map<string, { retrievedAt: Date; pages: number[] }>;
type Known = { versions: Versions; grading: Grading; adjudicated: Awaited<ReturnType<typeof adjudicatedOf>> };

/** An accepted tag as a citation of an export. */
function citationOf(tag: QuotedTag, { versions, grading, adjudicated }: Known): ExportCitation {
  const { highlight, article } = tag;
  const version = versions.get(`${article.id} ${highlight.articleVersion}`);
  return {
    tagId: tag.id,
    stance: tag.stance!,
    denies: tag.denies,
    implied: tag.implied,
    impliedHow: tag.impliedHow,
    confidence: tag.confidence,
    note: tag.note,
    translation: highlight.translation,
    taggedBy: tag.author,
    reviewedBy: tag.reviews
      .filter((review) => review.verdict === 'accept')
      .map(({ reviewer, at }) => ({ ...reviewer, at })),
    adjudicated: adjudicated.get(tag.id) ?? null,
    speaker: tag.speaker,
    via: tag.via && { name: tag.via.name, date: tag.via.on },
    ...grading.ofCitation(sourcedOf(tag)),
    quote: highlight.quote,
    prefix: highlight.prefix,
    suffix: highlight.suffix,
    start: highlight.start,
    end: highlight.end,
    offsetUnit: 'utf-16',
    page: pageOf(version?.pages ?? [], highlight.start),
    articleId: article.id,
    articleVersion: highlight.articleVersion,
    articleVersionSha256: article.sha256,
    article: {
      title: article.title,
      kind: article.kind,
      publisher: article.publisher,
      reliability: grading.ofPublisher(article.publisherId),
      published: article.published as ExportCitation['article']['published'],
      url: article.url,
      language: article.language,
      retrievedAt: version?.retrievedAt.toISOString() ?? '',
    },
  };
}

/** The accepted citations of claims, whose words are still in their articles. */
async function citationsOf(ctx: ReadContext, projectId: string, claimIds: string[]) {
  const tags = await quotedTags(ctx, projectId, { claim: oneOf(claimIds) });
  const accepted = tags.filter((tag) => tag.reviewState === 'accepted' && tag.highlight.orphaned === null);
  const versions = await ctx.db.articleVersion.findMany({
    where: { articleId: { in: [...new Set(accepted.map((tag) => tag.articleId))] } },
    select: { articleId: true, number: true, retrievedAt: true, pages: true },
  });
  const byNumber: Versions = new Map(versions.map((one) => [`${one.articleId} ${one.number}`, one]));
  const grading = await gradingOf(ctx, projectId, claimIds, accepted.map(sourcedOf));
  const adjudicated = await adjudicatedOf(
    ctx,
    projectId,
    accepted.map(({ id }) => id),
  );
  const known = { versions: byNumber, grading, adjudicated };
  const cited = accepted.map((tag) => ({ claimId: tag.claim!.id, citation: citationOf(tag, known) }));
  return { citations: byClaim(cited), grading };
}

async function assessmentsOf(ctx: ReadContext, claimIds: string[], who: Who) {
  const rows = await ctx.db.assessment.findMany({ where: { claimId: { in: claimIds }, ...visible(ctx) } });
  const views = rows.map((row): { claimId: string; view: Omit<ExportAssessment, 'dissents'> } => {
    const band = row.band ?? (row.likelihood === null ? null : bandOf(row.likelihood));
    return {
      claimId: row.claimId,
      view: {
        analyst: who(row.analystId),
        likelihood: band === null ? null : { band: band as (typeof bands)[number], value: row.likelihood },
        analyticConfidence: row.analyticConfidence,
        rationale: row.rationale,
        claimVersion: row.wording,
      },
    };
  });
  return byClaim(views);
}

const outcomes = { settled: 'settled', agreedToDiffer: 'agreed-to-differ' } as const;

type Article = { deletedAt: Date | null; language: string | null };
type Words = { deletedAt: Date | null; article: Article; articleVersion: { number: number } };
type Place = { quote: string; articleId: string; start: number; end: number };
function passageOf(words: (Words & Place) | undefined): ExportThread['passage'] {
  if (!words || words.deletedAt || words.article.deletedAt) return null;
  const { quote, article, articleId, articleVersion, start, end } = words;
  return { quote, language: article.language, articleId, articleVersion: articleVersion.number, start, end };
}

async function threadsOf(ctx: ReadContext, claimIds: string[], who: Who) {
  const rows = await ctx.db.thread.findMany({
    where: {
      AND: [
        { outcome: { in: ['settled', 'agreedToDiffer'] } },
        { OR: [{ claim: oneOf(claimIds) }, { tag: { claim: oneOf(claimIds), deletedAt: null } }] },
        visible(ctx),
      ],
    },
    include: {
      claim: rootFields,
      tag: {
        select: {
          claim: rootFields,
          highlight: {
            include: {
              articleVersion: { select: { number: true } },
              article: { select: { deletedAt: true, language: true } },
            },
          },
        },
      },
      positions: true,
    },
  });
  const views = rows.map((row): { claimId: string; view: ExportThread } => ({
    claimId: rootOf((row.claim ?? row.tag!.claim)!),
    view: {
      id: row.id,
      outcome: outcomes[row.outcome as keyof typeof outcomes],
      note: row.outcomeNote,
      passage: passageOf(row.tag?.highlight),
      positions: row.positions.map((one) => ({
        holder: who(one.holderId),
        text: one.text,
        by: who(one.writtenBy),
      })),
      by: row.closedBy && who(row.closedBy),
      at: row.closedAt?.toISOString() ?? null,
    } as ExportThread,
  }));
  return byClaim(views);
}

const objectionOf = ({ id, by, at, text, lifted }: Dissent): ExportObjection => ({
  id,
  by,
  at,
  text,
  lifted: lifted !== null,
  liftedBy: lifted?.by ?? null,
  liftReason: lifted?.reason ?? null,
});

const rejectionOf = ({ id, by, at, text, wording }: Dissent): ExportRejection => ({
  id,
  by,
  at,
  reason: text,
  claimVersion: wording!,
});

/** The questions that each claim answers. */
async function answeredBy(ctx: ReadContext, projectId: string, claimIds: string[]) {
  const found = new Map<string, ExportAnswer[]>();
  for (const { id, text, state, judgement, answers } of await questionsAnsweredBy(ctx, projectId, claimIds)) {
    const written = judgement?.text ? { text: judgement.text, by: judgement.author, at: judgement.at } : null;
    for (const { claimId } of answers)
      if (claimId) found.set(claimId, [...(found.get(claimId) ?? []), { id, text, state, judgement: written }]);
  }
  return found;
}

/** What an export tells of claims, put together from what the rooms tell of them on their screens: what its own statement is held to. */
export async function claimsAsShown(ctx: ReadContext, projectId: string, claims: Claim[]): Promise<ExportClaim[]> {
  const ids = claims.map((claim) => claim.id);
  const who = await namesOf(ctx, projectId);
  const grounds = await groundsOf(ctx, claims);
  const { citations, grading } = await citationsOf(ctx, projectId, ids);
  const assessments = await assessmentsOf(ctx, ids, who);
  const threads = await threadsOf(ctx, ids, who);
  const dissent = await dissentOn(ctx, projectId, grounds);
  const dissentOf = (id: string, kind: Dissent['kind']) => dissent.get(id)!.filter((one) => one.kind === kind);
  const questions = await answeredBy(ctx, projectId, ids);
  const views = <T>(map: Map<string, { view: T }[]>, id: string) => (map.get(id) ?? []).map(({ view }) => view);
  return claims.map((claim): ExportClaim => ({
    id: claim.id,
    version: claim.wording,
    statement: claim.statement,
    structure: claim.structure,
    status: 'approved',
    creator: claim.creator,
    versionAuthor: claim.writer,
    proposedBy: proposerIn(grounds.get(claim.id)!, who),
    approvedBy: approvalsIn(grounds.get(claim.id)!).map((row) => ({
      ...who(row.reviewerId),
      at: row.createdAt.toISOString(),
    })),
    assessments: views(assessments, claim.id).map((view) => ({
      ...view,
      dissents: dissentOf(claim.id, 'assessment').some(({ by }) => by.id === view.analyst.id),
    })),
    credibility: grading.ofClaim(claim.id),
    objections: dissentOf(claim.id, 'objection').map(objectionOf),
    rejections: dissentOf(claim.id, 'rejection').map(rejectionOf),
    threads: views(threads, claim.id),
    openQuestions: (questions.get(claim.id) ?? [])
      .filter(({ state }) => state === 'open')
      .map(({ id, text }) => ({ id, text })),
    answers: questions.get(claim.id) ?? [],
    citations: (citations.get(claim.id) ?? []).map(({ citation }) => citation),
  }));
}
