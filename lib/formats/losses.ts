import { neutralisedIn } from './csv';
import type { ExportClaim } from './export';
import { dissentCount } from './export';
import { spansByText } from './source';

/** What a claim and its record may carry besides its words, and a format may have no place for. */
const features = {
  statements: (count) => `The wording of ${several(count, 'claim')}: only the quotes and their stance are in it.`,
  dissent: (count) => `${several(count, 'dissent')}: objections, rejections and lower judgments.`,
  judgments: (count) => `${several(count, 'judgment')} of how likely a claim is.`,
  grounds: (count) => `How well founded ${several(count, 'judgment')} ${count === 1 ? 'is' : 'are'}, and why.`,
  approvals: (count) => `Who approved ${several(count, 'claim')}, and when.`,
  outcomes: (count) => `How ${several(count, 'discussion')} ended.`,
  questions: (count) => `Which question ${several(count, 'claim')} ${count === 1 ? 'answers' : 'answer'}.`,
  openQuestions: (count) =>
    `The warning that ${several(count, 'claim')} ${count === 1 ? 'answers' : 'answer'} an open question.`,
  structure: (count) => `${several(count, 'claim')} taken apart into subject, predicate, object and period.`,
  places: (count) =>
    `Where in ${count === 1 ? 'its text' : 'their texts'} ${several(count, 'quote')} ${count === 1 ? 'stands' : 'stand'}.`,
  others: (count) =>
    `${several(count, 'citation')} that ${count === 1 ? 'contradicts its claim or gives' : 'contradict their claim or give'} context.`,
  quotes: (count) => `The words of ${several(count, 'quote')}.`,
  speakers: (count) => `Who says it: ${several(count, 'citation')} with a speaker or a report that is relayed.`,
  grades: (count) => `Grades of the source or of what it says: ${several(count, 'citation')}.`,
  confidence: (count) => `How sure analysts are of ${several(count, 'citation')}.`,
  denials: (count) =>
    `That ${several(count, 'citation')} ${count === 1 ? 'is a denial or is' : 'are denials or are'} implied.`,
  notes: (count) => `Notes on ${several(count, 'citation')}.`,
  translations: (count) => `Translations of ${several(count, 'quote')}.`,
  lineEnds: (count) => `The kind of line ends in ${several(count, 'quote')}: they become breaks.`,
  manyLines: (count) => `${several(count, 'quote')} over several lines: each comes in pieces.`,
  overlaps: (count) =>
    `${several(count, 'citation')} that overlap${count === 1 ? 's' : ''} a longer one: listed in a file beside it.`,
  claimants: (count) => `${several(count, 'claim')} that no citation supports: nobody's claim to review.`,
  apostrophes: (count) =>
    `How ${several(count, 'text')} ${count === 1 ? 'begins' : 'begin'}: an apostrophe stands before what a spreadsheet could run, a text that begins with =, +, -, @, a tab or a line break. It is not in the words, nor counted in their places: take it off.`,
} satisfies Record<string, (count: number) => string>;
export type Feature = keyof typeof features;

const several = (count: number, one: string): string => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
const numbers: Record<Feature, number> = Object.fromEntries(Object.keys(features).map((name) => [name, 0])) as never;

const isBroken = (quote: string): boolean => /\S[^\S\r\n]*[\r\n]+\s*\S/.test(quote);

function ofClaim(claim: ExportClaim): Partial<Record<Feature, number>> {
  const { citations, structure, assessments, threads, answers, openQuestions } = claim;
  const count = (test: (one: ExportClaim['citations'][number]) => boolean) => citations.filter(test).length;
  return {
    statements: 1,
    dissent: dissentCount(claim),
    judgments: assessments.filter(({ likelihood }) => likelihood).length,
    grounds: assessments.filter(({ analyticConfidence, rationale }) => analyticConfidence ?? rationale).length,
    approvals: 1,
    outcomes: threads.length,
    questions: answers.length ? 1 : 0,
    openQuestions: openQuestions.length ? 1 : 0,
    structure: Object.values(structure).some((part) => part !== null) ? 1 : 0,
    places: citations.length,
    quotes: citations.length,
    others: count(({ stance }) => stance !== 'supports'),
    speakers: count(({ speaker, via }) => speaker !== null || via !== null),
    grades: count(({ reliability, credibility }) => reliability !== null || credibility !== null),
    confidence: count(({ confidence }) => confidence !== null),
    denials: count(({ denies, implied }) => denies || implied),
    notes: count(({ note }) => note !== null),
    translations: count(({ translation }) => translation !== null),
    lineEnds: count(({ quote }) => /[\r\n]/.test(quote)),
    manyLines: count(({ quote }) => isBroken(quote)),
    claimants: citations.some(({ stance, denies }) => stance === 'supports' && !denies) ? 0 : 1,
    apostrophes: neutralisedIn(claim),
  };
}

/** Citations that a longer one of their text overlaps, so that one tag a token cannot say both. */
function overlapping(claims: readonly ExportClaim[]): number {
  let count = 0;
  for (const { spans } of spansByText(claims)) {
    const kept: { start: number; end: number }[] = [];
    const byLength = spans.map(({ citation }) => citation).sort((a, b) => b.end - b.start - (a.end - a.start));
    for (const { start, end } of byLength)
      if (kept.some((one) => one.start < end && start < one.end)) count += 1;
      else kept.push({ start, end });
  }
  return count;
}

/** How much of each there is in what is exported. */
export function tallyOf(claims: readonly ExportClaim[]): Record<Feature, number> {
  const tally = { ...numbers, overlaps: overlapping(claims) };
  for (const claim of claims)
    for (const [name, count] of Object.entries(ofClaim(claim))) tally[name as Feature] += count;
  return tally;
}

/** In sentences, what of this export a format without these features leaves behind; nothing of what there is none. */
export const sayLost = (lost: readonly Feature[], tally: Record<Feature, number>): string[] =>
  lost.filter((name) => tally[name] > 0).map((name) => features[name](tally[name]));
