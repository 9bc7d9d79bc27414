/** Seconds from one try to the next: some 17 hours in all, so that a night without an answer loses nothing. */
export const PAUSES = [5, 30, 120, 600, 3600, 4 * 3600, 12 * 3600] as const;
/** Tries before a delivery is given up. */
export const TRIES = PAUSES.length + 1;
/** ms without any delivery after which a webhook is switched off. */
export const SWITCHED_OFF_AFTER = 3 * 24 * 3_600_000;

/**
 * ms to wait after this many tries, a fifth more or less by chance, so that what failed together does not come back together; null when it is
 * given up. `chance` is from 0 to 1.
 */
export function pauseAfter(tries: number, chance: number): number | null {
  const seconds = PAUSES[tries - 1];
  return seconds === undefined ? null : Math.round(seconds * 1000 * (0.8 + 0.4 * chance));
}
