import {
  bareSpan,
  claimIn,
  documentIn,
  fieldsOf,
  listIn,
  pieceIn,
  unitIn,
  whoIn,
  wordsIn,
  type Brought,
  type BroughtDocument,
  type BroughtFile,
  type BroughtSpan,
  type Fields,
  type Left,
} from './brought';
import { jsonLines, type Line } from './json-lines';

/** Whether a value is a document of doccano: a text with labels by place. */
export function isDoccano(value: unknown): boolean {
  const { text, data, label, labels, entities } = fieldsOf(value);
  return typeof (text ?? data) === 'string' && [label, labels, entities].some(Array.isArray);
}

/** A label as `[start, end, name]`, as it is without relations. */
function ofTriple(value: unknown, at: string, record: Fields, author: string | null): BroughtSpan | null {
  const [start, end, label] = listIn(value);
  const pieces = pieceIn(start, end);
  if (!pieces.length) return null;
  const stated = typeof record.confidence === 'number' ? record.confidence : null;
  return {
    ...bareSpan,
    at,
    pieces,
    label: wordsIn(label),
    claim: claimIn(record.claim, label),
    author: whoIn(record.tagged_by) ?? author,
    confidence: stated,
  };
}
function ofEntity(value: unknown, at: string, author: string | null): BroughtSpan | null {
  const { start_offset: start, end_offset: end, label } = fieldsOf(value);
  const pieces = pieceIn(start, end);
  return pieces.length ? { ...bareSpan, at, pieces, label: wordsIn(label), author } : null;
}

function documentOf({ value, at }: Line, left: Left[]): BroughtDocument | null {
  const row = fieldsOf(value);
  if (!isDoccano(value)) {
    left.push({ at, what: 'a document', why: 'It has no text with labels by place.' });
    return null;
  }
  const meta = { ...fieldsOf(row.meta), ...fieldsOf(row.metadata) };
  const author = whoIn(row.annotator ?? row.username);
  const records = listIn(row.citations);
  const triples = listIn(row.label ?? row.labels);
  const spans = [
    ...triples.map((one, index) =>
      ofTriple(
        one,
        `${at}, label ${index + 1}`,
        fieldsOf(records.length === triples.length ? records[index] : {}),
        author,
      ),
    ),
    ...listIn(row.entities).map((one, index) => ofEntity(one, `${at}, entity ${index + 1}`, author)),
  ];
  for (const [index, one] of spans.entries())
    if (!one) left.push({ at: `${at}, label ${index + 1}`, what: 'a label', why: 'It names no place in the text.' });
  for (const one of listIn(row.relations))
    left.push({ at, what: `relation ${String(fieldsOf(one).type ?? '')}`.trim(), why: RELATION });
  return {
    name: `${at}`,
    ...documentIn(meta),
    text: wordsIn(row.text) ?? wordsIn(row.data),
    spans: spans.filter((one) => one !== null),
    comments: listIn(row.Comments ?? row.comments).flatMap((one) => {
      const text = wordsIn(one) ?? wordsIn(fieldsOf(one).text);
      return text ? [{ at, author: whoIn(fieldsOf(one).user) ?? author, text }] : [];
    }),
  };
}

export const RELATION = 'A relation between two passages has no place here: state it as a claim.';

/** doccano's JSON Lines. Its places are UTF-16 code units, or graphemes where the project was set so. */
export function readDoccano(file: BroughtFile): Brought | null {
  const read = jsonLines(file);
  if (!read || !read.lines.some(({ value }) => isDoccano(value))) return null;
  const left = [...read.left];
  const documents = read.lines.map((line) => documentOf(line, left)).filter((one) => one !== null);
  const named = unitIn(fieldsOf(fieldsOf(read.lines[0]?.value).meta).offset_unit);
  return { format: 'doccano', unit: named ?? 'UTF-16', documents, left };
}
