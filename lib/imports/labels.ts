// What other tools call the kinds of things that we have.
const KNOWN: Record<string, readonly string[]> = {
  person: ['per', 'pers', 'person', 'people', 'persons'],
  organisation: ['org', 'organisation', 'organization', 'company', 'group', 'corp', 'corporation', 'institution'],
  place: ['loc', 'location', 'gpe', 'place', 'fac', 'facility', 'city', 'country', 'geo'],
  event: ['event', 'evt'],
};

/** The type of entity that a label of another tool means; null where it is none of the usual names. */
export function guessType(label: string): string | null {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^[bies]-/, '');
  return Object.entries(KNOWN).find(([, names]) => names.includes(name))?.[0] ?? null;
}
