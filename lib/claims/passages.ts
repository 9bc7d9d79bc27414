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

const sameText = (a: CitedTag, b: CitedTag) =>
  a.stance === b.stance && a.place.articleVersionId === b.place.articleVersionId;
const inTextOrder = (a: CitedTag, b: CitedTag) =>
  a.stance.localeCompare(b.stance) ||
  a.place.articleVersionId.localeCompare(b.place.articleVersionId) ||
  a.place.start - b.place.start;

/**
 * The citations that the tags of one claim come to: tags of one stance whose words overlap are one, whoever made them.
 * Rejected, contested and sent-back tags count for nothing; a passage is accepted when one of its tags is.
 */
export function passagesOf(tags: readonly CitedTag[]): Passage[] {
  const counted = tags.filter(({ reviewState }) => reviewState === 'accepted' || reviewState === 'unreviewed');
  const passages: Passage[] = [];
  let last: CitedTag | undefined;
  let end = 0;
  for (const tag of counted.sort(inTextOrder)) {
    const accepted = tag.reviewState === 'accepted';
    const open = passages.at(-1);
    if (open && last && sameText(last, tag) && tag.place.start < end) {
      open.accepted ||= accepted;
      if (tag.createdAt < open.firstTagged) open.firstTagged = tag.createdAt;
      end = Math.max(end, tag.place.end);
    } else {
      passages.push({ stance: tag.stance, accepted, articleId: tag.place.articleId, firstTagged: tag.createdAt });
      end = tag.place.end;
    }
    last = tag;
  }
  return passages;
}
