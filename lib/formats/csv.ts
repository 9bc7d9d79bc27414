import { stringify } from 'csv-stringify/sync';
import {
  dissentCount,
  type CitedClaim,
  type ExportClaim,
  type ExportCitation,
  type ExportGrading,
  type ExportStructure,
} from './export';
import { sayTlp } from './marking';
import { smallSpool, type ExportSource, type Spool, type Writer } from './source';
import { writePublished } from '@/lib/articles/published';
import { sayLikelihood } from '@/lib/claims/likelihood';
import { sayPeriod } from '@/lib/claims/period';
import { sayReading } from '@/lib/claims/value';

// What a spreadsheet takes for a formula, also behind white space, invisible characters or in full width; and the
// control characters that some of them drop first (OWASP, "CSV Injection"; ASVS 5.0 1.2.10).
const DANGEROUS = /^'*[\s\p{Cf}]*[=+\-@\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20\t\r\n\0]/u;
const PLAIN = /^[A-Za-z0-9]/; // how most texts begin: with nothing that `DANGEROUS` could begin with

/**
 * A text cell that no spreadsheet runs: an apostrophe goes before a text that starts like a formula, white space and
 * invisible characters aside, and before one that starts so behind apostrophes. Other texts stay as they are.
 */
export const neutralise = (text: string): string => (!PLAIN.test(text) && DANGEROUS.test(text) ? `'${text}` : text);

/** The text of a cell that `neutralise` wrote: takes one apostrophe off where one was put. Exact for every text. */
export const restore = (cell: string): string => (cell.startsWith("'") && DANGEROUS.test(cell) ? cell.slice(1) : cell);

type Cell = string | number | boolean | null;
type Column<T> = readonly [name: string, cell: (one: T) => Cell];

const value = (cell: Cell) =>
  typeof cell === 'string' ? neutralise(cell) : typeof cell === 'boolean' ? `${cell}` : cell;
const written = (lines: readonly Cell[][]): string =>
  stringify([...lines], { record_delimiter: 'windows', quoted_string: true });

const BATCH = 200; // rows that are written in one go
/** Rows as lines, so many at once; `lines` answers what is left over. */
function table<T>(columns: readonly Column<T>[]) {
  let waiting: Cell[][] = [];
  const lines = () => {
    const some = written(waiting);
    waiting = [];
    return some;
  };
  return {
    head: `\ufeff${written([columns.map(([name]) => name)])}`,
    /** Takes a row; answers lines when there are enough of them. */
    take(row: T): string {
      waiting.push(columns.map(([, cell]) => value(cell(row))));
      return waiting.length < BATCH ? '' : lines();
    },
    rest: (): string => (waiting.length ? lines() : ''),
  };
}

const several = (list: readonly (string | null)[]): string =>
  list.filter((one) => one !== null && one !== '').join(' | ');
const names = (list: readonly { name: string }[]): string => several(list.map(({ name }) => name));

const entitiesOf = ({ structure, citations }: ExportClaim): string => {
  const { subject, object, place } = structure;
  const all = [subject, object, place, ...citations.map(({ speaker }) => speaker)].filter((one) => one !== null);
  return several([...new Map(all.map(({ id, name }) => [id, name])).values()]);
};

/** Objections, rejections and lower judgments, each with who holds it. */
function dissentOf({ objections, rejections, assessments }: ExportClaim): string {
  return several([
    ...objections.map(({ by, text }) => `${by.name}: ${text}`),
    ...rejections.map(({ by, reason, claimVersion }) => `${by.name} rejected version ${claimVersion}: ${reason}`),
    ...assessments.filter(({ dissents }) => dissents).map(likelihoodOf),
  ]);
}

/** What each side holds in threads that ended without one giving way. */
const positionsOf = ({ threads }: ExportClaim): string =>
  several(threads.flatMap(({ positions }) => positions.map(({ holder, text }) => `${holder.name}: ${text}`)));

const structured = (read: (structure: ExportStructure) => Cell) => (one: ExportClaim) => read(one.structure);
type Amount = Extract<ExportStructure['reading'], { kind: 'number' }>;
const amount = (read: (amount: Amount) => Cell) =>
  structured(({ reading }) => (reading?.kind === 'number' ? read(reading) : null));

