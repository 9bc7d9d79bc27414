import { CONTEXT_UNITS } from './pin';
import { insideWord, splitsPair, type Kept, type Span } from './span';

/** The first index of `kept` whose stretch ends after `offset`, in the old or the new text. */
function firstAfter(kept: readonly Kept[], offset: number, side: 'oldStart' | 'newStart'): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = kept[middle];
    if (run && run[side] + run.length > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The parts of `span` that are kept, with their place in the other text. */
export function keptIn(kept: readonly Kept[], span: Span, side: 'oldStart' | 'newStart' = 'oldStart'): Kept[] {
  const found: Kept[] = [];
  for (let index = firstAfter(kept, span.start, side); ; index += 1) {
    const run = kept[index];
    if (!run || run[side] >= span.end) return found;
    const skipped = Math.max(0, span.start - run[side]);
    const length = Math.min(run.length, span.end - run[side]) - skipped;
    found.push({ oldStart: run.oldStart + skipped, newStart: run.newStart + skipped, length });
  }
}

const units = (runs: readonly Kept[]): number => runs.reduce((sum, { length }) => sum + length, 0);

interface Gap {
  readonly old: Span;
  readonly young: Span;
}

function gapBefore(kept: readonly Kept[], index: number, oldLength: number, newLength: number): Gap {
  const [left, right] = [kept[index - 1], kept[index]];
  return {
    old: { start: left ? left.oldStart + left.length : 0, end: right?.oldStart ?? oldLength },
    young: { start: left ? left.newStart + left.length : 0, end: right?.newStart ?? newLength },
  };
}

/**
 * Where a span of the old text lies in the new one according to the differences, with how many of its units are kept.
 * An edge inside a rewritten stretch takes that stretch along when most of it lay inside the span. Null when nothing
 * is left between the edges.
 */
export function acrossDifferences(
  kept: readonly Kept[],
  span: Span,
  lengths: { old: number; new: number },
): { span: Span; kept: number } | null {
  const first = firstAfter(kept, span.start, 'oldStart');
  const run = kept[first];
  const head = gapBefore(kept, first, lengths.old, lengths.new);
  let start: number;
  if (run && run.oldStart <= span.start) start = run.newStart + span.start - run.oldStart;
  else {
    const inside = Math.min(head.old.end, span.end) - span.start;
    start = inside >= span.start - head.old.start ? head.young.start : head.young.end;
  }

  const next = firstAfter(kept, span.end - 1, 'oldStart');
  const last = kept[next];
  const tail = gapBefore(kept, next, lengths.old, lengths.new);
  let end: number;
  if (last && last.oldStart < span.end) end = last.newStart + span.end - last.oldStart;
  else {
    const inside = span.end - Math.max(tail.old.start, span.start);
    end = inside >= tail.old.end - span.end ? tail.young.end : tail.young.start;
  }
  return start < end ? { span: { start, end }, kept: units(keptIn(kept, span)) } : null;
}

/**
 * A span's place in the new text with those of its first and last words that stand there still, right beside what is kept of it: a shortest script
 * may have paired them with the same words somewhere else. `own` is how many units that adds.
 */
export function withOwnEdges(
  oldText: string,
  newText: string,
  kept: readonly Kept[],
  span: Span,
  found: Span,
): { span: Span; own: number } {
  const inside = keptIn(kept, span);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return { span: found, own: 0 };
  const end = { old: last.oldStart + last.length, new: last.newStart + last.length };
  let [before, after] = [0, 0];
  while (
    first.oldStart - before > span.start &&
    first.newStart > before &&
    oldText[first.oldStart - before - 1] === newText[first.newStart - before - 1]
  )
    before += 1;
  while (
    end.old + after < span.end &&
    end.new + after < newText.length &&
    oldText[end.old + after] === newText[end.new + after]
  )
    after += 1;
  const cuts = (at: number) => insideWord(newText, at) || splitsPair(newText, at);
  while (before > 0 && cuts(first.newStart - before)) before -= 1;
  while (after > 0 && cuts(end.new + after)) after -= 1;
  const wider = {
    start: Math.min(found.start, first.newStart - before),
    end: Math.max(found.end, end.new + after),
  };
  return { span: wider, own: found.start - wider.start + wider.end - found.end };
}

/**
 * Whether the surroundings speak for this place: half of the span with its context is kept close to it.
 * A shortest edit script may pair a short word with any other of the same spelling.
 */
export function supported(kept: readonly Kept[], span: Span, found: Span, oldLength: number): boolean {
  const window = {
    start: Math.max(0, span.start - CONTEXT_UNITS),
    end: Math.min(oldLength, span.end + CONTEXT_UNITS),
  };
  const near = keptIn(kept, window).filter(
    ({ newStart, length }) =>
      newStart + length > found.start - 2 * CONTEXT_UNITS && newStart < found.end + 2 * CONTEXT_UNITS,
  );
  return units(near) >= 0.5 * (window.end - window.start);
}

/** Whether the words at `place` in the new text stood in the old one already, outside the span: then they are others. */
export function keptElsewhere(kept: readonly Kept[], span: Span, place: Span): boolean {
  const elsewhere = keptIn(kept, place, 'newStart').filter(
    ({ oldStart, length }) => oldStart + length <= span.start || oldStart >= span.end,
  );
  const longest = elsewhere.reduce((most, { length }) => Math.max(most, length), 0);
  return longest >= 0.8 * (place.end - place.start);
}
