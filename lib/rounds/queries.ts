import type { z } from 'zod';
import { likelihoodOf, movesBetween, type Judgment, type Span, type Work } from '@/lib/agreement/moves';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import type { Person } from '@/lib/core/words';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import {
  statusOf,
  type Round,
  type roundFilter,
  type previewFilter,
  type RoundMoves,
  type RoundPage,
  type roundPreview,
} from './round';

const roundFields = {
  analysts: { select: { analystId: true, handedInAt: true } },
  items: { select: { articleId: true, claimId: true }, orderBy: { id: 'asc' } },
} as const satisfies Prisma.RoundInclude;
type Row = Prisma.RoundGetPayload<{ include: typeof roundFields }>;

const roundOf = (row: Row, who: (id: string) => Person): Round => ({
  id: row.id,
  projectId: row.projectId,
  name: row.name,
  blind: row.blind,
  status: statusOf({ ...row, handedIn: row.analysts.map(({ handedInAt }) => handedInAt) }),
  analysts: row.analysts
    .map(({ analystId, handedInAt }) => ({ analyst: who(analystId), handedInAt: handedInAt?.toISOString() ?? null }))
    .sort((a, b) => a.analyst.name.localeCompare(b.analyst.name, 'en') || (a.analyst.id < b.analyst.id ? -1 : 1)),
  articleIds: row.items.flatMap(({ articleId }) => articleId ?? []),
  claimIds: row.items.flatMap(({ claimId }) => claimId ?? []),
  creator: who(row.createdBy),
  revealed:
    row.revealedAt && row.revealedBy
      ? { by: who(row.revealedBy), at: row.revealedAt.toISOString(), early: row.early }
      : null,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

/** The rounds of a project, newest first. Throws `not-found`. */
export async function listRounds(
  ctx: ReadContext,
  projectId: string,
  { waitsFor }: z.output<typeof roundFilter> = {},
): Promise<{ items: Round[]; nextCursor: null }> {
  roleIn(ctx, projectId);
  const waiting = { revealedAt: null, analysts: { some: { analystId: waitsFor, handedInAt: null } } };
  const rows = await ctx.db.round.findMany({
    where: { projectId, ...(waitsFor ? waiting : {}) },
    include: roundFields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const who = await peopleOf(ctx, projectId);
  return { items: rows.map((row) => roundOf(row, who)), nextCursor: null };
}

/** One round. Throws `not-found`. */
export async function findRound(ctx: ReadContext, id: string): Promise<Round> {
  const row = await ctx.db.round.findUnique({ where: { id }, include: roundFields });
  if (!row) throw notFound();
  return roundOf(row, await peopleOf(ctx, row.projectId));
}

/** How many living tags of the actor's own stand on each of these articles. */
async function ownTags(ctx: ReadContext, articleIds: string[]): Promise<Map<string, number>> {
  const rows = await ctx.db.tag.findMany({
    where: {
      AND: [
        visible(ctx),
        {
          authorId: ctx.actor.userId,
          deletedAt: null,
          highlight: { deletedAt: null, articleId: { in: articleIds } },
        },
      ],
    },
    select: { highlight: { select: { articleId: true } } },
  });
  const counts = new Map<string, number>();
  for (const { highlight } of rows) counts.set(highlight.articleId, (counts.get(highlight.articleId) ?? 0) + 1);
  return counts;
}

/** A round with what it is about and how far the actor is. Throws `not-found`. */
export async function readRound(ctx: ReadContext, id: string): Promise<RoundPage> {
  const round = await findRound(ctx, id);
  const articles = await ctx.db.article.findMany({
    where: { id: { in: round.articleIds } },
    select: { id: true, title: true, deletedAt: true },
  });
  const claims = await ctx.db.claim.findMany({
    where: { id: { in: round.claimIds } },
    select: { id: true, deletedAt: true, survivorId: true, current: { select: { statement: true } } },
  });
  const tags = await ownTags(ctx, round.articleIds);
  const judged = await ctx.db.assessment.findMany({
    where: { claimId: { in: round.claimIds }, analystId: ctx.actor.userId, ...visible(ctx) },
    select: { claimId: true },
  });
  const done = new Set(judged.map(({ claimId }) => claimId));
  return {
    ...round,
    items: [
      ...articles.map(({ id, title, deletedAt }) => ({
        type: 'article' as const,
        ...{ id, label: title, gone: deletedAt !== null, mine: tags.get(id) ?? 0 },
      })),
      ...claims.map(({ id, current, deletedAt }) => ({
        type: 'claim' as const,
        ...{ id, label: current.statement, gone: deletedAt !== null, mine: done.has(id) ? 1 : 0 },
      })),
    ].sort((a, b) => a.label.localeCompare(b.label, 'en') || (a.id < b.id ? -1 : 1)),
  };
}

/** The open blind rounds of a project that hide one of these articles or claims, with what they hide. */
export async function hidingRounds(ctx: ReadContext, of: { articleIds?: string[]; claimIds?: string[] }) {
  const { articleIds = [], claimIds = [] } = of;
  const rows = await ctx.db.roundItem.findMany({
    where: { hides: true, OR: [{ articleId: { in: articleIds } }, { claimId: { in: claimIds } }] },
    select: { articleId: true, claimId: true, round: { select: { id: true, name: true, projectId: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ articleId, claimId, round }) => ({ id: (articleId ?? claimId)!, round }));
}

/** The names of the open blind rounds of a project, by the claims that they judge: for whoever looks at all claims at once. */
export async function judgedClaims(ctx: ReadContext, projectId: string): Promise<Map<string, string>> {
  const rows = await ctx.db.roundItem.findMany({
    where: { projectId, hides: true, claimId: { not: null } },
    select: { claimId: true, round: { select: { name: true } } },
    orderBy: { id: 'asc' },
  });
  return new Map(rows.map(({ claimId, round }) => [claimId!, round.name]));
}

/** Whether a blind round is open in a project: whether anybody sees what others do not. */
export const isHiding = async (ctx: ReadContext, projectId: string): Promise<boolean> =>
  (await ctx.db.round.count({ where: { projectId, blind: true, revealedAt: null } })) > 0;

/** Claims among these, or their survivors, that may not come to be approved before a reveal, with the round. */
export async function waitingClaims(ctx: ReadContext, claimIds: string[]) {
  return ctx.db.$queryRaw<{ claimId: string; judged: boolean; round: string; roundId: string }[]>`
    SELECT w.claim_id AS "claimId", w.judged, r.name AS round, r.id AS "roundId" FROM waiting_claims(${claimIds}::uuid[]) w JOIN round r ON r.id = w.round_id`;
}

const idsIn = (list: string | undefined) => (list ?? '').split(',').filter((one) => /^[0-9a-f-]{36}$/i.test(one));

/** What a blind round on these articles and claims would hide at once, as far as the actor sees it. Throws `not-found`. */
export async function previewRound(
  ctx: ReadContext,
  projectId: string,
  filter: z.output<typeof previewFilter>,
): Promise<z.output<typeof roundPreview>> {
  roleIn(ctx, projectId);
  const [articleIds, claimIds] = [idsIn(filter.articleIds), idsIn(filter.claimIds)];
  const on = { articleId: { in: articleIds } };
  const claim = { claimId: { in: claimIds } };
  const tagged = { highlight: { ...on, deletedAt: null }, deletedAt: null };
  const threads = [on, { highlight: on }, { tag: { highlight: on } }, claim, { tag: claim }];
  const taken = await hidingRounds(ctx, { articleIds, claimIds });
  return {
    tags: await ctx.db.tag.count({ where: { AND: [{ projectId, ...tagged }, visible(ctx)] } }),
    threads: await ctx.db.thread.count({ where: { AND: [{ projectId }, { OR: threads }, visible(ctx)] } }),
    assessments: await ctx.db.assessment.count({ where: { AND: [{ projectId, ...claim }, visible(ctx)] } }),
    taken: taken.map(({ id, round }) => ({ id, roundId: round.id, round: round.name })),
  };
}

type SpanRow = Omit<Span, 'kind'>;
type JudgedRow = Omit<Judgment, 'likelihood'> & { band: string | null; likelihood: number | null };

const spanOf = (row: SpanRow): Span => ({ ...row, kind: row.entityId ? 'entity' : 'claim' });
const judgmentOf = ({ band, likelihood, ...row }: JudgedRow): Judgment => ({
  ...row,
  likelihood: likelihoodOf({ band, likelihood }),
});

/** What the analysts of a round had on its items at the reveal: of a round that is not revealed, nothing. Merged ones are their survivors. */
export async function workAtReveal(ctx: ReadContext, roundId: string): Promise<Work> {
  const spans = await ctx.db.$queryRaw<SpanRow[]>`
    SELECT s.tag_id AS "tagId", s.analyst_id AS "analystId", s.article_id AS "articleId", s.start, s."end", coalesce(e.survivor_id, s.entity_id) AS "entityId",
      coalesce(c.survivor_id, s.claim_id) AS "claimId", s.stance, s.confidence
    FROM round_span s LEFT JOIN entity e ON e.id = s.entity_id LEFT JOIN claim c ON c.id = s.claim_id
    WHERE s.round_id = ${roundId}::uuid ORDER BY s.article_id, s.start, s."end" DESC, s.tag_id`;
  const judged = await ctx.db.$queryRaw<JudgedRow[]>`
    SELECT j.analyst_id AS "analystId", coalesce(c.survivor_id, c.id) AS "claimId", j.band, j.likelihood, j.analytic_confidence AS "analyticConfidence"
    FROM round_judgment j JOIN claim c ON c.id = j.claim_id WHERE j.round_id = ${roundId}::uuid ORDER BY c.id, j.analyst_id`;
  return { spans: spans.map(spanOf), judgments: judged.map(judgmentOf) };
}

/** What the analysts of a round say of its claims now, as far as the actor sees it. */
export async function judgmentsNow(ctx: ReadContext, roundId: string): Promise<Judgment[]> {
  const judged = await ctx.db.$queryRaw<JudgedRow[]>`
    SELECT s.analyst_id AS "analystId", coalesce(c.survivor_id, c.id) AS "claimId", s.band, s.likelihood, s.analytic_confidence AS "analyticConfidence"
    FROM round_item i JOIN claim c ON c.id = i.claim_id JOIN assessment s ON s.claim_id = c.id
      JOIN round_analyst w ON w.round_id = i.round_id AND w.analyst_id = s.analyst_id
    WHERE i.round_id = ${roundId}::uuid ORDER BY c.id, s.analyst_id`;
  return judged.map(judgmentOf);
}

/** What the analysts of a round have on its items now, as far as the actor sees it. */
export async function workNow(ctx: ReadContext, roundId: string): Promise<Work> {
  const spans = await ctx.db.$queryRaw<SpanRow[]>`
    SELECT tag_id AS "tagId", analyst_id AS "analystId", article_id AS "articleId", start, "end", entity_id AS "entityId", claim_id AS "claimId", stance, confidence
    FROM round_tags(${roundId}::uuid) ORDER BY article_id, start, "end" DESC, tag_id`;
  return { spans: spans.map(spanOf), judgments: await judgmentsNow(ctx, roundId) };
}

/** The version of each article of a round's spans that was read at the reveal; `corrected` when it is not read any more. */
export const textsAtReveal = (ctx: ReadContext, roundId: string) => ctx.db.$queryRaw<
  { articleId: string; textId: string; length: number; corrected: boolean }[]
>`SELECT DISTINCT ON (v.article_id) v.article_id AS "articleId", v.id AS "textId", v.length, v.number < a.current_number AS corrected
  FROM round r JOIN article_version v ON v.retrieved_at <= r.revealed_at JOIN article a ON a.id = v.article_id
  WHERE r.id = ${roundId}::uuid AND v.article_id IN (SELECT article_id FROM round_span WHERE round_id = r.id)
  ORDER BY v.article_id, v.number DESC`;

/** Who moved toward whom since the reveal, pair by pair; nothing before it. Of articles corrected since, only by answers. Throws `not-found`. */
export async function findMoves(ctx: ReadContext, id: string): Promise<RoundMoves> {
  const round = await findRound(ctx, id);
  if (round.status !== 'revealed') return { pairs: [] };
  const ids = round.analysts.map(({ analyst }) => analyst.id);
  const who = await peopleOf(ctx, round.projectId);
  const texts = await textsAtReveal(ctx, id);
  const corrected = new Set(texts.flatMap((text) => (text.corrected ? text.articleId : [])));
  const [then, now] = [await workAtReveal(ctx, id), await workNow(ctx, id)];
  const moves = movesBetween(ids, then, now, (articleId) => !corrected.has(articleId));
  return { pairs: moves.map(({ one, other, ...counts }) => ({ one: who(one), other: who(other), ...counts })) };
}
