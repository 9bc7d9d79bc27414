import type { z } from 'zod';
import { publishedOf } from '@/lib/articles/queries';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import type { Person } from '@/lib/core/words';
import { directionOf } from '@/lib/echoing/direction';
import { peopleOf } from '@/lib/members/queries';
import type { Prisma } from '@/prisma/generated/client';
import type { Echo, echoDecision, echoFilter, EchoMap, EchoSpan, echoStory, Lineage } from '../echo';

type Decision = z.output<typeof echoDecision>;

const articleFields = {
  select: {
    id: true,
    title: true,
    language: true,
    publishedFrom: true,
    publishedTo: true,
    publishedPrecision: true,
    publishedEstimated: true,
    retractedAt: true,
    publisher: { select: { name: true } },
  },
} as const satisfies Prisma.ArticleDefaultArgs;
const newestFirst = [{ decidedAt: 'desc' }, { id: 'desc' }] satisfies Prisma.EchoDecisionOrderByWithRelationInput[];
const echoFields = {
  a: articleFields,
  b: articleFields,
  aVersion: { select: { number: true } },
  bVersion: { select: { number: true } },
  decisions: { orderBy: newestFirst, take: 1 },
} as const satisfies Prisma.EchoInclude;
type Row = Prisma.EchoGetPayload<{ include: typeof echoFields }>;
type ArticleRow = Row['a'];

/** Echoes of articles that are here, in their current versions. */
export const living = {
  goneAt: null,
  a: { deletedAt: null },
  b: { deletedAt: null },
} as const satisfies Prisma.EchoWhereInput;

export const lineageOf = (decision: 'commonOrigin' | Exclude<Lineage, 'common-origin'>): Lineage =>
  decision === 'commonOrigin' ? 'common-origin' : decision;

const decisionOf = (row: Row['decisions'][number], who: (id: string) => Person): Decision => ({
  decision: row.decision && lineageOf(row.decision),
  from: row.fromId,
  reason: row.reason,
  by: who(row.decidedBy),
  at: row.decidedAt.toISOString(),
});

const knownOf = (article: ArticleRow) => ({
  title: article.title,
  publisher: article.publisher?.name ?? null,
  published: publishedOf(article),
  retracted: article.retractedAt !== null,
});

