import { defined, onceEach, undefinedFor, type Outcome, type Said, type Statistic, type Unit } from './measure';

/** The values in use, and each unit that has all of them as their places in it. The others are null: dropped. */
function complete(units: readonly Unit[], order?: readonly Said[]) {
  const whole = units.map((unit) => (unit.length > 1 && !unit.includes(null) ? unit : null));
  const values = order ?? [...new Set(whole.flatMap((unit) => unit ?? []))];
  const place = new Map(values.map((value, nth) => [value, nth]));
  return { values, codes: whole.map((unit) => unit && unit.map((value) => place.get(value)!)) };
}
const kept = (codes: readonly unknown[]) => codes.filter(Boolean).length;

/**
 * Cohen's κ = (P_o − P_e) / (1 − P_e) of two analysts: how often they said the same, against how often they would if each drew from
 * their own habits. With `order`, all values from least to most, κ_w = 1 − Σw·o / Σw·e with the weights ((i − j) / (k − 1))². Units
 * that one of them left blank are dropped. `n` counts units. Undefined where both said one and the same value throughout.
 *
 * Sources: J. Cohen, A coefficient of agreement for nominal scales (1960); weighted kappa (1968).
 */
export function cohenStatistic(units: readonly Unit[], order?: readonly Said[]): Statistic {
  const { values, codes } = complete(units, order);
  const k = values.length;
  const weight = (i: number, j: number) => (order ? ((i - j) / Math.max(1, k - 1)) ** 2 : i === j ? 0 : 1);
  const once = onceEach(units.length);
  const of: Statistic['of'] = (times = once) => {
    const [first, second] = [new Float64Array(k), new Float64Array(k)];
    let [n, observed] = [0, 0];
    for (const [at, unit] of codes.entries()) {
      const drawn = unit ? times[at]! : 0;
      if (!drawn) continue;
      const [i, j] = unit as [number, number];
      n += drawn;
      first[i]! += drawn;
      second[j]! += drawn;
      observed += drawn * weight(i, j);
    }
    if (n === 0) return undefinedFor('nothing-to-compare');
    let expected = 0;
    if (!order) expected = n * n - first.reduce((sum, count, at) => sum + count * second[at]!, 0);
    else
      for (const [i, mine] of first.entries())
        for (const [j, theirs] of second.entries()) if (mine && theirs) expected += mine * theirs * weight(i, j);
    return expected === 0 ? undefinedFor('one-value') : defined(1 - (observed * n) / expected);
  };
  if (units.some((unit) => unit.length !== 2))
    return { total: units.length, units: 0, n: 0, of: () => undefinedFor('not-for-two') };
  return { total: units.length, units: kept(codes), n: kept(codes), of };
}

export const cohenKappa = (units: readonly Unit[], order?: readonly Said[]): Outcome =>
  cohenStatistic(units, order).of();

/**
 * Fleiss' κ = (P̄ − P̄_e) / (1 − P̄_e) of as many analysts as say something of every unit: the share of pairs of analysts that agree,
 * against what the values' shares of everything said would give. Units that anybody left blank are dropped, which flatters: α keeps
 * them. `n` counts units. Undefined where everybody said one and the same value throughout.
 *
 * Source: J. L. Fleiss, Measuring nominal scale agreement among many raters (1971).
 */
export function fleissStatistic(units: readonly Unit[]): Statistic {
  const { values, codes } = complete(units);
  const m = codes.find(Boolean)?.length ?? 0;
  const agreeing = codes.map((unit) => {
    if (!unit) return 0;
    if (unit.every((code) => code === unit[0])) return 1;
    const counts = new Map<number, number>();
    for (const code of unit) counts.set(code, (counts.get(code) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0) / (m * (m - 1));
  });
  const once = onceEach(units.length);
  const of: Statistic['of'] = (times = once) => {
    const counts = new Float64Array(values.length);
    let [n, agreed] = [0, 0];
    for (const [at, unit] of codes.entries()) {
      const drawn = unit ? times[at]! : 0;
      if (!drawn) continue;
      n += drawn;
      agreed += drawn * agreeing[at]!;
      for (const code of unit!) counts[code]! += drawn;
    }
    if (n === 0) return undefinedFor('nothing-to-compare');
    if (counts.filter((count) => count > 0).length < 2) return undefinedFor('one-value');
    const byChance = counts.reduce((sum, count) => sum + (count / (n * m)) ** 2, 0);
    return defined((agreed / n - byChance) / (1 - byChance));
  };
  return { total: units.length, units: kept(codes), n: kept(codes), of };
}

export const fleissKappa = (units: readonly Unit[]): Outcome => fleissStatistic(units).of();

/**
 * Fleiss' κ of one value against all others, for each value in use: how well the analysts agree on that one.
 * Source: Fleiss (1971), formula 12.
 */
export function fleissByValue(units: readonly Unit[]): Map<Said, Outcome> {
  const values = new Set(units.flatMap((unit) => (unit.includes(null) ? [] : unit)));
  const against = (one: Said) =>
    units.map((unit) => unit.map((said) => (said === null ? null : said === one ? 'it' : 'not')));
  return new Map([...values].map((one) => [one, fleissKappa(against(one))]));
}
