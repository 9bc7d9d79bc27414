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

/** “Qari Yusuf’s” without what is no part of the name, unless that was looked for. */
function withoutPossessive(text: string, hit: Span, { start, end }: Span): Span {
  const [more = ''] = /['’ʼ]s$/iu.exec(text.slice(start, end)) ?? [];
  const bare = end - more.length;
  return { start, end: hit.end > bare ? end : bare };
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
  return best ?? withoutPossessive(text, hit, snap(text, hit.start, hit.end, 'word') ?? hit);
}
