// What is made of times: figures, and how they compare with a floor that was measured beside them, round by round.

/** Figures of one candidate, one list a round; ms where nothing else is said. */
export type Rounds = number[][];

/** The value below which this share of the values lies, by linear interpolation between neighbours. Throws for no values. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('figures: nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

const times = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)}×`;
const short = (value: number) => value.toFixed(value < 0.1 ? 4 : value < 100 ? 2 : 0);

/** One line: n, median, p95 and spread (the middle half) of all rounds together. */
export function lineOf(name: string, rounds: Rounds, unit = 'ms'): string {
  const all = rounds.flat();
  const [low, middle, high, p95] = [0.25, 0.5, 0.75, 0.95].map((share) => short(quantile(all, share)));
  return `  ${name.padEnd(34)} n ${String(all.length).padStart(4)}   median ${middle} ${unit}   p95 ${p95} ${unit}   spread ${low}–${high} ${unit}`;
}

/**
 * How a candidate compares with its floor at a quantile: the median of the ratios of the rounds, and their range. Rounds
 * are compared one by one, so that what slows the machine for a while slows both sides of a ratio.
 */
export function ratioOf(rounds: Rounds, floor: Rounds, share: number): { ratio: number; low: number; high: number } {
  if (rounds.length !== floor.length) throw new Error('figures: every round has its floor.');
  const ratios = rounds.map((round, index) => quantile(round, share) / quantile(floor[index]!, share));
  return { ratio: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
}

/** One line: the ratio, its range over the rounds and, where there is a target, whether it was met. */
export function verdictOf(name: string, rounds: Rounds, floor: Rounds, share: number, target?: number): string {
  const { ratio, low, high } = ratioOf(rounds, floor, share);
  const said = `  ${name.padEnd(34)} ${times(ratio)} its floor   (${times(low)} to ${times(high)} over ${rounds.length} rounds)`;
  if (target === undefined) return said;
  return `${said}   target ≤ ${target}×: ${ratio <= target ? 'met' : 'MISSED'}`;
}
