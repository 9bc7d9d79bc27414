import { adjudicatedOf } from '@/lib/adjudications/queries';
import { reviewState, standing } from '@/lib/agreement/standing';
import { publishedOf } from '@/lib/articles/queries';
import { pageOf } from '@/lib/articles/upload';
import type { bands } from '@/lib/claims/claim';
import { bandOf } from '@/lib/claims/likelihood';
import { structureOf } from '@/lib/claims/queries/claims';
import { rootOf } from '@/lib/claims/queries/evidence';
import type { ReadContext } from '@/lib/core/context';
import type { Person } from '@/lib/core/words';
import { refOf } from '@/lib/entities/queries';
import type {
  CitedClaim,
  ExportAnswer,
  ExportAssessment,
  ExportCitation,
  ExportClaim,
  ExportEntity,
  ExportObjection,
  ExportRejection,
  ExportPassage,
  ExportThread,
} from '@/lib/formats/export';
import { textKey } from '@/lib/formats/source';
import { namesOf } from '@/lib/members/queries';
import { approvalsIn, proposerIn } from '@/lib/reviews/queries/approval';
import { dissentAmong, type JudgmentRow } from '@/lib/reviews/queries/dissent';
import { acceptsAmong, groundsAmong } from '@/lib/reviews/queries/grounds';
import type { Dissent } from '@/lib/reviews/review';
import { objectionsIn } from '@/lib/threads/queries/objections';
import { gradingOf, type Grading, type Sourced } from './grading';
import { askRows, rowsIn, type AnswerRow, type CitationRow, type ThreadRow, type Told } from './rows';

type Who = (id: string) => Person;

/** Rows by the claim that they are of, in the order in which they come. */
export function byClaim<T extends { claimId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.claimId);
    if (group) group.push(row);
    else groups.set(row.claimId, [row]);
  }
  return groups;
}

/** What is known beside the tags: grades, decisions after rounds. */
type Known = { grading: Grading; adjudicated: Awaited<ReturnType<typeof adjudicatedOf>> };

const sourceOf = ({ id, speaker, highlight }: CitationRow): Sourced => ({
  id,
  speakerId: refOf(speaker)?.id ?? null,
  publisherId: highlight.article.publisher?.id ?? null,
});

/** An accepted citation as an export tells of it: made of its row at once, as a hundred thousand of them are. */
function citationOf(row: CitationRow, { grading, adjudicated }: Known, who: Who): ExportCitation {
  const { highlight } = row;
  const { article, articleVersion } = highlight;
  const accepts = standing(row.reviews, row.contentVersion).filter(({ verdict }) => verdict === 'accept');
  const source = sourceOf(row);
  const { reliability, credibility } = grading.ofCitation(source);
  return {
    tagId: row.id,
    stance: row.stance!,
    denies: row.denies,
    implied: row.implied,
    impliedHow: row.impliedHow,
    confidence: row.confidence,
    note: row.note,
    translation:
      highlight.translation === null
        ? null
        : { text: highlight.translation, by: who(highlight.translatedBy ?? highlight.authorId) },
    taggedBy: who(row.authorId),
    reviewedBy: accepts.map(({ reviewerId, createdAt }) => ({ ...who(reviewerId), at: createdAt.toISOString() })),
    adjudicated: adjudicated.get(row.id) ?? null,
    speaker: refOf(row.speaker),
    via: row.via && { name: row.via.name, date: row.viaOn?.toISOString().slice(0, 10) ?? null },
    reliability,
    credibility,
    quote: highlight.quote,
    prefix: highlight.prefix,
    suffix: highlight.suffix,
    start: highlight.start,
    end: highlight.end,
    offsetUnit: 'utf-16',
    page: pageOf(articleVersion.pages, highlight.start),
    articleId: article.id,
    articleVersion: articleVersion.number,
    articleVersionSha256: articleVersion.sha256,
    article: {
      title: article.title,
      kind: article.kind,
      publisher: article.publisher?.name ?? null,
      reliability: grading.ofPublisher(source.publisherId),
      published: publishedOf(article),
      url: article.url,
      language: article.language,
      retrievedAt: articleVersion.retrievedAt.toISOString(),
    },
  };
}

/** The accepted citations of claims, whose words are still in their articles. */
async function citationsOf(ctx: ReadContext, projectId: string, claimIds: string[], rows: CitationRow[], who: Who) {
  const own = new Set(claimIds);
  const accepted = rows.filter(
    ({ claim, deletedAt, highlight, reviews, contentVersion }) =>
      own.has(rootOf(claim!)) &&
      !(deletedAt ?? highlight.deletedAt ?? highlight.article.deletedAt) &&
      highlight.orphanedReason === null &&
      reviewState(reviews, contentVersion) === 'accepted',
  );
  const grading = await gradingOf(ctx, projectId, claimIds, accepted.map(sourceOf));
  const adjudicated = await adjudicatedOf(
    ctx,
    projectId,
    accepted.map(({ id }) => id),
  );
  const cited = byClaim(accepted.map((row) => ({ claimId: rootOf(row.claim!), row })));
  const of = (id: string): ExportCitation[] =>
    (cited.get(id) ?? []).map(({ row }) => citationOf(row, { grading, adjudicated }, who));
  return { citationsFor: of, grading };
}