type Assessment = ExportClaim['assessments'][number];
const claimColumns: readonly Column<ExportClaim>[] = [
  ['claim_id', ({ id }) => id],
  ['version', ({ version }) => version],
  ['statement', ({ statement }) => statement],
  ['status', ({ status }) => status],
  ['marking', ({ marking }) => (marking ? sayTlp(marking) : null)],
  ['subject', structured(({ subject }) => subject?.name ?? null)],
  ['predicate', structured(({ predicate }) => predicate)],
  ['object', structured(({ object, value }) => object?.name ?? value)],
  ['value_means', structured(({ reading }) => reading && sayReading(reading))],
  ['value_low', amount(({ low }) => low)],
  ['value_high', amount(({ high }) => high)],
  ['value_unit', amount(({ unit }) => unit)],
  ['period', structured(({ period }) => sayPeriod(period) || null)],
  ['period_from', structured(({ period }) => period?.from ?? null)],
  ['period_to', structured(({ period }) => period?.to ?? null)],
  ['period_starts', structured(({ period }) => period?.starts ?? null)],
  ['period_ends', structured(({ period }) => period?.ends ?? null)],
  ['period_note', structured(({ period }) => period?.note ?? null)],
  ['period_said_on', structured(({ period }) => period?.saidOn ?? null)],
  ['place', structured(({ place }) => place?.name ?? null)],
  ['entities', entitiesOf],
  ['likelihood', ({ assessments }) => several(assessments.map(likelihoodOf))],
  ['analytic_confidence', ({ assessments }) => each(assessments, 'analyticConfidence')],
  ['confidence_basis', ({ assessments }) => each(assessments, 'rationale')],
  ['credibility', ({ credibility }) => graded(credibility)],
  ['supports', ({ citations }) => citations.filter(({ stance }) => stance === 'supports').length],
  ['contradicts', ({ citations }) => citations.filter(({ stance }) => stance === 'contradicts').length],
  ['context', ({ citations }) => citations.filter(({ stance }) => stance === 'context').length],
  ['articles', ({ citations }) => new Set(citations.map(({ articleId }) => articleId)).size],
  ['first_stated', ({ citations }) => citations[0]?.article.published?.from ?? null],
  ['created_by', ({ creator }) => creator.name],
  ['written_by', ({ versionAuthor }) => versionAuthor.name],
  ['wording_proposed_by', ({ proposedBy }) => proposedBy?.name ?? null],
  ['approved_by', ({ approvedBy }) => names(approvedBy)],
  ['approved_at', ({ approvedBy }) => several(approvedBy.map(({ at }) => at))],
  ['dissent_count', dissentCount],
  ['dissent', dissentOf],
  ['agreed_to_differ', positionsOf],
  ['open_questions', ({ openQuestions }) => several(openQuestions.map(({ text }) => text))],
];

const likelihoodOf = ({ analyst, likelihood }: Assessment): string | null =>
  likelihood && `${analyst.name}: ${sayLikelihood(likelihood.value ?? likelihood.band)}`;

const each = (list: readonly Assessment[], field: 'analyticConfidence' | 'rationale'): string =>
  several(list.map((one) => (one[field] === null ? null : `${one.analyst.name}: ${one[field]}`)));

/** The settled mark, or whose is which. */
const graded = (grading: ExportGrading | null): string | null =>
  grading &&
  several([
    ...grading.grades.map(({ mark, analyst }) => (grading.settled ? mark : `${analyst.name}: ${mark}`)),
    grading.hidden ? `${grading.hidden} not shown` : null,
  ]);

type Evidence = ExportCitation & { readonly claim: CitedClaim };

