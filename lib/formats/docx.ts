import type { BriefQuote, Endnote, Judgement, Remark } from './brief';
import type { BriefHead } from './brief-parts';
import { openBrief, type StreamedBrief } from './brief-stream';
import type { ChangeItem } from './changes';
import { webAddress } from './names';
import { smallSpool, type Spool, type Writer } from './source';
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
function notesOf(brief: StreamedBrief, spool: Spool) {
  const firstOf = new Map<number, number>();
  const addresses = new Map<string, string>();
  const addressed = (address: string) => {
    const id = `a${addresses.size + 1}`;
    addresses.set(id, address);
    return id;
  };
  const written: number[] = [];
  const add = async ({ number, note }: BriefQuote) => {
    const source = brief.endnotes[note - 1]!;
    const first = firstOf.get(note);
    if (first === undefined) firstOf.set(note, number);
    const runs = first === undefined ? noteRuns(source, addressed) : run(`“${source.title},” as in note ${first}.`);
    written.push(await spool.put(endnote(number, runs)));
  };
  async function* notes() {
    for (const number of written) yield await spool.get(number);
  }
  return { add, notes, addresses };
}

const remark = ({ says, text, quoted }: Remark): string[] => [
  textParagraph(null, says),
  ...(text === null ? [] : [quoted ? textParagraph('Quote', text, quoted.language) : textParagraph('Ours', text)]),
];

const quoteBlock = ({ number, quote, language, attribution, remarks }: BriefQuote): string[] => [
  paragraph('Said', `${run(`Quote ${number}`, 'bold')}${run(`, ${attribution}.`)}${endnoteReference(number)}`),
  textParagraph('Quote', quote, language),
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

async function* keyJudgements({ outline, named, none }: StreamedBrief): AsyncGenerator<string> {
  if (outline.length === 0) yield textParagraph(null, none);
  for (const { question, judgements } of outline) {
    if (named) yield textParagraph('Heading3', question?.text ?? 'Other claims');
    if (question?.judgement) yield textParagraph(null, question.judgement.text ?? '');
    for await (const one of judgements()) yield keyJudgement(one);
  }
}

async function* sectionsOf({ sections, named }: StreamedBrief, note: (quote: BriefQuote) => Promise<void>) {
  for (const { question, judgements } of sections) {
    yield textParagraph('Heading1', question?.text ?? (named ? 'Other claims' : 'Claims'));
    if (question) yield textParagraph(null, question.standing);
    if (question?.judgement) yield* remark(question.judgement);
    for await (const one of judgements()) {
      for (const { quotes } of one.evidence) for (const quote of quotes) await note(quote);
      yield* judgement(one);
    }
  }
}

/** What became of the claims of the earlier export, before anything else. */
function changed({ changes }: BriefHead): string[] {
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

async function* bodyOf(brief: StreamedBrief, note: (quote: BriefQuote) => Promise<void>): AsyncGenerator<string> {
  yield textParagraph('Title', brief.title);
  if (brief.marking) yield textParagraph('Warning', brief.marking);
  yield* changed(brief);
  yield textParagraph(null, brief.summary);
  yield textParagraph('Heading1', 'Key judgements');
  yield* keyJudgements(brief);
  yield* sectionsOf(brief, note);
  yield textParagraph('Heading1', 'How to read this');
  yield* brief.method.map((sentence) => textParagraph(null, sentence));
  if (brief.endnotes.length) yield textParagraph('Heading1', 'Notes');
}

/** The brief as a Word document with endnotes of its own kind, which Word renumbers when the text is moved about. */
export const writeDocx: Writer = (source, spool = smallSpool()) => [
  {
    name: 'brief.docx',
    contentType: DOCX_TYPE,
    async *chunks() {
      const brief = await openBrief(source, spool);
      const { title, marking } = brief;
      const { add, notes, addresses } = notesOf(brief, spool);
      const foot = marking ? `${marking} · ${title}` : title;
      yield* packWord({ title, foot, body: () => bodyOf(brief, add), endnotes: notes, addresses });
    },
  },
];
