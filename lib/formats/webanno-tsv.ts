import { fixed, type ExportDocument, type ExportSpan, type Writer } from './source';
import { edgesOf, linesOf, type Token } from './tokens';
import { nameOf, onOneLine } from './training';

const HEAD = '#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Citation|stance|claim|claimId|citationId\n\n';

const SIGNS = /[\\[\]|_;*]|->/g;
/** A value of a feature, so that none of its signs is taken for the format's own; nothing is `*`. */
const value = (text: string): string => onOneLine(text).replace(SIGNS, '\\$&') || '*';
const line = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\r/g, '\\r').replace(/\n/g, '\\n');

interface Marked {
  readonly number: number;
  readonly values: readonly string[];
  readonly span: ExportSpan;
}

/** The four columns of a token: those that stand on it one behind the other, each with its number. */
function columns(token: Token, marked: readonly Marked[]): string {
  const on = marked.filter(({ span: { citation } }) => citation.start <= token.start && token.end <= citation.end);
  if (!on.length) return ['_', '_', '_', '_'].join('\t');
  const column = (at: number) => on.map(({ number, values }) => `${values[at]}[${number}]`).join('|');
  return [0, 1, 2, 3].map(column).join('\t');
}

function tsv({ text, spans }: ExportDocument): string {
  const marked = spans.map((span, index): Marked => {
    const { claim, citation } = span;
    const values = [citation.stance, claim.statement, claim.id, citation.tagId].map(value);
    return { number: index + 1, values, span };
  });
  const sentences = linesOf(text, edgesOf(spans)).map(({ start, end, tokens }, index) => {
    const here = marked.filter(({ span: { citation } }) => citation.start < end && start < citation.end);
    // A sentence begins with its first token: what stands before it would shift the rest for who reads it.
    const rows = tokens.map(
      (token, at) => `${index + 1}-${at + 1}\t${token.start}-${token.end}\t${token.text}\t${columns(token, here)}\t\n`,
    );
    return `\n#Text=${line(text.slice(tokens[0]!.start, end))}\n${rows.join('')}`;
  });
  return HEAD + sentences.join('');
}

/**
 * WebAnno TSV 3.3, as INCEpTION reads it: an article a file, a line of the text a sentence, citations as one layer of
 * spans that may stack. Places are UTF-16 code units.
 */
export const writeWebAnnoTsv: Writer = async function* (source) {
  for await (const document of source.documents())
    yield fixed(`${nameOf(document)}.tsv`, 'text/tab-separated-values; charset=utf-8', tsv(document));
};
