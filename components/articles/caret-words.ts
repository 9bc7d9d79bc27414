import { nextCharacter } from '@/lib/anchoring/snap';
import type { CaretStep } from './caret';

/** More than this of a line or a paragraph is not read out at every step. */
const LONGEST = 160;

function said(words: string): string {
  if (/^\r?\n$|^\r$/.test(words)) return 'line end';
  if (words === ' ' || words === '\u00a0') return 'space';
  const line = words.replace(/\s+/g, ' ').trim();
  if (line === '') return 'blank';
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
}

/**
 * What a screen reader hears of a step: the words passed over or come to, and whether they are selected now. There is
 * no caret of the browser's own in the article, so nothing is read unless we say it.
 */
export function sayStep(text: string, { from, to, unit, extent }: CaretStep): string {
  if (from === to)
    return to >= text.length ? 'End of the article' : to === 0 ? 'Beginning of the article' : 'Edge of the line';
  const passed = text.slice(Math.min(from, to), Math.max(from, to));
  if (extent === 'longer') return `${said(passed)} selected`;
  if (extent === 'shorter') return `${said(passed)} no longer selected`;
  if (unit === 'character' || unit === 'lineboundary') return said(text.slice(to, nextCharacter(text, to, 'forward')));
  if (unit === 'paragraph') return said(/[^\r\n]*/.exec(text.slice(to, to + 2 * LONGEST))?.[0] ?? '');
  return said(passed);
}
