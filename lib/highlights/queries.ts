import type { z } from 'zod';
import { occurrences } from '@/lib/anchoring/occurrences';
import { namedPublisher, publishedOf, publisherOf } from '@/lib/articles/queries';
import { overtaken, replyOf, reviewState, standing, verdictOf } from '@/lib/agreement/standing';
import { readClaim } from '@/lib/claims/queries/claims';
import { statusOf } from '@/lib/claims/status';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import type { Person } from '@/lib/core/words';
import { notGone, oneOf, readEntity, refOf } from '@/lib/entities/queries';
import { peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import type { Carried, Highlight, highlightFilter, QuotedTag, quotedTagFilter, Tag } from './highlight';
import {
  highlightFields,
  tagFields,
  taggedRows,
  type HighlightRow,
  type TaggedRow,
  type TagRow,
  type Wanted,
} from './queries/rows';

type Who = (id: string) => Person;

/** What was taken over and taken back again is open once more. */
const replyNow = (review: TagRow['reviews'][number], contentVersion: number) =>
  review.reply === 'taken' && review.ledTo !== contentVersion ? null : replyOf(review);

const reviewOf = (review: TagRow['reviews'][number], contentVersion: number, who: Who): Tag['reviews'][number] => ({
  id: review.id,
  reviewer: who(review.reviewerId),
  verdict: verdictOf(review.verdict),
  reason: review.reason,
  proposal: review.proposal as Tag['reviews'][number]['proposal'],
  reply: replyNow(review, contentVersion),
  version: review.tagVersion ?? 1,
  at: review.createdAt.toISOString(),
});

/** Whoever proposed the content that the tag has now. */
function proposerOf({ reviews, contentVersion }: TagRow, who: Who): Person | null {
  const taken = reviews.find(({ reply, ledTo }) => reply === 'taken' && ledTo === contentVersion);
  return taken ? who(taken.reviewerId) : null;
}

/** What a tag was made on, where that was merged since. */
function madeOnOf({ entity, claim }: TagRow): Tag['madeOn'] {
  if (entity?.survivor) return { id: entity.id, words: entity.name };
  return claim?.survivor ? { id: claim.id, words: claim.current.statement } : undefined;
}

function tagOf(row: TagRow, { articleId, quote }: { articleId: string; quote: string }, who: Who): Tag {
  const claim = row.claim && (row.claim.survivor ?? row.claim);
  const madeOn = madeOnOf(row);
  return {
    id: row.id,
    highlightId: row.highlightId,
    articleId,
    author: who(row.authorId),
    ...(row.outsider ? { externalAuthor: row.outsider.name } : {}),
    entity: refOf(row.entity),
    nameAsCited: row.entity ? quote : null,
    claim: claim && { id: claim.id, statement: claim.current.statement, status: statusOf(claim.status) },
    ...(madeOn ? { madeOn } : {}),
    stance: row.stance,
    confidence: row.confidence,
    note: row.note,
    speaker: refOf(row.speaker),
    via: row.via && { ...row.via, on: row.viaOn?.toISOString().slice(0, 10) ?? null },
    denies: row.denies,
    implied: row.implied,
    impliedHow: row.impliedHow,
    reviewState: reviewState(row.reviews, row.contentVersion),
    reviews: standing(row.reviews, row.contentVersion).map((review) => reviewOf(review, row.contentVersion, who)),
    proposedBy: proposerOf(row, who),
    overtaken: overtaken(row.reviews, row.contentVersion).map((review) => reviewOf(review, row.contentVersion, who)),
    openThreads: row.threads.length,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

const carriedOf = ({ carriedHow, carriedFrom, carriedAt, carriedQuote }: HighlightRow): Carried | null =>
  carriedHow && carriedFrom && carriedAt
    ? { how: carriedHow as Carried['how'], from: carriedFrom, at: carriedAt.toISOString(), quote: carriedQuote }
    : null;

const spanOf = (row: HighlightRow, who: Who): Omit<Highlight, 'tags'> => ({
  id: row.id,
  articleId: row.articleId,
  articleVersion: row.articleVersion.number,
  start: row.start,
  end: row.end,
  quote: row.quote,
  prefix: row.prefix,
  suffix: row.suffix,
  translation: row.translation === null ? null : { text: row.translation, by: who(row.translatedBy ?? row.authorId) },
  author: who(row.authorId),
  orphaned: row.orphanedReason,
  carried: carriedOf(row),
  openThreads: row.threads.length,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

/** A deleted claim takes its citations out of sight; they come back with it. Those of a merged one are its survivor's. */
const ofLivingClaim = { OR: [{ claimId: null }, { claim: notGone }] } satisfies Prisma.TagWhereInput;
const PLACE = /^(\d{1,7})-(\d{1,7})$/;

/** What comes after a place of the reading order: earlier start, then longer, then id. */
function pastPlace(cursor: string | undefined): Prisma.Sql {
  const after = afterOf(cursor, (value) => PLACE.test(value));
  const [, from, to] = PLACE.exec(after?.value ?? '') ?? [];
  if (!after) return Prisma.empty;
  const [start, end] = [Number(from), Number(to)];
  return Prisma.sql`AND h.start >= ${start}::int AND (h.start, -h."end", h.id) > (${start}::int, -${end}::int, ${after.id}::uuid)`;
}

/**
 * The highlights of an article with their tags, in reading order: all of them, or a page where a limit is given. With an earlier
 * `version` all of those that stood on it when the next one came, at their places there, with their tags as they are now.
 */
export async function listHighlights(
  ctx: ReadContext,
  articleId: string,
  { limit, cursor, version }: z.output<typeof highlightFilter> = {},
): Promise<{ items: Highlight[]; nextCursor: string | null }> {
  const article = await ctx.db.article.findFirst({
    where: { id: articleId, deletedAt: null },
    select: { projectId: true, currentNumber: true },
  });
  if (!article) throw notFound();
  if (version && version !== article.currentNumber)
    return { items: await highlightsOn(ctx, articleId, version), nextCursor: null };
  const where = Prisma.sql`h.article_id = ${articleId}::uuid ${pastPlace(cursor)}`;
  if (limit === undefined) return { items: await highlightsWhere(ctx, { where }), nextCursor: null };
  return pageOf(
    await highlightsWhere(ctx, { where, take: limit + 1 }),
    limit,
    (highlight) => highlight,
    ({ id, start, end }) => [`${start}-${end}`, id],
  );
}

async function highlightsOn(ctx: ReadContext, articleId: string, number: number) {
  const stood = await ctx.db.anchor.findMany({
    where: { articleVersion: { articleId, number } },
    select: { highlightId: true, start: true, end: true, quote: true },
  });
  const places = new Map(stood.map(({ highlightId, ...place }) => [highlightId, place]));
  const ids = stood.map(({ highlightId }) => highlightId);
  const where = Prisma.sql`h.article_id = ${articleId}::uuid AND h.id = ANY (${ids}::uuid[])`;
  const items = await highlightsWhere(ctx, { where });
  return items
    .map((one): Highlight => ({ ...one, ...places.get(one.id), articleVersion: number, orphaned: null, carried: null }))
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/** Highlights by id with their tags, in reading order. */
export const highlightsById = (ctx: ReadContext, ids: string[]): Promise<Highlight[]> =>
  highlightsWhere(ctx, { where: Prisma.sql`h.id = ANY (${ids}::uuid[])` });

async function highlightsWhere(ctx: ReadContext, wanted: Wanted): Promise<Highlight[]> {
  const { rows, who } = await taggedRows(ctx, wanted);
  return rows.map((row) => highlightOf(row, who));
}

const highlightOf = (row: TaggedRow, who: Who): Highlight => ({
  ...spanOf(row, who),
  tags: row.tags.map((tag) => tagOf(tag, row, who)),
});

/** One highlight; deleted ones only on demand (a restore needs them). Throws `not-found`. */
export async function findHighlight(ctx: ReadContext, id: string, deleted = false): Promise<Highlight> {
  const [highlight] = await highlightsWhere(ctx, { where: Prisma.sql`h.id = ${id}::uuid`, deleted });
  if (!highlight) throw notFound();
  return highlight;
}

const quotedFields = {
  ...tagFields,
  highlight: {
    include: {
      ...highlightFields,
      articleVersion: { select: { number: true, sha256: true } },
      article: { include: { publisher: namedPublisher } },
    },
  },
} as const satisfies Prisma.TagInclude;
export type QuotedRow = TagRow & {
  highlight: HighlightRow &
    Pick<Prisma.TagGetPayload<{ include: typeof quotedFields }>['highlight'], 'article'> & {
      articleVersion: { sha256: string };
    };
};

/** A tag with its quote and its article. */
export function quotedTagOf(row: QuotedRow, who: Who): QuotedTag {
  const { article, articleVersion } = row.highlight;
  const publisher = article.publisher && publisherOf(article.publisher);
  return {
    ...tagOf(row, row.highlight, who),
    highlight: spanOf(row.highlight, who),
    article: {
      id: article.id,
      title: article.title,
      kind: article.kind,
      publisher: publisher?.name ?? null,
      publisherId: publisher?.id ?? null,
      reliability: publisher?.reliability ?? null,
      published: publishedOf(article),
      url: article.url,
      language: article.language,
      sha256: articleVersion.sha256,
      retracted: article.retractedAt !== null,
    },
  };
}

/** Tags with their quotes and articles, in the order asked for: what claim, entity and queue pages list. */
export async function quotedTags(
  ctx: ReadContext,
  projectId: string,
  where: Prisma.TagWhereInput,
  orderBy: Prisma.TagOrderByWithRelationInput[] = [{ createdAt: 'asc' }, { id: 'asc' }],
  take?: number,
): Promise<QuotedTag[]> {
  const who = await peopleOf(ctx, projectId);
  const rows = await ctx.db.tag.findMany({
    where: {
      AND: [
        where,
        ofLivingClaim,
        { deletedAt: null, highlight: { deletedAt: null, article: { deletedAt: null } }, ...visible(ctx) },
      ],
    },
    include: quotedFields,
    orderBy,
    ...(take === undefined ? {} : { take }),
  });
  return rows.map((row) => quotedTagOf(row, who));
}

async function pageOfTags(
  ctx: ReadContext,
  projectId: string,
  target: Prisma.TagWhereInput,
  { cursor, limit }: z.output<typeof quotedTagFilter>,
) {
  const after = afterOf(cursor, isMoment);
  const at = after && new Date(after.value);
  const past = after && { OR: [{ createdAt: { gt: at! } }, { createdAt: at!, id: { gt: after.id } }] };
  const tags = await quotedTags(ctx, projectId, past ? { AND: [target, past] } : target, undefined, limit + 1);
  return pageOf(
    tags,
    limit,
    (tag) => tag,
    (tag) => [tag.createdAt, tag.id],
  );
}

/** A page of an entity's mentions as cited, with those of what was merged into it, oldest first. Throws `not-found`. */
export async function listMentions(ctx: ReadContext, entityId: string, query: z.output<typeof quotedTagFilter>) {
  const entity = await readEntity(ctx, entityId);
  return pageOfTags(ctx, entity.projectId, { entity: oneOf([entity.id]) }, query);
}

/** A page of a claim's citations with their quotes, with those of what was merged into it, oldest first. Throws `not-found`. */
export async function listCitations(ctx: ReadContext, claimId: string, query: z.output<typeof quotedTagFilter>) {
  const claim = await readClaim(ctx, claimId);
  return pageOfTags(ctx, claim.projectId, { claim: oneOf([claim.id]) }, query);
}

/** One tag; deleted ones only on demand. Throws `not-found`. */
export async function findTag(ctx: ReadContext, id: string, deleted = false): Promise<Tag> {
  const row = await ctx.db.tag.findFirst({
    where: { id, deletedAt: deleted ? { not: null } : null, highlight: { deletedAt: null }, ...visible(ctx) },
    include: { ...tagFields, highlight: { select: { articleId: true, quote: true } } },
  });
  if (!row) throw notFound();
  return tagOf(row, row.highlight, await peopleOf(ctx, row.projectId));
}

/** Where the actor has tagged this entity in these articles. */
export async function takenBy(ctx: ReadContext, articleIds: string[], entityId: string) {
  return ctx.db.highlight.findMany({
    where: {
      articleId: { in: articleIds },
      deletedAt: null,
      tags: { some: { entity: oneOf([entityId]), authorId: ctx.actor.userId, deletedAt: null } },
      ...visible(ctx),
    },
    select: { articleId: true, start: true, end: true },
  });
}

/** How many texts are looked through at most: those that hold the words are found by the database. */
const TEXTS = 200;

/** Other articles in which a mention's spelling stands as whole words that the actor has not tagged with its entity, most first. */
export async function listElsewhere(ctx: ReadContext, tagId: string) {
  const tag = await findTag(ctx, tagId);
  if (!tag.entity || !tag.nameAsCited) return { items: [] };
  const name = tag.nameAsCited;
  const texts = await ctx.db.$queryRaw<{ articleId: string; title: string; text: string }[]>`
    SELECT a.id AS "articleId", a.title, v.text FROM article a
    JOIN article_version v ON v.article_id = a.id AND v.number = a.current_number
    JOIN tag t ON t.project_id = a.project_id AND t.id = ${tagId}::uuid
    WHERE a.deleted_at IS NULL AND a.id <> ${tag.articleId}::uuid AND position(${name} IN v.text) > 0
    ORDER BY a.id LIMIT ${TEXTS}`;
  const taken = await takenBy(
    ctx,
    texts.map(({ articleId }) => articleId),
    tag.entity.id,
  );
  const items = texts.flatMap(({ articleId, title, text }) => {
    const count = occurrences(
      text,
      name,
      taken.filter((one) => one.articleId === articleId),
    ).length;
    return count > 0 ? [{ articleId, title, count }] : [];
  });
  return { items: items.sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1)) };
}
