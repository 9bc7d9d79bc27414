import { bands } from './claim';

export type Band = (typeof bands)[number];

/** The words of ICD 203 (2015), section D.6.e(2)(a), in the order of likelihood; its second row of synonyms is not mixed in. */
export const bandWords: Record<Band, string> = {
  'almost-no-chance': 'almost no chance',
  'very-unlikely': 'very unlikely',
  unlikely: 'unlikely',
  'roughly-even': 'roughly even chance',
  likely: 'likely',
  'very-likely': 'very likely',
  'almost-certain': 'almost certain',
};

/** Per cent from and to of each word, as ICD 203 prints them: neighbours share their edge. */
export const bandRange: Record<Band, readonly [from: number, to: number]> = {
  'almost-no-chance': [1, 5],
  'very-unlikely': [5, 20],
  unlikely: [20, 45],
  'roughly-even': [45, 55],
  likely: [55, 80],
  'very-likely': [80, 95],
  'almost-certain': [95, 99],
};

/**
 * The word that a likelihood falls into, in per cent 1–99. On a shared edge it is the word nearer to an even chance, so
 * that the words for p and for 100 − p always mirror each other.
 */
export function bandOf(likelihood: number): Band {
  if (likelihood > 50) return bands[bands.length - 1 - bands.indexOf(bandOf(100 - likelihood))]!;
  return bands.findLast((band) => bandRange[band][0] <= likelihood) ?? 'almost-no-chance';
}
