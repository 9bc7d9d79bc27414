// Pure: how much of a list would move under its reader's eyes.

/** Length of the longest run of growing numbers, gaps allowed: so many need not move. */
function longestRising(numbers: readonly number[]): number {
  const ends: number[] = []; // the least last number of a run of each length
  for (const number of numbers) {
    const at = ends.findIndex((end) => end >= number);
    if (at < 0) ends.push(number);
    else ends[at] = number;
  }
  return ends.length;
}

/** How many rows would come in between, go, or change places. What is added below the last moves nothing. */
export function countMoved(shown: readonly string[], latest: readonly string[]): number {
  const before = new Map(shown.map((id, at) => [id, at]));
  const kept = latest.flatMap((id) => before.get(id) ?? []);
  const lastKept = latest.findLastIndex((id) => before.has(id));
  const between = latest.filter((id, at) => at < lastKept && !before.has(id)).length;
  const gone = shown.length - kept.length;
  return between + gone + (kept.length - longestRising(kept));
}
