export interface EntityLook {
  /** One letter: told apart without colour. */
  letter: string;
  /** Name of the pair of colour tokens: `--color-<tone>` and `--color-<tone>-line`. */
  tone: 'person' | 'organisation' | 'place' | 'event' | 'unnamed' | 'other';
  /** The word for people. */
  word: string;
}

// "L" for a place: P is taken, and place and location share it.
const known: Record<string, EntityLook> = {
  person: { letter: 'P', tone: 'person', word: 'Person' },
  organisation: { letter: 'O', tone: 'organisation', word: 'Organisation' },
  place: { letter: 'L', tone: 'place', word: 'Place' },
  event: { letter: 'E', tone: 'event', word: 'Event' },
  'unnamed-source': { letter: 'U', tone: 'unnamed', word: 'Unnamed source' },
};

/** How a type of entity is marked; types that a project adds share one tone and take their own first letter. */
export function entityLook(type: string): EntityLook {
  const look = known[type];
  if (look) return look;
  const word = type.replaceAll('-', ' ');
  return {
    letter: [...word][0]?.toUpperCase() ?? '?',
    tone: 'other',
    word: word.charAt(0).toUpperCase() + word.slice(1),
  };
}