function assessmentOf(row: JudgmentRow, who: Who): Omit<ExportAssessment, 'dissents'> {
  const band = row.band ?? (row.likelihood === null ? null : bandOf(row.likelihood));
  return {
    analyst: who(row.analystId),
    likelihood: band === null ? null : { band: band as (typeof bands)[number], value: row.likelihood },
    analyticConfidence: row.analyticConfidence,
    rationale: row.rationale,
    claimVersion: row.wording,
  };
}

/** The words of a citation that are there still, as the discussions of it name them. */
function passageOf({ deletedAt, highlight }: CitationRow): ExportPassage | null {
  if (deletedAt ?? highlight.deletedAt ?? highlight.article.deletedAt) return null;
  const { quote, article, articleId, articleVersion, start, end } = highlight;
  return { quote, language: article.language, articleId, articleVersion: articleVersion.number, start, end };
}

const threadOf = (row: ThreadRow, passage: ExportPassage | null, who: Who): ExportThread => ({
  id: row.id,
  outcome: row.outcome,
  note: row.outcomeNote,
  passage,
  positions: (row.positions ?? []).map((one) => ({
    holder: who(one.holderId),
    text: one.text,
    by: who(one.writtenBy),
  })),
  by: row.closedBy === null ? null : who(row.closedBy),
  at: row.closedAt && new Date(row.closedAt).toISOString(),
});

