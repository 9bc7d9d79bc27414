import { invalid } from './errors';

/** Where a page ended: the sort value of its last row, and the row's id. */
export type After = { value: string; id: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const cursorOf = (value: string, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/** Whether a sort value is a moment, as lists by time have it. */
export const isMoment = (value: string): boolean => !Number.isNaN(Date.parse(value));

/**
 * The inverse of `cursorOf`; null for the first page. Throws `invalid` for anything that we did not hand out; `fits` says
 * what the list's sort values look like.
 */
export function afterOf(cursor: string | undefined, fits: (value: string) => boolean = () => true): After | null {
  if (!cursor) return null;
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof value === 'string' && typeof id === 'string' && UUID.test(id) && fits(value)) return { value, id };
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
