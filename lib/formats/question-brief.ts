import { mixedSentences } from '@/lib/claims/mixing';
import { MIXES, type Remark } from './brief';
import type { Source } from './chicago';
import { sourceNote } from './chicago';
import type { ExportFile } from './export';
import { GRADES_METHOD } from './grading';
import { escapeHtml, htmlPage, noteItem, quotation as quotedHtml } from './html';
import { endnote, inline, quotation } from './markdown';

/** Words of a source, under whoever says them. */
export interface AnswerQuote {
  readonly quote: string;
  /** That of its article, BCP 47; null where nobody said. */
  readonly language: string | null;
  /** "said by … via …" */
  readonly attribution: string;
  readonly source: Source & { readonly articleId: string };
  /** Of what supports another answer: that answer. */
  readonly of: string | null;
  /** What its source and it were graded; null where nobody did. */
  readonly graded: string | null;
}
export interface BriefAnswer {
  readonly statement: string;
  /** Sentences: where it stands, on how much it rests, who holds what. */
  readonly says: readonly string[];
  readonly rationales: readonly { readonly by: string; readonly text: string }[];
  /** Dissent from it, and what discussions of it came to. */
  readonly discussed: readonly Remark[];
  readonly groups: readonly { readonly heading: string; readonly quotes: readonly AnswerQuote[] }[];
}
/** A question as a text for people, settled or not. */
export interface QuestionBrief {
  readonly question: string;
  readonly standing: readonly string[];
  readonly judgement: { readonly text: string; readonly by: string } | null;
  /** What discussions of the question itself came to: settled, or agreed to differ with both positions. */
  readonly discussed: readonly Remark[];
  readonly answers: readonly BriefAnswer[];
}

const METHOD = [
  'This is a question with all of its answers. What is said of them has not been approved unless it says so.',
  'Articles are counted, origins are what corroborates: articles that share a passage or relay one report are one origin.',
  'Where only one answer can be true, words for one of them speak against the others; that is worked out, not entered.',
];

type Block =
  | { readonly kind: 'title' | 'heading' | 'group' | 'says' | 'method'; readonly text: string }
  | { readonly kind: 'answer'; readonly number: number; readonly text: string }
  | { readonly kind: 'ours'; readonly by: string; readonly text: string }
  | {
      readonly kind: 'quote';
      readonly number: number;
      readonly note: number;
      readonly said: string;
      readonly graded: string | null;
      readonly text: string;
      readonly language: string | null;
    };

function numbering() {
  const notes = new Map<string, Source>();
  let quotes = 0;
  const noteOf = (source: AnswerQuote['source']): number => {
    const key = `${source.articleId} ${source.version}`;
    if (!notes.has(key)) notes.set(key, source);
    return [...notes.keys()].indexOf(key) + 1;
  };
  const quoteOf = ({ quote, language, attribution, source, of, graded }: AnswerQuote): Block => ({
    kind: 'quote',
    number: (quotes += 1),
    note: noteOf(source),
    said: of === null ? attribution : `${attribution}, for “${of}”`,
    graded,
    text: quote,
    language,
  });
  const endnotes = () => [...notes.values()].map((source, index) => ({ number: index + 1, ...sourceNote(source) }));
  return { quoteOf, endnotes };
}

/** Words of the team, and what a reader should mind in them. */
const ours = (one: { readonly by: string; readonly text: string }): Block[] => [
  { kind: 'ours', ...one },
  ...mixedSentences(one.text).map(({ sentence }): Block => ({ kind: 'ours', by: MIXES, text: sentence })),
];

/** Remarks end with a colon where words of a person follow. */
const remark = ({ says, text }: Remark): Block[] =>
  text === null ? [{ kind: 'says', text: says }] : ours({ by: says.replace(/:$/, ''), text });

const isGraded = ({ answers }: QuestionBrief): boolean =>
  answers.some(({ groups }) => groups.some(({ quotes }) => quotes.some(({ graded }) => graded !== null)));

