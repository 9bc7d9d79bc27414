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
const BESIDE = /(^|\/)(labelling\.xml|manifest\.json|TypeSystem\.xml|annotation\.conf)$/i;

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
    if (one && (!read[0] || one.format === read[0].format)) read.push(one);
    else strange.push({ at: file.name, what: 'a file', why: one ? MIXED : UNKNOWN });
  }
  if (!read.length) return null;
  const whole = together(read);
  return { ...whole, left: [...strange, ...whole.left] };
}
const MIXED = 'It is of another format than the files before it: bring it in by itself.';
const UNKNOWN = 'It is of no format that is known here.';
