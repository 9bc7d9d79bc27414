/** How many of these rising numbers are below a number. */
export function countBelow(rising: readonly number[], number: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Turns places in a text, in UTF-16 code units, into Unicode code points: one for each surrogate pair, nothing else
 * combined or normalised. One pass over the text, then a search for each place.
 */
export function codePointsIn(text: string): (offset: number) => number {
  const pairs: number[] = []; // where each pair ends
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index + 2);
  return (offset) => offset - countBelow(pairs, offset + 1);
}
