import type { Band } from '@/lib/claims/likelihood';
import type { ClaimStatus, Stance } from '@/lib/claims/claim';
import type { Period } from '@/lib/claims/period';
import type { Reading } from '@/lib/claims/value';
import type { Published } from '@/lib/articles/published';
import type { Mark } from '@/lib/grades/mark';
import type { Tlp } from './marking';

// The one input of every writer: plain JSON, ISO times, no clock, export id, sequence or chain head. Two snapshots of the
// same state give the same bytes, whatever order the database answered in.

export const EXPORT_SCHEMA = 'claimbench-export/2';

export interface ExportPerson {
  readonly id: string;
  readonly name: string;
}
/** Somebody and when they did it, ISO 8601 UTC. */
export interface ExportSigned extends ExportPerson {
  readonly at: string;
}
export interface ExportEntityRef {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}
export interface ExportEntity extends ExportEntityRef {
  readonly aliases: readonly string[];
  readonly externalIds: readonly { readonly scheme: string; readonly value: string }[];
}

export interface ExportStructure {
  readonly subject: ExportEntityRef | null;
  readonly predicate: string | null;
  readonly object: ExportEntityRef | null;
  /** As it was said; `reading` is what it means, where that is a number or a date. */
  readonly value: string | null;
  readonly reading: Readonly<Reading> | null;
  /** Moments as EDTF writes them (ISO 8601-2): `2012-05`, `201X`, `2010/2013`, `2011~`. */
  readonly period: Readonly<Period> | null;
  readonly place: ExportEntityRef | null;
}

/** An analyst's Admiralty grade: a letter A–F of a source, a digit 1–6 of what it says. F and 6 are "cannot be judged". */
export interface ExportGrade {
  readonly mark: Mark;
  readonly analyst: ExportPerson;
  readonly at: string;
}
export interface ExportGrading {
  /** Whether a lead settled it: then `grades` holds that one alone, else those of all analysts side by side. */
  readonly settled: boolean;
  readonly grades: readonly ExportGrade[];
  /** How many more there are that whoever made the export could not see, having given none. */
  readonly hidden: number;
}

export interface ExportAssessment {
  readonly analyst: ExportPerson;
  /** `value` is the number 1–99 that was stated, or null when a word was; `band` is the word, stated or fallen into. */
  readonly likelihood: { readonly band: Band; readonly value: number | null } | null;
  readonly analyticConfidence: 'low' | 'moderate' | 'high' | null;
  readonly rationale: string | null;
  /** The number of the claim version that was judged. */
  readonly claimVersion: number;
  /** Holds the claim for less likely than at least half of those who judged it do. */
  readonly dissents: boolean;
}

/** A reviewer's rejection that stands although others approved. */
export interface ExportRejection {
  readonly id: string;
  readonly by: ExportPerson;
  readonly at: string;
  readonly reason: string;
  /** The number of the claim version that was rejected. */
  readonly claimVersion: number;
}

export interface ExportObjection {
  readonly id: string;
  readonly by: ExportPerson;
  readonly at: string;
  readonly text: string;
  readonly lifted: boolean;
  readonly liftedBy: ExportPerson | null;
  readonly liftReason: string | null;
}

/** How much dissent from a claim is printed with it. */
export const dissentCount = ({ objections, rejections, assessments }: ExportClaim): number =>
  objections.length + rejections.length + assessments.filter(({ dissents }) => dissents).length;

/** A question that the claim answers, settled or not, with the paragraph in which it ended. */
export interface ExportAnswer {
  readonly id: string;
  readonly text: string;
  readonly state: 'open' | 'settled';
  readonly judgement: { readonly text: string; readonly by: ExportPerson; readonly at: string } | null;
}

/** Words of an article, and where they stand. */
export interface ExportPassage {
  readonly quote: string;
  /** That of its article, BCP 47; null where nobody said. */
  readonly language: string | null;
  readonly articleId: string;
  readonly articleVersion: number;
  readonly start: number;
  readonly end: number;
}

/** A thread on the claim or one of its citations that ended with an outcome worth reading. */
export interface ExportThread {
  readonly id: string;
  readonly outcome: 'settled' | 'agreed-to-differ';
  readonly note: string | null;
  /** The words that it is about, where it is on a citation, whatever was decided of that; null on the claim itself. UTF-16 offsets. */
  readonly passage: ExportPassage | null;
  /** What each side holds where people agreed to differ; `by` is whoever worded it. */
  readonly positions: readonly { readonly holder: ExportPerson; readonly text: string; readonly by: ExportPerson }[];
  readonly by: ExportPerson | null;
  readonly at: string | null;
}

export interface ExportArticle {
  readonly title: string;
  readonly kind: string;
  readonly publisher: string | null;
  /** The settled Admiralty reliability A–F of the publisher. */
  readonly reliability: string | null;
  readonly published: (Published & { readonly estimated: boolean }) | null;
  readonly url: string | null;
  /** BCP 47; null where nobody said. */
  readonly language: string | null;
  /** When the cited version was retrieved. */
  readonly retrievedAt: string;
  /** Who may read it: its own marking, or the project's. Absent where it is not marked. */
  readonly marking?: Tlp | undefined;
}

/** That somebody decided for a citation between analysts who had judged apart. */
export interface ExportAdjudication extends ExportSigned {
  readonly round: string;
  /** Whether they were one of these analysts, which their project allows. */
  readonly tookPart: boolean;
}

