import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPrisma } from 'rate-limiter-flexible';
import { unscoped } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';

const MINUTE = 60;
const limiter = (keyPrefix: string, points: number, duration: number) =>
  new RateLimiterPrisma({
    storeClient: unscoped(),
    tableName: 'rateLimit',
    keyPrefix,
    points,
    duration,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
  });

let made: { account: RateLimiterPrisma; address: RateLimiterPrisma; shared: RateLimiterPrisma } | undefined;
const limits = () =>
  (made ??= {
    account: limiter('sign-in', 10, 15 * MINUTE),
    address: limiter('sign-in-from', 100, 15 * MINUTE),
    shared: limiter('shared-from', 240, MINUTE),
  });

/** Counts one try to sign in (with a link: email null), in PostgreSQL, so that every instance counts the same. Throws `rate-limited`. */
export async function countSignIn(email: string | null, address: string): Promise<void> {
  try {
    await Promise.all([email && limits().account.consume(email), limits().address.consume(address)]);
  } catch (error) {
    if (error instanceof Error) throw error;
    throw new Refusal('rate-limited', 'Too many tries to sign in. Wait a quarter of an hour, or use a sign-in link.');
  }
}

/**
 * Somebody is in: their account's wrong tries are forgotten (with a link: email null), and this one was none of the place's. Tries are
 * counted against guessing; an office behind one address signs in as often as it likes.
 */
export async function forgetSignIns(email: string | null, address: string): Promise<void> {
  await Promise.all([email && limits().account.delete(email), limits().address.reward(address)]);
}

/** Counts one look at what is shared, by where it comes from, which is kept for a minute as a hash alone. Throws `rate-limited`. */
export async function countLook(address: string): Promise<void> {
  try {
    await limits().shared.consume(createHash('sha256').update(address).digest('hex'));
  } catch (error) {
    if (error instanceof Error) throw error;
    throw new Refusal('rate-limited', 'Too many looks from this address. Wait a minute and try again.');
  }
}
