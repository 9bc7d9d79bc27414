import { z } from 'zod';
import { relocate } from '@/lib/anchoring/relocate';
import { contextOf } from '@/lib/anchoring/pin';
import { findText } from '@/lib/articles/queries';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import { lostWords, type Highlight } from '../highlight';
import { findHighlight } from '../queries';
import { contentChanged, touchTagsOf } from '../steps/on-words';

/**
 * Takes back that lost words were placed by hand: they are lost again, as they stood on the version that held them. Refused
 * once another correction has come, which looked for them from the place that they were given.
 */
export const unplaceHighlight = command(
  { verb: 'highlight.move', input: z.strictObject({}), subject: 'highlight', load: findHighlight, ifMatch: true },
  async (ctx, _, highlight) => {
    const { id, version, quote } = highlight;
    const [lost, ...earlier] = await stoodBefore(ctx, highlight);
    if (highlight.carried?.how !== 'by-hand' || !lost || lost.how !== null)
      throw new Refusal(
        'not-allowed-now',
        'These words were not placed by hand on this version, or another has come since.',
      );
    await ctx.db.highlight.update({
      where: { id },
      data: {
        ...(await lostFrom(ctx, highlight.articleId, lost)),
        ...carriedThen(earlier, lost.quote),
        version: { increment: 1 },
      },
    });
    if (lost.quote === quote) await touchTagsOf(ctx, [id]);
    else await contentChanged(ctx, [id]);
    ctx.record({
      type: 'highlight.moved',
      subjectType: 'highlight',
      subjectId: id,
      version: version + 1,
      fields: ['start', 'end'],
    });
    return () => findHighlight(ctx, id);
  },
);

/** Where it stood on the versions before, the latest first. */
const stoodBefore = (ctx: WriteContext, { id }: Highlight) =>
  ctx.db.anchor.findMany({
    where: { highlightId: id },
    select: {
      start: true,
      end: true,
      quote: true,
      how: true,
      createdAt: true,
      articleVersion: { select: { id: true, number: true } },
    },
    orderBy: { articleVersion: { number: 'desc' } },
  });
type Stood = Awaited<ReturnType<typeof stoodBefore>>[number];

/** The columns of words that are lost again; the reason is found as it was when they were lost. */
async function lostFrom(ctx: WriteContext, articleId: string, { start, end, quote, articleVersion }: Stood) {
  const { text } = await findText(ctx, articleId, articleVersion.number);
  const anchor = { start, end, quote, ...contextOf(text, { start, end }) };
  const place = relocate(anchor, text, (await findText(ctx, articleId)).text);
  return {
    ...anchor,
    articleVersionId: articleVersion.id,
    orphanedAt: ctx.now,
    orphanedReason: lostWords[place.state === 'orphaned' ? place.reason : 'rewritten'],
  };
}

/** How it had come to where it was lost: the last change of words on the way, or else the last step of it. */
function carriedThen(earlier: readonly Stood[], quote: string) {
  const changed = earlier.find((one, index) => one.quote !== (earlier[index - 1]?.quote ?? quote));
  const step = changed ?? earlier[0];
  return {
    carriedHow: step ? (step.how ?? 'by-hand') : null,
    carriedFrom: step?.articleVersion.number ?? null,
    carriedAt: step?.createdAt ?? null,
    carriedQuote: changed?.quote ?? null,
  };
}
