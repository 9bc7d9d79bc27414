import type { ExportDocument, ExportSpan, Writer } from './source';
import { edgesOf, linesOf, type Token } from './tokens';
import { jsonLine, nameOf, recordOf } from './training';

const lengthOf = ({ citation: { start, end } }: ExportSpan): number => end - start;

const reaches = ({ citation }: ExportSpan, start: number, end: number): boolean =>
  citation.start < end && start < citation.end;

/** The spans that one tag a token can say, the longest first to be kept, and for each of the others which one is in its way. */
export function keptOf(spans: readonly ExportSpan[]) {
  const kept: ExportSpan[] = [];
  const lost = new Map<ExportSpan, ExportSpan>();
  const byLength = [...spans].sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const span of byLength) {
    const { start, end } = span.citation;
    const other = kept.find((one) => reaches(one, start, end));
    if (other) lost.set(span, other);
    else kept.push(span);
  }
  return { kept, lost };
}

const holds = ({ citation: { start, end } }: ExportSpan, token: Token): boolean =>
  start <= token.start && token.end <= end;

/** `B-` at the first token of a span in a line, `I-` within, `O` outside. */
function tagged(tokens: readonly Token[], kept: readonly ExportSpan[]): string {
  let before: ExportSpan | undefined;
  const lines = tokens.map((token) => {
    const span = kept.find((one) => holds(one, token));
    const tag = span ? `${span === before ? 'I' : 'B'}-${span.citation.stance}` : 'O';
    before = span;
    return `${token.text} ${tag}\n`;
  });
  return `${lines.join('')}\n`;
}

/** What has become of each citation, with what two columns have no room for. */
function* sideOf(document: ExportDocument): Generator<string> {
  const { lost } = keptOf(document.spans);
  for (const span of document.spans) {
    const { start, end, quote, stance } = span.citation;
    const other = lost.get(span);
    const parts = quote.split(/[\r\n\u2028\u2029]+/).filter((part) => part.trim()).length;
    const became = other
      ? `left out: overlaps ${other.citation.tagId}`
      : parts === 0
        ? 'left out: no word in it'
        : parts > 1
          ? `in ${parts} pieces: runs over the end of a line`
          : 'whole';
    yield jsonLine({ document: nameOf(document), became, start, end, quote, label: stance, ...recordOf(span) });
  }
}

/**
 * CoNLL-2002: a token and its IOB2 tag a line, a blank line after each line of the text. It counts no places, and a token
 * has one tag: of citations that overlap the longest stays. `citations.jsonl` lists every citation, what became of it and
 * what the two columns cannot say, with places in UTF-16 code units.
 */
export const writeConll: Writer = (source) => [
  {
    name: 'citations.conll',
    contentType: 'text/plain; charset=utf-8',
    async *chunks() {
      for await (const document of source.documents()) {
        const { kept } = keptOf(document.spans);
        yield '-DOCSTART- O\n\n';
        for (const { start, end, tokens } of linesOf(document.text, edgesOf(document.spans)))
          yield tagged(
            tokens,
            kept.filter((span) => reaches(span, start, end)),
          );
      }
    },
  },
  {
    name: 'citations.jsonl',
    contentType: 'application/jsonl; charset=utf-8',
    async *chunks() {
      for await (const document of source.documents()) yield* sideOf(document);
    },
  },
];
