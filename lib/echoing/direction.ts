/** A publication date as a range of days, or null when it is not known. */
export type Published = { from: string; to: string; estimated: boolean } | null;

/** Which of two texts came first, by their dates: `a`, `b`, or null when the dates do not tell. */
export type Direction = {
  first: 'a' | 'b' | null;
  because: 'dates' | 'estimated-dates' | 'dates-overlap' | 'dates-unknown';
};

/** What the dates of two articles say about who can have copied whom. Ranges that touch say nothing. */
export function directionOf(a: Published, b: Published): Direction {
  if (!a || !b) return { first: null, because: 'dates-unknown' };
  const because = a.estimated || b.estimated ? 'estimated-dates' : 'dates';
  if (a.to < b.from) return { first: 'a', because };
  if (b.to < a.from) return { first: 'b', because };
  return { first: null, because: 'dates-overlap' };
}
