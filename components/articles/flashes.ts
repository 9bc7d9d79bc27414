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

/** Lights these spans, and no others under that name. Where the browser has no custom highlights nothing is lit. */
export function flash(words: PaneText, name: Flash, spans: readonly Span[]): void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return;
  const key = `claimbench-${name}`;
  if (spans.length === 0) {
    CSS.highlights.delete(key);
    return;
  }
  const highlight = new Highlight(...spans.slice(0, MOST).map((span) => words.rangeOf(span)));
  highlight.priority = PRIORITY[name as keyof typeof PRIORITY] ?? 0;
  CSS.highlights.set(key, highlight);
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
  if (typeof CSS === 'undefined' || !CSS.highlights) return;
  for (const name of [...Object.keys(PRIORITY), ...suggestedTones.map((tone) => `suggested-${tone}`)])
    CSS.highlights.delete(`claimbench-${name}`);
}
