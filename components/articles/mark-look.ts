import type { NamedSpan } from '@/lib/anchoring/segments';

export type MarkTone =
  'person' | 'organisation' | 'place' | 'event' | 'unnamed' | 'other' | 'supports' | 'contradicts' | 'context' | 'bare';

/** Told apart without colour: whose it is and what became of it. */
export type MarkLine = 'own' | 'others' | 'saving' | 'suggested' | 'rejected' | 'contested';

/** One highlight or tag as the pane draws it. */
export interface PaneMark extends NamedSpan {
  readonly tone: MarkTone;
  readonly line: MarkLine;
  /** Of the type; shown while the mark is the chosen one. */
  readonly letter: string;
  /** Hatching of types that share a tone, as a CSS image. */
  readonly pattern?: string | null;
  /** Said by a screen reader with the words. */
  readonly label: string;
}

/** Underlines that fit between two lines of text. */
const LANES = 3;
const PITCH = 3;
/** Space below the words that the underlines need, in px: the padding of a mark in pane.css. */
const MARK_PADDING = LANES * PITCH - 2;

const dashes = (colour: string, on: number, off: number): string =>
  `repeating-linear-gradient(90deg,${colour} 0 ${on}px,transparent ${on}px ${on + off}px)`;

const strokes: Record<MarkLine, (colour: string) => string> = {
  own: (colour) => `linear-gradient(${colour},${colour})`,
  others: (colour) => dashes(colour, 7, 2),
  saving: (colour) => dashes(colour, 2, 3),
  suggested: (colour) => dashes(colour, 1, 3),
  rejected: (colour) => dashes(colour, 2, 6),
  // Two short bars and a gap: two voices.
  contested: (colour) =>
    `repeating-linear-gradient(90deg,${colour} 0 3px,transparent 3px 4px,${colour} 4px 7px,transparent 7px 12px)`,
};

/**
 * The background of one segment: an underline for each mark over it, in its own lane, and the fill of the innermost.
 * `marks` outermost first. Names colours by token only, so a theme changes them without a repaint of ours.
 */
export function markBackground(marks: readonly PaneMark[], lanes: ReadonlyMap<string, number>): string {
  const own = marks.map(({ id }) => lanes.get(id) ?? 0);
  const free = [2, 1, 0].filter((lane) => !own.includes(lane));
  const lines = marks.map(({ line, tone }, at) => {
    // What lies deeper takes a lane that is empty here, or else stands above the words.
    const lane = own[at]! < LANES ? own[at] : free.shift();
    const place = lane === undefined ? '0' : `calc(100% - ${(LANES - 1 - lane) * PITCH}px)`;
    return `${strokes[line](`var(--line-${tone})`)} 0 ${place}/100% 2px no-repeat`;
  });
  const inner = marks.findLast((mark) => mark.line !== 'rejected');
  return [...lines, ...(inner ? fillOf(inner) : [])].join(',');
}

/**
 * The one fill of a segment, above its underlines: the colour of the box without its padding, since a gradient of one colour takes many
 * times as long to paint. Types that share a colour have their stripes on it.
 */
function fillOf({ tone, pattern }: PaneMark): string[] {
  const fill = `content-box var(--fill-${tone})`;
  return pattern ? [`${pattern} 0 0/100% calc(100% - ${MARK_PADDING}px) no-repeat`, fill] : [fill];
}
