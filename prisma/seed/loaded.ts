import type { ClaimWording } from './claims';
import type { People } from './people';

/** What the keys of the demo data stand for once they are loaded: ids. */
export type Loaded = {
  projectId: string;
  people: People;
  publishers: Record<string, string>;
  articles: Record<string, { id: string; text: string }>;
  entities: Record<string, string>;
  claims: Record<string, string>;
  highlights: Record<string, string>;
  tags: Record<string, string>;
};

/** A wording of the demo data as the input of addClaim and saveClaim. */
export function wordingOf(loaded: Loaded, wording: Partial<ClaimWording>) {
  const { statement, subject, predicate, object, value, reading, period, place } = wording;
  const known = (key: string | undefined) => (key === undefined ? undefined : loaded.entities[key]);
  const input = {
    statement,
    predicate,
    value,
    reading,
    subjectId: known(subject),
    objectId: known(object),
    placeId: known(place),
    period: period && { from: null, to: null, ...period },
  };
  return Object.fromEntries(Object.entries(input).filter(([, field]) => field !== undefined));
}
