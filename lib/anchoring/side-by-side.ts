import { differences } from './differences';
import { keptIn } from './mapping';
import { paragraphAt, paragraphs, type Paragraph } from './paragraphs';
import type { StoredAnchor } from './pin';
import { relocator, type Relocation } from './relocate';
import type { Kept, Span } from './span';
import { wordList } from './words';

/** Paragraphs of two versions that belong together; of what was taken out or put in, one side. */
export interface Row {
  readonly old: Span | null;
  readonly young: Span | null;
  /** Stretches of the old text that the new one has not, and of the new text that the old one had not. */
  readonly gone: readonly Span[];
  readonly come: readonly Span[];
  /** The paragraph stands on the other side too, in a row of its own: where that is, seen from here. What was reworded on the way is gone and come. */
  readonly moved?: 'up' | 'down';
}

export const isChanged = ({ old, young, gone, come }: Row): boolean =>
  !old || !young || gone.length > 0 || come.length > 0;

const HAS_WORD = /[\p{L}\p{N}]/u;

/** What of a span lies in none of the stretches, white space alone left out. */
function rest(text: string, span: Span, stretches: readonly Span[]): Span[] {
  const found: Span[] = [];
  let at = span.start;
  for (const { start, end } of [...stretches, { start: span.end, end: span.end }]) {
    if (start > at && text.slice(at, start).trim() !== '') found.push({ start: at, end: start });
    at = end;
  }
  return found;
}

interface Block {
  old: [first: number, last: number];
  young: [first: number, last: number];
  /** A paragraph of it shares a word or two with one that is not in it. */
  loose: boolean;
}

/** How many units two paragraphs have in common. */
interface Link {
  readonly i: number;
  readonly j: number;
  units: number;
}

/** Less of the shorter paragraph is what any two begin with. */
const TELLING_SHARE = 0.2;

/** Which paragraphs share words, in order. */
function linksOf(
  oldText: string,
  kept: readonly Kept[],
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): Link[] {
  const links: Link[] = [];
  const add = (i: number, j: number, units: number) => {
    const last = links.at(-1);
    if (last?.i === i && last.j === j) last.units += units;
    else links.push({ i, j, units });
  };
  for (const { oldStart, newStart, length } of kept)
    for (let i = paragraphAt(before, oldStart); i < before.length; i += 1) {
      const paragraph = before[i]!;
      if (paragraph.start >= oldStart + length) break;
      const from = Math.max(paragraph.start, oldStart);
      const to = Math.min(paragraph.end, oldStart + length);
      if (HAS_WORD.test(oldText.slice(from, to))) add(i, paragraphAt(after, newStart + from - oldStart), to - from);
    }
  return links;
}

/** Paragraphs that share words, put together where one was split or several joined; a word that two begin with does not join them to a third. */
function blocksOf(links: readonly Link[], before: readonly Paragraph[], after: readonly Paragraph[]): Block[] {
  const size = ({ start, end }: Span) => end - start;
  const tells = ({ i, j, units }: Link) => units >= TELLING_SHARE * Math.min(size(before[i]!), size(after[j]!));
  const telling = links.filter(tells);
  const [olds, youngs] = [new Set(telling.map(({ i }) => i)), new Set(telling.map(({ j }) => j))];
  const blocks: Block[] = [];
  const dropped: Link[] = [];
  for (const link of links) {
    const { i, j } = link;
    const last = blocks.at(-1);
    if (!tells(link) && (olds.has(i) || youngs.has(j))) dropped.push(link);
    else if (last && (last.old[1] >= i || last.young[1] >= j)) {
      last.old[1] = Math.max(last.old[1], i);
      last.young[1] = Math.max(last.young[1], j);
    } else blocks.push({ old: [i, i], young: [j, j], loose: false });
  }
  const [looseOld, looseYoung] = [new Set(dropped.map(({ i }) => i)), new Set(dropped.map(({ j }) => j))];
  const some = ([first, last]: readonly [number, number], set: ReadonlySet<number>) => {
    for (let at = first; at <= last; at += 1) if (set.has(at)) return true;
    return false;
  };
  return blocks.map((block) => ({ ...block, loose: some(block.old, looseOld) || some(block.young, looseYoung) }));
}

/** What two stretches have in common by themselves, at their places in the texts. */
function keptBetween(oldText: string, newText: string, old: Span, young: Span): Kept[] {
  const { kept } = differences(oldText.slice(old.start, old.end), newText.slice(young.start, young.end));
  return kept.map((run) => ({
    oldStart: old.start + run.oldStart,
    newStart: young.start + run.newStart,
    length: run.length,
  }));
}

const spanOf = (list: readonly Paragraph[], first: number, last: number): Span | null =>
  first > last ? null : { start: list[first]!.start, end: list[last]!.end };

