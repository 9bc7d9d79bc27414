import { absoluteTime } from '@/components/ui/moment';
import type { AnswerOf } from '@/lib/api/client';
import type { Highlight } from '@/lib/highlights/highlight';

type Carried = NonNullable<Highlight['carried']>;

const ways: Record<Carried['how'], string> = {
  'same-place': 'same words at the same place',
  'same-words': 'same words, further on or moved',
  'through-differences': 'found through the differences',
  fuzzy: 'found by likeness',
  'by-hand': 'placed by hand',
};

/** How a highlight came to a corrected text, in few words: "Moved with the correction of 3 Nov 2026 (found by likeness)". */
export function carriedWords({ how, from, at, quote }: Carried): string {
  const day = absoluteTime(at, 'date');
  if (how === 'by-hand') return `Placed by hand on ${day}, from version ${from}`;
  return quote === null
    ? `Carried from version ${from} on ${day}: ${ways[how]}`
    : `Moved with the correction of ${day} (${ways[how]})`;
}

/** What a saved correction did, in one sentence. */
export function savedWords({ article, exact, moved, orphaned }: AnswerOf<'reviseArticle'>): string {
  const stand = exact.length === 1 ? '1 highlight stands' : `${exact.length} highlights stand`;
  return `Version ${article.version.number} is saved: ${stand} word for word, ${moved.length} moved, ${orphaned.length} lost.`;
}
