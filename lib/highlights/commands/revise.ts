import type { z } from 'zod';
import { relocator, toStored, type Relocation } from '@/lib/anchoring/relocate';
import { versionInput, type revisedView } from '@/lib/articles/article';
import { findArticle, findText, refuseSameBytes } from '@/lib/articles/queries';
import { addVersion, sha256Of } from '@/lib/articles/steps';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { contentChanged } from '../steps';

type Answer = z.output<typeof revisedView>;

const lost = {
  deleted: 'The words are gone from the new version.',
  rewritten: 'The passage was rewritten.',
  ambiguous: 'Several places fit equally well.',
  'quote-mismatch': 'The highlight was not true of the old version.',
} as const;

/**
 * Adds a corrected text. Every highlight is looked for in it; the answer names each one exactly once: same words, changed
 * words, or lost, and a lost one stays on the version that it was made on.
 */
export const reviseArticle = command(
  { verb: 'article.revise', input: versionInput, subject: 'article', load: findArticle, status: 201 },
  async (ctx, { text, reason }, article): Promise<Answer> => {
    const sha256 = sha256Of(text);
    await refuseSameBytes(ctx, sha256);
    const old = await findText(ctx, article.id);
    const number = article.version.number + 1;
    const versionId = await addVersion(ctx, article.id, number, text, reason);
    await ctx.db.article.update({
      where: { id: article.id },
      data: { sha256, currentNumber: number, version: { increment: 1 } },
    });
    const found = await relocateAll(ctx, old, text);
    await store(ctx, found, versionId);
    ctx.record({
      type: 'article.revised',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision + 1,
    });
    const answer: Answer = { article: await findArticle(ctx, article.id), exact: [], moved: [], orphaned: [] };
    for (const { id, place } of found) {
      if (place.state === 'orphaned') answer.orphaned.push({ id, reason: lost[place.reason] });
      else if (place.state === 'moved') answer.moved.push({ id, quote: place.quote });
      else answer.exact.push({ id });
    }
    return answer;
  },
);

type Found = { id: string; place: Relocation };

async function relocateAll(ctx: WriteContext, old: { id: string; text: string }, text: string): Promise<Found[]> {
  const highlights = await ctx.db.highlight.findMany({
    where: { articleVersionId: old.id, deletedAt: null },
    select: { id: true, start: true, end: true, quote: true, prefix: true, suffix: true },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
  });
  const relocate = relocator(old.text, text);
  return highlights.map(({ id, ...anchor }) => ({ id, place: relocate(anchor) }));
}

/** One statement for all that were found, one for all that were lost. */
async function store(ctx: WriteContext, found: Found[], versionId: string) {
  const placed = found.flatMap(({ id, place }) => (place.state === 'orphaned' ? [] : [{ id, ...toStored(place) }]));
  await ctx.db
    .$executeRaw`UPDATE highlight SET article_version_id = ${versionId}::uuid, start = p.start, "end" = p."end", quote = p.quote,
    prefix = p.prefix, suffix = p.suffix, version = version + 1
    FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) AS p(id uuid, start int, "end" int, quote text, prefix text, suffix text)
    WHERE highlight.id = p.id`;
  const orphans = found.flatMap(({ id, place }) =>
    place.state === 'orphaned' ? [{ id, reason: lost[place.reason] }] : [],
  );
  await ctx.db
    .$executeRaw`UPDATE highlight SET orphaned_at = ${ctx.now}, orphaned_reason = o.reason, version = version + 1
    FROM jsonb_to_recordset(${JSON.stringify(orphans)}::jsonb) AS o(id uuid, reason text) WHERE highlight.id = o.id`;
  await contentChanged(
    ctx,
    found.filter(({ place }) => place.state === 'moved').map(({ id }) => id),
  );
}
