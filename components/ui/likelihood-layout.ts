/** One analyst's likelihood, in percent 1–99. */
export interface LikelihoodDot {
  id: string;
  name: string;
  likelihood: number;
}

export interface PlacedDot extends LikelihoodDot {
  /** Row below the axis, from 0; names that would touch go to separate rows. */
  row: number;
  /** Where the name stands, seen from its dot. */
  side: 'start' | 'end';
}

/** How much of a plot, in percent of its width, a letter takes, and the room around dot, gap and number together. */
export interface PlotScale {
  perLetter: number;
  pad: number;
}

/** For plots of 512 px and more, and for those of a telephone, with names in 12 px. */
export const WIDE: PlotScale = { perLetter: 1.35, pad: 8 };
export const NARROW: PlotScale = { perLetter: 2.1, pad: 13 };

/**
 * Places dots on rows so that no two names touch. Order: from unlikely to likely, so that the picture reads like
 * the axis.
 */
export function placeDots(dots: readonly LikelihoodDot[], { perLetter, pad }: PlotScale): PlacedDot[] {
  const taken: [from: number, to: number][][] = [];
  const sorted = [...dots].sort((a, b) => a.likelihood - b.likelihood || a.name.localeCompare(b.name, 'en'));
  return sorted.map((dot) => {
    const width = [...dot.name].length * perLetter + pad;
    const side = dot.likelihood + width > 100 ? 'start' : 'end';
    const from = side === 'end' ? dot.likelihood - pad / 4 : dot.likelihood - width;
    const to = side === 'end' ? dot.likelihood + width : dot.likelihood + pad / 4;
    const free = taken.findIndex((row) => row.every(([start, end]) => to <= start || from >= end));
    const row = free === -1 ? taken.length : free;
    (taken[row] ??= []).push([from, to]);
    return { ...dot, row, side };
  });
}
