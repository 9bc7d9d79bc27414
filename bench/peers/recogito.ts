import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import type { Spot } from '@/e2e/support/bulk';
import { lineAt, linesOf, type Candidate } from './candidate';

// Recogito's text annotator with its SPANS renderer. As shipped it looks for each annotation's range from the beginning of the text; with ranges
// made beforehand it is at its best. Its renderer CSS_HIGHLIGHTS throws in `setAnnotations` of this version, so all go through the store.

export function recogito(withRanges: boolean): Candidate {
  let annotator: TextAnnotator;
  let text = '';
  let lines: ReturnType<typeof linesOf> = [];
  let elements: HTMLElement[] = [];
  let count = 0;

  const point = (offset: number, side: 'start' | 'end') => {
    const line = lineAt(lines, side === 'end' ? offset - 1 : offset);
    return [elements[line]!.firstChild!, offset - lines[line]!.start] as const;
  };
  const rangeOf = ({ start, end }: Spot) => {
    const range = document.createRange();
    range.setStart(...point(start, 'start'));
    range.setEnd(...point(end, 'end'));
    return range;
  };
  const annotation = (spot: Spot): TextAnnotation => {
    const id = `a${count++}`;
    const selector = { quote: text.slice(spot.start, spot.end), start: spot.start, end: spot.end };
    const made = withRanges ? { ...selector, range: rangeOf(spot) } : selector;
    return { id, bodies: [], target: { annotation: id, selector: [made as TextAnnotation['target']['selector'][0]] } };
  };

  return {
    async open(host, whole, spots) {
      text = whole;
      lines = linesOf(text);
      elements = lines.map((line) => {
        const element = document.createElement('p');
        element.append(line.text);
        return element;
      });
      host.replaceChildren(...elements);
      annotator = createTextAnnotator(host, { renderer: 'SPANS' }) as unknown as TextAnnotator;
      annotator.state.store.bulkAddAnnotations(spots.map(annotation), true);
      // Its renderer draws a frame later.
      while (!document.querySelector('.r6o-span-highlight-layer .r6o-annotation')) await frame();
    },
    add: (spot) => void annotator.state.store.addAnnotation(annotation(spot)),
    hit: (x, y) => {
      const box = annotator.element.getBoundingClientRect();
      return annotator.state.store.getAt(x - box.left, y - box.top, false) !== undefined;
    },
    // What its selection handler does: the text from the beginning to the selection, measured.
    selected() {
      const selection = getSelection();
      if (!selection || selection.isCollapsed) return null;
      const range = selection.getRangeAt(0);
      const before = document.createRange();
      before.setStart(annotator.element, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const start = before.cloneContents().textContent!.length;
      return { start, end: start + range.toString().length };
    },
  };
}

const frame = () => new Promise((done) => requestAnimationFrame(done));
