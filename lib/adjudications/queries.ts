import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import type { Person } from '@/lib/core/words';
import type { Highlight, Tag } from '@/lib/highlights/highlight';
import { highlightsById } from '@/lib/highlights/queries';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { likenessesAmong } from '@/lib/merges/queries/samenesses';
import { findRound, hidingRounds } from '@/lib/rounds/queries';
import type { Round } from '@/lib/rounds/round';
import type { Adjudication, DecidedView, DecisionView, Desk, PlaceView } from './adjudication';
import { pairsBetween } from './pairs';
import { placesOf, standsOf, type Decided, type Mark, type Place, type Placed, type Stands } from './places';

type Who = (id: string) => Person;
type Row = NonNullable<Awaited<ReturnType<ReadContext['db']['adjudication']['findUnique']>>>;

const adjudicationOf = (row: Row, who: Who): Adjudication => ({
  ...{ id: row.id, projectId: row.projectId, roundId: row.roundId, articleId: row.articleId, version: row.version },
  startedBy: who(row.startedBy),
  startedAt: row.startedAt.toISOString(),
  finished: row.finishedBy && row.finishedAt ? { by: who(row.finishedBy), at: row.finishedAt.toISOString() } : null,
});

/** What the page of permissions asks of an adjudication: whose work it is about, and whether they may decide themselves. */
async function ruleOf(ctx: ReadContext, round: Round) {
  const { adjudicateOwn } = await ctx.db.project.findUniqueOrThrow({
    where: { id: round.projectId },
    select: { adjudicateOwn: true },
  });
  return { analystIds: round.analysts.map(({ analyst }) => analyst.id), ownAllowed: adjudicateOwn };
}

/** A round with whose work its differences are about. Throws `not-found`. */
export async function findRuled(ctx: ReadContext, roundId: string) {
  const round = await findRound(ctx, roundId);
  return { ...round, ...(await ruleOf(ctx, round)) };
}

/** An adjudication with its round. Throws `not-found`. */
export async function findAdjudication(ctx: ReadContext, id: string) {
  const row = await ctx.db.adjudication.findUnique({ where: { id } });
  if (!row) throw notFound();
  const round = await findRound(ctx, row.roundId);
  return { ...adjudicationOf(row, await peopleOf(ctx, row.projectId)), round, ...(await ruleOf(ctx, round)) };
}

/** A decision that stands, with its adjudication. Throws `not-found`. */
export async function findDecision(ctx: ReadContext, id: string) {
  const row = await ctx.db.decision.findFirst({ where: { id, withdrawnAt: null } });
  if (!row) throw notFound();
  return { ...(await findAdjudication(ctx, row.adjudicationId)), decision: row };
}

type TagRow = { id: string; highlightId: string; contentVersion: number };

/** The tags of a round's analysts on the current text of an article. What was written to decide between them is none of them. */
const tagsHere = (ctx: ReadContext, roundId: string, articleId: string) => ctx.db.$queryRaw<TagRow[]>`
  SELECT t.id, t.highlight_id AS "highlightId", t.content_version AS "contentVersion"
  FROM round_tags(${roundId}::uuid) r JOIN tag t ON t.id = r.tag_id JOIN highlight h ON h.id = t.highlight_id
  WHERE r.article_id = ${articleId}::uuid AND h.orphaned_at IS NULL
    AND NOT EXISTS (SELECT FROM decision d WHERE d.third_id = t.id AND d.withdrawn_at IS NULL)
  ORDER BY t.id`;

const sourceOf = ({ speaker, via, denies, implied }: Tag) =>
  JSON.stringify([speaker?.id, via?.id, via?.on, denies, implied]);

const placedOf = (tag: Tag, { start, end }: Highlight, contentVersion: number): Placed => ({
  ...{ id: tag.id, analystId: tag.author.id, articleId: tag.articleId, textId: tag.articleId, start, end },
  kind: tag.claim ? 'citation' : 'mention',
  type: tag.entity?.type ?? 'citation',
  targetId: (tag.claim ?? tag.entity)!.id,
  stance: tag.stance,
  confidence: tag.confidence,
  source: sourceOf(tag),
  contentVersion,
});

const decisionFields = {
  marks: { where: { releasedAt: null }, include: { review: { select: { withdrawnAt: true } } } },
  third: { select: { deletedAt: true, highlightId: true, highlight: { select: { deletedAt: true } } } },
} as const;

/** The decisions that stand in an adjudication, with what each made of its tags. */
const decisionsIn = (ctx: ReadContext, adjudicationId: string) =>
  ctx.db.decision.findMany({ where: { adjudicationId, withdrawnAt: null }, include: decisionFields });
type DecisionRow = Awaited<ReturnType<typeof decisionsIn>>[number];

