import {
  bareSpan,
  claimIn,
  documentIn,
  fieldsOf,
  listIn,
  pieceIn,
  whoIn,
  wordsIn,
  type Brought,
  type BroughtDocument,
  type BroughtFile,
  type BroughtSpan,
  type Left,
} from './brought';
import { RELATION } from './doccano';
import { jsonLines, type Line } from './json-lines';

const MOST_WITNESSES = 2000;

/** Whether a value is a task of Prodigy or of spaCy: a text with spans. */
export function isProdigy(value: unknown): boolean {
  const { text, spans } = fieldsOf(value);
  return typeof text === 'string' && Array.isArray(spans);
}

function spanOf(value: unknown, at: string, author: string | null): BroughtSpan | null {
  const { start, end, label, text, claim, tagged_by: by, confidence } = fieldsOf(value);
  const pieces = pieceIn(start, end);
  if (!pieces.length) return null;
  return {
    ...bareSpan,
    at,
    pieces,
    quote: wordsIn(text),
    label: wordsIn(label),
    claim: claimIn(claim, label),
    author: whoIn(by) ?? author,
    confidence: typeof confidence === 'number' ? confidence : null,
  };
}

function documentOf({ value, at }: Line, left: Left[]): BroughtDocument | null {
  const row = fieldsOf(value);
  const answer = row.answer ?? 'accept';
  if (!isProdigy(value) || answer !== 'accept') {
    const why = isProdigy(value) ? `It was answered “${String(answer)}”, not “accept”.` : 'It has no text with spans.';
    left.push({ at, what: 'a task', why });
    return null;
  }
  const author = whoIn(row._annotator_id ?? row._session_id);
  const spans = listIn(row.spans).map((one, index) => spanOf(one, `${at}, span ${index + 1}`, author));
  for (const [index, one] of spans.entries())
    if (!one) left.push({ at: `${at}, span ${index + 1}`, what: 'a span', why: 'It names no place in the text.' });
  for (const one of listIn(row.relations))
    left.push({ at, what: `relation ${String(fieldsOf(one).label ?? '')}`.trim(), why: RELATION });
  const witnesses = listIn(row.tokens)
    .slice(0, MOST_WITNESSES)
    .flatMap((one) => {
      const { text, start, end } = fieldsOf(one);
      const quote = wordsIn(text);
      return quote ? pieceIn(start, end).map((piece) => ({ ...piece, quote })) : [];
    });
  return {
    name: at,
    ...documentIn(fieldsOf(row.meta)),
    text: wordsIn(row.text),
    spans: spans.filter((one) => one !== null),
    comments: [],
    witnesses,
  };
}

/** Prodigy's JSON Lines, and spaCy's with spans. Their places are code points, and the tokens show it. */
export function readProdigy(file: BroughtFile): Brought | null {
  const read = jsonLines(file);
  if (!read || !read.lines.some(({ value }) => isProdigy(value))) return null;
  const left = [...read.left];
  const documents = read.lines.map((line) => documentOf(line, left)).filter((one) => one !== null);
  return { format: 'prodigy', unit: 'code points', documents, left };
}
