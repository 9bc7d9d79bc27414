import { paragraphAt, type Paragraph } from '@/lib/anchoring/paragraphs';
import type { PaneMark } from './mark-look';

/** Which marks touch which paragraph, kept up to date by differences: a change names only the paragraphs it changed. */
export interface MarkIndex {
  /** Takes the marks as they are now; answers the indices of the paragraphs that look different. */
  replace: (marks: readonly PaneMark[]) => Set<number>;
  over: (paragraph: number) => readonly PaneMark[];
  find: (id: string) => PaneMark | undefined;
}

const alike = (a: PaneMark, b: PaneMark): boolean =>
  a === b || (a.start === b.start && a.end === b.end && a.tone === b.tone && a.line === b.line && a.label === b.label);

/** Both lists without what they begin and end with in common: what is left of ten thousand when one was added. */
export function whereTheyDiffer<T>(
  before: readonly T[],
  now: readonly T[],
): { gone: readonly T[]; come: readonly T[] } {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return { gone: before.slice(start, before.length - end), come: now.slice(start, now.length - end) };
}

/** `list` is the text's paragraphs. A replacement costs a look at what differs and at the paragraphs of that. */
export function indexMarks(list: readonly Paragraph[]): MarkIndex {
  let latest: readonly PaneMark[] = [];
  const known = new Map<string, PaneMark>();
  const byParagraph = new Map<number, PaneMark[]>();

  function touched({ start, end }: PaneMark, each: (index: number) => void): void {
    if (start >= end) return;
    for (let index = paragraphAt(list, start); (list[index]?.start ?? Infinity) < end; index += 1) each(index);
  }

  function forget(mark: PaneMark, changed: Set<number>): void {
    known.delete(mark.id);
    touched(mark, (index) => {
      changed.add(index);
      byParagraph.set(
        index,
        (byParagraph.get(index) ?? []).filter((one) => one.id !== mark.id),
      );
    });
  }

  function take(mark: PaneMark, changed: Set<number>): void {
    known.set(mark.id, mark);
    touched(mark, (index) => {
      changed.add(index);
      const there = byParagraph.get(index);
      if (there) there.push(mark);
      else byParagraph.set(index, [mark]);
    });
  }

  function replace(marks: readonly PaneMark[]): Set<number> {
    const changed = new Set<number>();
    const { gone, come } = whereTheyDiffer(latest, marks);
    latest = marks;
    const next = new Map(come.map((mark) => [mark.id, mark]));
    for (const mark of gone) {
      const now = next.get(mark.id);
      if (now && alike(now, mark)) {
        known.set(now.id, now);
        next.delete(now.id);
      } else forget(mark, changed);
    }
    for (const mark of next.values()) take(mark, changed);
    return changed;
  }

  return { replace, over: (paragraph) => byParagraph.get(paragraph) ?? [], find: (id) => known.get(id) };
}