function blocksOf(brief: QuestionBrief) {
  const { question, standing, judgement, discussed, answers } = brief;
  const { quoteOf, endnotes } = numbering();
  const says = (text: string): Block => ({ kind: 'says', text });
  const blocks: Block[] = [
    { kind: 'title', text: question },
    ...standing.map(says),
    { kind: 'heading', text: 'Judgement' },
    ...(judgement ? ours(judgement) : [says('No judgement has been written.')]),
    ...(discussed.length ? [{ kind: 'heading' as const, text: 'Discussion' }] : []),
    ...discussed.flatMap(remark),
    { kind: 'heading', text: 'Answers' },
    ...(answers.length ? [] : [says('There is no answer yet.')]),
  ];
  for (const [index, answer] of answers.entries()) {
    blocks.push({ kind: 'answer', number: index + 1, text: answer.statement }, ...answer.says.map(says));
    blocks.push(...answer.rationales.flatMap(ours), ...answer.discussed.flatMap(remark));
    for (const { heading, quotes } of answer.groups)
      if (quotes.length) blocks.push({ kind: 'group', text: heading }, ...quotes.map(quoteOf));
  }
  blocks.push(
    { kind: 'heading', text: 'How to read this' },
    ...(isGraded(brief) ? [...METHOD, GRADES_METHOD] : METHOD).map((text): Block => ({ kind: 'method', text })),
  );
  return { blocks, notes: endnotes() };
}

function markdownOf(block: Block): string[] {
  if (block.kind === 'ours') return [`${inline(block.by)}:`, quotation(block.text)];
  if (block.kind === 'quote')
    return [
      `**Quote ${block.number}**, ${inline(block.said)}.[^${block.note}]`,
      quotation(block.text),
      ...(block.graded ? [inline(block.graded)] : []),
    ];
  if (block.kind === 'answer') return [`### ${block.number}. ${inline(block.text)}`];
  const marks = { title: '# ', heading: '## ', group: '#### ', says: '', method: '' };
  return [`${marks[block.kind]}${inline(block.text)}`];
}

function htmlOf(block: Block): string {
  const text = escapeHtml(block.text);
  if (block.kind === 'ours')
    return `<p class="remark">${escapeHtml(block.by)}:</p>\n<blockquote class="ours" dir="auto">${text}</blockquote>`;
  if (block.kind === 'quote') {
    const note = `<sup><a href="#note-${block.note}" aria-label="Note ${block.note}">${block.note}</a></sup>`;
    const said = `<p class="said"><b>Quote ${block.number}</b>, ${escapeHtml(block.said)}.${note}</p>`;
    const graded = block.graded ? `\n<p class="remark">${escapeHtml(block.graded)}</p>` : '';
    return `${said}\n${quotedHtml(block.text, block.language)}${graded}`;
  }
  if (block.kind === 'answer') return `<h3>${block.number}. ${text}</h3>`;
  const tag = { title: 'h1', heading: 'h2', group: 'h4', says: 'p', method: 'p' }[block.kind];
  return `<${tag}>${text}</${tag}>`;
}

/** The brief of a question as one Markdown file, or as one HTML file that needs nothing else. Whatever people wrote stays plain text. */
export function writeQuestionBrief(brief: QuestionBrief, format: 'markdown' | 'html'): ExportFile {
  const { blocks, notes } = blocksOf(brief);
  if (format === 'markdown') {
    const lines = [...blocks.flatMap(markdownOf), ...(notes.length ? ['## Notes', ...notes.map(endnote)] : [])];
    return { name: 'question.md', contentType: 'text/markdown; charset=utf-8', body: `${lines.join('\n\n')}\n` };
  }
  const list = notes.length ? ['<h2>Notes</h2>', '<ol class="notes">', ...notes.map(noteItem), '</ol>'] : [];
  const body = htmlPage(escapeHtml(brief.question), [...blocks.map(htmlOf), ...list]);
  return { name: 'question.html', contentType: 'text/html; charset=utf-8', body };
}
