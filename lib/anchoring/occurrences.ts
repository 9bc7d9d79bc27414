import { insideCharacter } from './snap';
import { insideWord, overlap, type Span } from './span';

/**
 * Every other place of exactly this spelling, as whole words: case, accents, apostrophes and white space must agree to
 * the unit. In text order, UTF-16 offsets, without those that touch a span of `taken` or one another.
 */
export function occurrences(text: string, name: string, taken: readonly Span[] = []): Span[] {
  if (name.trim() === '') return [];
  const found: Span[] = [];
  for (let start = text.indexOf(name); start >= 0;) {
    const span = { start, end: start + name.length };
    const cuts = (at: number) => insideWord(text, at) || insideCharacter(text, at);
    const whole = !cuts(span.start) && !cuts(span.end);
    const free = whole && !taken.some((other) => overlap(other, span));
    if (free) found.push(span);
    start = text.indexOf(name, free ? span.end : start + 1);
  }
  return found;
}
