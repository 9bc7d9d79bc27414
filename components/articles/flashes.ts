import type { Span } from '@/lib/anchoring/span';
import type { PaneText } from './pane-text';

/** What is lit for a moment: drawn by the browser over the text, without touching the page's nodes. */
export type Flash =
  'lit' | 'chosen' | 'moving' | 'selected' | 'found' | 'found-here' | 'suggested-here' | `suggested-${SuggestedTone}`;
/** What may be suggested has a dotted line in the colour of its type. */
export const suggestedTones = ['person', 'organisation', 'place', 'event', 'unnamed', 'other'] as const;
export type SuggestedTone = (typeof suggestedTones)[number];

/** More ranges than this are never on one screen; beyond it they cost more than they show. */
const MOST = 400;

/** What is lit now under each name. To make a range anew has the words under it painted again, and those of all its neighbours under that name. */
const lit = new Map<Flash, { words: PaneText; highlight: Highlight; ranges: Map<string, Range> }>();

/** Lights these spans, and no others under that name. Where the browser has no custom highlights nothing is lit. */
export function flash(words: PaneText, name: Flash, spans: readonly Span[]): void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return;
  if (spans.length === 0) return putOut(name);
  if (lit.get(name)?.words !== words) putOut(name);
  const { highlight, ranges } = lit.get(name) ?? begin(words, name);
  // As long as its lines are not drawn again, a range holds the words it was made for.
  const keyOf = (span: Span) => `${span.start} ${span.end} ${words.drawings(span)}`;
  const wanted = new Map(spans.slice(0, MOST).map((span) => [keyOf(span), span]));
  for (const [key, range] of ranges)
    if (!wanted.has(key)) {
      highlight.delete(range);
      ranges.delete(key);
    }
  for (const [key, span] of wanted)
    if (!ranges.has(key)) {
      const range = words.rangeOf(span);
      highlight.add(range);
      // To make it may have drawn its lines.
      ranges.set(keyOf(span), range);
    }
}

function begin(words: PaneText, name: Flash) {
  const begun = { words, highlight: new Highlight(), ranges: new Map<string, Range>() };
  begun.highlight.priority = PRIORITY[name as keyof typeof PRIORITY] ?? 0;
  CSS.highlights.set(`claimbench-${name}`, begun.highlight);
  lit.set(name, begun);
  return begun;
}

function putOut(name: Flash): void {
  lit.delete(name);
  CSS.highlights.delete(`claimbench-${name}`);
}

const PRIORITY = {
  lit: 1,
  chosen: 2,
  moving: 2,
  'suggested-here': 2,
  found: 3,
  'found-here': 4,
  selected: 5,
};

/** Puts out everything, when the article leaves the page. */
export function flashNothing(): void {
  for (const name of lit.keys()) putOut(name);
}
