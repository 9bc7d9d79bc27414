/** A list in pieces of a size, the last one aside. */
export const batches = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

/** Rows that are asked for by a list of any length, so many at once: a statement takes no more than some thirty thousand parameters. */
export async function inBatches<T, R>(list: readonly T[], ask: (some: T[]) => Promise<R[]>, size = 5000): Promise<R[]> {
  const found: R[] = [];
  for (const some of batches(list, size)) for (const row of await ask(some)) found.push(row);
  return found;
}
