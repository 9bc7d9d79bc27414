import { stances } from '@/lib/claims/claim';
import { codePointsIn } from './offsets';
import { fixed, type ExportDocument, type ExportSpan, type Writer } from './source';
import { nameOf, onOneLine } from './training';

const CONFIG = `[entities]
${stances.join('\n')}
[relations]
[events]
[attributes]
Denies Arg:<ENTITY>
Implied Arg:<ENTITY>
`;

/** The pieces of a quote between line ends, which a span of brat may not hold. */
function piecesOf(text: string, start: number, end: number) {
  const pieces = [...text.slice(start, end).matchAll(/[^\r\n]+/g)];
  return pieces.map(({ 0: words, index }) => ({ words, start: start + index, end: start + index + words.length }));
}

/** What a citation is of, as a note of the annotator on its span. */
const noteOf = ({ claim, citation }: ExportSpan): string =>
  onOneLine(
    [
      `claim ${claim.id}: ${claim.statement}`,
      ...(citation.confidence === null ? [] : [`${citation.confidence} of 100 sure`]),
      ...(citation.note ? [citation.note] : []),
      citation.taggedBy.name,
    ].join(' · '),
  );

function standoff({ text, spans }: ExportDocument): string {
  const place = codePointsIn(text);
  const lines: string[] = [];
  let attributes = 0;
  for (const [index, span] of spans.entries()) {
    const { start, end, stance, denies, implied } = span.citation;
    const pieces = piecesOf(text, start, end);
    if (!pieces.length) continue;
    const id = `T${index + 1}`;
    const places = pieces.map((piece) => `${place(piece.start)} ${place(piece.end)}`).join(';');
    lines.push(`${id}\t${stance} ${places}\t${pieces.map(({ words }) => words).join(' ')}`);
    if (denies) lines.push(`A${(attributes += 1)}\tDenies ${id}`);
    if (implied) lines.push(`A${(attributes += 1)}\tImplied ${id}`);
    lines.push(`#${index + 1}\tAnnotatorNotes ${id}\t${noteOf(span)}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * brat's standoff: a text to the letter and its annotations beside it, an article a pair. Places are Unicode code points;
 * a quote over several lines is a span in pieces.
 */
export const writeBrat: Writer = async function* (source) {
  yield fixed('annotation.conf', 'text/plain; charset=utf-8', CONFIG);
  for await (const document of source.documents()) {
    yield fixed(`${nameOf(document)}.txt`, 'text/plain; charset=utf-8', document.text);
    yield fixed(`${nameOf(document)}.ann`, 'text/plain; charset=utf-8', standoff(document));
  }
};
