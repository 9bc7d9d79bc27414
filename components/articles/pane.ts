import { paragraphAt } from '@/lib/anchoring/paragraphs';
import type { Span } from '@/lib/anchoring/span';
import { afterFrame } from './after-frame';
import { firstOfAll } from './first-of-all';
import { freeScreen } from './free-screen';
import { indexMarks, type MarkIndex } from './mark-index';
import type { PaneMark } from './mark-look';
import { fillParagraph } from './pane-paragraph';
import { PaneText } from './pane-text';
import { selectionIf } from './selection-if';
import { settle } from './settle';

const SLICE_MS = 6;
/** Sections before and behind those near the screen, marked while the page rests: whoever scrolls finds them drawn. */
const AHEAD = 5;
/** ms that a crowded section of sixteen paragraphs may take. */
const A_SECTION_MS = 8;
/** No line of any size of the text is lower: what the first screen is counted with, since asking would have the page laid out. */
const LEAST_LINE_PX = 22;
/** The first screen and its marks are painted before the rest is filled. */
const AFTER_PAINT_MS = 60;

/**
 * The article in the page: `words` for text and offsets, and the marks over it. The first screen stands when the
 * constructor returns, the rest follows once that is painted, in slices of 6 ms. Marks are drawn within a screen of what is seen; a change
 * redraws only the lines it touches, and never one whose words are being selected.
 */
export class Pane {
  readonly words: PaneText;
  /** How often a line was drawn: ranges made before that may hold nothing any more. */
  drawn = 0;
  private readonly index: MarkIndex;
  /** Sections on the screen or within one screen of it. */
  private readonly near = new Set<number>();
  /** Those of them that are not any more. */
  private readonly leaving = new Set<number>();
  /** Lines whose marks are not drawn as they should be. */
  private readonly stale = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private readonly observer: IntersectionObserver;
  private readonly resized: ResizeObserver;
  /** Something may be stale because its words were being selected. */
  private waiting = false;
  private isWatching = false;
  private frame = 0;
  private unsettle: () => void = () => undefined;
  private unslice: () => void = () => undefined;
  private unfill: () => void = () => undefined;
  private idle = 0;
  /** The section that is marked although it is not near the screen. */
  private drawing = -1;

  constructor(host: HTMLElement, text: string, marks: readonly PaneMark[]) {
    this.words = new PaneText(host, text, (element, line, paragraph) => {
      const over = this.index.over(line);
      const marked = this.isNear(line) || this.words.sectionOf[line] === this.drawing;
      this.drawn += 1;
      fillParagraph(element, paragraph, marked ? over : []);
      if (marked || over.length === 0) this.stale.delete(line);
      else this.stale.add(line);
    });
    this.index = indexMarks(this.words.list);
    this.index.replace(marks);
    this.observer = new IntersectionObserver((entries) => this.moved(entries), { rootMargin: '100% 0px' });
    this.resized = new ResizeObserver(() => this.changed());
    this.fillScreen();
    document.addEventListener('selectionchange', this.selectionChanged);
    addEventListener('scroll', this.watch, { passive: true });
    this.unfill = afterFrame(() => {
      this.watch();
      this.fillSlice();
    }, AFTER_PAINT_MS);
  }

  /** Looks from now on at what comes near the screen: once the first screen is painted, or somebody moves on before that. */
  private readonly watch = (): void => {
    if (this.isWatching) return;
    this.isWatching = true;
    removeEventListener('scroll', this.watch);
    this.words.unfold();
    for (const group of this.words.groups) this.observer.observe(group);
    this.resized.observe(this.words.host);
  };

  private fillScreen(): void {
    let height = 0;
    for (const [number, section] of this.words.sections.entries()) {
      if (height > innerHeight) return;
      this.near.add(number);
      this.words.fill(number);
      height += section.lines * LEAST_LINE_PX;
    }
  }