const isThere = ({ third }: DecisionRow) => third?.deletedAt === null && third.highlight.deletedAt === null;
const markOf = ({ tagId, decisionId, contentVersion, taken, review }: DecisionRow['marks'][number]): Mark => ({
  ...{ tagId, decisionId, contentVersion, taken },
  withdrawn: Boolean(review?.withdrawnAt),
});
const decidedOf = (row: DecisionRow): Decided => ({
  id: row.id,
  at: row.createdAt.toISOString(),
  taken: row.marks.filter(({ taken }) => taken).map(markOf),
  third: row.third ? (isThere(row) ? 'there' : 'gone') : 'none',
});

export type Standing = { place: Place; stands: Stands; tags: Tag[] };

/** The places of an article with where each stands, what is on them, and the decisions. */
export async function standingsOf(
  ctx: ReadContext,
  { roundId, articleId, id }: { roundId: string; articleId: string; id: string | null },
) {
  const rows = await tagsHere(ctx, roundId, articleId);
  const contents = new Map(rows.map((row) => [row.id, row.contentVersion]));
  const highlights = await highlightsById(ctx, [...new Set(rows.map(({ highlightId }) => highlightId))]);
  const here = highlights.flatMap((highlight) =>
    highlight.tags.flatMap((tag) => {
      const content = contents.get(tag.id);
      return content === undefined ? [] : [{ tag, highlight, placed: placedOf(tag, highlight, content) }];
    }),
  );
  const decisions = id === null ? [] : await decisionsIn(ctx, id);
  const marks = new Map(decisions.flatMap((row) => row.marks.map((mark) => [mark.tagId, markOf(mark)] as const)));
  const known = { marks, contents, decisions: new Map(decisions.map((row) => [row.id, decidedOf(row)])) };
  const views = new Map(here.map((one) => [one.tag.id, one]));
  const places = placesOf(here.map(({ placed }) => placed));
  const standings = places.map((place): Standing => {
    const tags = place.tags.map((tag) => views.get(tag.id)!.tag);
    return { place, stands: standsOf(place, known), tags };
  });
  return { standings, decisions, marks, views };
}
type Found = Awaited<ReturnType<typeof standingsOf>>;

/** What was written in the place of others' tags. */
async function thirdsOf(ctx: ReadContext, decisions: DecisionRow[]): Promise<Map<string, DecisionView['third']>> {
  const written = decisions.filter(isThere);
  const highlights = await highlightsById(
    ctx,
    written.map(({ third }) => third!.highlightId),
  );
  const tags = new Map(highlights.flatMap((one) => one.tags.map((tag) => [tag.id, { one, tag }] as const)));
  return new Map(
    written.flatMap((row) => {
      const found = tags.get(row.thirdId!);
      return found
        ? [[row.id, { start: found.one.start, end: found.one.end, quote: found.one.quote, tag: found.tag }] as const]
        : [];
    }),
  );
}

const decisionOf = (
  row: Omit<DecisionRow, 'marks' | 'third'>,
  third: DecisionView['third'],
  who: Who,
): DecisionView => ({
  ...{ id: row.id, by: who(row.authorId), at: row.createdAt.toISOString(), third },
  ...{ agreed: row.agreed, own: row.own, reason: row.reason },
});

const variantOf = (variant: Placed[], { marks, views }: Found): PlaceView['variants'][number] => {
  const { start, end, quote } = views.get(variant[0]!.id)!.highlight;
  const made = marks.get(variant[0]!.id);
  return { start, end, quote, taken: made?.taken ?? null, tags: variant.map(({ id }) => views.get(id)!.tag) };
};

async function placeViews(ctx: ReadContext, found: Found, who: Who): Promise<PlaceView[]> {
  const rows = new Map(found.decisions.map((row) => [row.id, row]));
  const thirds = await thirdsOf(ctx, found.decisions);
  return found.standings.map(({ place, stands }) => {
    const row = rows.get(stands.decisionId ?? '');
    return {
      ...{ key: place.key, state: stands.state, why: stands.why, differs: place.differs },
      missing: place.missing.map(who),
      variants: place.variants.map((variant) => variantOf(variant, found)),
      decision: row ? decisionOf(row, thirds.get(row.id) ?? null, who) : null,
    };
  });
}

/** Why the work of a round on an article cannot be decided on yet; null when it can. */
export async function waitingFor(ctx: ReadContext, round: Round, articleId: string): Promise<string | null> {
  if (round.status === 'open')
    return round.blind
      ? 'Differences are decided after the reveal.'
      : 'Differences are decided when all have handed in.';
  const [hiding] = await hidingRounds(ctx, { articleIds: [articleId] });
  return hiding ? `The blind round “${hiding.round.name}” is open on this article: decide after its reveal.` : null;
}

