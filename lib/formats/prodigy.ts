import { codePointsIn, countBelow } from './offsets';
import type { ExportDocument, Writer } from './source';
import { rowOf } from './tokens';
import { jsonLine, metaOf, recordOf } from './training';

function taskOf(document: ExportDocument) {
  const { text, spans } = document;
  const place = codePointsIn(text);
  const tokens = rowOf(text, spans);
  const ends = tokens.map(({ end }) => end);
  const starts = tokens.map(({ start }) => start);
  return {
    text,
    tokens: tokens.map((token, id) => ({
      ...{ text: token.text, start: place(token.start), end: place(token.end), id, ws: token.ws },
    })),
    spans: spans.map((span) => {
      const { start, end, stance } = span.citation;
      const tokenised = { token_start: countBelow(ends, start + 1), token_end: countBelow(starts, end) - 1 };
      return { start: place(start), end: place(end), ...tokenised, label: stance, ...recordOf(span) };
    }),
    meta: metaOf(document, 'code points'),
    _view_id: 'spans_manual',
    answer: 'accept',
  };
}

/**
 * Prodigy's JSON Lines for `spans.manual`, where spans may overlap: text, tokens that no edge of a citation cuts and that
 * make up the whole text again, spans. Places are Unicode code points; `token_end` is the last token itself.
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
