import type { Paragraph } from '@/lib/anchoring/paragraphs';
import { byStart, segments } from '@/lib/anchoring/segments';
import { lanesOf } from './lanes';
import { markBackground, type PaneMark } from './mark-look';
import { selectionIf } from './selection-if';

/** A stretch of a line as it is drawn: bare words, or a mark with what it says and how it looks. */
interface Piece {
  readonly words: string;
  readonly mark?: { readonly ids: string; readonly background: string; readonly begins: readonly PaneMark[] };
  /** Pieces with equal keys are drawn alike. */
  readonly key: string;
}

/** What each mark in the page was drawn from. */
const keys = new WeakMap<Node, string>();
const isWords = (node: Node | undefined): node is Text => node?.nodeType === 3;
const keyOf = (node: Node): string | undefined => (isWords(node) ? node.data : keys.get(node));

/**
 * Puts the paragraph's exact text into its element, flat: text nodes, and one `<mark>` a segment that is covered by the
 * same marks from end to end. Nothing else ever stands in it, so its `textContent` is the stored text. Nodes that are as they
 * should be stay, and so does a caret in them or in the words behind the last new mark.
 */
export function fillParagraph(element: HTMLElement, paragraph: Paragraph, over: readonly PaneMark[]): void {
  const pieces = piecesOf(paragraph, over);
  const old = [...element.childNodes];
  let first = 0;
  while (first < old.length && first < pieces.length && keyOf(old[first]!) === pieces[first]!.key) first += 1;
  let [oldAfter, after] = [old.length, pieces.length];
  while (oldAfter > first && after > first && keyOf(old[oldAfter - 1]!) === pieces[after - 1]!.key) {
    oldAfter -= 1;
    after -= 1;
  }
  const behind = old[oldAfter - 1];
  const rest = pieces[after - 1];
  const [isBetween, held] = [oldAfter > first && after > first, selectionIf()?.focusNode];
  if (isBetween && isWords(behind) && behind === held && !rest!.mark && behind.data.endsWith(rest!.words)) {
    // Shortened instead of replaced, which takes longer by itself: the caret in it stays where it is, and nobody has to have the page laid out to put it back.
    behind.deleteData(0, behind.length - rest!.words.length);
    oldAfter -= 1;
    after -= 1;
  }
  const fresh = pieces.slice(first, after).map(nodeOf);
  if (first === 0 && oldAfter === old.length) return element.replaceChildren(...fresh);
  const border = old[oldAfter] ?? null;
  for (const gone of old.slice(first, oldAfter)) gone.remove();
  for (const node of fresh) element.insertBefore(node, border);
}

function piecesOf(paragraph: Paragraph, over: readonly PaneMark[]): Piece[] {
  if (over.length === 0) return [{ words: paragraph.text, key: paragraph.text }];
  const sorted = [...over].sort(byStart);
  const byId = new Map(sorted.map((mark) => [mark.id, mark]));
  const lanes = lanesOf(sorted);
  const begun = new Set<string>();
  return segments(paragraph, sorted).map((segment): Piece => {
    const words = paragraph.text.slice(segment.start - paragraph.start, segment.end - paragraph.start);
    if (segment.ids.length === 0) return { words, key: words };
    const marks = segment.ids.flatMap((id) => byId.get(id) ?? []);
    // A mark is described where it begins, so that a screen reader does not repeat it at every overlap.
    const begins = marks.filter(({ id }) => !begun.has(id));
    for (const { id } of begins) begun.add(id);
    const [ids, background] = [segment.ids.join(' '), markBackground(marks, lanes)];
    const said = begins.map(({ id, letter, label }) => `${id} ${letter} ${label}`);
    return { words, mark: { ids, background, begins }, key: [words, ids, background, ...said].join('\n') };
  });
}

function nodeOf({ words, mark, key }: Piece): Node {
  if (!mark) return document.createTextNode(words);
  const element = document.createElement('mark');
  element.dataset.ids = mark.ids;
  element.style.background = mark.background;
  if (mark.begins.length > 0) {
    element.dataset.begins = mark.begins.map(({ id }) => id).join(' ');
    // Shown where colours cannot be: in forced colours and where more contrast is asked for.
    element.dataset.letters = mark.begins.map(({ letter }) => letter).join(' ');
    element.setAttribute('aria-description', mark.begins.map(({ label }) => label).join('; '));
  }
  element.append(words);
  keys.set(element, key);
  return element;
}