  /** What is filled far from the screen moves nothing on it: only the end of it is told. */
  private readonly fillSlice = (): void => {
    const until = performance.now() + SLICE_MS;
    for (let next = this.words.nextEmpty(); next >= 0; next = this.words.nextEmpty()) {
      this.words.fill(next);
      if (performance.now() < until) continue;
      this.unslice = firstOfAll(this.fillSlice);
      return;
    }
    this.changed();
    this.lookAhead();
  };

  private moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const group = this.words.inGroup(target);
      if (group.length > 0) this.lookInto(group, isIntersecting);
      else this.take(this.words.boxes.indexOf(target as HTMLElement), isIntersecting);
    }
    // After a jump only the group is known at first: until its sections are, the page stands where it was.
    if (!entries.some(({ isIntersecting }) => isIntersecting) || [...this.near].some((one) => !this.leaving.has(one))) {
      for (const number of this.leaving) this.near.delete(number);
      this.leaving.clear();
      this.refresh();
      this.changed();
    }
    this.lookAhead();
  }

  /** Each section of a group is looked at while the group is near. */
  private lookInto(group: readonly number[], isNear: boolean): void {
    this.words.leaveOut(group[0] ?? 0, !isNear);
    for (const number of group) {
      const box = this.words.boxes[number];
      if (box && isNear) this.observer.observe(box);
      else if (box) this.observer.unobserve(box);
      if (!isNear) this.take(number, false);
    }
  }

  private take(number: number, isNear: boolean): void {
    if (!isNear) this.leaving.add(number);
    else {
      this.leaving.delete(number);
      this.near.add(number);
      this.words.fill(number);
    }
  }

  /** Marks what may be scrolled to next, in moments in which nothing else is to be done. */
  private lookAhead(): void {
    if (this.idle || !this.isWatching || !('requestIdleCallback' in window) || !this.reach().some(this.isStale)) return;
    this.idle = requestIdleCallback((rest) => {
      this.idle = 0;
      for (const number of this.reach().filter(this.isStale)) {
        if (rest.timeRemaining() < A_SECTION_MS) return this.lookAhead();
        this.drawing = number;
        this.refresh((line) => this.words.sectionOf[line] === number);
        this.drawing = -1;
      }
    });
  }

  /** Sections around those near the screen, the nearest first. */
  private reach(): number[] {
    const [first, last] = [Math.min(...this.near), Math.max(...this.near)];
    const away = Array.from({ length: AHEAD }, (_, nth) => nth + 1);
    return this.near.size === 0 ? [] : away.flatMap((far) => [last + far, first - far]);
  }

  private readonly isStale = (number: number): boolean => {
    const { first = 0, after = 0 } = this.words.sections[number] ?? {};
    if (!this.words.lines[first]) return false;
    for (let line = first; line < after; line += 1) if (this.stale.has(line)) return true;
    return false;
  };

  /** Draws what is stale near the screen. Words being selected stay the nodes they are, else the selection is lost. */
  private refresh(isWanted = this.isNear): void {
    const wanted = [...this.stale].filter(isWanted);
    if (wanted.length === 0) return;
    const held = this.words.selected();
    const due = wanted.filter((line) => {
      const { start = 0, end = 0 } = this.words.list[line] ?? {};
      return !held || held.end <= start || held.start >= end;
    });
    // What is far away never takes this back: words near the screen may wait for the selection's end.
    if (isWanted === this.isNear) this.waiting = held !== null;
    if (due.length === 0) return;
    const at = held ? -1 : this.words.lineOf(selectionIf()?.focusNode ?? document);
    const caret = due.includes(at) ? this.words.caret() : null;
    for (const line of due) this.words.redraw(line);
    // New nodes may have left it elsewhere; to put it back has the page laid out.
    if (caret !== null && this.words.caret() !== caret) this.words.select(caret, caret);
    if (due.some(this.isNear)) this.changed();
  }

  private readonly selectionChanged = (): void => {
    if (this.waiting) this.refresh();
  };

  private readonly isNear = (line: number): boolean => this.near.has(this.words.sectionOf[line] ?? -1);

  private changed(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.listeners.forEach((listener) => listener());
    });
  }

  /** Draws these marks and no others. */
  setMarks(marks: readonly PaneMark[]): void {
    for (const line of this.index.replace(marks)) this.stale.add(line);
    this.refresh();
    this.lookAhead();
  }

  /** The first drawn segment of a mark, if its line has been drawn. */
  segmentOf(id: string): HTMLElement | null {
    const mark = this.index.find(id);
    const { list, lines } = this.words;
    if (!mark) return null;
    for (let line = Math.max(0, paragraphAt(list, mark.start)); (list[line]?.start ?? Infinity) < mark.end; line += 1) {
      const segment = lines[line]?.querySelector<HTMLElement>(`mark[data-begins~="${CSS.escape(id)}"]`);
      if (segment) return segment;
    }
    return null;
  }

  /** How far below the top of the column each drawn mark near the screen begins, px, with the line it begins in and its place in the text. */
  tops(): Map<string, { top: number; line: number; start: number }> {
    const found = new Map<string, { top: number; line: number; start: number }>();
    const origin = this.words.host.getBoundingClientRect().top;
    for (const number of [...this.near].sort((a, b) => a - b))
      for (const mark of this.words.boxes[number]?.querySelectorAll<HTMLElement>('mark[data-begins]') ?? []) {
        const top = (mark.getClientRects()[0]?.top ?? origin) - origin;
        const line = this.words.lineOf(mark);
        for (const id of mark.dataset.begins?.split(' ') ?? [])
          if (!found.has(id)) found.set(id, { top, line, start: this.index.find(id)?.start ?? 0 });
      }
    return found;
  }

  /** The stretch of text whose marks are drawn because it is on the screen or within a screen of it. */
  nearby(): Span {
    const numbers = [...this.near];
    const { sections } = this.words;
    if (numbers.length === 0) return { start: 0, end: 0 };
    return { start: sections[Math.min(...numbers)]?.start ?? 0, end: sections[Math.max(...numbers)]?.end ?? 0 };
  }

  /** The offset at which the first line on the screen begins. */
  firstSeen(): number {
    const { top } = freeScreen();
    for (const number of [...this.near].sort((a, b) => a - b)) {
      const section = this.words.sections[number];
      for (let line = section?.first ?? 0; line < (section?.after ?? 0); line += 1)
        if ((this.words.lines[line]?.getBoundingClientRect().bottom ?? 0) > top)
          return this.words.list[line]?.start ?? 0;
    }
    return 0;
  }

  /**
   * Scrolls so that the span's beginning stands in the upper third of the screen, higher where so many px below it need that, unless it is
   * in view already with those below it, and keeps it there until the page is at rest.
   */
  reveal(span: Span, below = 0): void {
    this.watch();
    this.unsettle();
    this.unsettle = settle(() => {
      const { top, bottom } = freeScreen();
      const box = this.words.rangeOf(span).getBoundingClientRect();
      const upper = Math.max(top, Math.min(top + (bottom - top) / 3, bottom - below - box.height));
      if (box.top >= top && (box.bottom <= bottom - below || box.top <= upper)) return false;
      const before = scrollY;
      scrollBy({ top: box.top - upper, behavior: 'instant' });
      return scrollY !== before;
    });
  }

  /** Calls back, at most once a frame, when something may stand elsewhere or is newly drawn. */
  onLayout(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  close(): void {
    this.unsettle();
    removeEventListener('scroll', this.watch);
    this.unfill();
    this.unslice();
    if (this.idle) cancelIdleCallback(this.idle);
    cancelAnimationFrame(this.frame);
    this.observer.disconnect();
    this.resized.disconnect();
    document.removeEventListener('selectionchange', this.selectionChanged);
    this.words.host.replaceChildren();
  }
}
