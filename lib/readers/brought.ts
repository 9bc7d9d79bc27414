import type { Stance } from '@/lib/claims/claim';

// What readers make of the files of other tools: one shape for all. A reader is pure, guesses nothing and throws nothing away unsaid.

/** What other tools count places in. */
export const units = ['UTF-16', 'code points', 'graphemes', 'UTF-8 bytes'] as const;
export type Unit = (typeof units)[number];

export const formatNames = {
  claimbench: 'Claimbench JSON',
  w3c: 'W3C Web Annotation',
  hypothesis: 'Hypothesis JSON',
  'label-studio': 'Label Studio JSON',
  doccano: 'doccano JSON Lines',
  prodigy: 'Prodigy JSON Lines',
  brat: 'brat standoff',
  'webanno-tsv': 'WebAnno TSV',
  'uima-cas': 'UIMA CAS JSON',
} as const;
export type BroughtFormat = keyof typeof formatNames;

export interface BroughtFile {
  readonly name: string;
  readonly text: string;
}
/** Something that does not come: where it stands in the files, what it is, and why not. */
export interface Left {
  readonly at: string;
  readonly what: string;
  readonly why: string;
}
export interface BroughtComment {
  readonly author: string | null;
  readonly text: string;
}
/** A place, in the unit of its file. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

export interface BroughtSpan {
  readonly at: string;
  /** In reading order; several where the tool holds a passage in pieces. None: only its words say where it is. */
  readonly pieces: readonly Piece[];
  /** The words, pieces joined by a blank; null where the file does not hold them. */
  readonly quote: string | null;
  readonly prefix?: string;
  readonly suffix?: string;
  /** What the tool calls it. */
  readonly label: string | null;
  readonly claim: { readonly statement: string; readonly stance: Stance } | null;
  readonly author: string | null;
  readonly confidence: number | null;
  readonly note: string | null;
  readonly comments: readonly BroughtComment[];
}
export interface BroughtDocument {
  readonly name: string;
  readonly title: string | null;
  /** To the letter; null where the file does not hold it. */
  readonly text: string | null;
  /** The text was put together from pieces: what stood between them is not known. */
  readonly rebuilt?: boolean;
  readonly url: string | null;
  readonly sha256: string | null;
  readonly spans: readonly BroughtSpan[];
  /** On the text as a whole. */
  readonly comments: readonly (BroughtComment & { readonly at: string })[];
  /** Words with their places that are no annotations: they tell in which unit places are counted. */
  readonly witnesses?: readonly (Piece & { readonly quote: string })[];
}
export interface Brought {
  readonly format: BroughtFormat;
  /** In which the format counts, by its documentation or by the file's own word. */
  readonly unit: Unit;
  readonly documents: readonly BroughtDocument[];
  readonly left: readonly Left[];
}

/** A span of which nothing more is known than its place. */
export const bareSpan = {
  quote: null,
  label: null,
  claim: null,
  author: null,
  confidence: null,
  note: null,
  comments: [],
} as const satisfies Partial<BroughtSpan>;
export const bareDocument = {
  title: null,
  text: null,
  url: null,
  sha256: null,
  comments: [],
} as const satisfies Partial<BroughtDocument>;

// Files hold anything: these answer what is there if it is of its kind, and else nothing.
export type Fields = Readonly<Record<string, unknown>>;
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
/** One or several, as linked data writes them. */
export const eachIn = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
export const wordsIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
export const numberIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
/** Whoever is named: by a name, a number or an address, or by what an object says of itself. */
export function whoIn(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.trim() || null;
  const { name, username, email, id } = fieldsOf(value);
  return [name, username, email, id].map((one) => (one === undefined ? null : whoIn(one))).find(Boolean) ?? null;
}
const STANCES: readonly string[] = ['supports', 'contradicts', 'context'];
/** A claim with what a passage says of it, where a file of ours says both. */
export function claimIn(statement: unknown, stance: unknown): BroughtSpan['claim'] {
  const said = wordsIn(statement);
  return said && STANCES.includes(stance as string) ? { statement: said, stance: stance as Stance } : null;
}
export const pieceIn = (start: unknown, end: unknown): Piece[] => {
  const [from, to] = [numberIn(start), numberIn(end)];
  return from === null || to === null ? [] : [{ start: from, end: to }];
};
const UNITS: Record<string, Unit> = {
  'utf-16': 'UTF-16',
  utf16: 'UTF-16',
  'code points': 'code points',
  codepoints: 'code points',
};
/** The unit that a file names itself. */
export const unitIn = (value: unknown): Unit | null => UNITS[String(value).toLowerCase()] ?? null;

/** What a file of ours says of the document, and others may. */
export function documentIn(meta: Fields): Pick<BroughtDocument, 'title' | 'url' | 'sha256'> {
  return {
    title: wordsIn(meta.title),
    url: wordsIn(meta.url) ?? wordsIn(meta.source_url),
    sha256: /^[0-9a-f]{64}$/.test(String(meta.text_sha256)) ? String(meta.text_sha256) : null,
  };
}

/** Documents that say the same of themselves are one, with the spans of all. */
export function joined(documents: readonly BroughtDocument[]): BroughtDocument[] {
  const found = new Map<string, BroughtDocument>();
  for (const one of documents) {
    const key = one.text ?? one.sha256 ?? one.url ?? one.name;
    const before = found.get(key);
    const same = before && {
      spans: [...before.spans, ...one.spans],
      comments: [...before.comments, ...one.comments],
    };
    found.set(key, before && same ? { ...before, ...same } : one);
  }
  return [...found.values()];
}
