import { claimReview } from '@/lib/formats/claim-review';
import { briefOf, type Brief, type BriefQuote, type Remark } from '@/lib/formats/brief';
import { sayDay } from '@/lib/formats/chicago';
import type { ExportClaim } from '@/lib/formats/export';
import { escapeHtml, noteItem, paperEdge, quotation } from '@/lib/formats/html';
import { readers, sayTlp, type Tlp } from '@/lib/formats/marking';
import { fileWords } from './file-words';
import type { SharedRecord } from './link';
import { SHARED_STYLE } from './shared-look';

/** The policy of a shared page: it runs nothing, loads nothing and stands in no frame. */
export const SHARED_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Whether the team still stands by what was shared; of what became of it nothing is said. */
export type Standing = 'approved' | 'reworded' | 'withdrawn';
export interface SharedClaim extends SharedRecord {
  readonly address: string;
  readonly standing: Standing;
  /** ISO 8601 */
  readonly sharedAt: string;
  readonly expiresAt: string;
}
/** The first claims of an export in the words that they had in it, of how many. */
export interface ListedClaims {
  readonly claims: readonly { readonly statement: string; readonly standing: Standing }[];
  readonly total: number;
}
export interface SharedExport {
  readonly address: string;
  readonly project: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly format: string;
  readonly sha256: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Whether its file can be read here as a page. */
  readonly readable: boolean;
  readonly manifest: {
    readonly bytes?: number | undefined;
    readonly counts: Readonly<Record<string, number>>;
    readonly leftOut: readonly unknown[];
    readonly marking?: Tlp | undefined;
    readonly withheld?: readonly string[] | undefined;
    readonly withdrawn?: readonly { readonly statement: string; readonly why: string }[] | undefined;
  };
  readonly listed: ListedClaims;
}

const paragraph = (text: string, css = ''): string => `<p${css && ` class="${css}"`}>${escapeHtml(text)}</p>`;
const ours = (text: string): string => `<blockquote class="ours" dir="auto">${escapeHtml(text)}</blockquote>`;
const remark = ({ says, text, quoted }: Remark): string =>
  paragraph(says) + (text === null ? '' : quoted ? quotation(text, quoted.language) : ours(text));
const section = (heading: string, blocks: readonly string[], level = 2): string[] =>
  blocks.length ? [`<h${level}>${heading}</h${level}>`, ...blocks] : [];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** Each sentence on a line of its own: analysts who differ are not read as one. */
const facts = (pairs: readonly (readonly [string, ...string[]])[]): string =>
  `<dl>${pairs.map(([term, ...said]) => `<dt>${term}</dt><dd>${said.map((one) => escapeHtml(capital(one))).join('<br>')}</dd>`).join('')}</dl>`;

/** Data for whoever reads pages by machine, so that nothing in it can end the element that it stands in. */
export const dataScript = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}</script>`;

function page(title: string, main: readonly string[], head: readonly string[] = [], marking?: Tlp): string {
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow, noarchive">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${SHARED_STYLE}${paperEdge(marking && sayTlp(marking))}</style>`,
    ...head,
    '</head>',
    '<body>',
    ...main,
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}

const badge = (marking: Tlp | undefined): string =>
  marking ? `<span class="tlp ${marking.split('+')[0]}" title="For ${readers[marking]}">${sayTlp(marking)}</span>` : '';
const header = (what: string, project: string, marking: Tlp | undefined): string =>
  `<header class="head"><span>${what} of <b>${escapeHtml(project)}</b></span>${badge(marking)}</header>`;

const NOTICES: Record<Exclude<Standing, 'approved'>, string> = {
  withdrawn:
    '<b>Withdrawn.</b> The team does not stand by this claim any more. It is shown as it was approved, so that what was read before can be found again.',
  reworded: '<b>No longer the current wording.</b> The team has worded this claim anew since it was shared.',
};

