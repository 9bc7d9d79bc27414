import { paragraphAt, paragraphs, type Paragraph } from '@/lib/anchoring/paragraphs';
import type { Span } from '@/lib/anchoring/span';
import { pageLabels } from './page-labels';
import { sectionsOf, type Section } from './sections';
import { selectionAtHand, selectionIf } from './selection-if';
import { pointAt, unitsBefore } from './text-points';

interface Point {
  node: Node;
  offset: number;
}

/**
 * Sections that stand in a group, which the browser leaves out as one: it looks in every frame at all that it may leave out, and far from the screen
 * that is groups alone. The first is in the page from the beginning.
 */
const GROUP = 8;

/** An element for so many lines, which keeps their place while the browser leaves it out. */
function boxFor(name: 'div' | 'section', lines: number): HTMLElement {
  const box = document.createElement(name);
  box.style.containIntrinsicBlockSize = `auto ${lines}lh`;
  return box;
}

const linesIn = (sections: readonly Section[]): number => sections.reduce((sum, { lines }) => sum + lines, 0);

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
  /** The elements of the sections that are in the page. */
  readonly boxes: HTMLElement[] = [];
  /** What those stand in, so many to each. */
  readonly groups: HTMLElement[] = [];
  readonly lines: HTMLElement[] = [];
  /** Which section a line is in. */
  readonly sectionOf: readonly number[];
  private readonly timesDrawn: number[] = [];
  private readonly at = new WeakMap<Node, number>();
  private pages = new Map<number, string>();
  private filled = 0;
  /** How much higher the first screens turned out than was expected of so many lines: the column may be narrow, or the script wide. */
  private higher = 1;
  /** Stands for the groups that are not in the page yet: they would hold up the first screen. */
  private rest: HTMLElement | null = null;

  constructor(
    readonly host: HTMLElement,
    readonly text: string,
    private readonly draw: DrawLine,
  ) {
    this.list = paragraphs(text);
    this.sections = sectionsOf(this.list);
    this.sectionOf = this.sections.flatMap(({ first, after }, number) => new Array<number>(after - first).fill(number));
    host.replaceChildren();
    if (this.sections.length === 0) return;
    host.setAttribute('aria-busy', 'true');
    host.append(this.openGroup(0));
    const lines = linesIn(this.sections.slice(GROUP));
    if (lines === 0) return;
    this.rest = document.createElement('div');
    this.rest.style.blockSize = `${lines}lh`;
    host.append(this.rest);
  }

  private openGroup(first: number): HTMLElement {
    const sections = this.sections.slice(first, first + GROUP);
    const group = boxFor('div', linesIn(sections) * this.higher);
    for (const section of sections) {
      const lines = section.lines * this.higher;
      const box = boxFor('section', lines);
      // Near the screen the browser asks for what is in it, which is nothing yet.
      box.style.minBlockSize = `${lines}lh`;
      this.boxes.push(box);
      group.append(box);
    }
    this.groups.push(group);
    return group;
  }

  /** Puts the boxes of all sections into the page. */
  unfold(): void {
    if (!this.rest) return;
    this.higher = this.measured();
    const groups: HTMLElement[] = [];
    for (let first = GROUP; first < this.sections.length; first += GROUP) groups.push(this.openGroup(first));
    this.rest.replaceWith(...groups);
    this.rest = null;
  }

  private measured(): number {
    const filled = this.sections.filter((_, number) => this.boxes[number]?.firstChild);
    const px = this.boxes.reduce((sum, box) => sum + (box.firstChild ? box.clientHeight : 0), 0);
    return px / parseFloat(getComputedStyle(this.host).lineHeight) / linesIn(filled) || 1;
  }

  /** The sections in a group. */
  inGroup(group: Node): number[] {
    const first = this.groups.indexOf(group as HTMLElement) * GROUP;
    return first < 0 ? [] : this.sections.slice(first, first + GROUP).map((_, nth) => first + nth);
  }

  /**
   * Whether the browser leaves out the group of a section as one. Near the screen it does not, since in a group it would look ahead for sections no
   * further than the screen.
   */
  leaveOut(number: number, asOne: boolean): void {
    const group = this.groups[Math.floor(number / GROUP)];
    if (group) group.style.contentVisibility = asOne ? '' : 'visible';
  }

  /** Puts a section's lines into the page, once. The pane is busy until the last. */
  fill(number: number): void {
    const section = this.sections[number];
    if (number >= GROUP) this.unfold();
    const box = this.boxes[number];
    if (!section || !box || box.firstChild) return;
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
    this.pages = pageLabels(this.list, starts);
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
    if (!element || !paragraph) return;
    this.draw(element, line, paragraph);
    this.timesDrawn[line] = (this.timesDrawn[line] ?? 0) + 1;
  }

  /** How often the lines of a span were drawn: a range over it that is older may hold other words, or none. */
  drawings({ start, end }: Span): number {
    let sum = 0;
    for (let line = Math.max(0, paragraphAt(this.list, start)); (this.list[line]?.start ?? end) < end; line += 1)
      sum += this.timesDrawn[line] ?? 0;
    return sum;
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
    const group = this.groups.indexOf(node as HTMLElement);
    if (group >= 0) return this.sections[group * GROUP + offset]?.start ?? this.text.length;
    // Behind what stands for the other groups is the end.
    const before = this.rest && offset > 1 ? this.sections.length : offset * GROUP;
    if (node === this.host) return this.sections[before]?.start ?? this.text.length;
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
