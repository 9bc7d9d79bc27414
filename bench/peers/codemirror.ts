import { EditorState, StateEffect, StateField, type Range } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { Spot } from '@/e2e/support/bulk';
import { TONES, type Candidate } from './candidate';

// CodeMirror 6 as a reader: read only, lines wrapped, one mark decoration a span. It keeps what is near the screen in the page.

const tones = Array.from({ length: TONES }, (_, tone) => Decoration.mark({ class: `tone-${tone}` }));
const marked = ({ start, end }: Spot, nth: number): Range<Decoration> => tones[nth % TONES]!.range(start, end);
const added = StateEffect.define<Range<Decoration>>();

function marks(spots: readonly Spot[]) {
  return StateField.define<DecorationSet>({
    create: () =>
      Decoration.set(
        spots.map((spot, nth) => marked(spot, nth)),
        true,
      ),
    update(set, transaction) {
      const fresh = transaction.effects.filter((effect) => effect.is(added)).map((effect) => effect.value);
      return fresh.length > 0 ? set.update({ add: fresh, sort: true }) : set;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

export function codemirror(): Candidate {
  let view: EditorView;
  let count = 0;
  return {
    open(host, text, spots) {
      count = spots.length;
      const extensions = [EditorView.lineWrapping, EditorView.editable.of(false), marks(spots)];
      view = new EditorView({ parent: host, state: EditorState.create({ doc: text, extensions }) });
    },
    add: (spot) => view.dispatch({ effects: added.of(marked(spot, count++)) }),
    hit: (x, y) => view.posAtCoords({ x, y }) !== null,
    selected() {
      const selection = getSelection();
      if (!selection || selection.isCollapsed) return null;
      const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
      return { start: view.posAtDOM(startContainer, startOffset), end: view.posAtDOM(endContainer, endOffset) };
    },
  };
}
