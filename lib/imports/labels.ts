// What other tools call the kinds of things that we have.
const KNOWN: Record<string, readonly string[]> = {
  person: ['per', 'pers', 'person', 'people', 'persons'],
  organisation: ['org', 'organisation', 'organization', 'company', 'group', 'corp', 'corporation', 'institution'],
  place: ['loc', 'location', 'gpe', 'place', 'fac', 'facility', 'city', 'country', 'geo'],
  event: ['event', 'evt'],
};

/**
 * The type of entity that a label of another tool means: one that the project added under that name, or one of ours by its usual names.
 * Null where it is neither.
 */
export function guessType(label: string, added: readonly string[] = []): string | null {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^[bies]-/, '');
  const own = name.replace(/[^a-z0-9]+/g, '-');
  if (added.includes(own)) return own;
  return Object.entries(KNOWN).find(([, names]) => names.includes(name))?.[0] ?? null;
}
