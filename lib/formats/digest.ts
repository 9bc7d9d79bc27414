import type { ClaimPart, ExportClaim } from './export';

// What an export keeps of each claim so that a later one can say what changed, and in what of it.

type Field = keyof ExportClaim;

/** What each part is made of, in the order of their digests: a new one comes last. A list is written as one, a field as itself. */
const parts = {
  wording: ['version', 'statement'],
  structure: 'structure',
  evidence: 'citations',
  judgments: ['assessments', 'credibility'],
  dissent: ['objections', 'rejections'],
  discussion: ['threads', 'openQuestions', 'answers'],
  record: ['creator', 'versionAuthor', 'proposedBy', 'approvedBy'],
} as const satisfies Record<ClaimPart, Field | readonly Field[]>;

export const claimParts = Object.keys(parts) as ClaimPart[];
const SIGNS = 12;

export interface ClaimDigest {
  readonly id: string;
  readonly version: number;
  /** SHA-256 of the claim as one line of JSON, its fields in the order of the JSON export. */
  readonly sha256: string;
  /** The first twelve signs of the digest of each part, one after the other. */
  readonly parts: string;
}

/** Answers the SHA-256 of a text's UTF-8 in hexadecimal; passed in, because these files run anywhere. */
export type Sha256 = (text: string) => string;

/** The JSON of each field of a claim, in its order. */
function fieldsOf(claim: ExportClaim): Map<string, string> {
  const fields = new Map<string, string>();
  for (const name in claim) {
    const value = claim[name as Field];
    if (value !== undefined) fields.set(name, JSON.stringify(value));
  }
  return fields;
}

/** The digest of a claim with everything in its place (`orderedClaim`). Each field is written once, for the whole and for its part. */
export function digestOf(claim: ExportClaim, sha256: Sha256): ClaimDigest {
  const fields = fieldsOf(claim);
  const line = [...fields].map(([name, json]) => `"${name}":${json}`).join(',');
  const partOf = (part: ClaimPart) => {
    const made = parts[part];
    return typeof made === 'string'
      ? fields.get(made)!
      : `[${made.map((name) => fields.get(name) ?? 'null').join(',')}]`;
  };
  return {
    id: claim.id,
    version: claim.version,
    sha256: sha256(`{${line}}`),
    parts: claimParts.map((part) => sha256(partOf(part)).slice(0, SIGNS)).join(''),
  };
}

type Line = Omit<ClaimDigest, 'parts'>;
export const digestLine = ({ id, version, sha256 }: Line): string => `${id} ${version} ${sha256}\n`;
/** One digest for all of them, whatever their order: a line `id version sha256` each, by id. */
export const digestOfAll = (claims: readonly Line[], sha256: Sha256): string =>
  sha256(claims.map(digestLine).sort().join(''));

/** Which parts of a claim are other than they were. */
export const partsChanged = (before: string, now: string): ClaimPart[] =>
  claimParts.filter((_, at) => before.slice(at * SIGNS, (at + 1) * SIGNS) !== now.slice(at * SIGNS, (at + 1) * SIGNS));

const words: Record<ClaimPart, string> = {
  wording: 'its wording',
  structure: 'how it is taken apart',
  evidence: 'its evidence',
  judgments: 'how analysts judge it',
  dissent: 'the dissent from it',
  discussion: 'what was discussed or asked about it',
  record: 'who wrote and approved it',
};

/** "What changed: its wording and its evidence." */
export function sayParts(changed: readonly ClaimPart[]): string {
  const said = changed.map((part) => words[part]);
  const listed = said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : said[0];
  return `What changed: ${listed ?? 'something that it names'}.`;
}