function answerOf({ id, text, settled, judgement }: AnswerRow, who: Who): ExportAnswer {
  const written = judgement?.text
    ? { text: judgement.text, by: who(judgement.authorId), at: new Date(judgement.createdAt).toISOString() }
    : null;
  return { id, text, state: settled ? 'settled' : 'open', judgement: written };
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

type Rows = ReturnType<typeof rowsIn>;

/** Claims, with what finds the grounds of each and the dissent from it. */
async function judgedIn(ctx: ReadContext, { rows, entity }: Rows, who: Who) {
  const claims = rows.claims.map((row) => ({
    ...{ id: row.id, projectId: row.projectId, status: 'approved' as const, wording: row.wording },
    claimVersionId: row.current.id,
    statement: row.current.statement,
    structure: structureOf(row.current, (id) => refOf(entity(id))),
    creator: who(row.createdBy),
    writer: who(row.current.authorId),
  }));
  const objections = objectionsIn(rows.objections, who);
  const accepts = await acceptsAmong(ctx, claims, rows.verdicts);
  const { verdicts, tags, judgments } = rows;
  return {
    claims,
    groundsOn: groundsAmong(accepts, { verdicts, tags, objections }),
    dissentFrom: dissentAmong({ objections, judgments }, who),
  };
}

type Judged = Awaited<ReturnType<typeof judgedIn>>;
type Cited = Awaited<ReturnType<typeof citationsOf>>;

/** Puts one claim after the other together. */
function puttingTogether({ rows }: Rows, { groundsOn, dissentFrom }: Judged, cited: Cited, who: Who) {
  const [assessments, threads, answers] = [byClaim(rows.judgments), byClaim(rows.threads), byClaim(rows.answers)];
  const tags = new Map(rows.tags.map((row) => [row.id, row]));
  const passageIn = ({ tagId }: ThreadRow) => {
    const tag = tagId === null ? undefined : tags.get(tagId);
    return tag ? passageOf(tag) : null;
  };
  return (claim: Judged['claims'][number]): ExportClaim => {
    const { id } = claim;
    const grounds = groundsOn(claim);
    const dissent = dissentFrom(id, grounds);
    const dissentOf = (kind: Dissent['kind']) => dissent.filter((one) => one.kind === kind);
    const lower = new Set(dissentOf('assessment').map(({ by }) => by.id));
    const answered = (answers.get(id) ?? []).map((row) => answerOf(row, who));
    return {
      id,
      version: claim.wording,
      statement: claim.statement,
      structure: claim.structure,
      status: 'approved',
      creator: claim.creator,
      versionAuthor: claim.writer,
      proposedBy: proposerIn(grounds, who),
      approvedBy: approvalsIn(grounds).map((row) => ({ ...who(row.reviewerId), at: row.createdAt.toISOString() })),
      assessments: (assessments.get(id) ?? []).map((row) => ({
        ...assessmentOf(row, who),
        dissents: lower.has(row.analystId),
      })),
      credibility: cited.grading.ofClaim(id),
      objections: dissentOf('objection').map(objectionOf),
      rejections: dissentOf('rejection').map(rejectionOf),
      threads: (threads.get(id) ?? []).map((row) => threadOf(row, passageIn(row), who)),
      openQuestions: answered.filter(({ state }) => state === 'open').map((one) => ({ id: one.id, text: one.text })),
      answers: answered,
      citations: cited.citationsFor(id),
    };
  };
}

/** What is read ahead of one batch of claims, and what is then made of it: claim by claim, so that no more than that is in memory. */
export interface Reading<T> {
  ask: (ctx: ReadContext, ids: string[]) => Promise<Told>;
  make: (ctx: ReadContext, projectId: string, ids: string[], found: Told) => Promise<() => Iterable<T>>;
}

/** Everything that approved claims need to be exported, by one statement and a few small ones however many there are. */
export const wholeClaims: Reading<ExportClaim> = {
  ask: (ctx, ids) => askRows(ctx, ids, true),
  make: async (ctx, projectId, ids, found) => {
    const who = await namesOf(ctx, projectId);
    const rows = rowsIn(found);
    const judged = await judgedIn(ctx, rows, who);
    const cited = await citationsOf(ctx, projectId, ids, rows.rows.tags, who);
    return function* () {
      const together = puttingTogether(rows, judged, cited, who);
      for (const claim of judged.claims) yield together(claim);
    };
  },
};

/** The same claims with their citations alone. */
export const citedClaims: Reading<CitedClaim> = {
  ask: (ctx, ids) => askRows(ctx, ids, false),
  make: async (ctx, projectId, ids, found) => {
    const who = await namesOf(ctx, projectId);
    const { rows } = rowsIn(found);
    const { citationsFor } = await citationsOf(ctx, projectId, ids, rows.tags, who);
    return function* () {
      for (const { id, wording, current } of rows.claims)
        yield { id, version: wording, statement: current.statement, citations: citationsFor(id) };
    };
  },
};

/** The exact texts that these claims cite, as far as they do so rightly, and by which of them: to be asked for with their citations. */
export async function textsCited({ db }: ReadContext, projectId: string, ids: readonly string[]) {
  return db.$queryRaw<{ articleId: string; articleVersion: number; length: number; claimIds: string[] }[]>`
    SELECT v.article_id AS "articleId", v.number AS "articleVersion", v.length, array_agg(DISTINCT t.root) AS "claimIds"
    FROM (SELECT t.highlight_id, coalesce(c.survivor_id, c.id) AS root FROM tag t JOIN claim c ON c.id = t.claim_id
        WHERE t.project_id = ${projectId}::uuid AND t.deleted_at IS NULL) t
      JOIN highlight h ON h.id = t.highlight_id JOIN article_version v ON v.id = h.article_version_id
    WHERE t.root = ANY (${ids}::uuid[]) AND h.deleted_at IS NULL GROUP BY 1, 2, 3`;
}

/** Texts to the letter, by their keys. */
export async function textsOf({ db }: ReadContext, keys: readonly string[]): Promise<Map<string, string>> {
  const places = keys.map((key) => key.split(' '));
  const rows = await db.$queryRaw<{ articleId: string; articleVersion: number; text: string }[]>`
    SELECT v.article_id AS "articleId", v.number AS "articleVersion", v.text FROM article_version v
    JOIN unnest(${places.map(([id]) => id)}::uuid[], ${places.map(([, number]) => Number(number))}::int[]) AS k (id, number)
      ON v.article_id = k.id AND v.number = k.number`;
  return new Map(rows.map((row) => [textKey(row), row.text]));
}

const names = { select: { name: true } } as const;
type Named = { name: string };

/** All names but its own: those of what was merged into it with the others. */
function aliasesOf({
  name,
  aliases,
  absorbed,
}: Named & { aliases: Named[]; absorbed: (Named & { aliases: Named[] })[] }) {
  const all = [...aliases, ...absorbed.flatMap((one) => [one, ...one.aliases])].map((one) => one.name);
  return [...new Set(all)].filter((one) => one !== name);
}

/** Entities that claims and citations name, with all their names. */
export async function entitiesNamed(ctx: ReadContext, ids: string[]): Promise<ExportEntity[]> {
  const rows = await ctx.db.entity.findMany({
    where: { id: { in: ids } },
    include: { aliases: names, absorbed: { select: { name: true, aliases: names } } },
  });
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    name: row.name,
    aliases: aliasesOf(row),
    externalIds: row.externalIds as { scheme: string; value: string }[],
  }));
}
