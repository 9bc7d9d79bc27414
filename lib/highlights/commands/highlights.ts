import { findPlace, textOf } from '@/lib/articles/queries';
import { detailOf, placeKept } from '@/lib/activity/detail';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { highlightInput, highlightMove, translationInput, withAlong, type Highlight } from '../highlight';
import { bringAlong, requireNamed, takeAlong } from '../steps/along';
import { contentChanged, respell, setDeleted, touchTagsOf } from '../steps/on-words';
import { findHighlight } from '../queries';
import { addTagRow, anchorOf, anchorOn } from '../steps';

export const saveHighlight = command(
  { verb: 'highlight.save', input: highlightInput, subject: 'article', load: findPlace, status: 201 },
  async (ctx, { tags = [], ...span }, article) => {
    const anchor = anchorOn({ id: article.versionId, text: await textOf(ctx, article.versionId) }, span);
    const { id } = await ctx.db.highlight.create({
      data: {
        projectId: ctx.projectId,
        articleId: article.id,
        ...anchor,
        authorId: ctx.actor.userId,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    ctx.record({ type: 'highlight.saved', subjectType: 'highlight', subjectId: id, version: 1 });
    for (const [index, tag] of tags.entries()) await addTagRow(ctx, { id, quote: anchor.quote }, tag, `tags.${index}.`);
    return () => findHighlight(ctx, id);
  },
);

/** Moves a highlight's edges: the same highlight, tags, threads and history stay with it. Tags on it are to be reviewed anew. */
export const moveHighlight = command(
  { verb: 'highlight.move', input: highlightMove, subject: 'highlight', load: findHighlight, ifMatch: true },
  async (ctx, span, highlight) => {
    const anchor = await anchorOf(ctx, highlight.articleId, span);
    await ctx.db.highlight.update({
      where: { id: highlight.id },
      data: { ...anchor, ...placedByHand(ctx, highlight, span.quote), version: { increment: 1 } },
    });
    // The same words of another sentence are other words.
    const isElsewhere = highlight.orphaned === null && anchor.start !== highlight.start;
    if (isElsewhere || anchor.quote !== highlight.quote) await contentChanged(ctx, [highlight.id]);
    else if (highlight.orphaned !== null) await touchTagsOf(ctx, [highlight.id]);
    if (anchor.quote !== highlight.quote) await respell(ctx, highlight.id, highlight.quote);
    ctx.record({
      type: 'highlight.moved',
      subjectType: 'highlight',
      subjectId: highlight.id,
      version: highlight.version + 1,
      fields: ['start', 'end', ...movedFrom(highlight, anchor)],
    });
    return () => findHighlight(ctx, highlight.id);
  },
);

/** From which words to which; of lost words, which stand nowhere in this text, nothing. */
const movedFrom = (before: Highlight, now: { start: number; end: number }): string[] =>
  before.orphaned !== null
    ? []
    : detailOf(
        'at',
        [placeKept(before.articleVersion, before.start, before.end)],
        [placeKept(before.articleVersion, now.start, now.end)],
      );

/** Lost words that an analyst shows in the corrected text: no orphan any more, and told as carried by hand. */
const placedByHand = (ctx: WriteContext, { orphaned, articleVersion, quote }: Highlight, now: string) =>
  orphaned === null
    ? {}
    : {
        orphanedAt: null,
        orphanedReason: null,
        carriedHow: 'by-hand',
        carriedFrom: articleVersion,
        carriedAt: ctx.now,
        carriedQuote: quote === now ? null : quote,
      };

export const translateHighlight = command(
  { verb: 'highlight.translate', input: translationInput, subject: 'highlight', load: findHighlight, ifMatch: true },
  async (ctx, { translation }, highlight) => {
    const translatedBy = translation === null ? null : ctx.actor.userId;
    await ctx.db.highlight.update({
      where: { id: highlight.id },
      data: { translation, translatedBy, version: { increment: 1 } },
    });
    ctx.record({
      type: 'highlight.translated',
      subjectType: 'highlight',
      subjectId: highlight.id,
      version: highlight.version + 1,
      fields: ['translation'],
    });
    return () => findHighlight(ctx, highlight.id);
  },
);

export const deleteHighlight = command(
  { verb: 'highlight.delete', input: withAlong, subject: 'highlight', load: findHighlight, ifMatch: true },
  async (ctx, { along }, highlight) => {
    await setDeleted(ctx, [highlight.id], true);
    await takeAlong(ctx, along);
    ctx.record({
      type: 'highlight.deleted',
      subjectType: 'highlight',
      subjectId: highlight.id,
      version: highlight.version + 1,
    });
    return { ...highlight, version: highlight.version + 1 };
  },
);

export const restoreHighlight = command(
  {
    verb: 'highlight.delete',
    input: withAlong,
    subject: 'highlight',
    load: (ctx, id) => findHighlight(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, { along }, highlight) => {
    await bringAlong(ctx, along);
    await requireNamed(ctx, { highlightId: highlight.id, deletedAt: null });
    await setDeleted(ctx, [highlight.id], false);
    ctx.record({
      type: 'highlight.restored',
      subjectType: 'highlight',
      subjectId: highlight.id,
      version: highlight.version + 1,
    });
    return () => findHighlight(ctx, highlight.id);
  },
);
