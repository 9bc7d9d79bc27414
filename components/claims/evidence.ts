import type { Stance } from '@/lib/claims/claim';
import type { QuotedTag } from '@/lib/highlights/highlight';

/** One citation: the tags that say the same of overlapping words of one article version, whoever made them. */
export interface Passage {
  readonly key: string;
  /** The tag whose words are shown: the first of the longest. */
  readonly shown: QuotedTag;
  /** All of them, the first made first. */
  readonly tags: readonly QuotedTag[];
  readonly accepted: boolean;
  /** ISO 8601: when the first of them was made. */
  readonly since: string;
}

/** Citations read at once: more than any claim has had so far. */
export const ALL_CITATIONS = 500;

export interface Evidence {
  readonly supports: readonly Passage[];
  readonly contradicts: readonly Passage[];
  readonly context: readonly Passage[];
  /** Rejected, contested, sent back, or without their words: they count for nothing. */
  readonly apart: readonly Passage[];
}

const speaks = ({ reviewState, highlight }: QuotedTag): boolean =>
  highlight.orphaned === null && (reviewState === 'accepted' || reviewState === 'unreviewed');

const lengthOf = ({ highlight }: QuotedTag): number => highlight.end - highlight.start;

function passageOf(tags: QuotedTag[]): Passage {
  const inOrder = [...tags].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
  const first = inOrder[0]!;
  return {
    key: first.id,
    shown: inOrder.reduce((longest, tag) => (lengthOf(tag) > lengthOf(longest) ? tag : longest), first),
    tags: inOrder,
    accepted: inOrder.some((tag) => tag.reviewState === 'accepted'),
    since: first.createdAt,
  };
}

const placeOf = ({ stance, highlight }: QuotedTag) => `${stance} ${highlight.articleId} ${highlight.articleVersion}`;
const byPlace = (a: QuotedTag, b: QuotedTag): number =>
  placeOf(a).localeCompare(placeOf(b)) || a.highlight.start - b.highlight.start || a.id.localeCompare(b.id);
const byAge = (a: Passage, b: Passage): number => a.since.localeCompare(b.since) || a.key.localeCompare(b.key);

/** Tags of one stance on overlapping words of one text count once; the oldest first. */
function passages(tags: readonly QuotedTag[]): Passage[] {
  const groups: QuotedTag[][] = [];
  let end = 0;
  for (const tag of [...tags].sort(byPlace)) {
    const open = groups.at(-1);
    if (open && placeOf(open[0]!) === placeOf(tag) && tag.highlight.start < end) {
      open.push(tag);
      end = Math.max(end, tag.highlight.end);
    } else {
      groups.push([tag]);
      end = tag.highlight.end;
    }
  }
  return groups.map(passageOf).sort(byAge);
}

/**
 * The citations of a claim by what they say of it. Counts as `lib/claims/passages.ts` does: two analysts' tags on one
 * passage are one citation; what is rejected, contested, sent back or orphaned stands apart, tag by tag.
 */
export function evidenceOf(tags: readonly QuotedTag[]): Evidence {
  const counted = tags.filter(speaks);
  const of = (stance: Stance) => passages(counted.filter((tag) => tag.stance === stance));
  return {
    supports: of('supports'),
    contradicts: of('contradicts'),
    context: of('context'),
    apart: tags
      .filter((tag) => !speaks(tag))
      .map((tag) => passageOf([tag]))
      .sort(byAge),
  };
}

/** Articles that the citations which count come from. */
export const articlesIn = ({ supports, contradicts, context }: Evidence): number =>
  new Set([...supports, ...contradicts, ...context].map(({ shown }) => shown.article.id)).size;

/** What supported a claim and counts no more: articles that were retracted, and why citations are left out, each reason with its count. */
export interface LostSupport {
  readonly retracted: readonly { readonly id: string; readonly title: string }[];
  readonly leftOut: readonly string[];
}

const leftOutFor = {
  rejected: ['was rejected', 'were rejected'],
  contested: ['is contested', 'are contested'],
  'needs-work': ['was sent back', 'were sent back'],
  lost: ['lost its words', 'lost their words'],
} as const;
type LeftOutFor = keyof typeof leftOutFor;

/** Why a citation that does not speak is left out: what a colleague said of it, or else that its words are gone. */
function leftOutBy({ reviewState }: QuotedTag): LeftOutFor {
  return reviewState === 'accepted' || reviewState === 'unreviewed' ? 'lost' : reviewState;
}

function sayLeftOut(tags: readonly QuotedTag[]): string[] {
  return (Object.keys(leftOutFor) as LeftOutFor[]).flatMap((reason) => {
    const count = tags.filter((tag) => leftOutBy(tag) === reason).length;
    const [one, many] = leftOutFor[reason];
    return count === 0 ? [] : [count === 1 ? `1 citation ${one}.` : `${count} citations ${many}.`];
  });
}

/** Why a claim has less support than it has had; null where it lost none. */
export function lostSupport({ supports, apart }: Evidence): LostSupport | null {
  const gone = ({ article }: QuotedTag) => article.retracted;
  const aside = apart.map(({ shown }) => shown).filter(({ stance }) => stance === 'supports');
  const articles = [...supports.map(({ shown }) => shown), ...aside].filter(gone).map(({ article }) => article);
  const retracted = [...new Map(articles.map(({ id, title }) => [id, { id, title }])).values()];
  const leftOut = sayLeftOut(aside.filter((tag) => !gone(tag)));
  return retracted.length + leftOut.length === 0 ? null : { retracted, leftOut };
}