function echoOf(row: Row, who: (id: string) => Person): Echo {
  const { first, because } = directionOf(publishedOf(row.a), publishedOf(row.b));
  const a: EchoSpan = {
    articleId: row.aId,
    articleVersion: row.aVersion.number,
    start: row.aStart,
    end: row.aEnd,
    quote: row.aQuote,
    language: row.a.language,
    ...knownOf(row.a),
  };
  const b: EchoSpan = {
    articleId: row.bId,
    articleVersion: row.bVersion.number,
    start: row.bStart,
    end: row.bEnd,
    quote: row.bQuote,
    language: row.b.language,
    ...knownOf(row.b),
  };
  const [last] = row.decisions;
  return {
    id: row.id,
    projectId: row.projectId,
    spans: first === 'b' ? [b, a] : [a, b],
    kind: row.kind,
    words: row.words,
    similarity: row.likeness,
    first: first && (first === 'a' ? row.aId : row.bId),
    because,
    decision: last?.decision ? decisionOf(last, who) : null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** One echo with all that was decided of it. Throws `not-found`, also when one of its articles was removed. */
export async function findEcho(ctx: ReadContext, id: string): Promise<z.output<typeof echoStory>> {
  const row = await ctx.db.echo.findFirst({
    where: { id, ...living },
    include: { ...echoFields, decisions: { orderBy: newestFirst } },
  });
  if (!row) throw notFound();
  const who = await peopleOf(ctx, row.projectId);
  return { ...echoOf(row, who), decisions: row.decisions.map((decision) => decisionOf(decision, who)) };
}

/** How many articles of a project have a current text that was not searched. */
export async function countUnsearched(ctx: ReadContext, projectId: string): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM article a JOIN article_version v ON v.article_id = a.id AND v.number = a.current_number
    WHERE a.project_id = ${projectId}::uuid AND a.deleted_at IS NULL
      AND NOT EXISTS (SELECT FROM echo_print p WHERE p.article_id = a.id AND p.article_version_id = v.id)`;
  return row!.count;
}

/** Ids of articles whose current text was not searched, oldest first; removed ones too, which may come back. */
export async function listUnsearched(ctx: ReadContext, projectId: string, limit: number): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM article a JOIN article_version v ON v.article_id = a.id AND v.number = a.current_number
    WHERE a.project_id = ${projectId}::uuid
      AND NOT EXISTS (SELECT FROM echo_print p WHERE p.article_id = a.id AND p.article_version_id = v.id)
    ORDER BY a.created_at, a.id LIMIT ${limit}::int`;
  return rows.map(({ id }) => id);
}

/** A page of a project's echoes, or of one article's, newest first. */
export async function listEchoes(ctx: ReadContext, projectId: string, query: z.output<typeof echoFilter>) {
  const { articleId, decided, limit } = query;
  const after = afterOf(query.cursor, isMoment);
  const at = after && new Date(after.value);
  const rows = await ctx.db.echo.findMany({
    where: {
      projectId,
      ...living,
      ...(decided ? { decision: decided === 'yes' ? { not: null } : null } : {}),
      AND: [
        ...(articleId ? [{ OR: [{ aId: articleId }, { bId: articleId }] }] : []),
        ...(after ? [{ OR: [{ createdAt: { lt: at! } }, { createdAt: at!, id: { lt: after.id } }] }] : []),
      ],
    },
    include: echoFields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const who = await peopleOf(ctx, projectId);
  const page = pageOf(
    rows,
    limit,
    (row) => echoOf(row, who),
    (row) => [row.createdAt.toISOString(), row.id],
  );
  return { ...page, unsearched: await countUnsearched(ctx, projectId) };
}

type PairRow = { a: string; b: string } & Record<
  'echoes' | 'words' | 'undecided' | 'derivedFromA' | 'derivedFromB' | 'commonOrigin' | 'independent',
  number
>;

/** Which articles of a project echo each other, pair by pair, the most shared words first. */
export async function findEchoMap(ctx: ReadContext, projectId: string): Promise<EchoMap> {
  const pairs = await ctx.db.$queryRaw<PairRow[]>`
    SELECT e.a_id AS a, e.b_id AS b, count(*)::int AS echoes, sum(e.words)::int AS words,
      count(*) FILTER (WHERE e.decision IS NULL)::int AS undecided,
      count(*) FILTER (WHERE e.from_id = e.a_id)::int AS "derivedFromA",
      count(*) FILTER (WHERE e.from_id = e.b_id)::int AS "derivedFromB",
      count(*) FILTER (WHERE e.decision = 'common-origin')::int AS "commonOrigin",
      count(*) FILTER (WHERE e.decision = 'independent')::int AS independent
    FROM echo e JOIN article a ON a.id = e.a_id AND a.deleted_at IS NULL JOIN article b ON b.id = e.b_id AND b.deleted_at IS NULL
    WHERE e.project_id = ${projectId}::uuid AND e.gone_at IS NULL
    GROUP BY e.a_id, e.b_id ORDER BY sum(e.words) DESC, e.a_id, e.b_id LIMIT 5000`;
  const rows = await ctx.db.article.findMany({
    where: { projectId, deletedAt: null },
    ...articleFields,
    orderBy: [{ publishedFrom: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: 2000,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const date = (id: string) => {
    const row = byId.get(id);
    return row ? publishedOf(row) : null;
  };
  return {
    articles: rows.map((row) => ({ id: row.id, ...knownOf(row) })),
    pairs: pairs.map((pair) => {
      const { first } = directionOf(date(pair.a), date(pair.b));
      return { ...pair, first: first && pair[first] };
    }),
  };
}
