import { snap } from '@/lib/anchoring/snap';
import { insideWord, type Span } from '@/lib/anchoring/span';

const folded = (words: string): string => {
  const lower = words.toLowerCase();
  return lower.length === words.length ? lower : words;
};

/** Where `name` stands over the whole of `hit`, whatever the case, as whole words; null where it does not. */
function nameOver(text: string, hit: Span, name: string): Span | null {
  const more = name.length - (hit.end - hit.start);
  if (more < 0) return null;
  const from = Math.max(0, hit.start - more);
  const start = folded(text.slice(from, hit.end + more)).indexOf(folded(name)) + from;
  const end = start + name.length;
  const whole = start >= from && !insideWord(text, start) && !insideWord(text, end);
  return whole ? { start, end } : null;
}

/**
 * What somebody means who has found a few letters: the longest known name that they are part of, else the whole words.
 * So three letters and Enter are enough for a name of any length.
 */
export function foundWords(text: string, hit: Span, names: Iterable<string>): Span {
  let best: Span | null = null;
  for (const name of names) {
    if (best && name.length <= best.end - best.start) continue;
    best = nameOver(text, hit, name) ?? best;
  }
  return best ?? snap(text, hit.start, hit.end, 'word') ?? hit;
}