/** An article of a round, side by side, with what is decided. Throws `not-found`. */
export async function readDesk(ctx: ReadContext, roundId: string, { articleId }: { articleId: string }): Promise<Desk> {
  const { analystIds, ownAllowed, ...round } = await findRuled(ctx, roundId);
  const article = await ctx.db.article.findFirst({
    where: { id: articleId, deletedAt: null },
    select: { id: true, title: true, language: true, currentNumber: true },
  });
  if (!article || !round.articleIds.includes(articleId)) throw notFound();
  const { currentNumber: textVersion, ...its } = article;
  const who = await peopleOf(ctx, round.projectId);
  const row = await ctx.db.adjudication.findUnique({ where: { roundId_articleId: { roundId, articleId } } });
  const waits = await waitingFor(ctx, round, articleId);
  const found = waits ? null : await standingsOf(ctx, { roundId, articleId, id: row?.id ?? null });
  const placed = found?.standings.flatMap(({ place }) => place.tags) ?? [];
  return {
    projectId: round.projectId,
    round: { id: round.id, name: round.name, status: round.status, analystIds, ownAllowed },
    article: { ...its, textVersion },
    waits,
    adjudication: row && adjudicationOf(row, who),
    people: round.analysts.map(({ analyst }) => ({
      person: analyst,
      tags: placed.filter(({ analystId }) => analystId === analyst.id).length,
    })),
    pairs: await likePairs(ctx, round.projectId, placed),
    places: found ? await placeViews(ctx, found, who) : [],
  };
}

/** What one analyst may have called otherwise than another: told before anything is decided. */
async function likePairs(ctx: ReadContext, projectId: string, placed: Placed[]): Promise<Desk['pairs']> {
  const found: Desk['pairs'] = [];
  for (const kind of ['claim', 'entity'] as const) {
    const own = placed.filter((tag) => (tag.kind === 'citation') === (kind === 'claim'));
    const likenesses = await likenessesAmong(ctx, projectId, kind, [...new Set(own.map(({ targetId }) => targetId))]);
    found.push(...pairsBetween(own, likenesses).map((one) => ({ ...one, kind })));
  }
  return found;
}

/** How far the articles of a round are; nothing before its reveal. Throws `not-found`. */
export async function listAdjudications(ctx: ReadContext, roundId: string) {
  const round = await findRound(ctx, roundId);
  roleIn(ctx, round.projectId);
  if (round.status === 'open') return { items: [], nextCursor: null };
  const counts = await ctx.db.$queryRaw<{ articleId: string; tags: number; decided: number }[]>`
    SELECT r.article_id AS "articleId", count(*)::int AS tags, count(m.id)::int AS decided
    FROM round_tags(${roundId}::uuid) r JOIN tag t ON t.id = r.tag_id
      JOIN highlight h ON h.id = t.highlight_id AND h.orphaned_at IS NULL
      LEFT JOIN adjudication a ON a.round_id = ${roundId}::uuid AND a.article_id = r.article_id
      LEFT JOIN decision_tag m ON m.adjudication_id = a.id AND m.tag_id = r.tag_id AND m.released_at IS NULL
        AND m.content_version = t.content_version
    WHERE NOT EXISTS (SELECT FROM decision d WHERE d.third_id = t.id AND d.withdrawn_at IS NULL)
    GROUP BY r.article_id`;
  const rows = await ctx.db.adjudication.findMany({ where: { roundId } });
  const who = await peopleOf(ctx, round.projectId);
  const items = round.articleIds.map((articleId) => {
    const row = rows.find((one) => one.articleId === articleId);
    const { tags = 0, decided = 0 } = counts.find((one) => one.articleId === articleId) ?? {};
    return { articleId, adjudication: row ? adjudicationOf(row, who) : null, tags, decided };
  });
  return { items, nextCursor: null };
}

/** A decision as its act answers it, withdrawn or not. */
export async function readDecided(ctx: ReadContext, id: string): Promise<DecidedView> {
  const row = await ctx.db.decision.findUniqueOrThrow({
    where: { id },
    include: { ...decisionFields, _count: { select: { marks: true } } },
  });
  const third = (await thirdsOf(ctx, [row])).get(row.id) ?? null;
  const view = decisionOf(row, third, await peopleOf(ctx, row.projectId));
  return { ...view, projectId: row.projectId, adjudicationId: row.adjudicationId, tags: row._count.marks };
}

type Told = { tagId: string; by: string; at: Date; round: string; tookPart: boolean };

/** Of these tags those for which somebody decided, as they are now: who, when and after which round. */
export async function adjudicatedOf(ctx: ReadContext, projectId: string, tagIds: string[]) {
  const rows = await ctx.db.$queryRaw<Told[]>`
    SELECT DISTINCT ON (m.tag_id) m.tag_id AS "tagId", d.author_id AS by, d.created_at AS at, r.name AS round, d.own AS "tookPart"
    FROM decision_tag m JOIN tag t ON t.id = m.tag_id AND t.content_version = m.content_version
      JOIN decision d ON d.id = m.decision_id JOIN adjudication a ON a.id = m.adjudication_id JOIN round r ON r.id = a.round_id
    WHERE m.tag_id = ANY (${tagIds}::uuid[]) AND m.taken AND m.released_at IS NULL
    ORDER BY m.tag_id, d.created_at DESC, d.id`;
  const who = await peopleOf(ctx, projectId);
  return new Map(
    rows.map(({ tagId, by, at, round, tookPart }) => [tagId, { ...who(by), at: at.toISOString(), round, tookPart }]),
  );
}
