import { sayLikelihood } from '@/lib/claims/likelihood';
import { mixedSentences } from '@/lib/claims/mixing';
import { sayPeriod } from '@/lib/claims/period';
import { sayValue } from '@/lib/claims/value';
import type { Stance } from '@/lib/claims/claim';
import { grouping, headingOf, knowing, type BriefHead, type Heading } from './brief-parts';
import { sayDay, sourceNote, type SourceNote } from './chicago';
import type { ExportAssessment, ExportCitation, ExportClaim, ExportSnapshot, ExportThread } from './export';
import { sayGraded, sayGrading } from './grading';
import { ordered } from './order';

/** A sentence of ours and, where there is one, what somebody wrote, to the letter. */
export interface Remark {
  readonly says: string;
  readonly text: string | null;
  /** Of a text that is a source's words and not ours: their language, BCP 47; null where nobody said. */
  readonly quoted?: { readonly language: string | null };
}

export interface BriefQuote {
  /** Counts through the whole brief, from 1. */
  readonly number: number;
  readonly quote: string;
  /** That of its article, BCP 47; null where nobody said. */
  readonly language: string | null;
  /** "said by … via …" */
  readonly attribution: string;
  /** The number of its endnote. */
  readonly note: number;
  readonly remarks: readonly Remark[];
}

export interface Evidence {
  readonly stance: Stance;
  readonly heading: string;
  readonly quotes: readonly BriefQuote[];
}

export interface Judgement {
  readonly number: number;
  readonly claimId: string;
  readonly version: number;
  readonly statement: string;
  /** Taken apart, in one line; blank when it was not. */
  readonly structure: string;
  /** One sentence an analyst; never in one sentence, or one list, with `confidence`. */
  readonly likelihood: readonly string[];
  readonly confidence: readonly string[];
  readonly basis: readonly Remark[];
  readonly dissent: readonly Remark[];
  readonly settled: readonly Remark[];
  /** What the reader should know although it was approved. */
  readonly warnings: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly record: string;
}

export interface Endnote extends SourceNote {
  readonly number: number;
}

/** The claims that answer one question, or those that answer none. */
export interface Section {
  readonly question: Heading | null;
  readonly judgements: readonly Judgement[];
}

/** The export as a text for people, before any markup. */
export interface Brief extends BriefHead {
  /** By question in the order in which they were asked, claims that answer none last. */
  readonly sections: readonly Section[];
  readonly judgements: readonly Judgement[];
  readonly endnotes: readonly Endnote[];
}

const HEADINGS: readonly (readonly [Stance, string])[] = [
  ['supports', 'Supporting'],
  ['contradicts', 'Contradicting'],
  ['context', 'Context'],
];

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** Who says it, on whose report: "said by an unnamed source (a border guard), via Radio North (July 2, 2021)". */
export function sayAttribution(citation: Pick<ExportCitation, 'speaker' | 'via' | 'denies' | 'article'>): string {
  const { speaker, via, denies, article } = citation;
  const verb = denies ? 'denied' : 'said';
  const outlet = article.publisher ? `the outlet itself (${article.publisher})` : 'the article itself';
  const unnamed = speaker?.type === 'unnamed-source' ? `an unnamed source (${speaker.name})` : speaker?.name;
  const relayed = via ? `, via ${via.name}${via.date ? ` (${sayDay(via.date)})` : ''}` : '';
  return `${verb} by ${unnamed ?? outlet}${relayed}`;
}

function quoteRemarks(citation: ExportCitation): Remark[] {
  const { translation, implied, impliedHow, confidence, note, taggedBy } = citation;
  const graded = sayGraded(citation);
  const remarks: Remark[] = graded ? [{ says: graded, text: null }] : [];
  if (translation) remarks.push({ says: `Translation by ${translation.by.name}:`, text: translation.text });
  if (implied) remarks.push({ says: `Implied, as ${taggedBy.name} infers${impliedHow ? ':' : '.'}`, text: impliedHow });
  if (confidence !== null)
    remarks.push({ says: `${taggedBy.name} is ${confidence} of 100 sure of this citation.`, text: null });
  if (note) remarks.push({ says: `Note by ${taggedBy.name}:`, text: note });
  return remarks;
}