export interface ExportCitation {
  readonly tagId: string;
  readonly stance: Stance;
  readonly denies: boolean;
  readonly implied: boolean;
  readonly impliedHow: string | null;
  readonly confidence: number | null;
  readonly note: string | null;
  readonly translation: { readonly text: string; readonly by: ExportPerson } | null;
  readonly taggedBy: ExportPerson;
  /** Whoever accepted it. */
  readonly reviewedBy: readonly ExportSigned[];
  /** Null where nobody had to decide, or did. */
  readonly adjudicated: ExportAdjudication | null;
  /** Null is the outlet's own voice. */
  readonly speaker: ExportEntityRef | null;
  readonly via: { readonly name: string; readonly date: string | null } | null;
  /** How reliable the source is: whoever speaks, or else the publisher. Null where nobody graded either. */
  readonly reliability: (ExportGrading & { readonly from: 'speaker' | 'publisher' }) | null;
  /** How credible it is what it says here. */
  readonly credibility: ExportGrading | null;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  readonly offsetUnit: 'utf-16';
  /** The page of the original file on which the quote begins; null where it has none. */
  readonly page: number | null;
  readonly articleId: string;
  readonly articleVersion: number;
  readonly articleVersionSha256: string;
  readonly article: ExportArticle;
}

export interface ExportClaim {
  readonly id: string;
  /** The number of the approved wording. */
  readonly version: number;
  readonly statement: string;
  readonly structure: ExportStructure;
  readonly status: 'approved';
  /** The highest of the articles that it stands on. Absent where none is marked. */
  readonly marking?: Tlp | undefined;
  readonly creator: ExportPerson;
  readonly versionAuthor: ExportPerson;
  /** The reviewer whose wording its author took over. */
  readonly proposedBy: ExportPerson | null;
  readonly approvedBy: readonly ExportSigned[];
  readonly assessments: readonly ExportAssessment[];
  readonly credibility: ExportGrading | null;
  readonly objections: readonly ExportObjection[];
  readonly rejections: readonly ExportRejection[];
  readonly threads: readonly ExportThread[];
  /** Questions that it answers and that nobody has settled: a warning to whoever reads it. */
  readonly openQuestions: readonly { readonly id: string; readonly text: string }[];
  readonly answers: readonly ExportAnswer[];
  readonly citations: readonly ExportCitation[];
}

/** A claim as its citations need it: without what was judged and said of it. */
export type CitedClaim = Pick<ExportClaim, 'id' | 'version' | 'statement' | 'citations'>;

export interface LeftOut {
  readonly claimId: string;
  readonly statement: string;
  readonly status: ClaimStatus;
  readonly why: readonly string[];
}

/** The parts of a claim that can change by themselves. */
export type ClaimPart = 'wording' | 'structure' | 'evidence' | 'judgments' | 'dissent' | 'discussion' | 'record';

/** An earlier export, named by what it was: nothing here depends on when the later one is made. */
export interface EarlierExport {
  readonly format: string;
  readonly sha256: string;
  readonly by: ExportPerson;
  readonly at: string;
}

export interface ChangedClaim {
  readonly id: string;
  readonly before: { readonly version: number; readonly statement: string; readonly sha256: string };
  readonly now: { readonly version: number; readonly statement: string; readonly sha256: string };
  readonly parts: readonly ClaimPart[];
}

/** A claim that was exported once and is not approved any more. */
export interface WithdrawnClaim {
  readonly id: string;
  /** As it was last exported. */
  readonly version: number;
  readonly statement: string;
  readonly status: 'draft' | 'in-review' | 'rejected' | 'stale' | 'deleted' | 'merged';
  readonly why: string;
  /** Who took the approval away, and when; null where the log does not tell. */
  readonly by: ExportPerson | null;
  readonly at: string | null;
}

/** A claim of the earlier export that is approved still and yet not in this one. */
export interface OutsideClaim {
  readonly id: string;
  readonly statement: string;
  readonly why: string;
}

export interface ExportChanges {
  readonly since: EarlierExport;
  readonly added: readonly { readonly id: string; readonly version: number; readonly sha256: string }[];
  readonly changed: readonly ChangedClaim[];
  readonly withdrawn: readonly WithdrawnClaim[];
  readonly outside: readonly OutsideClaim[];
  /** How many are as they were: they are not in the file. */
  readonly same: number;
}

export interface ExportSnapshot {
  readonly meta: {
    readonly schema: typeof EXPORT_SCHEMA;
    readonly project: { readonly id: string; readonly name: string };
    readonly offsetUnit: 'utf-16';
    /** Who may read it, where that was said: at least what the highest of its claims is marked. */
    readonly marking?: Tlp | undefined;
    /** Of an export of what changed: the claims are those that are new or other than they were. */
    readonly changes?: ExportChanges | undefined;
  };
  readonly claims: readonly ExportClaim[];
  /** Every entity that a claim or citation names. */
  readonly entities: readonly ExportEntity[];
  /** For the manifest only. */
  readonly leftOut: readonly LeftOut[];
}

/** One file of an export, ready to be stored or zipped; text is UTF-8. */
export interface ExportFile {
  readonly name: string;
  readonly contentType: string;
  readonly body: string | Uint8Array;
}
