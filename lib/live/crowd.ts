import type { Presence } from '@/lib/activity/presence';
import { SIGN_LASTS } from '@/lib/activity/signs';
import type { Told } from './presence';

const SOON = 250; // ms in which changes are gathered
const EACH = 20; // ms more for each who is here: a stream carries some 5 KB/s of this at most, however many come
const LONGEST = 5000;

type Visit = Told & { until: number };

/** Who is at what in one project, as this process knows it. `said` is what streams send; it counts up in `version`, 0 until the first look. */
export type Crowd = {
  visits: Map<string, Visit>;
  said: string;
  version: number;
  gathering: NodeJS.Timeout | null;
  expiry: NodeJS.Timeout | null;
};
export const newCrowd = (): Crowd => ({ visits: new Map(), said: '', version: 0, gathering: null, expiry: null });

export function closeCrowd({ gathering, expiry }: Crowd): void {
  if (gathering) clearTimeout(gathering);
  if (expiry) clearTimeout(expiry);
}

/** Takes in what was told of a visit `age` ms ago. What is older than what is known changes nothing. */
function take(crowd: Crowd, told: Told, age: number): void {
  const key = `${told.userId} ${told.slot}`;
  const known = crowd.visits.get(key);
  if (known && (known.seen > told.seen || (known.gone && !told.gone))) return;
  crowd.visits.set(key, { ...told, until: Date.now() + SIGN_LASTS - age });
}

/** Each person once at each place, where they were seen last. */
function peopleOf(crowd: Crowd): Presence[] {
  const at = new Map<string, Visit>();
  for (const visit of crowd.visits.values()) {
    const place = `${visit.userId} ${visit.articleId ?? visit.claimId}`;
    if (!visit.gone && (at.get(place)?.seen ?? 0) < visit.seen) at.set(place, visit);
  }
  return [...at]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { userId, articleId, claimId, textVersion, at }]) => ({ userId, articleId, claimId, textVersion, at }));
}

function publish(crowd: Crowd, wake: () => void): void {
  closeCrowd(crowd);
  crowd.gathering = crowd.expiry = null;
  const now = Date.now();
  for (const [key, { until }] of crowd.visits) if (until <= now) crowd.visits.delete(key);
  const next = Math.min(...[...crowd.visits.values()].map(({ until }) => until));
  if (next < Infinity) crowd.expiry = setTimeout(() => publish(crowd, wake), next - now + 1).unref();
  const said = JSON.stringify({ people: peopleOf(crowd) });
  if (said === crowd.said) return;
  crowd.said = said;
  crowd.version += 1;
  wake();
}

/** One visit, told of just now. Streams are woken soon after, for all that came meanwhile. */
export function hear(crowd: Crowd, told: Told, wake: () => void): void {
  take(crowd, told, 0);
  const pause = Math.min(LONGEST, SOON + EACH * crowd.visits.size);
  crowd.gathering ??= setTimeout(() => publish(crowd, wake), pause).unref();
}

/** All that the database knows, with the age of each in ms. */
export function look(crowd: Crowd, all: { told: Told; age: number }[], wake: () => void): void {
  for (const { told, age } of all) take(crowd, told, age);
  publish(crowd, wake);
}
