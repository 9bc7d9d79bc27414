import {
  bareDocument,
  bareSpan,
  type Brought,
  type BroughtDocument,
  type BroughtFile,
  type BroughtSpan,
  type Left,
} from './brought';

const WHY: Record<string, string> = {
  R: 'A relation between two passages has no place here: state it as a claim.',
  E: 'An event of several passages has no place here: state it as a claim.',
  A: 'An attribute has no place here.',
  M: 'An attribute has no place here.',
  N: 'A reference to a database is not taken over: give it to the entity.',
  '*': 'That passages are the same is not taken over: merge the entities.',
};
const KINDS: Record<string, string> = {
  R: 'relation',
  E: 'event',
  A: 'attribute',
  M: 'attribute',
  N: 'reference',
  '*': 'equivalence',
};

const stem = (name: string): string => name.replace(/\.[^./]*$/, '');

/** The notes of annotators, by the id of what they are on. */
function notesIn(lines: readonly string[]): Map<string, string> {
  const notes = new Map<string, string>();
  for (const line of lines) {
    const [, on, words] = /^#\S*\t\S+ (\S+)\t([^]*)$/.exec(line) ?? [];
    if (on && words) notes.set(on, [notes.get(on), words].filter(Boolean).join('\n'));
  }
  return notes;
}

function spanOf(line: string, at: string, notes: Map<string, string>): BroughtSpan | null {
  const [, id, label, places, quote] = /^(T\S+)\t(\S+) ([\d ;]+)\t([^]*)$/.exec(line) ?? [];
  if (!id || !label || !places) return null;
  const pieces = places.split(';').map((piece) => {
    const [start, end] = piece.trim().split(' ').map(Number);
    return { start: start ?? NaN, end: end ?? NaN };
  });
  if (pieces.some(({ start, end }) => Number.isNaN(start) || Number.isNaN(end))) return null;
  return { ...bareSpan, at: `${at}, ${id}`, pieces, quote: quote ?? null, label, note: notes.get(id) ?? null };
}

function documentOf(annotations: BroughtFile, text: string | null, left: Left[]): BroughtDocument {
  const lines = annotations.text.split(/\r?\n/);
  const notes = notesIn(lines);
  const spans: BroughtSpan[] = [];
  for (const [index, line] of lines.entries()) {
    const at = `${annotations.name}, line ${index + 1}`;
    const sign = line[0];
    if (!sign || line.trim() === '' || sign === '#') continue;
    const span = sign === 'T' ? spanOf(line, at, notes) : null;
    if (span) spans.push(span);
    else left.push({ at, what: KINDS[sign] ?? 'a line', why: WHY[sign] ?? 'This is not a line of standoff.' });
  }
  return { ...bareDocument, name: stem(annotations.name), text, spans };
}

/** brat's standoff: `.ann` files, each with the text beside it. Its places are code points. */
export function readBrat(files: readonly BroughtFile[]): { brought: Brought; used: Set<BroughtFile> } | null {
  const annotations = files.filter(({ name }) => name.endsWith('.ann'));
  if (!annotations.length) return null;
  const left: Left[] = [];
  const used = new Set<BroughtFile>(annotations);
  const documents = annotations.map((file) => {
    const text = files.find(({ name }) => name === `${stem(file.name)}.txt`);
    if (text) used.add(text);
    return documentOf(file, text?.text ?? null, left);
  });
  for (const file of files) if (/\.conf$/.test(file.name)) used.add(file);
  return { brought: { format: 'brat', unit: 'code points', documents, left }, used };
}
