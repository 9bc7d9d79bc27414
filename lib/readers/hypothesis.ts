import {
  eachIn,
  fieldsOf,
  joined,
  listIn,
  wordsIn,
  type Brought,
  type BroughtComment,
  type BroughtDocument,
  type BroughtFile,
  type BroughtSpan,
  type Fields,
  type Left,
} from './brought';
import { jsonLines } from './json-lines';
import { placeBy } from './selectors';

const isRow = (value: unknown): boolean => {
  const { uri, user, target, references } = fieldsOf(value);
  return typeof uri === 'string' && typeof user === 'string' && (Array.isArray(target) || Array.isArray(references));
};

/** The annotations of an export, of a search's answer, or of a list. */
function rowsIn(file: BroughtFile): Fields[] {
  const values = jsonLines(file)?.lines.map(({ value }) => value) ?? [];
  return values
    .flatMap((value) => {
      const { rows, annotations } = fieldsOf(value);
      return isRow(value) ? [value] : [...listIn(rows), ...listIn(annotations)];
    })
    .filter(isRow)
    .map(fieldsOf);
}

/** `acct:jo@example.org` is jo, unless they gave a name. */
const authorOf = ({ user, user_info: info }: Fields): string | null =>
  wordsIn(fieldsOf(info).display_name) ??
  wordsIn(
    String(user)
      .replace(/^acct:/, '')
      .replace(/@hypothes\.is$/, ''),
  );
const saidOf = (row: Fields): BroughtComment[] => {
  const text = wordsIn(row.text);
  return text ? [{ author: authorOf(row), text }] : [];
};

/** Answers by the annotation at the root of their thread, in the order of their making. */
function repliesIn(rows: readonly Fields[]): Map<string, BroughtComment[]> {
  const replies = rows.filter(({ references }) => listIn(references).length > 0);
  const sorted = [...replies].sort((a, b) => (String(a.created) < String(b.created) ? -1 : 1));
  const found = new Map<string, BroughtComment[]>();
  for (const row of sorted) {
    const root = String(listIn(row.references)[0]);
    found.set(root, [...(found.get(root) ?? []), ...saidOf(row)]);
  }
  return found;
}

function documentOf(row: Fields, at: string, answers: BroughtComment[]): BroughtDocument {
  const target = listIn(row.target)[0];
  const place = placeBy(target);
  const said = [...saidOf(row), ...answers];
  const title = wordsIn(eachIn(fieldsOf(row.document).title)[0]);
  const labels = listIn(row.tags).map(wordsIn);
  const spans = (labels.length ? labels : [null]).map((label, index): BroughtSpan => ({
    at,
    ...place!,
    label,
    claim: null,
    author: authorOf(row),
    confidence: null,
    note: null,
    comments: index === 0 ? said : [],
  }));
  const url = String(row.uri);
  const comments = place ? [] : said.map((one) => ({ ...one, at }));
  return { name: title ?? url, title, text: null, url, sha256: null, spans: place ? spans : [], comments };
}

/** Hypothesis' JSON with its replies. Positions are UTF-16 code units of the page as it was shown. */
export function readHypothesis(file: BroughtFile): Brought | null {
  const rows = rowsIn(file);
  if (!rows.length) return null;
  const replies = repliesIn(rows);
  const ids = new Set(rows.map(({ id }) => String(id)));
  const left: Left[] = [];
  const documents: BroughtDocument[] = [];
  for (const [index, row] of rows.entries()) {
    const at = `${file.name}, annotation ${wordsIn(row.id) ?? index + 1}`;
    const [root] = listIn(row.references);
    if (root !== undefined) {
      if (!ids.has(String(root)))
        left.push({ at, what: wordsIn(row.text) ?? 'a reply', why: 'What it answers is not in the file.' });
      continue;
    }
    documents.push(documentOf(row, at, replies.get(String(row.id)) ?? []));
  }
  return { format: 'hypothesis', unit: 'UTF-16', documents: joined(documents), left };
}
