import { invalid } from './errors';

/** Where a page ended: the sort value of its last row, and the row's id. */
export type After = { value: string; id: string };

export const cursorOf = (value: string, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/** The inverse of `cursorOf`; null for the first page. Throws `invalid` for anything that we did not hand out. */
export function afterOf(cursor: string | undefined): After | null {
  if (!cursor) return null;
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof value === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { value, id };
  } catch {
    // falls through to the same refusal
  }
  throw invalid([{ path: 'cursor', message: 'This is not a cursor of this list.' }]);
}

/** Cuts the row that was read ahead, and says where the next page starts. */
export function pageOf<R, V>(rows: R[], limit: number, view: (row: R) => V, key: (row: R) => [string, string]) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last ? cursorOf(...key(last)) : null };
}
