import { bands } from './claim';

export type Band = (typeof bands)[number];

/** A band of ICD 203: its words, their accepted synonym, and its range in percent. Neighbours share an edge. */
export interface LikelihoodBand {
  readonly id: Band;
  readonly words: string;
  readonly synonym: string;
  readonly from: number;
  readonly to: number;
  /** The whole number that stands for the band, 1–99; symmetric about 50. */
  readonly middle: number;
}

/**
 * The seven bands of likelihood, least first.
 * Source: Intelligence Community Directive 203, Analytic Standards (2 January 2015), D.6.e(2)(a).
 */
export const likelihoodBands: readonly LikelihoodBand[] = [
  { id: 'almost-no-chance', words: 'almost no chance', synonym: 'remote', from: 1, to: 5, middle: 3 },
  { id: 'very-unlikely', words: 'very unlikely', synonym: 'highly improbable', from: 5, to: 20, middle: 13 },
  { id: 'unlikely', words: 'unlikely', synonym: 'improbable', from: 20, to: 45, middle: 33 },
  { id: 'roughly-even', words: 'roughly even chance', synonym: 'roughly even odds', from: 45, to: 55, middle: 50 },
  { id: 'likely', words: 'likely', synonym: 'probable', from: 55, to: 80, middle: 67 },
  { id: 'very-likely', words: 'very likely', synonym: 'highly probable', from: 80, to: 95, middle: 87 },
  { id: 'almost-certain', words: 'almost certain', synonym: 'nearly certain', from: 95, to: 99, middle: 97 },
];

/** What an analyst stated: a band's word, or a whole number 1–99. */
export type Likelihood = Band | number;

export const isBand = (text: string): text is Band => bands.some((band) => band === text);

/** A band by its id: its words, range and synonym. */
export function bandNamed(id: Band): LikelihoodBand {
  const band = likelihoodBands.find((one) => one.id === id);
  if (!band) throw new RangeError(`There is no band ${id}.`);
  return band;
}

/**
 * The band of a whole number 1–99. An edge that two bands share belongs to the one nearer to even, so that the words
 * never say more than the number. Throws RangeError otherwise: nothing is certain, nothing impossible.
 */
export function bandOf(percent: number): Band {
  if (!Number.isInteger(percent) || percent < 1 || percent > 99)
    throw new RangeError(`A likelihood is a whole number from 1 to 99, not ${percent}.`);
  const fitting = likelihoodBands.filter(({ from, to }) => from <= percent && percent <= to);
  const distance = ({ middle }: LikelihoodBand) => Math.abs(middle - 50);
  return fitting.reduce((nearest, one) => (distance(one) < distance(nearest) ? one : nearest)).id;
}

/** The whole number 1–99 that a stated likelihood is drawn and sorted at: itself, or the middle of its band. */
export const percentOf = (stated: Likelihood): number =>
  typeof stated === 'number' ? stated : bandNamed(stated).middle;

/**
 * A stated likelihood in words, its figure behind it: "likely (70 %)" for a number, "likely (55–80 %)" for a word.
 * Never put analytic confidence into the same sentence (ICD 203, D.6.e(2)(b)).
 */
export function sayLikelihood(stated: Likelihood): string {
  const { words, from, to } = bandNamed(typeof stated === 'number' ? bandOf(stated) : stated);
  return typeof stated === 'number' ? `${words} (${stated} %)` : `${words} (${from}–${to} %)`;
}
