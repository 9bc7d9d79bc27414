import { unscoped } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';

// How many requests may be made in a minute: by a token, by a session, and by an address from which nobody is known. Counted
// in PostgreSQL, so that every instance counts the same; taken from there in parcels, so that most requests ask nothing of it.

const WINDOW = 60; // s
const PARCELS = 40; // in a full count: an instance takes that share at once

export type Counted = 'token' | 'session' | 'address';
/** As it stands after one more request: `left` of `limit`, and the seconds until the count begins anew. */
export type Quota = { counted: Counted; limit: number; left: number; reset: number };

/** What this instance has taken and not used, and what is left beyond it as the database last said. */
type Parcel = { mine: number; beyond: number; until: number; taking: Promise<void> | null };

const KEY = Symbol.for('claimbench.quotas');
const held = globalThis as unknown as { [KEY]?: Map<string, Parcel> };
const parcels = () => (held[KEY] ??= new Map());
const MOST = 10_000; // kept at once; what has run out goes first

const limitOf = (counted: Counted): number => {
  const perToken = env().CLAIMBENCH_RATE;
  // A browser asks for much at once, for a person who waits; from an address nobody is known who would be kept waiting.
  return { token: perToken, session: perToken * 5, address: Math.ceil(perToken / 4) }[counted];
};

/** Takes a parcel: as much of it as the count still has. */
async function take(key: string, limit: number, parcel: Parcel): Promise<void> {
  const size = Math.max(1, Math.ceil(limit / PARCELS));
  const [row] = await unscoped().$queryRaw<{ points: number; seconds: number }[]>`
    INSERT INTO rate_limit AS r (key, points, expire) VALUES (${key}, ${size}::int, clock_timestamp() + make_interval(secs => ${WINDOW}::int))
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN r.expire > clock_timestamp() THEN least(r.points, ${limit}::int) + excluded.points ELSE excluded.points END,
      expire = CASE WHEN r.expire > clock_timestamp() THEN r.expire ELSE excluded.expire END
    RETURNING points, extract(epoch FROM expire - clock_timestamp())::float8 AS seconds`;
  const { points, seconds } = row!;
  parcel.mine = Math.min(size, Math.max(0, limit - (points - size)));
  parcel.beyond = Math.max(0, limit - points);
  parcel.until = Date.now() + seconds * 1000;
}

function sweep(now: number): void {
  for (const [key, { until }] of parcels()) if (until <= now) parcels().delete(key);
}

/** Counts one request. Throws `rate-limited`, with the quota in it, when the count is used up. */
export async function countRequest(counted: Counted, who: string, limit = limitOf(counted)): Promise<Quota> {
  const key = `api-${counted}:${who}`;
  if (parcels().size >= MOST) sweep(Date.now());
  let parcel = parcels().get(key);
  if (!parcel) parcels().set(key, (parcel = { mine: 0, beyond: limit, until: 0, taking: null }));
  for (;;) {
    const now = Date.now();
    const over = parcel.until > now && parcel.mine <= 0 && parcel.beyond <= 0;
    if (over || (parcel.until > now && parcel.mine > 0)) break;
    const mine = parcel;
    await (parcel.taking ??= take(key, limit, mine).finally(() => (mine.taking = null)));
  }
  const reset = Math.max(1, Math.ceil((parcel.until - Date.now()) / 1000));
  if (parcel.mine <= 0) throw new TooMany({ counted, limit, left: 0, reset });
  parcel.mine -= 1;
  return { counted, limit, left: parcel.mine + parcel.beyond, reset };
}

/** A refusal that carries the quota for the headers. */
export class TooMany extends Refusal {
  constructor(readonly quota: Quota) {
    super('rate-limited', `Too many requests. Nothing was done; go on in ${quota.reset} seconds.`);
  }
}

/** The headers of draft-ietf-httpapi-ratelimit-headers, in its form of structured fields. */
export const quotaHeaders = ({ counted, limit, left, reset }: Quota): Record<string, string> => ({
  'ratelimit-policy': `"${counted}";q=${limit};w=${WINDOW}`,
  ratelimit: `"${counted}";r=${left};t=${reset}`,
});

/** Forgets what was taken here: for tests, as another instance would begin. */
export const forgetParcels = (): void => parcels().clear();
