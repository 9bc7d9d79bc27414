import type { Statistic, Undefined } from './measure';

/** Between which values a figure lies in 95 of 100 samples, or why that is not said. */
export type Interval =
  { low: number; high: number; samples: number; why: null } | { low: null; high: null; samples: 0; why: Undefined };

/** From so few units no interval is given: the samples would be the same few again and again. */
export const FEWEST = 5;
const MOST_SAMPLES = 1000;
const FEWEST_SAMPLES = 200;
const DRAWS = 500_000; // of all samples together: what keeps ten thousand units quick

/** The generator mulberry32: the same seed gives the same numbers from 0 to 1, in any browser and on any server. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The value below which this share of them lies, between two of them in a straight line. */
function percentile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

const none = (why: Undefined): Interval => ({ low: null, high: null, samples: 0, why });

/**
 * The percentile bootstrap interval of a measure at 95 %. Units, whatever the measure takes for one (a matched passage, a claim, a
 * stretch of text, an article), are drawn with replacement, as many as there are, `samples` times; units that the measure drops are
 * drawn too and dropped again. A sample on which the measure is undefined is left out; if that are more than one in ten, no interval
 * is given. The same units and seed give the same interval.
 *
 * Source: B. Efron & R. J. Tibshirani, An Introduction to the Bootstrap (1993), 13.3.
 */
export function intervalOf(statistic: Statistic, seed = 1): Interval {
  const { total } = statistic;
  const point = statistic.of();
  if (point.why) return none(point.why);
  if (statistic.units < FEWEST) return none('too-few');
  const samples = Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES, Math.floor(DRAWS / total)));
  const next = generator(seed);
  const drawn: number[] = [];
  const times = new Uint32Array(total);
  for (let sample = 0; sample < samples; sample++) {
    times.fill(0);
    for (let draw = 0; draw < total; draw++) times[Math.floor(next() * total)]! += 1;
    const { value } = statistic.of(times);
    if (value !== null) drawn.push(value);
  }
  if (drawn.length < samples * 0.9) return none('unsteady');
  const sorted = Float64Array.from(drawn).sort();
  return { low: percentile(sorted, 0.025), high: percentile(sorted, 0.975), samples: drawn.length, why: null };
}
