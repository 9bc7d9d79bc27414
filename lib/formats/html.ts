import type { BriefQuote, Endnote, Judgement, Remark } from './brief';
import type { BriefHead } from './brief-parts';
import { openBrief, type StreamedBrief } from './brief-stream';
import type { ChangeItem } from './changes';
import { smallSpool, type Writer } from './source';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** Text as HTML text or attribute value; a CR survives as a reference, which the parser would else drop. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'\r]/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `
:root { color-scheme: light; font: 11pt/1.5 Inter, system-ui, sans-serif; color: #1a1a1a; background: #fff; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1.05rem; margin: 1.6rem 0 .5rem; } h4 { font-size: .95rem; margin: 1.3rem 0 .4rem; }
p { margin: .4rem 0; }
blockquote { font-family: 'Source Serif 4', Georgia, serif; white-space: pre-wrap; overflow-wrap: anywhere;
  font-size: 1.08em; margin: .4rem 0; padding: .1rem 0 .1rem .9rem; border-inline-start: 3px solid #777; }
blockquote.ours { font-family: inherit; font-size: inherit; border-inline-start: 1px dotted #777; }
.said { margin: 0 0 .2rem; } .remark { margin: .2rem 0; } .record, .notes { font-size: .85rem; color: #333; }
.changes li { margin: .6rem 0; } .since, .changes { overflow-wrap: anywhere; }
.notes li, .record { overflow-wrap: anywhere; } .quotes { list-style: none; margin: 0; padding: 0; }
.quotes li + li { margin-top: 1.1rem; } .record { margin-top: 1.2rem; }
.warning { font-weight: 600; border-inline-start: 3px solid #a05a00; padding-inline-start: .6rem; }
a { color: #0b4f8a; } sup a { text-decoration: none; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; } a { color: inherit; text-decoration: none; }
  h2, h3, h4, .said, p:has(+ blockquote) { break-after: avoid; } li, blockquote { break-inside: avoid; orphans: 3; widows: 3; }
}
`;

/** The edge of every sheet of paper: which of how many it is, and above and below how it is marked, as TLP 2.0 asks of documents. */
export function paperEdge(marking: string | null | undefined): string {
  const look = 'font: 8.5pt Inter, system-ui, sans-serif; color: #333;';
  const marked = marking ? `content: '${marking}'; ${look} font-weight: 700; color: #000;` : '';
  const number = `@bottom-right { content: counter(page) ' / ' counter(pages); ${look} }`;
  return `@page { margin: 20mm 18mm; ${number}${marked && ` @top-right { ${marked} } @bottom-left { ${marked} }`} }\n`;
}

const paragraph = (text: string, css = ''): string => `<p${css && ` class="${css}"`}>${escapeHtml(text)}</p>`;
/** Words of a source in its language, which is said to be unknown where it is: it is hardly that of the page. */
export const quotation = (text: string, language: string | null, id = ''): string =>
  `<blockquote lang="${escapeHtml(language ?? '')}" dir="auto"${id && ` id="${id}"`}>${escapeHtml(text)}</blockquote>`;
// Serif is the source's words, sans serif ours.
const ours = (text: string): string => `<blockquote class="ours" dir="auto">${escapeHtml(text)}</blockquote>`;
const remark = ({ says, text, quoted }: Remark): string => {
  const words = text === null ? '' : `\n${quoted ? quotation(text, quoted.language) : ours(text)}`;
  return paragraph(says, 'remark') + words;
};

const section = (level: number, heading: string, blocks: readonly string[]): string[] =>
  blocks.length ? [`<h${level}>${heading}</h${level}>`, ...blocks] : [];

function quoteItem({ number, quote, language, attribution, note, remarks }: BriefQuote): string {
  const reference = `<sup><a href="#note-${note}" aria-label="Note ${note}">${note}</a></sup>`;
  const said = `<p class="said"><b>Quote ${number}</b>, ${escapeHtml(attribution)}.${reference}</p>`;
  return [`<li id="quote-${number}">`, said, quotation(quote, language), ...remarks.map(remark), '</li>'].join('\n');
}

/** A claim, its heading one level below that of its question where the brief has questions. */
const judgementSection = (one: Judgement, level: number): string =>
  [
    `<section id="claim-${one.number}">`,
    `<h${level}>${one.number}. ${escapeHtml(one.statement)}</h${level}>`,
    ...(one.structure ? [paragraph(one.structure, 'record')] : []),
    ...one.warnings.map((warning) => paragraph(warning, 'warning')),
    ...one.likelihood.map((sentence) => paragraph(sentence)),
    ...one.confidence.map((sentence) => paragraph(sentence)),
    ...one.basis.map(remark),
    ...section(level + 1, 'Dissent', one.dissent.map(remark)),
    ...section(level + 1, 'Settled', one.settled.map(remark)),
    ...one.evidence.flatMap(({ heading, quotes }) =>
      section(level + 1, heading, ['<ol class="quotes">', ...quotes.map(quoteItem), '</ol>']),
    ),
    paragraph(one.record, 'record'),
    '</section>',
  ].join('\n');

async function* sectionsOf({ sections, named }: StreamedBrief): AsyncGenerator<string> {
  const level = named ? 3 : 2;
  for (const { question, judgements } of sections) {
    if (question) {
      yield `<h2>${escapeHtml(question.text)}</h2>`;
      yield paragraph(question.standing);
      if (question.judgement) yield remark(question.judgement);
    } else if (named) yield '<h2>Other claims</h2>';
    for await (const one of judgements()) yield judgementSection(one, level);
  }
}

const isWeb = (url: string): boolean => /^https?:\/\/[^\s]+$/i.test(url);

export function noteItem({ number, title, publisher, date, url, copy }: Endnote): string {
  const text = url && escapeHtml(url);
  const address = url && (isWeb(url) ? `<a href="${text}" rel="noopener noreferrer nofollow">${text}</a>` : text);
  const parts = [publisher && `<i>${escapeHtml(publisher)}</i>`, escapeHtml(date), address].filter(Boolean).join(', ');
  return `<li id="note-${number}">“${escapeHtml(title)},” ${parts} (${escapeHtml(copy)}).</li>`;
}

const keyJudgement = ({ number, statement, likelihood, dissent, warnings }: Judgement): string =>
  `<li><a href="#claim-${number}">${escapeHtml(statement)}</a> ${escapeHtml(likelihood.join(' '))}${dissent.length ? ' There is dissent.' : ''}${warnings.length ? ' Its question is open.' : ''}</li>`;

async function* keyJudgements({ outline, none }: StreamedBrief): AsyncGenerator<string> {
  yield '<h2>Key judgements</h2>';
  if (outline.length === 0) return yield paragraph(none);
  yield '<ol>';
  for (const { judgements } of outline) for await (const one of judgements()) yield keyJudgement(one);
  yield '</ol>';
}

/**
 * A page that needs nothing else and prints well: style within, no script, and a policy that lets neither run nor load
 * anything. Title and lines are HTML already; `marking` is one of our words.
 */
export const htmlPage = (title: string, main: readonly string[], marking: string | null = null): string =>
  `${[...pageHead(title, marking), ...main, ...PAGE_FOOT].join('\n')}\n`;

const PAGE_FOOT = ['</main>', '</body>', '</html>'];

function pageHead(title: string, marking: string | null): string[] {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}${paperEdge(marking)}</style>`,
    '</head>',
    '<body>',
    '<main>',
  ];
}

/** What became of the claims of the earlier export, before anything else. */
function changed({ changes }: BriefHead): string[] {
  if (!changes) return [];
  const item = ({ statement, says, before }: ChangeItem) =>
    [
      `<li><b>${escapeHtml(statement)}</b>`,
      ...(before === null ? [] : [paragraph(`Before: ${before}`, 'remark')]),
      ...says.map((sentence) => paragraph(sentence, 'remark')),
      '</li>',
    ].join('\n');
  const groups = changes.groups.flatMap(({ heading, items }) =>
    section(2, heading, ['<ul class="changes">', ...items.map(item), '</ul>']),
  );
  return [paragraph(changes.since, 'since'), ...groups];
}

/** Lines of a brief, in as few pieces as may be. */
async function* linesOf(brief: StreamedBrief): AsyncGenerator<string> {
  const title = escapeHtml(brief.title);
  const lines = (list: readonly string[]) => list.map((line) => `${line}\n`).join('');
  yield lines([
    ...pageHead(title, brief.marking),
    `<h1>${title}</h1>`,
    ...(brief.marking ? [paragraph(brief.marking, 'warning')] : []),
    ...changed(brief),
    paragraph(brief.summary),
  ]);
  for await (const line of keyJudgements(brief)) yield `${line}\n`;
  for await (const line of sectionsOf(brief)) yield `${line}\n`;
  yield lines(['<h2>How to read this</h2>', ...brief.method.map((sentence) => paragraph(sentence))]);
  const { endnotes: notes } = brief;
  if (notes.length) {
    yield lines(['<h2>Notes</h2>', '<ol class="notes">']);
    for (const note of notes) yield `${noteItem(note)}\n`;
    yield '</ol>\n';
  }
  yield lines(PAGE_FOOT);
}

/** The brief as one HTML file; whatever sources or people wrote stays text. */
export const writeHtml: Writer = (source, spool = smallSpool()) => [
  {
    name: 'brief.html',
    contentType: 'text/html; charset=utf-8',
    async *chunks() {
      yield* linesOf(await openBrief(source, spool));
    },
  },
];
