import { announce } from '@/components/ui/announce';
import type { KeyBinding } from '@/components/ui/keymap';
import { nextWord, snap, wordAt, type SnapUnit } from '@/lib/anchoring/snap';
import type { Span } from '@/lib/anchoring/span';
import { keepInView } from './caret';
import type { Pane } from './pane';

// What was selected before it was widened: the next unit starts from there again, so that a wide one can be taken back.
const widened = new WeakMap<Pane, { from: Span; to: Span }>();

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** What is to be widened: the selection, or what stood before it was widened, or the word at the caret or after it. */
function basis(pane: Pane): Span | null {
  const selected = pane.words.selected();
  const before = widened.get(pane);
  if (selected) return before && same(before.to, selected) ? before.from : selected;
  const caret = pane.words.caret();
  if (caret === null) return null;
  const { text } = pane.words;
  const end = nextWord(text, caret, 'forward');
  return wordAt(text, caret) ?? { start: nextWord(text, end, 'backward'), end };
}

function widen(pane: Pane | null, unit: SnapUnit | 'as chosen'): void {
  const from = pane && basis(pane);
  if (!pane || !from) return;
  const { text } = pane.words;
  const to = unit === 'as chosen' ? from : snap(text, from.start, from.end, unit);
  if (!to) return;
  widened.set(pane, { from, to });
  pane.words.select(to.start, to.end);
  keepInView(pane);
  announce(`${unit === 'as chosen' ? 'As chosen' : `Whole ${unit}`}: ${text.slice(to.start, to.end).slice(0, 160)}`);
}

/** Shift and a digit: the selection widened to whole words, sentences or paragraphs, and back to what was chosen. */
export function snapKeys(pane: () => Pane | null): KeyBinding[] {
  const key = (digit: number, label: string, unit: SnapUnit | 'as chosen'): KeyBinding => ({
    id: `snap.${unit === 'as chosen' ? 'back' : unit}`,
    key: `shift+${digit}`,
    label,
    run: () => widen(pane(), unit),
  });
  return [
    key(2, 'Select: whole words', 'word'),
    key(3, 'Select: whole sentences', 'sentence'),
    key(4, 'Select: whole paragraphs', 'paragraph'),
    key(1, 'Select: again as chosen', 'as chosen'),
  ];
}
