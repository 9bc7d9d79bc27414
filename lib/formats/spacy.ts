import { codePointsIn } from './offsets';
import { fixed, type Writer } from './source';
import { jsonLine, metaOf, recordOf } from './training';

// A span category, as citations may overlap, which named entities may not. A span that no token fits is skipped there.
const LOADER = `import json, spacy
from spacy.tokens import DocBin

nlp = spacy.blank("xx")
bin = DocBin()
for line in open("spacy.jsonl", encoding="utf-8", newline="\\n"):
    task = json.loads(line)
    doc = nlp(task["text"])
    spans = (doc.char_span(s["start"], s["end"], s["label"], alignment_mode="expand") for s in task["spans"])
    doc.spans["sc"] = [span for span in spans if span is not None]
    bin.add(doc)
bin.to_disk("citations.spacy")
`;

/**
 * JSON Lines of text and spans for spaCy, and the few lines of Python that make its binary format of them. Places are
 * Unicode code points, as Python counts.
 */
export const writeSpacy: Writer = (source) => [
  {
    name: 'spacy.jsonl',
    contentType: 'application/jsonl; charset=utf-8',
    async *chunks() {
      for await (const document of source.documents()) {
        const place = codePointsIn(document.text);
        const spans = document.spans.map((span) => {
          const { start, end, stance } = span.citation;
          return { start: place(start), end: place(end), label: stance, ...recordOf(span) };
        });
        yield jsonLine({ text: document.text, spans, meta: metaOf(document, 'code points') });
      }
    },
  },
  fixed('to_spacy.py', 'text/x-python; charset=utf-8', LOADER),
];