const evidenceColumns: readonly Column<Evidence>[] = [
  ['claim_id', ({ claim }) => claim.id],
  ['claim_version', ({ claim }) => claim.version],
  ['citation_id', ({ tagId }) => tagId],
  ['stance', ({ stance }) => stance],
  ['denies', ({ denies }) => denies],
  ['implied', ({ implied }) => implied],
  ['implied_how', ({ impliedHow }) => impliedHow],
  ['quote', ({ quote }) => quote],
  ['prefix', ({ prefix }) => prefix],
  ['suffix', ({ suffix }) => suffix],
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
  ['offset_unit', ({ offsetUnit }) => offsetUnit],
  ['page', ({ page }) => page],
  ['translation', ({ translation }) => translation?.text ?? null],
  ['translated_by', ({ translation }) => translation?.by.name ?? null],
  ['speaker', ({ speaker }) => speaker?.name ?? null],
  ['speaker_type', ({ speaker }) => speaker?.type ?? null],
  ['via', ({ via }) => via?.name ?? null],
  ['via_date', ({ via }) => via?.date ?? null],
  ['reliability', ({ reliability }) => graded(reliability)],
  ['reliability_of', ({ reliability }) => reliability?.from ?? null],
  ['credibility', ({ credibility }) => graded(credibility)],
  ['article_id', ({ articleId }) => articleId],
  ['article_title', ({ article }) => article.title],
  ['article_kind', ({ article }) => article.kind],
  ['article_language', ({ article }) => article.language],
  ['publisher', ({ article }) => article.publisher],
  ['publisher_reliability', ({ article }) => article.reliability],
  ['published', ({ article }) => article.published && writePublished(article.published)],
  ['published_estimated', ({ article }) => article.published?.estimated ?? null],
  ['retrieved', ({ article }) => article.retrievedAt],
  ['url', ({ article }) => article.url],
  ['article_marking', ({ article }) => (article.marking ? sayTlp(article.marking) : null)],
  ['text_version', ({ articleVersion }) => articleVersion],
  ['text_version_sha256', ({ articleVersionSha256 }) => articleVersionSha256],
  ['confidence', ({ confidence }) => confidence],
  ['note', ({ note }) => note],
  ['tagged_by', ({ taggedBy }) => taggedBy.name],
  ['reviewed_by', ({ reviewedBy }) => names(reviewedBy)],
  ['adjudicated_by', ({ adjudicated }) => adjudicated?.name ?? null],
  ['adjudicated_in', ({ adjudicated }) => adjudicated?.round ?? null],
];

const rowsOf = (claim: CitedClaim): Evidence[] => claim.citations.map((citation) => ({ ...citation, claim }));

const changedIn = <T>(columns: readonly Column<T>[], row: T): number =>
  columns.filter(([, cell]) => {
    const own = cell(row);
    return typeof own === 'string' && neutralise(own) !== own;
  }).length;

/** How many cells of a claim and its citations begin with an apostrophe that `neutralise` put there. */
export const neutralisedIn = (claim: ExportClaim): number =>
  rowsOf(claim).reduce((sum, row) => sum + changedIn(evidenceColumns, row), changedIn(claimColumns, claim));

/** Both tables by one reading: the second one's lines are put down while the first goes out, unless that is not read to its end. */
function tablesOf(source: ExportSource, spool: Spool) {
  const laid: number[] = [];
  let complete = false;
  const lay = async (lines: string) => {
    if (lines) laid.push(await spool.put(lines));
  };
  async function* claims(): AsyncGenerator<string> {
    const [own, evidence] = [table(claimColumns), table(evidenceColumns)];
    yield own.head;
    for await (const claim of source.claims()) {
      for (const row of rowsOf(claim)) await lay(evidence.take(row));
      const lines = own.take(claim);
      if (lines) yield lines;
    }
    yield own.rest();
    await lay(evidence.rest());
    complete = true;
  }
  async function* evidence(): AsyncGenerator<string> {
    const own = table(evidenceColumns);
    yield own.head;
    if (complete) for (const number of laid) yield await spool.get(number);
    else for await (const claim of source.cited()) for (const row of rowsOf(claim)) yield own.take(row);
    yield own.rest();
  }
  return { claims, evidence };
}

/**
 * Two tables, claims.csv and evidence.csv (one row a citation, joined by claim_id): RFC 4180 with CRLF, UTF-8 with a
 * byte order mark, text in quotation marks, numbers without. Several values of a cell are parted by " | ". Text cells
 * went through `neutralise`; `restore` gives every quote back to the unit.
 */
export const writeCsv: Writer = (source, spool = smallSpool()) => {
  const contentType = 'text/csv; charset=utf-8; header=present';
  const { claims, evidence } = tablesOf(source, spool);
  return [
    { name: 'claims.csv', contentType, chunks: claims },
    { name: 'evidence.csv', contentType, chunks: evidence },
  ];
};
