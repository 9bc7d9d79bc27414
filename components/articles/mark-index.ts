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

/** `list` is the text's paragraphs. A replacement costs one look at each mark and the paragraphs of those that differ. */
export function indexMarks(list: readonly Paragraph[]): MarkIndex {
  let known = new Map<string, PaneMark>();
  const byParagraph = new Map<number, PaneMark[]>();

  function touched({ start, end }: PaneMark, each: (index: number) => void): void {
    if (start >= end) return;
    for (let index = paragraphAt(list, start); (list[index]?.start ?? Infinity) < end; index += 1) each(index);
  }

  function replace(marks: readonly PaneMark[]): Set<number> {
    const changed = new Set<number>();
    const next = new Map(marks.map((mark) => [mark.id, mark]));
    for (const [id, mark] of known) {
      const now = next.get(id);
      if (now && alike(now, mark)) continue;
      touched(mark, (index) => {
        changed.add(index);
        byParagraph.set(
          index,
          (byParagraph.get(index) ?? []).filter((one) => one.id !== id),
        );
      });
    }
    for (const [id, mark] of next) {
      const before = known.get(id);
      if (before && alike(mark, before)) continue;
      touched(mark, (index) => {
        changed.add(index);
        byParagraph.set(index, [...(byParagraph.get(index) ?? []), mark]);
      });
    }
    known = next;
    return changed;
  }

  return { replace, over: (paragraph) => byParagraph.get(paragraph) ?? [], find: (id) => known.get(id) };
}
