import { createHash } from 'node:crypto';
import type { ReadContext, WriteContext } from '@/lib/core/context';
import { notFound, Refusal } from '@/lib/core/errors';
import { peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import type { Article, ArticleVersion, Publisher } from './article';
import type { Marking } from '@/lib/formats/marking';
import { keptText } from './kept-texts';
import type { UploadKind } from './file-kind';

/** SHA-256 of the text's UTF-8 bytes, hex. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

const settled = { where: { settled: true, deletedAt: null }, select: { mark: true } } as const;
export const publisherFields = { id: true, name: true, kind: true, grades: settled, version: true } as const;
/** The publisher of an article as lists show it, as Prisma selects it; to be read through `publisherOf`. */
export const namedPublisher = { select: { id: true, name: true, grades: settled } } as const;

/** A publisher with its settled grade. */
export const publisherOf = <P extends { grades: { mark: string }[] }>({ grades, ...publisher }: P) => ({
  ...publisher,
  reliability: (grades[0]?.mark ?? null) as Publisher['reliability'],
});

export const articleFields = {
  publisher: namedPublisher,
  relaysPublisher: { select: { id: true, name: true } },
  project: { select: { marking: true } },
} as const;
type Row = Prisma.ArticleGetPayload<{ include: typeof articleFields }>;

const versionFields = {
  articleId: true,
  number: true,
  sha256: true,
  length: true,
  retrievedAt: true,
  pages: true,
  upload: { select: { name: true, kind: true, size: true, sha256: true } },
} as const;
type Version = Prisma.ArticleVersionGetPayload<{ select: typeof versionFields }>;
type Counts = Map<string, Article['counts']>;

/** A publication date as views carry it, or null when it is not known. */
export function publishedOf(
  row: Pick<Row, 'publishedFrom' | 'publishedTo' | 'publishedPrecision' | 'publishedEstimated'>,
): Article['published'] {
  if (!row.publishedFrom || !row.publishedTo || !row.publishedPrecision) return null;
  return {
    from: dayOf(row.publishedFrom),
    to: dayOf(row.publishedTo),
    precision: row.publishedPrecision,
    estimated: row.publishedEstimated,
  };
}

function articleOf(row: Row, version: Version, counts: Counts, who: (id: string) => Article['creator']): Article {
  return {
    id: row.id,
    projectId: row.projectId,
    title: row.title,
    kind: row.kind,
    publisher: row.publisher && publisherOf(row.publisher),
    published: publishedOf(row),
    url: row.url,
    language: row.language,
    marking: { tlp: (row.marking ?? row.project.marking) as Marking, own: row.marking !== null },
    relays: row.relaysPublisher || row.relaysNote ? { publisher: row.relaysPublisher, note: row.relaysNote } : null,
    version: {
      number: version.number,
      sha256: version.sha256,
      length: version.length,
      retrievedAt: version.retrievedAt.toISOString(),
      pages: version.pages.length,
      original: version.upload && { ...version.upload, kind: version.upload.kind as UploadKind },
    },
    revision: row.version,
    retracted: row.retractedAt && { at: row.retractedAt.toISOString(), reason: row.retractedReason ?? '' },
    creator: who(row.createdBy),
    createdAt: row.createdAt.toISOString(),
    counts: counts.get(row.id) ?? { highlights: 0, tags: 0, unreviewed: 0, lost: 0 },
  };
}

/** Articles of a project as views, with what is counted on them. */
export async function viewsOf(ctx: ReadContext, rows: Row[]): Promise<Article[]> {
  if (rows.length === 0) return [];
  const who = await peopleOf(ctx, rows[0]!.projectId);
  const versions = await ctx.db.articleVersion.findMany({
    where: { OR: rows.map((row) => ({ articleId: row.id, number: row.currentNumber })) },
    select: versionFields,
  });
  const byArticle = new Map(versions.map((version) => [version.articleId, version]));
  const counts = await countsOf(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => articleOf(row, byArticle.get(row.id)!, counts, who));
}

/**
 * Counted by the database: an article may have ten thousand. Not reviewed is what no standing verdict was given on as it is now: the few
 * that are judged are counted, not the many that are not.
 */
async function countsOf(ctx: ReadContext, articleIds: string[]): Promise<Counts> {
  const projectIds = visible(ctx).projectId.in;
  const rows = await ctx.db.$queryRaw<(Article['counts'] & { articleId: string })[]>`
    WITH h AS (
      SELECT id, article_id, orphaned_reason FROM highlight
      WHERE article_id = ANY(${articleIds}::uuid[]) AND project_id = ANY(${projectIds}::uuid[]) AND deleted_at IS NULL
    ), t AS (
      SELECT t.id, h.article_id, t.content_version FROM h JOIN tag t ON t.highlight_id = h.id AND t.deleted_at IS NULL
      WHERE NOT EXISTS (SELECT FROM claim c WHERE c.id = t.claim_id AND c.deleted_at IS NOT NULL AND c.survivor_id IS NULL)
    ), tags AS (SELECT article_id, count(*) AS n FROM t GROUP BY 1),
    reviewed AS (
      SELECT t.article_id, count(DISTINCT t.id) AS n FROM t
      JOIN review r ON r.tag_id = t.id AND r.withdrawn_at IS NULL AND r.content_version = t.content_version GROUP BY 1
    )
    SELECT h.article_id AS "articleId", count(*)::int AS highlights, count(h.orphaned_reason)::int AS lost,
      coalesce(max(tags.n), 0)::int AS tags, (coalesce(max(tags.n), 0) - coalesce(max(reviewed.n), 0))::int AS unreviewed
    FROM h LEFT JOIN tags USING (article_id) LEFT JOIN reviewed USING (article_id) GROUP BY 1`;
  return new Map(rows.map(({ articleId, ...counts }) => [articleId, counts]));
}

/** One article, deleted ones only on demand (a restore needs them). Throws `not-found`. */
export async function findArticle(ctx: ReadContext, id: string, deleted = false): Promise<Article> {
  const row = await ctx.db.article.findFirst({
    where: { id, ...(deleted ? { deletedAt: { not: null } } : { deletedAt: null }) },
    include: articleFields,
  });
  if (!row) throw notFound();
  const [view] = await viewsOf(ctx, [row]);
  return view!;
}

/** What a write on an article's words has to know of it. Its record with counts of all that is on it is `findArticle`'s. */
export interface ArticlePlace {
  readonly id: string;
  readonly projectId: string;
  readonly revision: number;
  readonly versionId: string;
}

/** An article to be written on, with its current version. Throws `not-found`. */
export async function findPlace(ctx: ReadContext, id: string): Promise<ArticlePlace> {
  const [place] = await ctx.db.$queryRaw<ArticlePlace[]>`
    SELECT a.id, a.project_id AS "projectId", a.version AS revision, v.id AS "versionId"
    FROM article a JOIN article_version v ON v.article_id = a.id AND v.number = a.current_number
    WHERE a.id = ${id}::uuid AND a.deleted_at IS NULL`;
  if (!place) throw notFound();
  return place;
}

/** The text of a version that was just found. */
export const textOf = (ctx: ReadContext, versionId: string): Promise<string> =>
  keptText(versionId, async () => {
    const where = { id: versionId };
    return (await ctx.db.articleVersion.findUniqueOrThrow({ where, select: { text: true } })).text;
  });

/** The exact text of one version (the current one unless `number` says otherwise), with the version's id. Throws `not-found`. */
export async function findText(ctx: ReadContext, articleId: string, number?: number) {
  const [version] = await ctx.db.$queryRaw<{ id: string; number: number; sha256: string }[]>`
    SELECT v.id, v.number, v.sha256 FROM article a
    JOIN article_version v ON v.article_id = a.id AND v.number = coalesce(${number ?? null}::int, a.current_number)
    WHERE a.id = ${articleId}::uuid`;
  if (!version) throw notFound();
  return { ...version, text: await textOf(ctx, version.id) };
}

/** Every version of an article's text, the newest first. Throws `not-found`. */
export async function listVersions(
  ctx: ReadContext,
  articleId: string,
): Promise<{ items: ArticleVersion[]; nextCursor: null }> {
  const where = { id: articleId, deletedAt: null };
  const article = await ctx.db.article.findFirst({ where, select: { projectId: true } });
  if (!article) throw notFound();
  const who = await peopleOf(ctx, article.projectId);
  const rows = await ctx.db.articleVersion.findMany({
    where: { articleId },
    select: { number: true, sha256: true, length: true, reason: true, createdBy: true, retrievedAt: true },
    orderBy: { number: 'desc' },
  });
  const items = rows.map(({ createdBy, retrievedAt, ...row }) => ({
    ...row,
    creator: who(createdBy),
    retrievedAt: retrievedAt.toISOString(),
  }));
  return { items, nextCursor: null };
}

export async function listPublishers(
  ctx: ReadContext,
  projectId: string,
): Promise<{ items: Publisher[]; nextCursor: null }> {
  const items = await ctx.db.publisher.findMany({
    where: { projectId, deletedAt: null },
    select: publisherFields,
    orderBy: { name: 'asc' },
  });
  return { items: items.map(publisherOf), nextCursor: null };
}

export async function findPublisher(ctx: ReadContext, id: string): Promise<Publisher> {
  const row = await ctx.db.publisher.findFirst({ where: { id, deletedAt: null }, select: publisherFields });
  if (!row) throw notFound();
  return publisherOf(row);
}

/** Refuses a text that a living article of the project has already, to the letter, naming it: it may have come in another file. */
export async function refuseSameText(ctx: WriteContext, sha256: string): Promise<void> {
  const same = await ctx.db.article.findFirst({
    where: { projectId: ctx.projectId, sha256, deletedAt: null },
    select: { id: true, title: true, language: true },
  });
  if (same)
    throw new Refusal('duplicate-article', `The same text is already here as “${same.title}”.`, {
      articleId: same.id,
      same: { title: same.title, language: same.language },
    });
}
