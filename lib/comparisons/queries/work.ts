import type { Work } from '@/lib/agreement/coefficients';
import type { Judged, Made } from '@/lib/agreement/made';
import type { Judgment } from '@/lib/agreement/moves';
import { analyticConfidences, bands } from '@/lib/claims/claim';
import { bandOf, percentOf, type Band } from '@/lib/claims/likelihood';
import type { ReadContext } from '@/lib/core/context';
import { visible } from '@/lib/permissions';
import { judgmentsNow, textsAtReveal, workAtReveal } from '@/lib/rounds/queries';
import { Prisma } from '@/prisma/generated/client';
import { MOST_TAGS, type Narrowing } from '../comparison';

type TagRow = Omit<Made, 'kind' | 'targetId'> & { length: number; entityId: string | null; claimId: string | null };

/** The type of what a tag is of, in SQL beside `tagsIn`. */
export const TYPE = Prisma.sql`CASE WHEN t.claim_id IS NOT NULL THEN 'citation' ELSE coalesce(survivor.type, e.type) END`;

const among = (column: Prisma.Sql, ids: string[] | undefined) =>
  ids ? Prisma.sql`AND ${column} = ANY (${ids}::uuid[])` : Prisma.empty;

/** Tags that can be seen, as rows `t` with highlight `h`, article `a` and what they are of: merged entities and claims as their survivors. */
export function tagsIn(
  ctx: ReadContext,
  projectId: string,
  { roundId, articleIds, analystIds, type }: Narrowing,
): Prisma.Sql {
  const { in: projects } = visible(ctx).projectId;
  return Prisma.sql`FROM tag t
    JOIN highlight h ON h.id = t.highlight_id AND h.deleted_at IS NULL AND h.project_id = ANY (${projects}::uuid[])
    JOIN article_version v ON v.id = h.article_version_id
    JOIN article a ON a.id = h.article_id AND a.deleted_at IS NULL
    LEFT JOIN entity e ON e.id = t.entity_id
    LEFT JOIN entity survivor ON survivor.id = e.survivor_id
    LEFT JOIN claim c ON c.id = t.claim_id
    WHERE t.project_id = ${projectId}::uuid AND t.project_id = ANY (${projects}::uuid[]) AND t.deleted_at IS NULL
      AND (e.deleted_at IS NULL OR e.survivor_id IS NOT NULL) AND (c.deleted_at IS NULL OR c.survivor_id IS NOT NULL)
      ${among(Prisma.sql`h.article_id`, articleIds)} ${among(Prisma.sql`t.author_id`, analystIds)}
      ${roundId ? Prisma.sql`AND t.id IN (SELECT tag_id FROM round_tags(${roundId}::uuid))` : Prisma.empty}
      ${type === undefined ? Prisma.empty : Prisma.sql`AND ${TYPE} = ${type}`}`;
}

const readTags = (ctx: ReadContext, projectId: string, filter: Narrowing) => ctx.db.$queryRaw<TagRow[]>`
  SELECT t.id, t.author_id AS "analystId", h.article_id AS "articleId", h.article_version_id AS "textId", v.length,
    h.start, h."end", h.orphaned_at IS NOT NULL AS lost, ${TYPE} AS type, coalesce(e.survivor_id, e.id) AS "entityId",
    coalesce(c.survivor_id, c.id) AS "claimId", t.stance::text AS stance, t.confidence
  ${tagsIn(ctx, projectId, filter)}
  ORDER BY h.article_id, h.start, t.id LIMIT ${MOST_TAGS + 1}`;

const madeOf = ({ length: _, entityId, claimId, ...row }: TagRow): Made => ({
  ...row,
  kind: claimId ? 'citation' : 'mention',
  targetId: (claimId ?? entityId)!,
});

type JudgedRow = { claimId: string; analystId: string; analyticConfidence: string | null } & Stated;
type Stated = { likelihood: number | null; band: string | null };

/** What was said of a claim before it was merged counts for the survivor, unless its analyst has judged that one as well. */
const readJudged = (ctx: ReadContext, projectId: string, { analystIds }: Narrowing) => ctx.db.$queryRaw<JudgedRow[]>`
  SELECT DISTINCT ON (coalesce(c.survivor_id, c.id), s.analyst_id) coalesce(c.survivor_id, c.id) AS "claimId",
    s.analyst_id AS "analystId", s.likelihood, s.band, s.analytic_confidence::text AS "analyticConfidence"
  FROM assessment s JOIN claim c ON c.id = s.claim_id
  WHERE s.project_id = ${projectId}::uuid AND s.project_id = ANY (${visible(ctx).projectId.in}::uuid[])
    AND (c.deleted_at IS NULL OR c.survivor_id IS NOT NULL) ${among(Prisma.sql`s.analyst_id`, analystIds)}
  ORDER BY coalesce(c.survivor_id, c.id), s.analyst_id, c.survivor_id IS NOT NULL, s.updated_at DESC, s.id`;

