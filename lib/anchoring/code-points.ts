import { splitsPair } from './span';

function check(ok: boolean, offset: number): void {
  if (!ok) throw new RangeError(`Offset ${offset} is not the edge of a character of this text.`);
}

/** Walks the text once and calls `at` at every edge of a character, with its offset in both units. */
function eachEdge(text: string, at: (units: number, points: number) => boolean): void {
  let points = 0;
  for (let units = 0; units <= text.length; points += 1) {
    if (!at(units, points)) return;
    units += splitsPair(text, units + 1) ? 2 : 1;
  }
}

function convert(text: string, offsets: readonly number[], from: 'units' | 'points'): number[] {
  const order = offsets.map((_, index) => index).sort((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0));
  const answer = new Array<number>(offsets.length).fill(-1);
  let next = 0;
  eachEdge(text, (units, points) => {
    const [known, wanted] = from === 'units' ? [units, points] : [points, units];
    for (; next < order.length; next += 1) {
      const index = order[next] ?? 0;
      if (offsets[index] !== known) break;
      answer[index] = wanted;
    }
    return next < order.length;
  });
  const missed = answer.indexOf(-1);
  check(missed < 0, offsets[missed] ?? 0);
  return answer;
}

/**
 * UTF-16 offsets as code point offsets (the unit of W3C Web Annotation), in the order given.
 * O(text + k log k). Throws RangeError for an offset outside the text or inside a surrogate pair.
 */
export const toCodePoints = (text: string, offsets: readonly number[]): number[] => convert(text, offsets, 'units');

/** Code point offsets as UTF-16 offsets, in the order given. Throws RangeError for an offset outside the text. */
export const toUtf16 = (text: string, offsets: readonly number[]): number[] => convert(text, offsets, 'points');