const earlier = ({ claimVersion }: ExportAssessment, { version }: ExportClaim): string =>
  claimVersion === version ? '' : `, of version ${claimVersion}`;

function likelihoodSentences(claim: ExportClaim): string[] {
  const stated = claim.assessments.flatMap((one) =>
    one.likelihood
      ? `Likelihood: ${sayLikelihood(one.likelihood.value ?? one.likelihood.band)}, as judged by ${one.analyst.name}${earlier(one, claim)}.`
      : [],
  );
  return stated.length ? stated : ['Likelihood: not stated.'];
}

function confidenceSentences(claim: ExportClaim): string[] {
  const stated = claim.assessments.flatMap((one) =>
    one.analyticConfidence
      ? `Analytic confidence: ${one.analyticConfidence}, as stated by ${one.analyst.name}${earlier(one, claim)}.`
      : [],
  );
  return stated.length ? stated : ['Analytic confidence: not stated.'];
}

/** What a reader is warned of: how likely and how well founded, in one sentence. */
export const MIXES = 'Mind that this sentence says at once how likely it is and how well founded that is';
const mixing = (text: string): Remark[] =>
  mixedSentences(text).map(({ sentence }) => ({ says: `${MIXES}:`, text: sentence }));

function basis({ assessments, credibility }: ExportClaim): Remark[] {
  const reasons = assessments.flatMap(({ analyst, rationale }) =>
    rationale ? [{ says: `Rationale of ${analyst.name}:`, text: rationale }, ...mixing(rationale)] : [],
  );
  return credibility
    ? [...reasons, { says: sayGrading('Credibility of the claim', credibility), text: null }]
    : reasons;
}

const outcome = (what: string, { by, note }: ExportThread): Remark => ({
  says: `${what}${by ? `, as ${by.name} recorded` : ''}${note ? ':' : '.'}`,
  text: note,
});

/** The words that it was about, where it was about some of the evidence. */
const disputed = ({ passage }: ExportThread): Remark[] =>
  passage ? [{ says: 'It is about these words:', text: passage.quote, quoted: { language: passage.language } }] : [];

/** What each side holds where people agreed to differ. */
const differing = (thread: ExportThread): Remark[] => [
  outcome('Agreed to differ', thread),
  ...disputed(thread),
  ...thread.positions.map(({ holder, text, by }) => ({
    says: `${holder.name} holds${by.id === holder.id ? '' : `, as ${by.name} put it`}:`,
    text,
  })),
];

/** A rejection that stands, and the judgments below that of most: whoever gave them has not taken them back. */
function standing({ rejections, assessments, version }: ExportClaim): Remark[] {
  const of = (number: number) => (number === version ? '' : `, in version ${number}`);
  const rejected = rejections.map(({ by, at, reason, claimVersion }) => ({
    says: `${by.name} rejected it on ${sayDay(at)}${of(claimVersion)}${reason ? ':' : '.'}`,
    text: reason || null,
  }));
  const lower = assessments.flatMap(({ analyst, likelihood, claimVersion, dissents }) =>
    dissents && likelihood
      ? [
          {
            says: `${analyst.name} holds it for less likely${of(claimVersion)}: ${sayLikelihood(likelihood.value ?? likelihood.band)}.`,
            text: null,
          },
        ]
      : [],
  );
  return [...rejected, ...lower];
}

/** Objections, rejections, lower judgments and what people agreed to differ about: what speaks against taking a claim as agreed. */
export function sayDissent(claim: ExportClaim): Remark[] {
  const { objections, threads } = claim;
  const objected = objections.flatMap(({ by, at, text, lifted, liftedBy, liftReason }) => {
    const lifting = `Lifted by ${liftedBy?.name ?? 'its author'}${liftReason ? ':' : '.'}`;
    return [
      { says: `${by.name} objected on ${sayDay(at)}:`, text },
      ...(lifted ? [{ says: lifting, text: liftReason }] : [{ says: 'Not lifted.', text: null }]),
    ];
  });
  return [...objected, ...standing(claim), ...sayDiffering(threads)];
}

/** Both positions of each discussion that ended in them. */
export const sayDiffering = (threads: readonly ExportThread[]): Remark[] =>
  threads.filter((one) => one.outcome === 'agreed-to-differ').flatMap(differing);

