import { codePointsIn, countBelow } from './offsets';
import type { ExportDocument, Writer } from './source';
import { edgesOf, linesOf, type Token } from './tokens';
import { jsonLine, metaOf, recordOf } from './training';

function taskOf(document: ExportDocument) {
  const { text, spans } = document;
  const place = codePointsIn(text);
  const tokens = linesOf(text, edgesOf(spans)).flatMap((line) => line.tokens);
  const ends = tokens.map(({ end }) => end);
  const starts = tokens.map(({ start }) => start);
  const last = (end: number) => countBelow(starts, end) - 1; // the last one that begins before it
  const first = (start: number, end: number) => Math.min(countBelow(ends, start + 1), Math.max(0, last(end)));
  const token = ({ start, end, text: word }: Token, id: number) => ({
    ...{ text: word, start: place(start), end: place(end), id },
    ws: /\s/.test(text[end] ?? ''),
  });
  return {
    text,
    tokens: tokens.map(token),
    spans: spans.map((span) => {
      const { start, end, stance } = span.citation;
      const tokenised = { token_start: first(start, end), token_end: Math.max(0, last(end)) };
      return { start: place(start), end: place(end), ...tokenised, label: stance, ...recordOf(span) };
    }),
    meta: metaOf(document, 'code points'),
    _view_id: 'spans_manual',
    answer: 'accept',
  };
}

/**
 * Prodigy's JSON Lines for `spans.manual`, where spans may overlap: text, tokens that no edge of a citation cuts, spans.
 * Places are Unicode code points; `token_end` is the last token itself.
 */
export const writeProdigy: Writer = (source) => [
  {
    name: 'prodigy.jsonl',
    contentType: 'application/jsonl; charset=utf-8',
    async *chunks() {
      for await (const document of source.documents()) yield jsonLine(taskOf(document));
    },
  },
];
