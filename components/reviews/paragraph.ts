import { wordsAfter, wordsBefore } from '@/components/claims/context-words';
import { paragraphAt, paragraphs } from '@/lib/anchoring/paragraphs';

/** The rest of the paragraph, or paragraphs, that a span stands in; without the line end that closes them. UTF-16 units. */
export function paragraphAround(text: string, start: number, end: number): { before: string; after: string } {
  const list = paragraphs(text);
  const first = list[paragraphAt(list, start)];
  const last = list[paragraphAt(list, Math.max(start, end - 1))];
  if (!first || !last) return { before: '', after: '' };
  return { before: text.slice(first.start, start), after: text.slice(end, last.end).replace(/[\r\n]+$/, '') };
}

/** The words kept with a quote: whole ones of its paragraph, with a sign where the text goes on beyond them. */
export function wordsAround({ prefix, suffix, start }: { prefix: string; suffix: string; start: number }) {
  return { before: wordsBefore(prefix, start), after: wordsAfter(suffix) };
}
