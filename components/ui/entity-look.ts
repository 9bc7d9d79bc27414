export interface EntityLook {
  /** One letter, or two for a type that the project added: told apart without colour. */
  letter: string;
  /** Name of the pair of colour tokens: `--color-<tone>` and `--color-<tone>-line`. */
  tone: 'person' | 'organisation' | 'place' | 'event' | 'unnamed' | 'other';
  /** The word for people. */
  word: string;
  /** The hatching over the colour, for types that share one, as a CSS image; null for none. */
  pattern: string | null;
}

// "L" for a place: P is taken, and place and location share it.
const known: Record<string, EntityLook> = {
  person: { letter: 'P', tone: 'person', word: 'Person', pattern: null },
  organisation: { letter: 'O', tone: 'organisation', word: 'Organisation', pattern: null },
  place: { letter: 'L', tone: 'place', word: 'Place', pattern: null },
  event: { letter: 'E', tone: 'event', word: 'Event', pattern: null },
  'unnamed-source': { letter: 'U', tone: 'unnamed', word: 'Unnamed source', pattern: null },
  other: { letter: 'X', tone: 'other', word: 'Other', pattern: null },
};

/** Stripes for the types that a project adds, none of them level, which would strike the words through: direction in degrees, px of each stripe, px from one to the next. */
const hatchings = [
  [45, 1, 5],
  [90, 1, 4],
  [-45, 2, 8],
  [70, 1, 7],
  [45, 3, 9],
  [90, 3, 8],
  [-45, 1, 4],
  [110, 2, 6],
] as const;

/** Stripes as a CSS image, to lie over a type's colour. */
export function hatch(nth: number): string {
  const [degrees, on, step] = hatchings[nth % hatchings.length] ?? hatchings[0];
  const colour = 'var(--color-hatch)';
  return `repeating-linear-gradient(${degrees}deg,${colour} 0 ${on}px,transparent ${on}px ${step}px)`;
}

const SLUG = /^[a-z][a-z0-9-]*$/;

/** The property of the page that holds a type's hatching: which one it is, the project says. */
const hatchingOf = (type: string): string => `--hatching-${type}`;

/**
 * The hatchings of a project's added types as a style sheet, by the order in which the types came: the first eight differ, and
 * none changes when another comes.
 */
export function hatchingSheet(added: readonly string[]): string {
  const lines = added.map((type, nth) => (SLUG.test(type) ? `${hatchingOf(type)}:${hatch(nth)}` : ''));
  return `:root{${lines.filter(Boolean).join(';')}}`;
}
/** Two letters: of two words their first ones, of one word its first two. */
function lettersOf(word: string): string {
  const [first = [], second] = word
    .split(' ')
    .filter(Boolean)
    .map((one) => [...one]);
  const [one = '?', next = ''] = first;
  return one.toUpperCase() + (second?.[0]?.toUpperCase() ?? next.toLowerCase());
}

/** How a type of entity is marked; types that a project adds share one colour and differ by letters and hatching. */
export function entityLook(type: string): EntityLook {
  const look = known[type];
  if (look) return look;
  const word = type.replaceAll('-', ' ');
  return {
    letter: lettersOf(word),
    tone: 'other',
    word: word.charAt(0).toUpperCase() + word.slice(1),
    pattern: SLUG.test(type) ? `var(${hatchingOf(type)},none)` : null,
  };
}
