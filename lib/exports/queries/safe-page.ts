import type { ReadContext } from '@/lib/core/context';
import { highest } from '@/lib/formats/marking';
import { shieldOf } from '@/lib/formats/protect';
import type { QuotedTag } from '@/lib/highlights/highlight';
import type { QuestionPage } from '@/lib/questions/question';
import { markingsOf } from './markings';
import { protectionOf } from './protection';

/**
 * The page of a question as it may leave the project: words of protected sources are withheld, with the address of their article.
 * `words` is for all that is written from it; `marking` is the highest of its answers.
 */
export async function safePage(ctx: ReadContext, page: QuestionPage) {
  const protection = await protectionOf(ctx, page.projectId);
  const { words, quoteOf } = shieldOf(protection, page.projectId);
  const claimIds = page.sides.map(({ claim }) => claim.id);
  const markings = await markingsOf(ctx, page.projectId, claimIds);
  const safe = (tag: QuotedTag): QuotedTag => {
    const { highlight, article, articleId } = tag;
    const { start, end, articleVersion } = highlight;
    const withheld = quoteOf({ speakerId: tag.speaker?.id ?? null, articleId, articleVersion, start, end });
    if (withheld === null) return tag;
    return { ...tag, highlight: { ...highlight, quote: withheld }, article: { ...article, url: null } };
  };
  return {
    page: { ...page, sides: page.sides.map((side) => ({ ...side, citations: side.citations.map(safe) })) },
    marking: claimIds.length ? highest(claimIds.map(markings.ofClaim)) : null,
    words,
  };
}
