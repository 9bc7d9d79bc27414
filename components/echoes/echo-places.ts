import type { Echo } from '@/lib/echoes/echo';

/** A stretch of one article that others share: overlapping passages are one place. UTF-16 units, end exclusive. */
export type Place = {
  start: number;
  end: number;
  ids: string[];
  articles: number;
  words: number; // of the longest
  undecided: number;
};

/** The places of an article where passages are shared, in reading order. Echoes of another version have none. */
export function placesOf(echoes: readonly Echo[], articleId: string, version: number): Place[] {
  const own = echoes.flatMap((echo) => {
    const span = echo.spans.find((one) => one.articleId === articleId && one.articleVersion === version);
    const other = echo.spans.find((one) => one.articleId !== articleId);
    return span && other ? [{ echo, span, other: other.articleId }] : [];
  });
  own.sort((p, q) => p.span.start - q.span.start || q.span.end - p.span.end);
  const places: (Place & { others: Set<string> })[] = [];
  for (const { echo, span, other } of own) {
    const last = places.at(-1);
    const place =
      last && span.start < last.end
        ? last
        : { start: span.start, end: span.end, ids: [], articles: 0, words: 0, undecided: 0, others: new Set<string>() };
    if (place !== last) places.push(place);
    place.end = Math.max(place.end, span.end);
    place.ids.push(echo.id);
    place.others.add(other);
    place.articles = place.others.size;
    place.words = Math.max(place.words, echo.words);
    place.undecided += echo.decision ? 0 : 1;
  }
  return places.map(({ others: _, ...place }) => place);
}
