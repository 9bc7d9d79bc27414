import {
  bareDocument,
  bareSpan,
  claimIn,
  whoIn,
  wordsIn,
  type Brought,
  type BroughtFile,
  type BroughtSpan,
  type Left,
  type Piece,
} from './brought';

interface Layer {
  readonly name: string;
  readonly features: readonly string[];
  /** The column at which its features begin. */
  readonly from: number;
}
interface Token extends Piece {
  /** The number of its sentence. */
  readonly sentence: string;
}
interface Started {
  readonly at: string;
  readonly tokens: Token[];
  readonly values: Readonly<Record<string, string>>;
  readonly layer: Layer;
}

const FIRST = 3; // the number of a token, its place and its words stand before the layers
const LABELS = ['stance', 'value', 'label', 'identifier', 'category'];

const unescaped = (text: string): string =>
  text.replace(/\\(.)/g, (_, sign: string) => ({ t: '\t', r: '\r', n: '\n' })[sign] ?? sign);

/** Span layers of the head; relations and chains are told apart, and listed. */
function layersIn(lines: readonly string[], left: Left[], name: string): Layer[] {
  const layers: Layer[] = [];
  let from = FIRST;
  for (const line of lines) {
    const [, kind, rest] = /^#T_(SP|CH|RL)=(.*)$/.exec(line) ?? [];
    if (!kind || rest === undefined) continue;
    const [layer = '', ...features] = rest.split('|');
    const width = Math.max(1, features.length) + (kind === 'RL' ? 1 : 0);
    if (kind === 'SP') layers.push({ name: layer, features, from });
    else left.push({ at: name, what: layer, why: 'Relations and chains between passages do not come.' });
    from += width;
  }
  return layers;
}

/** What stands on a token in a column: values with their numbers, one behind the other. Signs within values are escaped. */
function stacked(cell: string): { value: string; number: string }[] {
  if (cell === '_' || cell === undefined) return [];
  const found: { value: string; number: string }[] = [];
  for (const part of cell.split(/(?<!\\)\|/)) {
    const [, value, number] = /^([^]*?)(?:(?<!\\)\[(\d+)\])?$/.exec(part) ?? [];
    if (value !== undefined) found.push({ value: value === '*' ? '' : unescaped(value), number: number ?? '' });
  }
  return found;
}

/** The annotations of a file by layer and number; those without a number are on their token alone. */
function annotationsIn(
  rows: readonly { cells: string[]; token: Token; at: string }[],
  layers: readonly Layer[],
): Started[] {
  const started = new Map<string, Started>();
  for (const { cells, token, at } of rows)
    for (const layer of layers) {
      const columns = layer.features.length ? layer.features : ['value'];
      const [first, ...others] = columns.map((_, index) => stacked(cells[layer.from + index] ?? '_'));
      for (const [index, { value, number }] of (first ?? []).entries()) {
        const key = number ? `${layer.name} ${number}` : `${layer.name} at ${token.start} ${index}`;
        const known = started.get(key);
        if (known) {
          known.tokens.push(token);
          continue;
        }
        const all = [value, ...others.map((column) => column[index]?.value ?? '')];
        const values = Object.fromEntries(columns.map((name, column) => [name, all[column] ?? '']));
        started.set(key, { at, tokens: [token], values, layer });
      }
    }
  return [...started.values()];
}

/** The text as far as the file holds it: sentences where their tokens say, and line ends where nothing is known. */
function textFrom(lines: readonly string[]): string {
  let text = '';
  let sentence: string[] = [];
  for (const line of lines) {
    if (line.startsWith('#Text=')) sentence.push(unescaped(line.slice('#Text='.length)));
    const [, start] = /^\d+-\d+\t(\d+)-\d+\t/.exec(line) ?? [];
    if (start === undefined || !sentence.length) continue;
    text = text.padEnd(Number(start), '\n') + sentence.join('\n');
    sentence = [];
  }
  return text;
}

/** Tokens of one sentence are one piece, with the words between them. What stands between sentences is not in the file. */
function spanOf({ at, tokens, values, layer }: Started, text: string): BroughtSpan {
  const pieces: { start: number; end: number; sentence: string }[] = [];
  for (const token of tokens) {
    const last = pieces.at(-1);
    if (last?.sentence === token.sentence) last.end = Math.max(last.end, token.end);
    else pieces.push({ ...token });
  }
  const label = LABELS.map((name) => values[name]).find(Boolean) ?? layer.name.split('.').at(-1) ?? null;
  return {
    ...bareSpan,
    at,
    pieces: pieces.map(({ start, end }) => ({ start, end })),
    quote: pieces.map(({ start, end }) => text.slice(start, end)).join(' '),
    label: wordsIn(label),
    claim: claimIn(values.claim, values.stance),
    author: whoIn(values.taggedBy ?? ''),
  };
}

/** WebAnno TSV 3. Its places are UTF-16 code units. */
export function readWebAnnoTsv({ name, text: body }: BroughtFile): Brought | null {
  if (!/^\ufeff?#FORMAT=WebAnno TSV 3/.test(body)) return null;
  const lines = body.split('\n').map((line) => line.replace(/\r$/, ''));
  const left: Left[] = [];
  const layers = layersIn(lines, left, name);
  const rows = lines.flatMap((line, index) => {
    const cells = line.split('\t');
    const [, start, end] = /^(\d+)-(\d+)$/.exec(cells[1] ?? '') ?? [];
    const [, sentence] = /^(\d+)-\d+(\.\d+)?$/.exec(cells[0] ?? '') ?? [];
    if (sentence === undefined || start === undefined) return [];
    return [{ cells, token: { start: Number(start), end: Number(end), sentence }, at: `${name}, line ${index + 1}` }];
  });
  const text = textFrom(lines);
  const spans = annotationsIn(rows, layers).map((one) => spanOf(one, text));
  const document = { ...bareDocument, name: name.replace(/\.[^./]*$/, ''), text, rebuilt: true, spans };
  return { format: 'webanno-tsv', unit: 'UTF-16', documents: [document], left };
}