function quoteItem({ number, quote, language, attribution, note, remarks }: BriefQuote): string {
  const reference = `<sup><a href="#note-${note}" aria-label="Note ${note}">${note}</a></sup>`;
  return [
    `<li><p class="said soft">${escapeHtml(capital(attribution))}${reference}</p>`,
    quotation(quote, language, `quote-${number}`),
    ...remarks.map(remark),
    '</li>',
  ].join('\n');
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
const figuresOf = ({ articles, origins, unsourced, headline }: SharedRecord['figures']): string =>
  articles
    ? `${headline}: ${count(articles, 'article')}, ${count(origins, 'credited origin')}, ${count(unsourced, 'unsourced group')}`
    : 'Nothing supports it yet';

function body(brief: Brief, claim: ExportClaim, shared: SharedClaim): string[] {
  const [one] = brief.judgements;
  const approved = claim.approvedBy.at(-1);
  const said = (lines: readonly string[]) => lines.map((line) => line.replace(/^[A-Z][a-z ]+: /, ''));
  return [
    `<h1 dir="auto">${escapeHtml(claim.statement)}</h1>`,
    ...(one!.structure ? [paragraph(one!.structure, 'soft')] : []),
    facts([
      ['Likelihood', ...said(one!.likelihood)],
      ['Analytic confidence', ...said(one!.confidence)],
      ['Rests on', `${figuresOf(shared.figures)}.`],
      ...(approved
        ? [['Approved', `${sayDay(approved.at)}, by ${claim.approvedBy.map(({ name }) => name).join(', ')}.`] as const]
        : []),
    ]),
    ...one!.warnings.map((warning) => paragraph(warning, 'warned')),
    ...section('Dissent', one!.dissent.map(remark)),
    ...one!.evidence.flatMap(({ heading, quotes }) =>
      section(heading, ['<ol class="quotes">', ...quotes.map(quoteItem), '</ol>']),
    ),
    ...section('Grounds', one!.basis.map(remark)),
    ...section('How discussions ended', one!.settled.map(remark)),
    ...section('Notes', ['<ol class="notes">', ...brief.endnotes.map(noteItem), '</ol>']),
    ...section(
      'How to read this',
      brief.method.map((sentence) => paragraph(sentence, 'record')),
    ),
    paragraph(one!.record, 'record'),
    paragraph(
      `As it stood on ${sayDay(shared.sharedAt)}, when it was shared: later changes are not shown. This address ends on ${sayDay(shared.expiresAt)}.`,
      'record',
    ),
    paragraph(`Whether the team stands by it still can be seen at ${shared.address} until then.`, 'record paper'),
  ];
}

/** What machines are told: a review of what others claim, or a claim that nobody was cited for; nothing of what was withdrawn. */
function dataOf(claim: ExportClaim, { address, standing }: SharedClaim): string[] {
  if (standing === 'withdrawn') return [];
  const review = claimReview(claim);
  const plain = { '@context': 'https://schema.org', '@type': 'Claim', name: claim.statement, text: claim.statement };
  return [dataScript({ ...(review ?? plain), '@id': address, url: address })];
}

/** An approved claim as a page that stands alone. */
export function claimPage(shared: SharedClaim): string {
  const [claim] = shared.snapshot.claims;
  const brief = briefOf(shared.snapshot);
  const { standing } = shared;
  return page(
    claim!.statement,
    [
      header(
        standing === 'withdrawn' ? 'A withdrawn claim' : 'An approved claim',
        shared.snapshot.meta.project.name,
        shared.snapshot.meta.marking,
      ),
      '<main>',
      ...(standing === 'approved' ? [] : [`<p class="notice">${NOTICES[standing]}</p>`]),
      ...body(brief, claim!, shared),
      '</main>',
    ],
    dataOf(claim!, shared),
    shared.snapshot.meta.marking,
  );
}

const SINCE: Record<Exclude<Standing, 'approved'>, string> = {
  withdrawn: 'Withdrawn since: the team does not stand by it any more.',
  reworded: 'Worded anew since: this is not its current wording.',
};

/** The claims of an export one by one, so that whoever cannot open its file reads them all the same. */
function claimsIn({ claims, total }: ListedClaims): string[] {
  const item = ({ statement, standing }: ListedClaims['claims'][number]) =>
    `<li><span dir="auto">${escapeHtml(statement)}</span>${standing === 'approved' ? '' : paragraph(SINCE[standing], 'warned')}</li>`;
  const more = total - claims.length;
  return section('Claims', [
    ...(claims.length ? ['<ol class="claims">', ...claims.map(item), '</ol>'] : []),
    ...(more > 0 ? [paragraph(`And ${more.toLocaleString('en')} more, which the file holds.`, 'soft')] : []),
  ]);
}

const withdrawnIn = ({ withdrawn = [] }: SharedExport['manifest']): string[] =>
  section(
    'Withdrawn since the export before it',
    withdrawn.map(({ statement, why }) => `<p dir="auto">${escapeHtml(statement)}</p>${paragraph(why, 'soft')}`),
  );

/** What machines are told of an export: a data set with its file. */
function dataSetOf({ address, project, fileName, contentType, format, sha256, createdAt, manifest }: SharedExport) {
  const { claims = 0, articles = 0 } = manifest.counts;
  const name = titleOf(project);
  return {
    ...{ '@context': 'https://schema.org', '@type': 'Dataset', '@id': address, name, url: address },
    description: `${count(claims, 'approved claim')} of ${project}, with what of ${count(articles, 'article')} they rest on. ${fileWords(format)}.`,
    dateCreated: createdAt,
    distribution: {
      ...{ '@type': 'DataDownload', contentUrl: `${address}/file`, encodingFormat: contentType, name: fileName },
      ...{ contentSize: manifest.bytes === undefined ? undefined : `${manifest.bytes} B`, sha256 },
    },
  };
}

const titleOf = (project: string): string => `${project}: approved claims`;

/** An export as a page: what is in it, and its file. */
export function exportPage(shared: SharedExport): string {
  const { address, project, manifest, fileName, format, sha256, createdAt, expiresAt, readable } = shared;
  const { claims = 0, citations = 0, articles = 0 } = manifest.counts;
  const title = titleOf(project);
  return page(
    title,
    [
      header('An export', project, manifest.marking),
      '<main>',
      `<h1>${escapeHtml(title)}</h1>`,
      facts([
        ['Made', sayDay(createdAt)],
        ['Holds', `${count(claims, 'claim')}, ${count(citations, 'citation')} of ${count(articles, 'article')}`],
        ...(manifest.leftOut.length ? [['Left out', count(manifest.leftOut.length, 'claim')] as const] : []),
        ['File', `${fileWords(format)}: ${fileName}`],
      ]),
      `<p>SHA-256 <code>${sha256}</code></p>`,
      `<p>${readable ? `<a class="file" href="${address}/file?read">Read the brief</a>` : ''}<a class="file" href="${address}/file">Download ${escapeHtml(fileName)}</a></p>`,
      ...claimsIn(shared.listed),
      ...withdrawnIn(manifest),
      ...section(
        'Withheld',
        (manifest.withheld ?? []).map((one) => paragraph(one)),
      ),
      paragraph(`This address shows this export and nothing else. It ends on ${sayDay(expiresAt)}.`, 'record'),
      paragraph(`The file can be had at ${address} until then.`, 'record paper'),
      '</main>',
    ],
    [dataScript(dataSetOf(shared))],
    manifest.marking,
  );
}

/** What every address shows that shows nothing, whatever the reason. */
export const nothingPage = (says = 'This address shows nothing.'): string =>
  page('Nothing here', [
    '<main>',
    `<h1>${escapeHtml(says)}</h1>`,
    paragraph(
      'It may have ended or been taken back, or it was not copied whole. Ask whoever gave it to you for another.',
    ),
    '</main>',
  ]);
