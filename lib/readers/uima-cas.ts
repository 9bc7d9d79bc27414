import {
  bareDocument,
  bareSpan,
  claimIn,
  fieldsOf,
  pieceIn,
  whoIn,
  wordsIn,
  type Brought,
  type BroughtFile,
  type BroughtSpan,
  type Fields,
  type Left,
} from './brought';
import { parsed } from './json-lines';

// What every text is cut into, and what says something of the whole of it.
const LAYOUT =
  /(^|\.)(Token|Sentence|Paragraph|DocumentAnnotation|DocumentMetaData|TagsetDescription|POS|Lemma|MorphologicalFeatures|Stem)$|^uima\./;
const LABELS = ['label', 'value', 'identifier', 'stance', 'category', 'type'];

/** Structures of every kind, whether they stand in a list or under their ids. */
function structuresIn(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.map(fieldsOf);
  return Object.entries(fieldsOf(value)).map(([id, one]) => ({ '%ID': id, ...fieldsOf(one) }));
}
const shortOf = (type: string): string => type.split('.').at(-1) ?? type;

function spanOf(one: Fields, at: string): BroughtSpan {
  const label = LABELS.map((name) => wordsIn(one[name])).find(Boolean) ?? shortOf(String(one['%TYPE']));
  return {
    ...bareSpan,
    at,
    pieces: pieceIn(one.begin, one.end),
    label,
    claim: claimIn(one.claim, one.stance),
    author: whoIn(one.taggedBy),
    confidence: typeof one.confidence === 'number' ? one.confidence : null,
    note: wordsIn(one.note) ?? wordsIn(one.comment),
  };
}

/** A CAS as JSON. Its places are UTF-16 code units; what is cut by every text (tokens, sentences) does not come. */
export function readUimaCas(file: BroughtFile): Brought | null {
  const cas = fieldsOf(parsed(file.text)?.value);
  const structures = structuresIn(cas['%FEATURE_STRUCTURES']);
  const sofas = structures.filter((one) => one['%TYPE'] === 'uima.cas.Sofa');
  if (!sofas.length) return null;
  const left: Left[] = [];
  const documents = sofas.map((sofa, index) => {
    const spans: BroughtSpan[] = [];
    for (const one of structures) {
      const type = String(one['%TYPE']);
      if (one === sofa || LAYOUT.test(type)) continue;
      const at = `${file.name}, structure ${String(one['%ID'])}`;
      if (one.begin === undefined) left.push({ at, what: shortOf(type), why: 'It stands on no passage of the text.' });
      else if (String(one['@sofa'] ?? sofa['%ID']) === String(sofa['%ID'])) spans.push(spanOf(one, at));
    }
    const name = index === 0 ? file.name.replace(/\.[^./]*$/, '') : `${file.name} (${String(sofa.sofaID)})`;
    return { ...bareDocument, name, text: wordsIn(sofa.sofaString), spans };
  });
  return { format: 'uima-cas', unit: 'UTF-16', documents, left };
}
