import { hashOf } from '@/lib/formats/names';
import {
  claimIn,
  eachIn,
  fieldsOf,
  joined,
  wordsIn,
  whoIn,
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

interface Annotation {
  readonly row: Fields;
  readonly at: string;
}

/** The annotations of a collection, a page, a list or one by itself. */
function annotationsIn(value: unknown, at: string): Annotation[] {
  const row = fieldsOf(value);
  const types = eachIn(row.type);
  if (types.includes('Annotation')) return [{ row, at: `${at}${row.id ? ` (${String(row.id)})` : ''}` }];
  if (types.includes('AnnotationCollection')) return eachIn(row.first).flatMap((page) => annotationsIn(page, at));
  if (types.includes('AnnotationPage'))
    return eachIn(row.items).flatMap((one, index) => annotationsIn(one, `${at}, item ${index + 1}`));
  return [];
}

const bodiesOf = (row: Fields) => {
  const simple = wordsIn(row.bodyValue);
  return [
    ...(simple ? [{ value: simple }] : []),
    ...eachIn(row.body).map((one) => (typeof one === 'string' ? {} : fieldsOf(one))),
  ];
};
const isTag = ({ purpose, type }: Fields, row: Fields): boolean =>
  purpose === 'tagging' ||
  (purpose === undefined && type === 'TextualBody' && eachIn(row.motivation).includes('tagging'));
const authorOf = (row: Fields): string | null => whoIn(eachIn(row.creator)[0]);

function commentsOf(row: Fields): BroughtComment[] {
  return bodiesOf(row)
    .filter((body) => !isTag(body, row))
    .flatMap((body) => (wordsIn(body.value) ? [{ author: authorOf(row), text: wordsIn(body.value)! }] : []));
}

/** The claim that an annotation links to, where the file says what it states. */
function linked(row: Fields, statements: ReadonlyMap<string, string>): string | null {
  const sources = bodiesOf(row).map(({ source }) => wordsIn(source));
  return sources.map((source) => (source && statements.get(source)) ?? null).find(Boolean) ?? null;
}

function spansOf(
  { row, at }: Annotation,
  statements: ReadonlyMap<string, string>,
  replies: BroughtComment[],
): BroughtSpan[] {
  const place = placeBy(eachIn(row.target)[0]);
  if (!place) return [];
  const labels = bodiesOf(row).flatMap((body) => (isTag(body, row) ? [wordsIn(body.value)] : []));
  const said = commentsOf(row);
  const statement = linked(row, statements);
  const confidence = row['cb:confidence'];
  return (labels.length ? labels : [null]).map((label, index) => {
    const claim = claimIn(statement, row['cb:stance'] ?? label);
    return {
      at,
      ...place,
      label,
      claim,
      author: authorOf(row),
      confidence: typeof confidence === 'number' ? confidence : null,
      note: claim ? said.map(({ text }) => text).join('\n') || null : null,
      comments: index > 0 ? [] : claim ? replies : [...said, ...replies],
    };
  });
}

const hexOf = (target: unknown): string | null => {
  const states = eachIn(fieldsOf(target).state).map((state) => wordsIn(fieldsOf(state).cached));
  return states.map((cached) => cached && hashOf(cached)).find(Boolean) ?? null;
};

function documentOf(one: Annotation, spans: BroughtSpan[], comments: BroughtDocument['comments']): BroughtDocument {
  const target = eachIn(one.row.target)[0];
  const source = typeof target === 'string' ? target : fieldsOf(target).source;
  const id = typeof source === 'string' ? source : (wordsIn(fieldsOf(source).id) ?? wordsIn(fieldsOf(target).id));
  const named = fieldsOf(source);
  const address = wordsIn(named['cb:address']) ?? wordsIn(named.via) ?? (/^https?:/.test(id ?? '') ? id : null);
  const title = wordsIn(named['cb:title']);
  return {
    name: title ?? address ?? id ?? 'a text',
    title,
    text: null,
    url: address,
    sha256: hexOf(target),
    spans,
    comments,
  };
}

/** Claims by their address, where the file says what they state. */
function statementsIn(annotations: readonly Annotation[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { row } of annotations) {
    const body = bodiesOf(row).find(({ purpose }) => purpose === 'describing');
    if (typeof row.target === 'string' && row.motivation === 'describing' && wordsIn(body?.value))
      found.set(row.target, wordsIn(body?.value)!);
  }
  return found;
}

/** Answers by the annotation that they are to in the end. */
function repliesIn(annotations: readonly Annotation[]): {
  to: Map<string, BroughtComment[]>;
  replies: Set<Annotation>;
} {
  const byId = new Map(annotations.map((one) => [wordsIn(one.row.id), one]));
  const to = new Map<string, BroughtComment[]>();
  const replies = new Set<Annotation>();
  for (const one of annotations) {
    let [root, steps] = [one as Annotation | undefined, 0];
    for (let next = root; next && steps < 100; steps++) {
      root = next;
      const target = eachIn(next.row.target)[0];
      next = byId.get(typeof target === 'string' ? target : wordsIn(fieldsOf(target).id ?? fieldsOf(target).source));
    }
    if (!root || root === one) continue;
    replies.add(one);
    const id = String(root.row.id);
    to.set(id, [...(to.get(id) ?? []), ...commentsOf(one.row)]);
  }
  return { to, replies };
}

/** W3C Web Annotations. Their positions are code points, of the text that their source was at the time. */
export function readWebAnnotation(file: BroughtFile): Brought | null {
  const read = jsonLines(file);
  const annotations = (read?.lines ?? []).flatMap(({ value }) => annotationsIn(value, file.name));
  if (!annotations.length) return null;
  const left: Left[] = [...(read?.left ?? [])];
  const statements = statementsIn(annotations);
  const { to, replies } = repliesIn(annotations);
  const documents: BroughtDocument[] = [];
  for (const one of annotations) {
    if (replies.has(one)) continue;
    const { row, at } = one;
    const answers = to.get(String(row.id)) ?? [];
    const spans = spansOf(one, statements, answers);
    const target = eachIn(row.target)[0];
    if (spans.length) documents.push(documentOf(one, spans, []));
    else if (typeof target === 'string' && /^https?:/.test(target) && commentsOf(row).length)
      documents.push(
        documentOf(
          one,
          [],
          [...commentsOf(row), ...answers].map((said) => ({ ...said, at })),
        ),
      );
    else if (!(typeof target === 'string' && statements.has(target) && row.motivation === 'describing'))
      left.push({ at, what: String(eachIn(row.motivation)[0] ?? 'an annotation'), why: NO_PLACE });
  }
  return { format: 'w3c', unit: 'code points', documents: joined(documents), left };
}
const NO_PLACE = 'It is about no passage of a text. What was judged of a claim is judged anew here.';
