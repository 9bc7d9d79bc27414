import { contextShare } from './candidates';
import { copied, type Edited } from './corpus.fixtures';
import { pin } from './pin';
import { recognisable } from './recognisable';
import { trimSpan, type Span } from './span';

/** The offsets of the corrected text that are, or stand for, units of the span. */
function imageOf({ from }: Edited, { start, end }: Span): number[] {
  const found: number[] = [];
  for (const [at, old] of from.entries()) if (old >= start && old < end) found.push(at);
  return found;
}

/** Pieces of the image further apart than this are not one passage any more. */
const APART = 120;

/** Where the words of a span are in the corrected text: its largest piece, if an analyst would know it again; else null. */
export function truthOf(before: string, edited: Edited, span: Span): Span | null {
  const pieces: { start: number; end: number; units: number }[] = [];
  for (const at of imageOf(edited, span)) {
    const last = pieces.at(-1);
    if (last && at - last.end <= APART) Object.assign(last, { end: at + 1, units: last.units + 1 });
    else pieces.push({ start: at, end: at + 1, units: 1 });
  }
  const [largest] = pieces.sort((a, b) => b.units - a.units);
  const trimmed = largest && trimSpan(edited.text, largest);
  const known =
    trimmed && recognisable(before.slice(span.start, span.end), edited.text.slice(trimmed.start, trimmed.end));
  return known ? trimmed : null;
}

/**
 * Whether an answer is where the words are: a third of the letters that it shows are theirs, or stand for theirs. A copy that
 * was made of them is as good where they are gone, or where it has more of their context around it than they have: which of
 * two equal sentences is the copy, no text tells.
 */
export function isThere(before: string, edited: Edited, span: Span, found: Span): boolean {
  const shown = edited.from.slice(found.start, found.end);
  const share = (old: (from: number) => number) =>
    shown.filter((from) => old(from) >= span.start && old(from) < span.end).length / shown.length;
  if (share((from) => from) >= 1 / 3) return true;
  if (share(copied) < 1 / 3) return false;
  const truth = truthOf(before, edited, span);
  const anchor = pin(before, { ...span, quote: before.slice(span.start, span.end) });
  if (!truth || 'refused' in anchor) return truth === null;
  return contextShare(edited.text, found, anchor) > contextShare(edited.text, truth, anchor);
}
