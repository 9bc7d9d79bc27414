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

/**
 * Places dots on rows so that no two names touch. Widths are in percent of the plot: `perLetter` for a letter, and
 * `pad` around dot and name. Order: from unlikely to likely, so that the picture reads like the axis.
 */
export function placeDots(dots: readonly LikelihoodDot[], perLetter = 1.7, pad = 3.2): PlacedDot[] {
  const ends: [from: number, to: number][][] = [];
  const sorted = [...dots].sort((a, b) => a.likelihood - b.likelihood || a.name.localeCompare(b.name, 'en'));
  return sorted.map((dot) => {
    const width = [...dot.name].length * perLetter + pad;
    const side = dot.likelihood + width > 100 ? 'start' : 'end';
    const from = side === 'end' ? dot.likelihood - pad / 2 : dot.likelihood - width;
    const to = side === 'end' ? dot.likelihood + width : dot.likelihood + pad / 2;
    const free = ends.findIndex((row) => row.every(([start, end]) => to <= start || from >= end));
    const row = free === -1 ? ends.length : free;
    (ends[row] ??= []).push([from, to]);
    return { ...dot, row, side };
  });
}
