import { paragraphAt, paragraphs, type Paragraph } from '@/lib/anchoring/paragraphs';
import type { Span } from '@/lib/anchoring/span';
import { sectionsOf, type Section } from './sections';
import { selectionAtHand, selectionIf } from './selection-if';
import { pointAt, unitsBefore } from './text-points';

interface Point {
  node: Node;
  offset: number;
}

/** Sections that are in the page from the beginning: more than any screen is high. */
const FIRST = 8;

/** Puts the words of a line into its element; the text and nothing else. */
export type DrawLine = (element: HTMLElement, line: number, paragraph: Paragraph) => void;

/**
 * The article's exact text in the page: one `<p>` a line, in sections that are filled one at a time, and the way from
 * nodes to offsets (UTF-16 units of the stored text) and back. Every position goes through the start of its paragraph,
 * so that a million characters cost no more than ten thousand.
 */
export class PaneText {
  readonly list: readonly Paragraph[];
  readonly sections: readonly Section[];
  readonly boxes: readonly HTMLElement[];
  readonly lines: HTMLElement[] = [];
  /** Which section a line is in. */
  readonly sectionOf: readonly number[];
  private readonly at = new WeakMap<Node, number>();
  private pages = new Map<number, string>();
  private filled = 0;
  /** Stands for the boxes that are not in the page yet: hundreds of them would hold up the first screen. */
  private rest: HTMLElement | null = null;

  constructor(
    readonly host: HTMLElement,
    readonly text: string,
    private readonly draw: DrawLine,
  ) {
    this.list = paragraphs(text);
    this.sections = sectionsOf(this.list);
    this.sectionOf = this.sections.flatMap(({ first, after }, number) => new Array<number>(after - first).fill(number));
    this.boxes = this.sections.map((section) => {
      const box = document.createElement('section');
      box.style.containIntrinsicBlockSize = `auto ${section.lines}lh`;
      // Near the screen the browser asks for what is in it, which is nothing yet.
      box.style.minBlockSize = `${section.lines}lh`;
      return box;
    });
    if (this.sections.length > 0) host.setAttribute('aria-busy', 'true');
    host.replaceChildren(...this.boxes.slice(0, FIRST));
    const lines = this.sections.slice(FIRST).reduce((sum, section) => sum + section.lines, 0);
    if (lines === 0) return;
    this.rest = document.createElement('div');
    this.rest.style.blockSize = `${lines}lh`;
    host.append(this.rest);
  }

  /** Puts the boxes of all sections into the page. */
  unfold(): void {
    this.rest?.replaceWith(...this.boxes.slice(FIRST));
    this.rest = null;
  }

  /** Puts a section's lines into the page, once. The pane is busy until the last. */
  fill(number: number): void {
    const section = this.sections[number];
    const box = this.boxes[number];
    if (!section || !box || box.firstChild) return;
    if (number >= FIRST) this.unfold();
    for (let line = section.first; line < section.after; line += 1) {
      const element = document.createElement('p');
      element.dir = 'auto';
      this.at.set(element, line);
      this.lines[line] = element;
      this.markPage(line);
      this.redraw(line);
      box.append(element);
    }
    box.style.minBlockSize = '';
    this.filled += 1;
    if (this.filled === this.sections.length) this.host.removeAttribute('aria-busy');
  }

  /** Where the pages of a file begin: the style sheet writes their numbers above these lines, outside the text. */
  setPages(starts: readonly number[]): void {
    this.pages = new Map(starts.map((start, index) => [paragraphAt(this.list, start), `p. ${index + 1}`]));
    this.lines.forEach((_, line) => this.markPage(line));
  }

  private markPage(line: number): void {
    const page = this.pages.get(line);
    if (page) this.lines[line]?.setAttribute('data-page', page);
    else this.lines[line]?.removeAttribute('data-page');
  }

  redraw(line: number): void {
    const element = this.lines[line];
    const paragraph = this.list[line];
    if (element && paragraph) this.draw(element, line, paragraph);
  }

  /** The first section that is still empty, or -1. */
  nextEmpty(): number {
    return this.filled === this.sections.length ? -1 : this.boxes.findIndex((box) => !box.firstChild);
  }

  /** The index of the line that a node is in, or -1. */
  lineOf(node: Node): number {
    for (let one: Node | null = node; one && one !== this.host; one = one.parentNode) {
      const line = this.at.get(one);
      if (line !== undefined) return line;
    }
    return -1;
  }

  /** The offset of a boundary point, as in a DOM range; points outside the article count as its beginning or end. */
  offsetOf(node: Node, offset: number): number {
    const line = this.lineOf(node);
    const element = this.lines[line];
    if (element) return (this.list[line]?.start ?? 0) + unitsBefore(element, node, offset);
    const section = this.sections[this.boxes.indexOf(node as HTMLElement)];
    if (section) return this.list[Math.min(section.first + offset, section.after)]?.start ?? section.end;
    if (node === this.host) return this.sections[offset]?.start ?? this.text.length;
    return this.host.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING ? 0 : this.text.length;
  }

  private pointOf(offset: number, side: 'start' | 'end'): Point {
    const line = Math.max(0, paragraphAt(this.list, side === 'end' ? offset - 1 : offset));
    this.fill(this.sectionOf[line] ?? -1);
    const element = this.lines[line];
    const point = element && pointAt<Node>(element, offset - (this.list[line]?.start ?? 0), side);
    return point ?? { node: this.host, offset: 0 };
  }

  /** A live range over the span; its lines are filled first if they are not yet. */
  rangeOf({ start, end }: Span): Range {
    const range = document.createRange();
    const from = this.pointOf(start, 'start');
    const to = start === end ? from : this.pointOf(end, 'end');
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** The native selection where it holds words of the article; `caret` is the end that moves. */
  selected(): (Span & { caret: number }) | null {
    const selection = selectionIf();
    // `isCollapsed` would have everything laid out that has changed.
    if (!selection?.focusNode || selection.type !== 'Range') return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.host)) return null;
    const start = this.offsetOf(range.startContainer, range.startOffset);
    const end = this.offsetOf(range.endContainer, range.endOffset);
    if (start >= end) return null;
    return { start, end, caret: this.offsetOf(selection.focusNode, selection.focusOffset) };
  }

  /** Where the native selection's moving end stands, when that is in the article. */
  caret(): number | null {
    const selection = selectionIf();
    if (!selection?.focusNode || !this.host.contains(selection.focusNode)) return null;
    return this.offsetOf(selection.focusNode, selection.focusOffset);
  }

  /** Selects natively from the fixed end to the moving one, which may stand before it; equal ends place the caret. */
  select(from: number, to: number): void {
    const anchor = this.pointOf(from, from <= to ? 'start' : 'end');
    const focus = this.pointOf(to, from < to ? 'end' : 'start');
    selectionAtHand()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  }
}
