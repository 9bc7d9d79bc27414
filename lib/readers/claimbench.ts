import {
  bareSpan,
  claimIn,
  fieldsOf,
  joined,
  listIn,
  pieceIn,
  whoIn,
  wordsIn,
  type Brought,
  type BroughtDocument,
  type BroughtFile,
  type Fields,
  type Left,
} from './brought';
import { parsed } from './json-lines';

const NOT_TAKEN: Record<string, string> = {
  approvedBy: 'approval',
  assessments: 'assessment',
  objections: 'objection',
  rejections: 'rejection',
  threads: 'outcome of a thread',
  answers: 'answer to a question',
};
/** Of a citation, and of a claim, in the words of people. */
const ENTERED_ANEW: Record<string, string> = {
  speaker: 'speaker',
  via: 'relayed report',
  denies: 'denial',
  implied: 'implied statement',
  translation: 'translation',
  reliability: 'grade',
  credibility: 'grade',
};
const ANEW = 'Words, stance, confidence, note and tagger come; this is entered anew here.';
const JUDGED = 'What people judged elsewhere is judged anew here: nobody gets verdicts they did not give.';

function documentOf(value: unknown, statement: unknown, at: string): BroughtDocument {
  const row = fieldsOf(value);
  const article = fieldsOf(row.article);
  const span = {
    ...bareSpan,
    at,
    pieces: pieceIn(row.start, row.end),
    quote: wordsIn(row.quote),
    prefix: wordsIn(row.prefix) ?? '',
    suffix: wordsIn(row.suffix) ?? '',
    claim: claimIn(statement, row.stance),
    label: wordsIn(row.stance),
    author: whoIn(row.taggedBy),
    confidence: typeof row.confidence === 'number' ? row.confidence : null,
    note: wordsIn(row.note),
  };
  const title = wordsIn(article.title);
  const sha256 = wordsIn(row.articleVersionSha256);
  return { name: title ?? at, title, text: null, url: wordsIn(article.url), sha256, spans: [span], comments: [] };
}

function leftOf(claim: Fields, at: string): Left[] {
  return Object.entries(NOT_TAKEN).flatMap(([field, what]) => {
    const { length } = listIn(claim[field]);
    return length ? [{ at, what: `${length} × ${what}`, why: JUDGED }] : [];
  });
}

/** What the file says of the claim and its citations that is not brought, each kind once with its count. */
function enteredAnew(claim: Fields, at: string): Left[] {
  const counts = new Map<string, number>();
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const holder of [claim, ...listIn(claim.citations).map(fieldsOf)])
    for (const [field, what] of Object.entries(ENTERED_ANEW)) if (holder[field]) count(what);
  if (Object.values(fieldsOf(claim.structure)).some(Boolean)) count('structure of the claim');
  return [...counts].map(([what, many]) => ({ at, what: `${many} × ${what}`, why: ANEW }));
}

/**
 * Our own JSON: claims with their citations. It holds no article's text, so that citations come where the same text is; claims come as drafts.
 */
export function readClaimbench(file: BroughtFile): Brought | null {
  const { meta, claims } = fieldsOf(parsed(file.text)?.value);
  if (!String(fieldsOf(meta).schema).startsWith('claimbench-export/')) return null;
  const left: Left[] = [];
  const documents: BroughtDocument[] = [];
  for (const [index, value] of listIn(claims).entries()) {
    const claim = fieldsOf(value);
    const at = `${file.name}, claim ${index + 1}`;
    left.push(...leftOf(claim, at), ...enteredAnew(claim, at));
    for (const [number, citation] of listIn(claim.citations).entries())
      documents.push(documentOf(citation, claim.statement, `${at}, citation ${number + 1}`));
    if (!listIn(claim.citations).length)
      left.push({
        at,
        what: wordsIn(claim.statement) ?? 'a claim',
        why: 'No citation brings it: nothing shows where it was said.',
      });
  }
  return { format: 'claimbench', unit: 'UTF-16', documents: joined(documents), left };
}
