import type { Span } from '@/lib/anchoring/span';

function placesOf(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/**
 * Where words of one side of an echo stand on the other side: UTF-16 units from its beginning. The nth of these words are the nth of
 * the same words there, as long as both sides have them equally often; null where the other side words it otherwise.
 */
export function sameWords(from: string, { start, end }: Span, to: string): Span | null {
  const words = from.slice(start, end);
  if (words === '') return null;
  if (from === to) return { start, end };
  const here = placesOf(from, words);
  const there = placesOf(to, words);
  const at = there[here.indexOf(start)];
  return at === undefined || here.length !== there.length ? null : { start: at, end: at + words.length };
}
