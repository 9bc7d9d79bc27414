import { defined, onceEach, undefinedFor, type Outcome, type Statistic, type Times, type Unit } from './measure';

/**
 * What a difference between two values means. nominal: other is other; ordinal: as many ranks as lie between, by how often they were
 * used; interval: their distance; ratio: their distance over their sum. All but the first want numbers.
 */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

type Value = string | number;
/** Units with two values and more, each value as its place in `values`. */
type Coded = { values: Value[]; codes: (number[] | null)[]; n: number };

function coded(units: readonly Unit[]): Coded {
  const pairable = units.map((unit) => {
    const said = unit.filter((value): value is Value => value !== null);
    return said.length < 2 ? null : said;
  });
  const all = [...new Set(pairable.flatMap((said) => said ?? []))];
  const values = all.sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : a < b ? -1 : 1));
  const place = new Map(values.map((value, nth) => [value, nth]));
  const codes = pairable.map((said) => said && said.map((value) => place.get(value)!));
  return { values, codes, n: codes.reduce((sum, said) => sum + (said?.length ?? 0), 0) };
}

/** Where each value stands on its scale. Ordinal: the middle of its ranks, so that a difference counts what lies between. */
function scaleOf(level: Level, values: Value[], counts: Float64Array): Float64Array {
  if (level !== 'ordinal') return Float64Array.from(values, (value) => (level === 'nominal' ? 0 : Number(value)));
  let before = 0;
  return counts.map((count) => {
    before += count;
    return before - count / 2;
  });
}

function distance(level: Level, scale: Float64Array, a: number, b: number): number {
  if (a === b) return 0;
  if (level === 'nominal') return 1;
  const apart = scale[a]! - scale[b]!;
  return level === 'ratio' ? (apart / (scale[a]! + scale[b]!)) ** 2 : apart ** 2;
}

/** Σ over ordered pairs of values of n_c · n_k · δ²(c, k), without going through the pairs where there is a shorter way. */
function expected(level: Level, scale: Float64Array, counts: Float64Array, n: number): number {
  if (level === 'nominal') return counts.reduce((sum, count) => sum + count * (n - count), 0);
  if (level === 'ratio') {
    let sum = 0;
    for (const [a, first] of counts.entries())
      for (const [b, second] of counts.entries()) sum += first * second * distance(level, scale, a, b);
    return sum;
  }
  const mean = counts.reduce((sum, count, at) => sum + count * scale[at]!, 0) / n;
  return 2 * n * counts.reduce((sum, count, at) => sum + count * (scale[at]! - mean) ** 2, 0);
}

function alphaOf({ values, codes }: Coded, level: Level, times: Times): Outcome {
  const counts = new Float64Array(values.length);
  let n = 0;
  for (const [at, said] of codes.entries()) {
    const drawn = said ? times[at]! : 0;
    if (!drawn) continue;
    n += said!.length * drawn;
    for (const code of said!) counts[code]! += drawn;
  }
  if (n === 0) return undefinedFor('nothing-to-compare');
  if (counts.filter((count) => count > 0).length < 2) return undefinedFor('one-value');
  const scale = scaleOf(level, values, counts);
  let observed = 0;
  for (const [at, said] of codes.entries()) {
    if (!said || !times[at]) continue;
    let apart = 0;
    for (let i = 1; i < said.length; i++)
      for (let j = 0; j < i; j++) apart += distance(level, scale, said[i]!, said[j]!);
    observed += (2 * apart * times[at]!) / (said.length - 1);
  }
  return defined(1 - (observed * (n - 1)) / expected(level, scale, counts, n));
}

/**
 * Krippendorff's α = 1 − D_o / D_e over units that each of any number of analysts gave a value or none: 1 is perfect agreement, 0 what
 * chance would give, below 0 is less than that. D_o is the mean squared difference within units, D_e that between any two of the
 * values. A unit with fewer than two values is dropped; missing values are no values. `n` counts pairable values.
 * Undefined where all pairable values are the same.
 *
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), and Content Analysis (2nd ed. 2004), ch. 11.
 */
export function alphaStatistic(units: readonly Unit[], level: Level): Statistic {
  const ready = coded(units);
  const once = onceEach(units.length);
  return {
    total: units.length,
    units: ready.codes.filter(Boolean).length,
    n: ready.n,
    of: (times = once) => alphaOf(ready, level, times),
  };
}

/** Krippendorff's α of the units as they are; see `alphaStatistic`. */
export const alpha = (units: readonly Unit[], level: Level): Outcome => alphaStatistic(units, level).of();
