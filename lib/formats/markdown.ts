import type { BriefQuote, Endnote, Judgement, Remark } from './brief';
import type { BriefHead } from './brief-parts';
import { openBrief, type StreamedBrief } from './brief-stream';
import type { ChangeItem } from './changes';
import { smallSpool, type Writer } from './source';

const LINE_END = /\r\n|\r|\n/;

/**
 * One line of somebody's text so that Markdown (CommonMark, GitHub's) shows it as it is: no markup, HTML, entity, link,
 * table, footnote or emoji name comes of it, wherever it stands in a paragraph.
 */
export function escapeLine(line: string): string {
  return line
    .replace(/[\\`*_{}[\]<>#|~$^&]/g, '\\$&')
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^[ \t]+/, (space) => Array.from(space, (one) => `&#${one.charCodeAt(0)};`).join(''))
    .replace(/[ \t]+$/, (space) => Array.from(space, (one) => `&#${one.charCodeAt(0)};`).join(''))
    .replace(/^((?:&#\d+;)*)([-+=:])/, '$1\\$2')
    .replace(/^((?:&#\d+;)*\d+)([.)])/, '$1\\$2');
}

/** Text on one line, its line ends as spaces: for headings and sentences. */
export const inline = (text: string): string => text.split(LINE_END).map(escapeLine).join(' ');

/** Text as a block quotation, line by line, so that nothing in it can leave the quotation. */
export function quotation(text: string): string {
  const lines = text.split(LINE_END);
  return lines
    .map((line, index) => (line === '' ? '>' : `> ${escapeLine(line)}${lines[index + 1] ? '\\' : ''}`))
    .join('\n');
}

const remark = ({ says, text }: Remark): string[] => [inline(says), ...(text === null ? [] : [quotation(text)])];

const isWeb = (url: string): boolean => /^https?:\/\/[^\s<>\p{Cc}]+$/iu.test(url);

export function endnote({ number, title, publisher, date, url, copy }: Endnote): string {
  const address = url && (isWeb(url) ? `<${url}>` : inline(url));
  const parts = [publisher && `*${inline(publisher).trim()}*`, inline(date), address].filter(Boolean).join(', ');
  return `[^${number}]: “${inline(title)},” ${parts} (${inline(copy)}).`;
}

const quoteBlock = ({ number, quote, attribution, note, remarks }: BriefQuote): string[] => [
  `**Quote ${number}**, ${inline(attribution)}.[^${note}]`,
  quotation(quote),
  ...remarks.flatMap(remark),
];

/** A claim, its heading one level below that of its question where the brief has questions. */
function judgement(one: Judgement, level: number): string[] {
  const sign = (down: number) => '#'.repeat(level + down);
  const section = (heading: string, blocks: string[]) => (blocks.length ? [`${sign(1)} ${heading}`, ...blocks] : []);
  return [
    `${sign(0)} ${one.number}. ${inline(one.statement)}`,
    ...(one.structure ? [inline(one.structure)] : []),
    ...one.warnings.map((warning) => `**${inline(warning)}**`),
    ...one.likelihood.map(inline),
    ...one.confidence.map(inline),
    ...one.basis.flatMap(remark),
    ...section('Dissent', one.dissent.flatMap(remark)),
    ...section('Settled', one.settled.flatMap(remark)),
    ...one.evidence.flatMap(({ heading, quotes }) => section(heading, quotes.flatMap(quoteBlock))),
    `*${inline(one.record)}*`,
  ];
}

async function* sectionsOf({ sections, named }: StreamedBrief): AsyncGenerator<string> {
  for (const { question, judgements } of sections) {
    if (question) {
      yield* [`## ${inline(question.text)}`, inline(question.standing)];
      if (question.judgement) yield* remark(question.judgement);
    } else if (named) yield '## Other claims';
    for await (const one of judgements()) yield* judgement(one, named ? 3 : 2);
  }
}

const keyJudgement = ({ number, statement, likelihood, dissent, warnings }: Judgement): string =>
  `${number}. ${inline(statement)}\\\n   ${likelihood.map(inline).join(' ')}${dissent.length ? ' There is dissent.' : ''}${warnings.length ? ' Its question is open.' : ''}`;

/** A list: its lines follow each other, where blocks have an empty line between them. */
async function* keyJudgements({ outline, none }: StreamedBrief): AsyncGenerator<string> {
  yield '\n\n## Key judgements\n';
  if (outline.length === 0) yield `\n${none}`;
  for (const { judgements } of outline) for await (const one of judgements()) yield `\n${keyJudgement(one)}`;
}

/** What became of the claims of the earlier export, before anything else. */
function changed({ changes }: BriefHead): string[] {
  if (!changes) return [];
  const item = ({ statement, says, before }: ChangeItem) => {
    const lines = [
      `**${inline(statement)}**`,
      ...(before === null ? [] : [`Before: ${inline(before)}`]),
      ...says.map(inline),
    ];
    return `- ${lines.join('\\\n  ')}`;
  };
  return [
    inline(changes.since),
    ...changes.groups.flatMap(({ heading, items }) => [`## ${heading}`, items.map(item).join('\n')]),
  ];
}

async function* piecesOf(brief: StreamedBrief): AsyncGenerator<string> {
  const further = (blocks: readonly string[]) => blocks.map((block) => `\n\n${block}`).join('');
  yield `# ${inline(brief.title)}`;
  yield further([...(brief.marking ? [`**${inline(brief.marking)}**`] : []), ...changed(brief), brief.summary]);
  yield* keyJudgements(brief);
  for await (const block of sectionsOf(brief)) yield further([block]);
  yield further(['## How to read this', ...brief.method]);
  const { endnotes: notes } = brief;
  if (notes.length) yield further(['## Notes']);
  for (const note of notes) yield further([endnote(note)]);
  yield '\n';
}

/** The brief as one Markdown file, notes as footnotes. Whatever sources or people wrote stays plain text. */
export const writeMarkdown: Writer = (source, spool = smallSpool()) => [
  {
    name: 'brief.md',
    contentType: 'text/markdown; charset=utf-8',
    async *chunks() {
      yield* piecesOf(await openBrief(source, spool));
    },
  },
];
