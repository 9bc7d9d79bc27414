import { sendChange } from '@/components/live/send-change';
import { announce } from '@/components/ui/announce';
import { notify, notifyProblem } from '@/components/ui/notify';
import { stepEdge, type Edge } from '@/lib/anchoring/edges';
import { wordsIn, type Direction } from '@/lib/anchoring/snap';
import type { Span } from '@/lib/anchoring/span';
import { api } from '@/lib/api/client';
import type { Highlight } from '@/lib/highlights/highlight';
import { may } from '@/lib/permissions';
import { undoOf } from './change-tags';
import { problemOf, type Desk, type MoveConflict, type Moving } from './desk';
import { unmove } from './inverse-steps';

type Wanted = MoveConflict['wanted'];

/** Whether the reader may move this highlight; the reason, in words for people, when not. */
export function mayMove({ place: { me } }: Desk, highlight: Highlight): true | string {
  const allowed = may({ userId: me.id, role: me.role }, 'highlight.move', highlight);
  return allowed === true ? true : allowed.why;
}

/** The span as it is drawn: while an edge is being moved, as far as it has come. */
export const spanNow = (desk: Desk, highlight: Highlight): Span => {
  const { moving } = desk.store.get();
  return moving?.highlight.id === highlight.id ? moving : highlight;
};

/** Draws a moved edge; nothing is saved yet. */
export function preview(desk: Desk, highlight: Highlight, { start, end }: Span, by: Moving['by']): void {
  desk.store.set({ moving: { highlight, start, end, by } });
}

const firstWords = (words: string): string => words.slice(0, 30).replace(/\s\S*$/, '');
const lastWords = (words: string): string => words.slice(-30).replace(/^\S*\s/, '');

/** Moves an edge by one step and says what the words are now. */
export function step(desk: Desk, highlight: Highlight, edge: Edge, way: Direction, unit: 'character' | 'word'): void {
  const text = desk.pane?.words.text;
  if (text === undefined) return;
  const span = stepEdge(text, spanNow(desk, highlight), edge, way, unit);
  preview(desk, highlight, span, 'keys');
  const words = text.slice(span.start, span.end);
  announce(edge === 'start' ? `Begins with “${firstWords(words)}”` : `Ends with “${lastWords(words)}”`);
}

/** Leaves the edges where they were. */
export function stayPut(desk: Desk): void {
  desk.store.set({ moving: null });
}

const sameSpan = (a: Highlight, b: Highlight): boolean =>
  a.start === b.start && a.end === b.end && a.articleVersion === b.articleVersion;

function sayMoved(desk: Desk, before: Highlight, after: Highlight): void {
  const verdicts = before.tags.reduce((sum, tag) => sum + tag.reviews.length, 0);
  const about = verdicts === 1 ? '1 verdict was' : `${verdicts} verdicts were`;
  const said = verdicts > 0 ? `Moved. ${about} on the earlier words: these wait for a review.` : 'Moved.';
  announce(`${said} Now “${after.quote.slice(0, 80)}”.`);
  if (verdicts > 0) notify(said, { key: 'undo', action: undoOf(desk) });
}

/** Saves the edges as they are drawn: painted at once, said to be saved when the server has. */
export async function keepEdges(desk: Desk): Promise<void> {
  const { moving } = desk.store.get();
  const text = desk.pane?.words.text;
  if (!moving || text === undefined) return;
  const base = desk.findHighlight(moving.highlight.id) ?? moving.highlight;
  const words = wordsIn(text, moving);
  stayPut(desk);
  if (!words || (words.start === base.start && words.end === base.end)) return;
  await saveMove(desk, base, { ...words, quote: text.slice(words.start, words.end) });
}

/** Moves a highlight to these words. When somebody moved it meanwhile, both are shown and neither is lost. */
export const saveMove = (desk: Desk, base: Highlight, wanted: Wanted): Promise<void> =>
  desk.undo.during(move(desk, base, wanted));

async function move(desk: Desk, base: Highlight, wanted: Wanted): Promise<void> {
  const key = crypto.randomUUID();
  desk.store.set({ saved: 'saving', movedTwice: null });
  desk.put({ ...base, ...wanted, version: 0 });
  try {
    const answer = await sendChange<Highlight>({
      base,
      send: (ifMatch) => api('moveHighlight', { params: { id: base.id }, body: wanted, ifMatch, key }),
      // What changed meanwhile may be the translation alone.
      mayResend: (now) => sameSpan(base, now),
    });
    if ('theirs' in answer) {
      desk.put(answer.theirs);
      desk.store.set({ saved: 'idle', movedTwice: { highlight: answer.theirs, wanted } });
      return announce('These words were moved elsewhere meanwhile. Both are shown.', true);
    }
    desk.put(answer.saved);
    desk.undo.push(unmove(desk, base, answer.saved));
    desk.store.set({ saved: 'saved' });
    sayMoved(desk, base, answer.saved);
  } catch (error) {
    desk.put(base);
    desk.store.set({ saved: 'idle' });
    const retry = { label: 'Try again', run: () => void saveMove(desk, base, wanted) };
    notifyProblem(`The edges stay where they were. ${problemOf(error).message}`, { key: 'move', action: retry });
  }
}
