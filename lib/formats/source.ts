import type { CitedClaim, ExportCitation, ExportClaim, ExportEntity, ExportFile, ExportSnapshot } from './export';
import { ordered } from './order';

/** A citation where it stands, and of which claim it is. */
export interface ExportSpan {
  readonly claim: Pick<ExportClaim, 'id' | 'version' | 'statement'>;
  readonly citation: ExportCitation;
}

/** One version of an article that is cited, to the letter, with its citations in reading order. */
export interface ExportDocument {
  readonly articleId: string;
  readonly version: number;
  readonly text: string;
  readonly spans: readonly ExportSpan[];
}

/** What writers read: a snapshot piece by piece, so that no export has to fit into memory. Each list may be read again. */
export interface ExportSource {
  readonly meta: ExportSnapshot['meta'];
  /** By id, each with everything in its place. */
  claims(): AsyncIterable<ExportClaim>;
  /** The same claims with their citations alone: for what has read the rest, or needs none of it. */
  cited(): AsyncIterable<CitedClaim>;
  entities(): AsyncIterable<ExportEntity>;
  /** By article and version. */
  documents(): AsyncIterable<ExportDocument>;
}

/** A file that comes in pieces; text is UTF-8. */
export interface StreamedFile {
  readonly name: string;
  readonly contentType: string;
  readonly chunks: () => AsyncIterable<string | Uint8Array>;
}
/** Where a writer puts down what it comes back to later, so that it need not be in memory until then. Texts have numbers, from 0. */
export interface Spool {
  put(text: string): Promise<number>;
  get(number: number): Promise<string>;
}
/** What writes a format: pure, without a clock, the same bytes for the same source. */
export type Writer = (source: ExportSource, spool?: Spool) => Iterable<StreamedFile> | AsyncIterable<StreamedFile>;

/** For what is small: keeps all in memory. */
export function smallSpool(): Spool {
  const texts: string[] = [];
  return {
    put: (text) => Promise.resolve(texts.push(text) - 1),
    get: (number) => Promise.resolve(texts[number]!),
  };
}

async function* eachOf<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}

/** A file that is at hand. */
export const fixed = (name: string, contentType: string, body: string): StreamedFile => ({
  name,
  contentType,
  chunks: () => eachOf([body]),
});

const inReading = (a: ExportSpan, b: ExportSpan): number =>
  a.citation.start - b.citation.start ||
  a.citation.end - b.citation.end ||
  (a.citation.tagId < b.citation.tagId ? -1 : 1);

/** A version of an article, in the order of which texts are written. */
export const textKey = ({ articleId, articleVersion }: Pick<ExportCitation, 'articleId' | 'articleVersion'>): string =>
  `${articleId} ${String(articleVersion).padStart(9, '0')}`;

/** Citations by the text that they stand in, in a stable order. */
export function spansByText(claims: readonly CitedClaim[]) {
  const texts = new Map<string, { articleId: string; version: number; spans: ExportSpan[] }>();
  for (const { id, version, statement, citations } of claims)
    for (const citation of citations) {
      const { articleId, articleVersion } = citation;
      const key = textKey(citation);
      const found = texts.get(key) ?? { articleId, version: articleVersion, spans: [] };
      found.spans.push({ claim: { id, version, statement }, citation });
      texts.set(key, found);
    }
  const sorted = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return sorted.map((text) => ({ ...text, spans: [...text.spans].sort(inReading) }));
}

/** A snapshot in memory as a source; `textOf` answers the exact text of an article's version. */
export function sourceOf(
  snapshot: ExportSnapshot,
  textOf: (articleId: string, version: number) => Promise<string> | string,
): ExportSource {
  const { meta, claims, entities } = ordered(snapshot);
  const texts = spansByText(claims);
  return {
    meta,
    claims: () => eachOf(claims),
    cited: () => eachOf(claims),
    entities: () => eachOf(entities),
    async *documents() {
      for (const text of texts) yield { ...text, text: await textOf(text.articleId, text.version) };
    },
  };
}

/** A list in memory. */
export async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}

/** A streamed file, finished. */
export async function finished({ name, contentType, chunks }: StreamedFile): Promise<ExportFile> {
  const pieces = await all(chunks());
  if (pieces.every((piece) => typeof piece === 'string')) return { name, contentType, body: pieces.join('') };
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? new TextEncoder().encode(piece) : piece));
  const body = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of bytes) {
    body.set(piece, at);
    at += piece.length;
  }
  return { name, contentType, body };
}
