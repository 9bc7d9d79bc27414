import type { Recorded, WriteContext } from '@/lib/core/context';
import { findText } from '@/lib/articles/queries';
import { sharedPassages, type SharedPassage, type Span } from '@/lib/echoing/passages';
import { printsOf } from '@/lib/echoing/prints';
import { wordsOf, type Words } from '@/lib/echoing/words';

const AT_ONCE = 50; // texts

type Text = { articleId: string; versionId: string; words: Words };
type Found = SharedPassage & { other: Text };

/** The current texts of other articles that share a print with one, a batch at a time. */
async function* candidates(ctx: WriteContext, { articleId }: Text, prints: number[]): AsyncGenerator<Text[]> {
  const found = await ctx.db.$queryRaw<{ article_version_id: string }[]>`
    SELECT article_version_id FROM search_prints(${ctx.projectId}::uuid, ${`{${prints.join(',')}}`}::bigint[], ${articleId}::uuid)
    ORDER BY article_version_id`;
  for (let at = 0; at < found.length; at += AT_ONCE) {
    const ids = found.slice(at, at + AT_ONCE).map((row) => row.article_version_id);
    const versions = await ctx.db.articleVersion.findMany({
      where: { id: { in: ids } },
      select: { id: true, articleId: true, text: true },
      orderBy: { id: 'asc' },
    });
    yield versions.map((row) => ({ articleId: row.articleId, versionId: row.id, words: wordsOf(row.text) }));
  }
}

/** An echo as its row has it: the lower article id is a. */
function rowOf(ctx: WriteContext, text: Text, { a, b, kind, words, likeness, other }: Found) {
  const side = ({ articleId, versionId, words: { text: all } }: Text, { start, end }: Span) => ({
    id: articleId,
    versionId,
    start,
    end,
    quote: all.slice(start, end),
  });
  const [low, high] = [side(text, a), side(other, b)].sort((one, next) => (one.id < next.id ? -1 : 1)) as [
    ReturnType<typeof side>,
    ReturnType<typeof side>,
  ];
  return {
    projectId: ctx.projectId,
    kind,
    words,
    likeness,
    aId: low.id,
    aVersionId: low.versionId,
    aStart: low.start,
    aEnd: low.end,
    aQuote: low.quote,
    bId: high.id,
    bVersionId: high.versionId,
    bStart: high.start,
    bEnd: high.end,
    bQuote: high.quote,
  };
}
type Row = ReturnType<typeof rowOf>;

/** The side of an echo that is another article's, whose text did not change. */
const otherSide = (articleId: string, row: Row) =>
  row.aId === articleId
    ? { versionId: row.bVersionId, start: row.bStart, end: row.bEnd }
    : { versionId: row.aVersionId, start: row.aStart, end: row.aEnd };

function overlap(articleId: string, one: Row, next: Row): number {
  const [p, q] = [otherSide(articleId, one), otherSide(articleId, next)];
  return p.versionId === q.versionId ? Math.min(p.end, q.end) - Math.max(p.start, q.start) : 0;
}

/**
 * Stores what a text shares with the others. An echo that was known keeps its id and what was decided of it: the words that
 * did not change tell it again. What is not found any more is gone, and comes back with its words.
 */
async function store(ctx: WriteContext, articleId: string, rows: Row[]): Promise<void> {
  const known = await ctx.db.echo.findMany({ where: { OR: [{ aId: articleId }, { bId: articleId }] } });
  const left = new Set(known);
  const fresh: Row[] = [];
  for (const row of rows) {
    const [again] = [...left]
      .filter((one) => overlap(articleId, one, row) > 0)
      .sort((p, q) => overlap(articleId, q, row) - overlap(articleId, p, row));
    if (!again) fresh.push(row);
    else {
      left.delete(again);
      await ctx.db.echo.update({ where: { id: again.id }, data: { ...row, goneAt: null, version: { increment: 1 } } });
    }
  }
  if (fresh.length > 0) await ctx.db.echo.createMany({ data: fresh.map((row) => ({ ...row, createdAt: ctx.now })) });
  const gone = [...left].filter((one) => !one.goneAt).map((one) => one.id);
  if (gone.length > 0)
    await ctx.db.echo.updateMany({
      where: { id: { in: gone } },
      data: { goneAt: ctx.now, version: { increment: 1 } },
    });
}

/** Searches the project for what the current text of an article shares with the others, and leaves it to be found by them. */
export async function searchArticle(ctx: WriteContext, articleId: string): Promise<void> {
  const { id, text } = await findText(ctx, articleId);
  const own: Text = { articleId, versionId: id, words: wordsOf(text) };
  const prints = printsOf(own.words);
  await ctx.db.$executeRaw`INSERT INTO echo_print (id, article_id, project_id, article_version_id, prints)
    VALUES (gen_random_uuid(), ${articleId}::uuid, ${ctx.projectId}::uuid, ${id}::uuid, ${`{${prints.join(',')}}`}::bigint[])
    ON CONFLICT (article_id) DO UPDATE SET article_version_id = excluded.article_version_id, prints = excluded.prints`;
  const rows: Row[] = [];
  for await (const texts of candidates(ctx, own, prints))
    for (const other of texts)
      for (const passage of sharedPassages(own.words, other.words)) rows.push(rowOf(ctx, own, { ...passage, other }));
  await store(ctx, articleId, rows);
}

/** An article came in, or has a new text. */
export const findEchoes = (ctx: WriteContext, event: Recorded): Promise<void> => searchArticle(ctx, event.subjectId);
