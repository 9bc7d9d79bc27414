import { segments } from '@/lib/anchoring/segments';
import type { Span } from '@/lib/anchoring/span';
import type { Desk } from '@/lib/adjudications/adjudication';

// Pure: several people's spans over one text, a line for each of them.

/** Words that one person tagged. */
export interface Stroke extends Span {
  readonly id: string;
  readonly person: number; // their place among the analysts
  readonly place: string;
}
export interface Piece extends Span {
  readonly people: readonly number[];
  readonly places: readonly string[]; // innermost last
}

/** People have this many lines of their own; who comes after shares them. */
export const LINES = 4;
const PITCH = 4;

/** Each person's spans, place by place. */
export function strokesOf({ people, places }: Pick<Desk, 'people' | 'places'>): Stroke[] {
  const at = new Map(people.map(({ person }, index) => [person.id, index]));
  return places.flatMap(({ key, variants }) =>
    variants.flatMap(({ start, end, tags }) =>
      tags.map((tag) => ({ id: tag.id, start, end, person: at.get(tag.author.id) ?? 0, place: key })),
    ),
  );
}

/** A paragraph cut where anybody's span begins or ends. */
export function piecesOf(paragraph: Span, strokes: readonly Stroke[]): Piece[] {
  const byId = new Map(strokes.map((stroke) => [stroke.id, stroke]));
  return segments(paragraph, strokes).map(({ start, end, ids }) => {
    const over = ids.flatMap((id) => byId.get(id) ?? []);
    return {
      ...{ start, end },
      people: [...new Set(over.map(({ person }) => person))].sort((a, b) => a - b),
      places: [...new Set(over.map(({ place }) => place))],
    };
  });
}

const dashes = (colour: string, on: number, off: number) =>
  `repeating-linear-gradient(90deg,${colour} 0 ${on}px,transparent ${on}px ${on + off}px)`;
// Told apart without colour as well.
const strokeOf: ((colour: string) => string)[] = [
  (colour) => `linear-gradient(${colour},${colour})`,
  (colour) => dashes(colour, 7, 3),
  (colour) => dashes(colour, 2, 3),
  (colour) =>
    `repeating-linear-gradient(90deg,${colour} 0 6px,transparent 6px 8px,${colour} 8px 10px,transparent 10px 12px)`,
];

/** The line of one person, as a background image. */
export const lineOf = (person: number): string => strokeOf[person % LINES]!(`var(--reader-${(person % LINES) + 1})`);

/** A line for each of these people, always at the same height for the same person; and a fill where it is about these words. */
export const linesUnder = (people: readonly number[], filled: boolean): string =>
  [
    ...people.map(
      (person) => `${lineOf(person)} 0 calc(100% - ${(LINES - 1 - (person % LINES)) * PITCH}px)/100% 2px no-repeat`,
    ),
    ...(filled
      ? [
          `linear-gradient(var(--reader-fill),var(--reader-fill)) 0 0/100% calc(100% - ${LINES * PITCH - 2}px) no-repeat`,
        ]
      : []),
  ].join(',');

/** A paragraph, or how many of them stand between, far from anything that is decided. */
export type Shown = { at: number } | { from: number; count: number };
const LONG = 80;
const BESIDE = 1;

/** Of a long text only the paragraphs with spans and those beside them; gaps are known by where they begin, and may be opened. */
export function shownOf(marked: readonly boolean[], opened: ReadonlySet<number>): Shown[] {
  const near = (index: number) =>
    marked.length <= LONG || marked.slice(Math.max(0, index - BESIDE), index + BESIDE + 1).some(Boolean);
  const found: Shown[] = [];
  for (let at = 0; at < marked.length;) {
    let end = at;
    while (end < marked.length && !near(end)) end += 1;
    if (end > at && !opened.has(at)) found.push({ from: at, count: end - at });
    else for (let each = at; each < Math.max(end, at + 1); each += 1) found.push({ at: each });
    at = Math.max(end, at + 1);
  }
  return found;
}
