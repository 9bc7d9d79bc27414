import { joined, type Brought, type BroughtFile, type Left } from './brought';
import { readBrat } from './brat';
import { readClaimbench } from './claimbench';
import { readDoccano } from './doccano';
import { readHypothesis } from './hypothesis';
import { readLabelStudio } from './label-studio';
import { readProdigy } from './prodigy';
import { readUimaCas } from './uima-cas';
import { readWebAnnotation } from './web-annotation';
import { readWebAnnoTsv } from './webanno-tsv';

/** Who is asked whether a file is theirs, those first who ask for more. */
const READERS = [
  readClaimbench,
  readUimaCas,
  readWebAnnoTsv,
  readWebAnnotation,
  readHypothesis,
  readLabelStudio,
  readProdigy,
  readDoccano,
];

/** What comes along with annotations and is none: the set-up of a tool, what an export lists beside. */
const BESIDE =
  /(^|\/)(labelling\.xml|manifest\.json|TypeSystem\.xml|(annotation|visual|tools|kb_shortcuts)\.conf|exportedproject\.json|event\.log)$/i;

/** INCEpTION keeps a folder for each document and in it a file for each annotator; the two others are its own copies. */
const IN_FOLDERS = /(?:^|\/)(?:annotation|curation)\/([^/]+)\/([^/]+)\.(?:json|tsv)$/;
const NOBODY = ['INITIAL_CAS', 'CURATION_USER'];

/** The same with the names that the folders of a file say, where the file itself names nobody. */
function namedByFolders({ name }: BroughtFile, read: Brought): Brought {
  const [, document, who] = IN_FOLDERS.exec(name) ?? [];
  if (document === undefined || who === undefined) return read;
  const author = NOBODY.includes(who) ? null : who;
  const documents = read.documents.map((one) => ({
    ...one,
    name: document.replace(/\.[^./]*$/, ''),
    spans: one.spans.map((span) => ({ ...span, author: span.author ?? author })),
  }));
  return { ...read, documents };
}

/** Files of one format as one; a folder of files is one import. */
function together(read: readonly Brought[]): Brought {
  const [first] = read;
  return {
    ...first!,
    documents: joined(read.flatMap(({ documents }) => documents)),
    left: read.flatMap(({ left }) => left),
  };
}

/**
 * What files of another tool hold, whose content says which tool that is. Null when none of them is of a known format; what is of
 * another format than the first is listed.
 */
export function readFiles(files: readonly BroughtFile[]): Brought | null {
  const brat = readBrat(files);
  const read: Brought[] = brat ? [brat.brought] : [];
  const strange: Left[] = [];
  for (const file of files) {
    if (brat?.used.has(file) || BESIDE.test(file.name)) continue;
    const one = READERS.map((reader) => reader(file)).find(Boolean);
    if (one && (!read[0] || one.format === read[0].format)) read.push(namedByFolders(file, one));
    else strange.push({ at: file.name, what: 'a file', why: one ? MIXED : UNKNOWN });
  }
  if (!read.length) return null;
  const whole = together(read);
  return { ...whole, left: [...strange, ...whole.left] };
}
const MIXED = 'It is of another format than the files before it: bring it in by itself.';
const UNKNOWN = 'It is of no format that is known here.';
