import { lineAt, linesOf, TONES, type Candidate } from './candidate';
import type { Spot } from '@/e2e/support/bulk';

// Two floors. The text by itself, all of it laid out: what it costs to have a long page at all. And virtual paragraphs with CSS highlights:
// only the lines near the screen are in the page, which is the least that anything can do, though the browser's own search then finds little.

/** One `<p>` a line; the number of its line stands on the element. */
function paragraph(text: string, line: number): HTMLElement {
  const element = document.createElement('p');
  element.dataset.line = String(line);
  element.append(text);
  return element;
}

/** The native selection, where each line is one text node. */
function selectedIn(lines: readonly { start: number }[]): Spot | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const at = (node: Node, offset: number) =>
    lines[Number(node.parentElement!.closest<HTMLElement>('p')!.dataset.line)]!.start + offset;
  return { start: at(startContainer, startOffset), end: at(endContainer, endOffset) };
}

export function plain(): Candidate {
  let lines: ReturnType<typeof linesOf> = [];
  return {
    open(host, text) {
      lines = linesOf(text);
      host.replaceChildren(...lines.map((line, number) => paragraph(line.text, number)));
    },
    add: () => {},
    hit: (x, y) => document.elementFromPoint(x, y)?.closest('mark') !== null,
    selected: () => selectedIn(lines),
  };
}

const LINE_UNITS = 76;

/** How far above and below the screen lines are kept in the page, in screens. */
const BEYOND = 1;

class VirtualLines {
  private readonly heights: number[];
  private readonly shown = new Map<number, HTMLElement>();
  private readonly over: (Spot & { tone: number })[][];
  private readonly highlights = Array.from({ length: TONES }, () => new Highlight());
  private readonly drawn = new Map<number, { range: StaticRange; tone: number }[]>();
  private count = 0;

  constructor(
    private readonly host: HTMLElement,
    readonly lines: ReturnType<typeof linesOf>,
    private readonly lineHeight: number,
  ) {
    this.over = lines.map(() => []);
    this.heights = lines.map(({ text }) => Math.max(1, Math.ceil(text.length / LINE_UNITS)) * lineHeight);
    for (const [tone, highlight] of this.highlights.entries()) CSS.highlights.set(`tone-${tone}`, highlight);
    addEventListener('scroll', () => this.show(), { passive: true });
  }

  take(spot: Spot): number[] {
    const marked = { ...spot, tone: this.count++ % TONES };
    const touched: number[] = [];
    for (let line = lineAt(this.lines, spot.start); (this.lines[line]?.start ?? Infinity) < spot.end; line += 1) {
      this.over[line]!.push(marked);
      touched.push(line);
    }
    return touched;
  }

  add(spot: Spot) {
    for (const line of this.take(spot)) if (this.shown.has(line)) this.mark(line);
  }

  private unmark(line: number) {
    for (const { range, tone } of this.drawn.get(line) ?? []) this.highlights[tone]!.delete(range);
    this.drawn.delete(line);
  }

  private mark(line: number) {
    this.unmark(line);
    const node = this.shown.get(line)!.firstChild!;
    const { start, text } = this.lines[line]!;
    const drawn = this.over[line]!.map((spot) => ({
      tone: spot.tone,
      range: new StaticRange({
        startContainer: node,
        startOffset: Math.max(0, spot.start - start),
        endContainer: node,
        endOffset: Math.min(text.length, spot.end - start),
      }),
    }));
    for (const { range, tone } of drawn) this.highlights[tone]!.add(range);
    this.drawn.set(line, drawn);
  }

  /** Puts the lines near the screen into the page, between two paddings that stand for the others. */
  show() {
    const top = -this.host.getBoundingClientRect().top;
    let [first, above] = [0, 0];
    while (first < this.lines.length && above + this.heights[first]! < top - innerHeight * BEYOND)
      above += this.heights[first++]!;
    let [after, height] = [first, 0];
    while (after < this.lines.length && above + height < top + innerHeight * (1 + BEYOND))
      height += this.heights[after++]!;
    let below = 0;
    for (let line = after; line < this.lines.length; line += 1) below += this.heights[line]!;
    for (const [line, element] of this.shown) {
      if (line >= first && line < after) continue;
      this.unmark(line);
      element.remove();
      this.shown.delete(line);
    }
    const behind = (line: number) => {
      for (let next = line + 1; next < after; next += 1) if (this.shown.has(next)) return this.shown.get(next)!;
      return null;
    };
    for (let line = first; line < after; line += 1) {
      if (this.shown.has(line)) continue;
      const element = paragraph(this.lines[line]!.text, line);
      this.host.insertBefore(element, behind(line));
      this.shown.set(line, element);
      this.mark(line);
    }
    this.host.style.paddingBlock = `${above}px ${below}px`;
  }

  drawnAt(x: number, y: number): boolean {
    const caret = document.caretPositionFromPoint(x, y);
    const line = Number(caret?.offsetNode.parentElement?.closest<HTMLElement>('p')?.dataset.line ?? -1);
    const at = (this.lines[line]?.start ?? 0) + (caret?.offset ?? 0);
    return (this.over[line] ?? []).some(({ start, end }) => start <= at && at < end);
  }
}

export function virtual(): Candidate {
  let shown: VirtualLines;
  return {
    open(host, text, spots) {
      shown = new VirtualLines(host, linesOf(text), Number.parseFloat(getComputedStyle(host).lineHeight));
      for (const spot of spots) shown.take(spot);
      shown.show();
    },
    add: (spot) => shown.add(spot),
    hit: (x, y) => shown.drawnAt(x, y),
    selected: () => selectedIn(shown.lines),
  };
}
