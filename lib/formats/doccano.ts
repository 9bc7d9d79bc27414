import type { Writer } from './source';
import { jsonLine, metaOf, recordOf } from './training';

/**
 * doccano's JSON Lines for sequence labelling: a document a line, the stance as label. Its places are UTF-16 code units,
 * as its editor counts the length of a JavaScript string. Further keys become the document's metadata there.
 */
export const writeDoccano: Writer = (source) => [
  {
    name: 'doccano.jsonl',
    contentType: 'application/jsonl; charset=utf-8',
    async *chunks() {
      let id = 0;
      for await (const document of source.documents())
        yield jsonLine({
          id: (id += 1),
          text: document.text,
          label: document.spans.map(({ citation: { start, end, stance } }) => [start, end, stance]),
          Comments: [],
          meta: metaOf(document, 'utf-16'),
          citations: document.spans.map(recordOf),
        });
    },
  },
];
