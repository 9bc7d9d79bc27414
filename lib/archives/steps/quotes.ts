import type { Db } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';

type Span = { id: string; start: number; end: number; quote: string };

const wrong = (what: string, { start, end, quote }: Span) =>
  new Refusal(
    'invalid',
    `${what} “${quote.slice(0, 60)}” is not what stands at ${start}–${end} of its text in this archive. Nothing was brought in: quotes that do not match are never moved.`,
  );

/** Holds every quote that came to the text that it says it is from, one text at a time. Throws `invalid` at the first that is not its slice. */
export async function requireQuotes(db: Db, projectId: string): Promise<void> {
  const versions = await db.articleVersion.findMany({
    where: { projectId },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of versions) {
    const select = { id: true, start: true, end: true, quote: true } as const;
    const where = { articleVersionId: id };
    const highlights = await db.highlight.findMany({ where, select });
    const anchors = await db.anchor.findMany({ where, select });
    if (highlights.length + anchors.length === 0) continue;
    const { text } = await db.articleVersion.findUniqueOrThrow({ where: { id }, select: { text: true } });
    const misplaced = (span: Span) => text.slice(span.start, span.end) !== span.quote;
    for (const span of highlights) if (misplaced(span)) throw wrong('The highlight', span);
    for (const span of anchors) if (misplaced(span)) throw wrong('The place of a highlight', span);
  }
}
