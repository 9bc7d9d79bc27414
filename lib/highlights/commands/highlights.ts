import { z } from 'zod';
import { occurrences } from '@/lib/anchoring/occurrences';
import { findArticle, findText } from '@/lib/articles/queries';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { visible } from '@/lib/permissions';
import { highlightIds, highlightInput, highlightMove, translationInput, type Highlight } from '../highlight';
import { findHighlight, findTag, highlightsById } from '../queries';
import { addHighlightRows, addTagRow, anchorOf, contentChanged, touchTagsOf } from '../steps';

const nothing = z.strictObject({});

export const saveHighlight = command(
  { verb: 'highlight.save', input: highlightInput, subject: 'article', load: findArticle, status: 201 },
  async (ctx, { tags = [], ...span }, article) => {
    const anchor = await anchorOf(ctx, article.id, span);
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
    if (anchor.quote !== highlight.quote) await contentChanged(ctx, [highlight.id]);
    else if (highlight.orphaned !== null) await touchTagsOf(ctx, [highlight.id]);
    ctx.record({
      type: 'highlight.moved',
      subjectType: 'highlight',
      subjectId: highlight.id,
      version: highlight.version + 1,
      fields: ['start', 'end'],
    });
    return () => findHighlight(ctx, highlight.id);
  },
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
  { verb: 'highlight.delete', input: nothing, subject: 'highlight', load: findHighlight, ifMatch: true },
  async (ctx, _, highlight) => {
    await setDeleted(ctx, [highlight.id], true);
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
    input: nothing,
    subject: 'highlight',
    load: (ctx, id) => findHighlight(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, _, highlight) => {
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

async function setDeleted(ctx: WriteContext, ids: string[], deleted: boolean) {
  await ctx.db.highlight.updateMany({
    where: { id: { in: ids } },
    data: {
      deletedAt: deleted ? ctx.now : null,
      deletedBy: deleted ? ctx.actor.userId : null,
      version: { increment: 1 },
    },
  });
  await touchTagsOf(ctx, ids);
}

/** Own highlights of one article, living or deleted; throws `not-found` when one of the ids is none. */
async function ownOf(ctx: WriteContext, articleId: string, ids: string[], deleted: boolean) {
  const found = await ctx.db.highlight.count({
    where: {
      id: { in: ids },
      articleId,
      authorId: ctx.actor.userId,
      deletedAt: deleted ? { not: null } : null,
      ...visible(ctx),
    },
  });
  if (found !== new Set(ids).size) throw notFound();
}

/** Several own highlights of one article at once: the undo of "same spelling in the rest of this article". */
export const deleteHighlights = command(
  { verb: 'highlight.save', input: highlightIds, subject: 'article', load: findArticle },
  async (ctx, { ids }, article) => {
    await ownOf(ctx, article.id, ids, false);
    await setDeleted(ctx, ids, true);
    ctx.record({
      type: 'highlight.deleted',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision,
      fields: ids,
    });
    return { ids };
  },
);

export const restoreHighlights = command(
  { verb: 'highlight.save', input: highlightIds, subject: 'article', load: findArticle },
  async (ctx, { ids }, article) => {
    await ownOf(ctx, article.id, ids, true);
    await setDeleted(ctx, ids, false);
    ctx.record({
      type: 'highlight.restored',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision,
      fields: ids,
    });
    return { items: await highlightsById(ctx, ctx.projectId, ids), nextCursor: null };
  },
);

/** The same spelling in the rest of the article, tagged with the same entity: one write, one undo. */
export const repeatTag = command(
  { verb: 'tag.add', input: nothing, subject: 'tag', load: findTag, status: 201 },
  async (ctx, _, tag): Promise<{ items: Highlight[]; nextCursor: null }> => {
    if (!tag.entity || !tag.nameAsCited) throw notFound();
    const entityId = tag.entity.id;
    const version = await findText(ctx, tag.articleId);
    const taken = await ctx.db.highlight.findMany({
      where: {
        articleId: tag.articleId,
        deletedAt: null,
        tags: { some: { entityId, authorId: ctx.actor.userId, deletedAt: null } },
      },
      select: { start: true, end: true },
    });
    const spans = occurrences(version.text, tag.nameAsCited, taken);
    if (spans.length === 0) return { items: [], nextCursor: null };
    const ids = await addHighlightRows(ctx, tag.articleId, version, spans);
    const base = {
      projectId: ctx.projectId,
      authorId: ctx.actor.userId,
      entityId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    };
    await ctx.db.tag.createMany({ data: ids.map((highlightId) => ({ ...base, highlightId })) });
    ctx.record({
      type: 'highlight.saved',
      subjectType: 'article',
      subjectId: tag.articleId,
      version: version.number,
      fields: ids,
    });
    return { items: await highlightsById(ctx, ctx.projectId, ids), nextCursor: null };
  },
);
