/** Why there is no figure. A coefficient that cannot be computed is never 0 and never NaN. */
export const undefinedReasons = [
  'nothing-to-compare', // no item that two analysts gave a value
  'one-value', // everybody gave everything the same value: no disagreement was possible, so none was avoided
  'not-for-two', // the measure wants a fixed number of analysts, and this is another number
  'too-few', // too few items to say how far the figure would move on others
  'unsteady', // too many of the drawn samples have no figure themselves
] as const;
export type Undefined = (typeof undefinedReasons)[number];

/** A figure, or why there is none. */
export type Outcome = { value: number; why: null } | { value: null; why: Undefined };
export const defined = (value: number): Outcome => ({ value, why: null });
export const undefinedFor = (why: Undefined): Outcome => ({ value: null, why });

/** What one analyst said of a thing; null where nothing was said. */
export type Said = string | number | null;
/** What each analyst, in an order that is the same for all units, said of one thing. */
export type Unit = readonly Said[];

/** How often each unit counts: once each, or as often as a sample drew it. */
export type Times = ArrayLike<number>;

/**
 * A measure made ready on its units: `of` computes it with each of them counted so many times, once each if it is not said. Of `total`
 * units `units` entered, the others were dropped; `n` counts the values (or units, spans, characters: each measure says) in those.
 */
export type Statistic = { total: number; units: number; n: number; of: (times?: Times) => Outcome };

export const onceEach = (units: number): Times => new Uint8Array(units).fill(1);
