import type { z } from 'zod';
import { findPlace } from '@/lib/articles/queries';
import type { ReadContext } from '@/lib/core/context';
import { visible } from '@/lib/permissions';
import type { discussedList, DiscussedView } from '../thread';

/** What is discussed on the words of an article: each highlight and tag with comments, how many those are, and whether a thread of it is open. */
export async function listDiscussed(ctx: ReadContext, articleId: string): Promise<z.output<typeof discussedList>> {
  await findPlace(ctx, articleId);
  const here = { deletedAt: null, articleId };
  const on = [{ highlight: here }, { tag: { deletedAt: null, highlight: here } }];
  const said = { comments: { some: { deletedAt: null } } };
  const threads = await ctx.db.thread.findMany({
    where: { AND: [{ OR: on }, said, visible(ctx)] },
    select: {
      highlightId: true,
      tagId: true,
      outcome: true,
      _count: { select: { comments: { where: { deletedAt: null } } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const found = new Map<string, DiscussedView>();
  for (const { highlightId, tagId, outcome, _count } of threads) {
    const id = (tagId ?? highlightId)!;
    const one = found.get(id) ?? { type: tagId ? 'tag' : 'highlight', id, comments: 0, open: false };
    found.set(id, { ...one, comments: one.comments + _count.comments, open: one.open || outcome === null });
  }
  return { items: [...found.values()] };
}