/** What discussions came to. */
export const saySettled = (threads: readonly ExportThread[]): Remark[] =>
  threads
    .filter((one) => one.outcome === 'settled')
    .flatMap((one) => [outcome('Settled in discussion', one), ...disputed(one)]);

/** What the claim says, taken apart, no more exactly than it is known; blank when it was not taken apart. */
function sayStructure({ structure }: ExportClaim): string {
  const { subject, predicate, object, value, reading, period, place } = structure;
  const parts: [string, string | null | undefined][] = [
    ['Subject', subject?.name],
    ['Predicate', predicate],
    ['Object', object?.name],
    ['Value', value === null ? null : sayValue(value, reading)],
    ['When', sayPeriod(period)],
    ['Place', place?.name],
  ];
  return parts.flatMap(([name, said]) => (said ? [`${name}: ${said}.`] : [])).join(' ');
}

function recordOf({ id, version, creator, versionAuthor, proposedBy, approvedBy }: ExportClaim): string {
  const approvals = listed(approvedBy.map(({ name, at }) => `${name} on ${sayDay(at)}`));
  return `Claim ${id}, version ${version}: first stated by ${creator.name}, worded by ${versionAuthor.name}${proposedBy ? `, as proposed by ${proposedBy.name}` : ''}, approved by ${approvals}.`;
}

/** Numbers sources in the order in which they are first cited; one note an article version. */
function noteNumbers() {
  const numbers = new Map<string, number>();
  const notes: Endnote[] = [];
  const numberOf = (citation: ExportCitation): number => {
    const key = `${citation.articleId} ${citation.articleVersion}`;
    const known = numbers.get(key);
    if (known) return known;
    const number = notes.length + 1;
    const { article, articleVersion: version, articleVersionSha256: sha256 } = citation;
    notes.push({ number, ...sourceNote({ ...article, version, sha256 }) });
    numbers.set(key, number);
    return number;
  };
  return { numberOf, notes };
}

/** Tells one claim after the other, and numbers quotes and sources as they come. */
export function telling() {
  const { numberOf, notes } = noteNumbers();
  let quotes = 0;
  const evidenceOf = (claim: ExportClaim): Evidence[] =>
    HEADINGS.map(([stance, heading]) => ({
      stance,
      heading,
      quotes: claim.citations
        .filter((citation) => citation.stance === stance)
        .map((citation): BriefQuote => ({
          number: (quotes += 1),
          quote: citation.quote,
          language: citation.article.language,
          attribution: `${sayAttribution(citation)}${citation.page === null ? '' : `, p. ${citation.page}`}`,
          note: numberOf(citation),
          remarks: quoteRemarks(citation),
        })),
    })).filter((group) => group.quotes.length > 0);
  return { tell: (claim: ExportClaim, number: number) => judgementOf(claim, number, evidenceOf(claim)), notes };
}

/** Key judgements by question, numbered quotes with who says them, dissent, and one endnote an article version: of few claims. */
export function briefOf(snapshot: ExportSnapshot): Brief {
  const { meta, claims } = ordered(snapshot);
  const [{ tell, notes }, { learn, head }, groups] = [telling(), knowing(), grouping<ExportClaim>()];
  for (const claim of claims) {
    learn(claim, meta);
    groups.add(claim, claim);
  }
  let number = 0;
  const sections = groups.all().map(({ question, claims: answers }): Section => ({
    question: headingOf(question),
    judgements: answers.map((claim) => tell(claim, (number += 1))),
  }));
  const judgements = sections.flatMap((section) => section.judgements);
  return { ...head(meta), sections, judgements, endnotes: notes };
}

export const judgementOf = (claim: ExportClaim, number: number, evidence: Evidence[]): Judgement => ({
  number,
  claimId: claim.id,
  version: claim.version,
  statement: claim.statement,
  structure: sayStructure(claim),
  likelihood: likelihoodSentences(claim),
  confidence: confidenceSentences(claim),
  basis: basis(claim),
  dissent: sayDissent(claim),
  settled: saySettled(claim.threads),
  warnings: claim.openQuestions.map(({ text }) => `Warning: it answers a question that is not settled: “${text}”`),
  evidence,
  record: recordOf(claim),
});
