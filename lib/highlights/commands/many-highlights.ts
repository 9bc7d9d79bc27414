import { occurrences } from '@/lib/anchoring/occurrences';
import { findPlace, findText } from '@/lib/articles/queries';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, notFound } from '@/lib/core/errors';
import { visible } from '@/lib/permissions';
import { bringAlong, requireNamed, takeAlong } from '../steps/along';
import { setDeleted } from '../steps/on-words';
import { highlightsInput, repeatInput } from '../bulk';
import { highlightIdsAlong, type Highlight } from '../highlight';
import { findTag, highlightsById, takenBy } from '../queries';
import { addHighlightRows, addTagRows, pinned } from '../steps';

// Writes on many highlights of one article: a handful of statements, one event that names them all, one undo.

type Highlights = { items: Highlight[]; nextCursor: null };

const answerOf = async (ctx: WriteContext, ids: string[]): Promise<Highlights> => ({
  items: await highlightsById(ctx, ids),
  nextCursor: null,
});

/** Highlights many places of an article and tags them: what "accept all" and "the same spelling everywhere" do. All or none. */
export const saveHighlights = command(
  { verb: 'highlight.save', input: highlightsInput, subject: 'article', load: findPlace, status: 201 },
  async (ctx, { items }, article) => {
    const version = await findText(ctx, article.id);
    for (const [index, item] of items.entries()) pinned(version.text, item, `items.${index}.quote`);
    const ids = await addHighlightRows(ctx, article.id, version, items);
    const wanted = items.flatMap(({ quote, tags = [] }, index) =>
      tags.map((input, at) => ({
        highlight: { id: ids[index]!, quote },
        input,
        path: `items.${index}.tags.${at}.`,
      })),
    );
    await addTagRows(ctx, wanted);
    ctx.record({
      type: 'highlights.saved',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision,
      fields: ids,
    });
    return () => answerOf(ctx, ids);
  },
);

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

/** Several own highlights of one article at once: the undo of what was highlighted together. */
export const deleteHighlights = command(
  { verb: 'highlight.save', input: highlightIdsAlong, subject: 'article', load: findPlace },
  async (ctx, { ids, along }, article) => {
    await ownOf(ctx, article.id, ids, false);
    await setDeleted(ctx, ids, true);
    await takeAlong(ctx, along);
    ctx.record({
      type: 'highlights.deleted',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision,
      fields: ids,
    });
    return { ids };
  },
);

export const restoreHighlights = command(
  { verb: 'highlight.save', input: highlightIdsAlong, subject: 'article', load: findPlace },
  async (ctx, { ids, along }, article) => {
    await ownOf(ctx, article.id, ids, true);
    await bringAlong(ctx, along);
    await requireNamed(ctx, { highlightId: { in: ids }, deletedAt: null });
    await setDeleted(ctx, ids, false);
    ctx.record({
      type: 'highlights.restored',
      subjectType: 'article',
      subjectId: article.id,
      version: article.revision,
      fields: ids,
    });
    return () => answerOf(ctx, ids);
  },
);

/** The same spelling in the rest of the article, or in another one, tagged with the same entity: one write, one undo. */
export const repeatTag = command(
  { verb: 'tag.add', input: repeatInput, subject: 'tag', load: findTag, status: 201 },
  async (ctx, { articleId: other }, tag): Promise<Highlights | (() => Promise<Highlights>)> => {
    if (!tag.entity || !tag.nameAsCited) throw notFound();
    const entityId = tag.entity.id;
    const quote = tag.nameAsCited;
    const articleId = other ?? tag.articleId;
    if (other) await requireArticle(ctx, other);
    const version = await findText(ctx, articleId);
    const spans = occurrences(version.text, quote, await takenBy(ctx, [articleId], entityId));
    if (spans.length === 0) return { items: [], nextCursor: null };
    const ids = await addHighlightRows(ctx, articleId, version, spans);
    await addTagRows(
      ctx,
      ids.map((id) => ({ highlight: { id, quote }, input: { entityId }, path: '' })),
    );
    ctx.record({
      type: 'highlights.saved',
      subjectType: 'article',
      subjectId: articleId,
      version: version.number,
      fields: ids,
    });
    return () => answerOf(ctx, ids);
  },
);

/** Refuses an id that is no living article of this project. */
async function requireArticle(ctx: WriteContext, id: string): Promise<void> {
  const found = await ctx.db.article.findFirst({
    where: { id, projectId: ctx.projectId, deletedAt: null },
    select: { id: true },
  });
  if (!found) throw invalid([{ path: 'articleId', message: 'This article is not in the project.' }]);
}
