import { briefOf, type Brief, type BriefQuote, type Endnote, type Judgement, type Remark, type Section } from './brief';
import type { ChangeItem } from './changes';
import type { ExportSnapshot, Written } from './export';
import { webAddress } from './names';
import {
  bookmarked,
  endnote,
  endnoteReference,
  linkOut,
  linkTo,
  packWord,
  paragraph,
  run,
  textParagraph,
} from './wordprocessing';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The source in full where it is cited first, and by its title and that note's number after. */
function noteRuns(source: Endnote, addressed: (address: string) => string): string {
  const { title, publisher, date, url, copy } = source;
  const address = webAddress(url); // a file with any other as a link does not open
  const parts = [
    ...(publisher ? [run(publisher, 'italic')] : []),
    run(date),
    ...(address ? [linkOut(addressed(address), url!)] : url ? [run(url)] : []),
  ];
  return `${run(`“${title},” `)}${parts.join(run(', '))}${run(` (${copy}).`)}`;
}

/** One endnote a quote, as numbers in Word run on: a source that was named before leads back to that note. */
function notesOf({ endnotes, judgements }: Brief) {
  const sources = new Map(endnotes.map((one) => [one.number, one]));
  const firstOf = new Map<number, number>();
  const addresses = new Map<string, string>();
  const addressed = (address: string) => {
    const id = `a${addresses.size + 1}`;
    addresses.set(id, address);
    return id;
  };
  const quotes = judgements.flatMap(({ evidence }) => evidence.flatMap((group) => group.quotes));
  const notes = quotes.map(({ number, note }) => {
    const source = sources.get(note)!;
    const first = firstOf.get(note);
    if (first !== undefined) return endnote(number, run(`“${source.title},” as in note ${first}.`));
    firstOf.set(note, number);
    return endnote(number, noteRuns(source, addressed));
  });
  return { notes, addresses };
}

const remark = ({ says, text }: Remark): string[] => [
  textParagraph(null, says),
  ...(text === null ? [] : [textParagraph('Ours', text)]),
];

const quoteBlock = ({ number, quote, attribution, remarks }: BriefQuote): string[] => [
  paragraph('Said', `${run(`Quote ${number}`, 'bold')}${run(`, ${attribution}.`)}${endnoteReference(number)}`),
  textParagraph('Quote', quote),
  ...remarks.flatMap(remark),
];

const group = (heading: string, blocks: readonly string[]): string[] =>
  blocks.length ? [textParagraph('Heading3', heading), ...blocks] : [];

const judgement = (one: Judgement): string[] => [
  paragraph('Heading2', bookmarked(one.number, `claim_${one.number}`, run(`${one.number}. ${one.statement}`))),
  ...(one.structure ? [textParagraph('Small', one.structure)] : []),
  ...one.warnings.map((warning) => textParagraph('Warning', warning)),
  ...one.likelihood.map((sentence) => textParagraph(null, sentence)),
  ...one.confidence.map((sentence) => textParagraph(null, sentence)),
  ...one.basis.flatMap(remark),
  ...group('Dissent', one.dissent.flatMap(remark)),
  ...group('Settled', one.settled.flatMap(remark)),
  ...one.evidence.flatMap(({ heading, quotes }) => group(heading, quotes.flatMap(quoteBlock))),
  textParagraph('Small', one.record),
];

/** What comes of a question's answers, each leading to its place. */
const keyJudgement = ({ number, statement, likelihood, dissent, warnings }: Judgement): string =>
  paragraph(
    null,
    [
      run(`${number}. `),
      linkTo(`claim_${number}`, run(statement, 'bold')),
      run(` ${likelihood.join(' ')}`),
      ...(dissent.length ? [run(' There is dissent.')] : []),
      ...(warnings.length ? [run(' Its question is open.')] : []),
    ].join(''),
    statement,
  );

function keyJudgements({ sections, none }: Brief): string[] {
  const named = sections.some(({ question }) => question);
  const of = ({ question, judgements }: Section) => [
    ...(named ? [textParagraph('Heading3', question?.text ?? 'Other claims')] : []),
    ...(question?.judgement ? [textParagraph(null, question.judgement.text ?? '')] : []),
    ...judgements.map(keyJudgement),
  ];
  return sections.length ? sections.flatMap(of) : [textParagraph(null, none)];
}

const section = ({ question, judgements }: Section): string[] => [
  textParagraph('Heading1', question?.text ?? 'Other claims'),
  ...(question ? [textParagraph(null, question.standing)] : []),
  ...(question?.judgement ? remark(question.judgement) : []),
  ...judgements.flatMap(judgement),
];

/** What became of the claims of the earlier export, before anything else. */
function changed({ changes }: Brief): string[] {
  if (!changes) return [];
  const item = ({ statement, says, before }: ChangeItem) => [
    paragraph(null, run(statement, 'bold')),
    ...(before === null ? [] : [textParagraph('Small', `Before: ${before}`)]),
    ...says.map((sentence) => textParagraph('Small', sentence)),
  ];
  return [
    textParagraph(null, changes.since),
    ...changes.groups.flatMap(({ heading, items }) => [textParagraph('Heading1', heading), ...items.flatMap(item)]),
  ];
}

/** The brief as a Word document with endnotes of its own kind, which Word renumbers when the text is moved about. */
export function writeDocx(snapshot: ExportSnapshot): Written {
  const brief = briefOf(snapshot);
  const { title } = brief;
  const { notes, addresses } = notesOf(brief);
  const body = packWord({
    title,
    foot: brief.marking ? `${brief.marking} · ${title}` : title,
    body: [
      textParagraph('Title', title),
      ...(brief.marking ? [textParagraph('Warning', brief.marking)] : []),
      ...changed(brief),
      textParagraph(null, brief.summary),
      textParagraph('Heading1', 'Key judgements'),
      ...keyJudgements(brief),
      ...brief.sections.flatMap(section),
      textParagraph('Heading1', 'How to read this'),
      ...brief.method.map((sentence) => textParagraph(null, sentence)),
      ...(notes.length ? [textParagraph('Heading1', 'Notes')] : []),
    ],
    endnotes: notes,
    addresses,
  });
  return { files: [{ name: 'brief.docx', contentType: DOCX_TYPE, body }] };
}