/** Two versions paragraph beside paragraph, in order; blank lines between paragraphs are left out. */
export function sideBySide(oldText: string, newText: string): Row[] {
  const { kept } = differences(oldText, newText);
  const [before, after] = [paragraphs(oldText), paragraphs(newText)];
  const rows: Row[] = [];
  const alone = (side: 'old' | 'young', list: readonly Paragraph[], from: number, to: number) => {
    for (const { start, end, text } of list.slice(from, to)) {
      if (text.trim() === '') continue;
      const span = { start, end };
      rows.push({
        old: null,
        young: null,
        gone: [],
        come: [],
        [side]: span,
        [side === 'old' ? 'gone' : 'come']: [span],
      });
    }
  };
  let [i, j] = [0, 0];
  for (const { old, young, loose } of blocksOf(linksOf(oldText, kept, before, after), before, after)) {
    alone('old', before, i, old[0]);
    alone('young', after, j, young[0]);
    const [left, right] = [spanOf(before, ...old)!, spanOf(after, ...young)!];
    const shared = loose ? keptBetween(oldText, newText, left, right) : kept;
    const oldKept = keptIn(shared, left).map(({ oldStart, length }) => ({ start: oldStart, end: oldStart + length }));
    const newKept = keptIn(shared, right, 'newStart').map(({ newStart, length }) => ({
      start: newStart,
      end: newStart + length,
    }));
    rows.push({ old: left, young: right, gone: rest(oldText, left, oldKept), come: rest(newText, right, newKept) });
    [i, j] = [old[1] + 1, young[1] + 1];
  }
  alone('old', before, i, before.length);
  alone('young', after, j, after.length);
  return withReworded(withMoves(rows, oldText, newText), oldText, newText);
}

/**
 * What was taken out in one place and put in, to the letter, in another has moved. Nothing of it is gone or has come. The first of several
 * that read alike belongs to the first.
 */
function withMoves(rows: Row[], oldText: string, newText: string): Row[] {
  const put = new Map<string, number[]>();
  rows.forEach(({ old, young }, at) => {
    const words = !old && young ? newText.slice(young.start, young.end).trim() : '';
    if (HAS_WORD.test(words)) put.set(words, [...(put.get(words) ?? []), at]);
  });
  const moved = new Map<number, 'up' | 'down'>();
  rows.forEach(({ old, young }, at) => {
    if (!old || young) return;
    const to = put.get(oldText.slice(old.start, old.end).trim())?.shift();
    if (to === undefined) return;
    moved.set(at, to > at ? 'down' : 'up');
    moved.set(to, to > at ? 'up' : 'down');
  });
  return rows.map((row, at) => {
    const where = moved.get(at);
    return where ? { ...row, gone: [], come: [], moved: where } : row;
  });
}

/** Fewer words are not enough to know a reworded paragraph again somewhere else. */
const FEWEST = 6;
/** How much of two paragraphs must be the same words, and by how much more than of any other two. */
const ALIKE = 0.6;
const CLEARLY = 0.15;
/** More pairs than this nobody looks through: the texts are no versions of one another. */
const MOST_PAIRS = 10_000;

/** The share of two lists that is the same words, whatever their order. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count > 0) same += 1;
    left.set(word, count - 1);
  }
  return (2 * same) / (one.length + other.length);
}

interface Lone {
  readonly at: number;
  readonly span: Span;
  readonly words: readonly string[];
}

const loneOf = (rows: readonly Row[], side: 'old' | 'young', text: string): Lone[] =>
  rows.flatMap((row, at) => {
    const span = row.moved || (row.old && row.young) ? null : row[side];
    const words = span ? wordList(text.slice(span.start, span.end)) : [];
    return span && words.length >= FEWEST ? [{ at, span, words }] : [];
  });

/** Paragraphs of which most words stand in another place, and in no third one nearly as well: they have moved and were reworded. */
function withReworded(rows: Row[], oldText: string, newText: string): Row[] {
  const [gone, come] = [loneOf(rows, 'old', oldText), loneOf(rows, 'young', newText)];
  if (gone.length * come.length > MOST_PAIRS) return rows;
  const pairs = gone
    .flatMap((left) => come.map((right) => ({ left, right, alike: likeness(left.words, right.words) })))
    .sort((a, b) => b.alike - a.alike);
  const next = [...rows];
  for (const pair of pairs) {
    const { left, right, alike } = pair;
    if (alike < ALIKE) break;
    const rival = pairs.find((one) => one !== pair && (one.left === left || one.right === right));
    if (rival && rival.alike > alike - CLEARLY) continue;
    const kept = keptBetween(oldText, newText, left.span, right.span);
    const stretches = (start: 'oldStart' | 'newStart') =>
      kept.map((run) => ({ start: run[start], end: run[start] + run.length }));
    const down = right.at > left.at;
    next[left.at] = {
      ...next[left.at]!,
      gone: rest(oldText, left.span, stretches('oldStart')),
      moved: down ? 'down' : 'up',
    };
    next[right.at] = {
      ...next[right.at]!,
      come: rest(newText, right.span, stretches('newStart')),
      moved: down ? 'up' : 'down',
    };
  }
  return next;
}

/** The paragraph of the new text where a passage most likely was: between what stood around it. For looking, never to anchor to. */
export function likelyPlace(oldText: string, newText: string, span: Span): Span {
  const { kept } = differences(oldText, newText);
  const before = kept.findLast(({ oldStart }) => oldStart < span.end);
  const at = before ? before.newStart + Math.min(before.length, Math.max(0, span.start - before.oldStart)) : 0;
  const list = paragraphs(newText);
  return list[Math.max(0, paragraphAt(list, at))] ?? { start: 0, end: 0 };
}

export interface Carried {
  readonly id: string;
  readonly place: Relocation;
}

/** What a corrected text would do to highlights: the same function that the server saves by. */
export function carryAll(
  oldText: string,
  newText: string,
  anchors: readonly (StoredAnchor & { readonly id: string })[],
): Carried[] {
  const find = relocator(oldText, newText);
  return anchors.map(({ id, ...anchor }) => ({ id, place: find(anchor) }));
}
