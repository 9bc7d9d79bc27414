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
  type Fields,
  type Left,
} from './brought';
import { RELATION } from './doccano';
import { jsonLines, type Line } from './json-lines';

const isTask = (value: unknown): boolean => {
  const { data, annotations, predictions } = fieldsOf(value);
  return typeof data === 'object' && data !== null && (Array.isArray(annotations) || Array.isArray(predictions));
};

/** Which of a task's data is its text: what the regions point at has no name in the file, so the one that is called so, or the longest. */
function textOf(data: Fields): string | null {
  const named = wordsIn(data.text);
  if (named) return named;
  const texts = Object.values(data).filter((one): one is string => typeof one === 'string');
  return texts.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Labels of a region, under the name of its control. */
const labelsOf = (value: Fields): string[] =>
  [value.labels, value.hypertextlabels].flatMap(listIn).filter((one): one is string => typeof one === 'string');

function regionsOf(region: Fields, at: string, author: string | null, score: unknown): BroughtSpan[] {
  const value = fieldsOf(region.value);
  const meta = fieldsOf(region.meta);
  const [statement, ...notes] = listIn(meta.text).filter((one): one is string => typeof one === 'string');
  const labels = labelsOf(value);
  const sure = typeof score === 'number' && score >= 0 && score <= 1 ? Math.round(score * 100) : null;
  return (labels.length ? labels : [null]).map((label) => {
    const claim = listIn(meta.claim_id).length ? claimIn(statement, label) : null;
    const note = (claim ? notes : [statement, ...notes]).filter(Boolean).join('\n') || null;
    return {
      ...bareSpan,
      at,
      pieces: pieceIn(value.start, value.end),
      quote: wordsIn(value.text),
      label,
      claim,
      author,
      confidence: sure,
      note,
    };
  });
}

const OTHER = 'Only passages of a text come; this is a judgement on a whole task, or of another control.';

/** The regions of one annotator, or of one model. */
function resultOf(one: Fields, at: string, left: Left[]): BroughtSpan[] {
  if (one.was_cancelled === true) {
    left.push({ at, what: 'an annotation', why: 'It was skipped by its annotator.' });
    return [];
  }
  const author = whoIn(one.completed_by) ?? wordsIn(one.model_version);
  return listIn(one.result).flatMap((value, index) => {
    const region = fieldsOf(value);
    const place = `${at}, region ${wordsIn(region.id) ?? index + 1}`;
    if (region.type === 'relation') {
      left.push({ at: place, what: 'a relation', why: RELATION });
      return [];
    }
    const spans = regionsOf(region, place, author, one.score ?? region.score);
    if (spans.every(({ pieces }) => pieces.length)) return spans;
    left.push({ at: place, what: wordsIn(region.type) ?? 'a region', why: OTHER });
    return [];
  });
}

function documentOf({ value, at }: Line, left: Left[]): BroughtDocument | null {
  const task = fieldsOf(value);
  const data = fieldsOf(task.data);
  const text = textOf(data);
  if (!isTask(value) || text === null) {
    left.push({ at, what: 'a task', why: 'It holds no text.' });
    return null;
  }
  const results = [...listIn(task.annotations), ...listIn(task.predictions)];
  return {
    name: at,
    ...documentIn(data),
    text,
    spans: results.flatMap((one, index) => resultOf(fieldsOf(one), `${at}, annotation ${index + 1}`, left)),
    comments: [],
  };
}

/** Label Studio's JSON: tasks with the regions of each annotator. Places in a text are code points. */
export function readLabelStudio(file: BroughtFile): Brought | null {
  const read = jsonLines(file);
  if (!read || !read.lines.some(({ value }) => isTask(value))) return null;
  const left = [...read.left];
  const documents = read.lines.map((line) => documentOf(line, left)).filter((one) => one !== null);
  return { format: 'label-studio', unit: 'code points', documents, left };
}
