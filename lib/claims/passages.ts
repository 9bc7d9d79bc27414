import type { ReviewState } from '@/lib/agreement/standing';
import type { Stance } from './claim';

/** A citation's tag, as counting needs it: where its words are, in UTF-16 units of one article version. */
export type CitedTag = {
  stance: Stance;
  reviewState: ReviewState;
  createdAt: Date;
  place: { articleId: string; articleVersionId: string; start: number; end: number };
};
export type Passage = { stance: Stance; accepted: boolean; articleId: string; firstTagged: Date };

/** What telling passages apart needs of a tag. */
type Placed = { stance: Stance; place: { articleVersionId: string; start: number; end: number } };

const sameText = (a: Placed, b: Placed) =>
  a.stance === b.stance && a.place.articleVersionId === b.place.articleVersionId;
const inTextOrder = (a: Placed, b: Placed) =>
  a.stance.localeCompare(b.stance) ||
  a.place.articleVersionId.localeCompare(b.place.articleVersionId) ||
  a.place.start - b.place.start;

/** The tags of one claim by passage: tags of one stance whose words overlap stand on one, whoever made them. In the order of the text. */
export function byPassage<Tag extends Placed>(tags: readonly Tag[]): (readonly [Tag, ...Tag[]])[] {
  const passages: [Tag, ...Tag[]][] = [];
  let end = 0;
  for (const tag of [...tags].sort(inTextOrder)) {
    const open = passages.at(-1);
    if (open && sameText(open[0], tag) && tag.place.start < end) {
      open.push(tag);
      end = Math.max(end, tag.place.end);
    } else {
      passages.push([tag]);
      end = tag.place.end;
    }
  }
  return passages;
}

/** The tag whose words stand for a passage where it is shown once: the first of the longest. */
export function longestOf<Tag extends Placed>(passage: readonly [Tag, ...Tag[]]): Tag {
  const length = ({ place }: Tag) => place.end - place.start;
  return passage.reduce((longest, tag) => (length(tag) > length(longest) ? tag : longest), passage[0]);
}

/**
 * The citations that the tags of one claim come to, a passage each.
 * Rejected, contested and sent-back tags count for nothing, and whoever reads them leaves those out that lost their words; a passage is accepted when one of its tags is.
 */
export function passagesOf(tags: readonly CitedTag[]): Passage[] {
  const counted = tags.filter(({ reviewState }) => reviewState === 'accepted' || reviewState === 'unreviewed');
  return byPassage(counted).map((passage) => ({
    stance: passage[0].stance,
    accepted: passage.some(({ reviewState }) => reviewState === 'accepted'),
    articleId: passage[0].place.articleId,
    firstTagged: passage.reduce(
      (first, { createdAt }) => (createdAt < first ? createdAt : first),
      passage[0].createdAt,
    ),
  }));
}