/** The word of what was stated: itself, or that of the number. */
export const bandStated = ({ band, likelihood }: Stated): Band | null =>
  (band as Band | null) ?? (likelihood === null ? null : bandOf(likelihood));

function judgedOf({ claimId, analystId, analyticConfidence, ...stated }: JudgedRow): Judged {
  const band = bandStated(stated);
  const certainty = analyticConfidences.findIndex((one) => one === analyticConfidence);
  return {
    claimId,
    analystId,
    likelihood: stated.likelihood ?? (band && percentOf(band)),
    band: band && bands.indexOf(band),
    analyticConfidence: certainty < 0 ? null : certainty,
  };
}

const judgmentMade = ({ claimId, analystId, likelihood, analyticConfidence }: Judgment): Judged =>
  judgedOf({ claimId, analystId, likelihood, band: null, analyticConfidence });

/** What the analysts of a round had at the reveal, on the words as they were then. */
async function madeAtReveal(ctx: ReadContext, roundId: string) {
  const { spans, judgments } = await workAtReveal(ctx, roundId);
  const texts = new Map((await textsAtReveal(ctx, roundId)).map((text) => [text.articleId, text]));
  const ids = spans.flatMap(({ entityId }) => entityId ?? []);
  const entities = await ctx.db.entity.findMany({ where: { id: { in: ids } }, select: { id: true, type: true } });
  const types = new Map(entities.map(({ id, type }) => [id, type]));
  const tags = spans.map(({ tagId, entityId, claimId, ...span }): Made => ({
    ...span,
    id: tagId,
    textId: texts.get(span.articleId)?.textId ?? span.articleId,
    kind: claimId ? 'citation' : 'mention',
    type: claimId ? 'citation' : (types.get(entityId!) ?? ''),
    targetId: (claimId ?? entityId)!,
  }));
  const lengths = new Map([...texts.values()].map(({ textId, length }) => [textId, length]));
  return { tags, judged: judgments.map(judgmentMade), lengths };
}

async function workOfReveal(ctx: ReadContext, roundId: string, { articleIds, analystIds, type }: Narrowing) {
  const { tags, judged, lengths } = await madeAtReveal(ctx, roundId);
  const within = ({ analystId }: { analystId: string }) => !analystIds || analystIds.includes(analystId);
  return {
    tags: tags.filter(
      (tag) =>
        within(tag) && (!articleIds || articleIds.includes(tag.articleId)) && (type === undefined || tag.type === type),
    ),
    judged: judged.filter(within),
    lengths,
  };
}

async function workOfToday(ctx: ReadContext, projectId: string, filter: Narrowing) {
  const rows = await readTags(ctx, projectId, filter);
  if (rows.length > MOST_TAGS) return null;
  const judged = filter.roundId
    ? (await judgmentsNow(ctx, filter.roundId)).map(judgmentMade)
    : (await readJudged(ctx, projectId, filter)).map(judgedOf);
  const { analystIds } = filter;
  return {
    tags: rows.map(madeOf),
    judged: judged.filter(({ analystId }) => !analystIds || analystIds.includes(analystId)),
    lengths: new Map(rows.map(({ textId, length }) => [textId, length])),
  };
}

/** What several analysts made, narrowed to what was asked for; `tooMany` when the tags are more than is compared at once. */
export async function readWork(
  ctx: ReadContext,
  projectId: string,
  filter: Narrowing,
): Promise<Work & { tooMany: boolean }> {
  const { roundId, at, articleIds, type } = filter;
  const work =
    roundId && at === 'reveal' ? await workOfReveal(ctx, roundId, filter) : await workOfToday(ctx, projectId, filter);
  if (!work) return { tags: [], judged: [], lengths: new Map(), tooMany: true };
  const ofClaims = type === undefined || type === 'citation';
  const cited = new Set(work.tags.flatMap(({ kind, targetId }) => (kind === 'citation' ? targetId : [])));
  const judged = work.judged.filter(({ claimId }) => ofClaims && (!articleIds || cited.has(claimId)));
  return { ...work, judged, tooMany: false };
}
