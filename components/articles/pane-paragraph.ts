import type { Paragraph } from '@/lib/anchoring/paragraphs';
import { segments } from '@/lib/anchoring/segments';
import { lanesOf } from './lanes';
import { markBackground, type PaneMark } from './mark-look';

const byStart = (a: PaneMark, b: PaneMark): number =>
  a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Puts the paragraph's exact text into its element, flat: text nodes, and one `<mark>` a segment that is covered by the
 * same marks from end to end. Nothing else ever stands in it, so its `textContent` is the stored text.
 */
export function fillParagraph(element: HTMLElement, paragraph: Paragraph, over: readonly PaneMark[]): void {
  if (over.length === 0) {
    element.replaceChildren(paragraph.text);
    return;
  }
  const sorted = [...over].sort(byStart);
  const byId = new Map(sorted.map((mark) => [mark.id, mark]));
  const lanes = lanesOf(sorted);
  const begun = new Set<string>();
  const nodes = segments(paragraph, sorted).map((segment): Node => {
    const words = document.createTextNode(
      paragraph.text.slice(segment.start - paragraph.start, segment.end - paragraph.start),
    );
    if (segment.ids.length === 0) return words;
    const marks = segment.ids.flatMap((id) => byId.get(id) ?? []);
    const mark = document.createElement('mark');
    mark.dataset.ids = segment.ids.join(' ');
    mark.style.background = markBackground(marks, lanes);
    describe(mark, marks, begun);
    mark.append(words);
    return mark;
  });
  element.replaceChildren(...nodes);
}

/** A mark is described where it begins, so that a screen reader does not repeat it at every overlap. */
function describe(element: HTMLElement, marks: readonly PaneMark[], begun: Set<string>): void {
  const fresh = marks.filter((mark) => !begun.has(mark.id));
  if (fresh.length === 0) return;
  for (const mark of fresh) begun.add(mark.id);
  element.dataset.begins = fresh.map((mark) => mark.id).join(' ');
  // Shown where colours cannot be: in forced colours and where more contrast is asked for.
  element.dataset.letters = fresh.map((mark) => mark.letter).join(' ');
  element.setAttribute('aria-description', fresh.map((mark) => mark.label).join('; '));
}
