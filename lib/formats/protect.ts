import type { Span } from '@/lib/anchoring/span';
import { fold } from '@/lib/entities/folding';
import { findNames, indexSpellings, type SpellingIndex } from '@/lib/entities/naming';
import type {
  CitedClaim,
  ExportCitation,
  ExportClaim,
  ExportEntity,
  ExportEntityRef,
  ExportPassage,
  ExportThread,
} from './export';
import { derivedId } from './names';
import { textKey, type ExportDocument, type ExportSource, type ExportSpan } from './source';

// What is known of protected sources stays inside: between what is read of a project and every writer stands this file alone.

/** Somebody whose identity stays inside the project, and all that would give them away. */
export interface ProtectedSource {
  readonly id: string;
  readonly type: string;
  /** Every name, alias and id from outside that they have or had, with their description. */
  readonly names: readonly string[];
}
/** Words of theirs, and where they stand. UTF-16 offsets. */
export interface ProtectedQuote extends Span {
  readonly sourceId: string;
  readonly articleId: string;
  readonly articleVersion: number;
  readonly quote: string;
}
export interface Protection {
  readonly sources: readonly ProtectedSource[];
  readonly quotes: readonly ProtectedQuote[];
}

/** What was kept back while a file was written. */
export interface KeptBack {
  readonly sources: number;
  readonly quotes: number;
  readonly texts: number;
}

interface Hit extends Span {
  readonly sourceId: string;
  /** Whether it is their words, not their name. */
  readonly said: boolean;
}

const CAPITAL = /^\p{Lu}/u;
/** Of a person of several names the last one gives away too. */
function lastNames({ type, names }: ProtectedSource): string[] {
  if (type !== 'person') return [];
  const last = names
    .map((name) => name.trim().split(/\s+/))
    .flatMap((words) => (words.length > 1 ? words.slice(-1) : []));
  return last.filter((word) => word.length > 2 && CAPITAL.test(word) && !/\d/.test(word));
}

const MIN_WORDS = 3; // a quote of fewer words is nobody's own
const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

// In small letters, since a short spelling with capitals is only found with capitals.
const spelt = (id: string, spellings: readonly string[]) => ({
  id,
  type: 'protected',
  name: '',
  aliases: spellings.map((one) => one.toLowerCase()),
});

/** Finds the sources in a text, as whole words, whatever their case, accents and dashes. The longest first, none over another. */
function finder({ sources, quotes }: Protection) {
  const lasts = indexSpellings(sources.map((one) => spelt(one.id, lastNames(one))));
  const full = indexSpellings(sources.map(({ id, names }) => spelt(id, names)));
  const words = indexSpellings(
    quotes.filter(({ quote }) => wordCount(quote) >= MIN_WORDS).map((one) => spelt(one.sourceId, [one.quote])),
  );
  const hits = (text: string, index: SpellingIndex, said: boolean): Hit[] =>
    findNames(text, index).map(({ start, end, spelling }) => ({
      ...{ start, end, said },
      sourceId: index.spellings[spelling]!.entity.id,
    }));
  return (text: string, { inNames = false } = {}): Hit[] => {
    const found = hits(text, full, false);
    if (!inNames) {
      found.push(...hits(text, words, true));
      found.push(...hits(text, lasts, false).filter(({ start }) => !/^\p{Ll}/u.test(text.slice(start))));
    }
    const kept: Hit[] = [];
    for (const hit of found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
      if (!kept.some(({ start, end }) => hit.start < end && start < hit.end)) kept.push(hit);
    return kept.sort((a, b) => a.start - b.start);
  };
}

const squashed = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** An address in which a name stands, however its words are joined. */
function isTelling(url: string, { sources }: Protection): boolean {
  let address = url;
  try {
    address = decodeURIComponent(url);
  } catch {
    // It holds a percent sign that encodes nothing: read as it is.
  }
  const letters = squashed(address);
  const names = sources.flatMap(({ names }) => names.map(squashed));
  return names.some((name) => name.length > 3 && letters.includes(name));
}

// Fields that hold our own words, ids, times and hashes. Whatever else is text is looked through, new fields as well.
const TECHNICAL = new Set(
  `id tagId articleId articleVersionSha256 sha256 type status stance offsetUnit kind outcome state band mark at retrievedAt language
  precision marking schema analyticConfidence date saidOn period published`.split(/\s+/),
);
/** Fields whose `name` is that of a colleague or another entity: there a last name alone is theirs. */
const isName = (key: string): boolean => key === 'name' || key === 'aliases';

/**
 * What protected sources are called outside, numbered as they are met: `met` holds their ids in that order, and gains those that are met
 * here. Whatever belongs to one export is handed the same, so that everybody has one number in all of it.
 */
function naming(projectId: string, met: string[]) {
  const numbers = new Map(met.map((id, at) => [id, at + 1]));
  const named = new Set<string>();
  const numberOf = (id: string): number => {
    named.add(id);
    if (!numbers.has(id)) numbers.set(id, met.push(id));
    return numbers.get(id)!;
  };
  return {
    named,
    nameOf: (id: string) => `Protected source ${numberOf(id)}`,
    idOf: (id: string) => derivedId(`protected source ${numberOf(id)} of ${projectId}`),
  };
}

export const withheldQuote = (name: string): string => `[Quote of ${name} withheld]`;

interface Known {
  readonly find: ReturnType<typeof finder>;
  readonly named: ReturnType<typeof naming>;
  readonly ids: ReadonlySet<string>;
}

function replaced(text: string, hits: readonly Hit[], { named }: Known, bracketed = false): string {
  let out = '';
  let from = 0;
  for (const { start, end, sourceId, said } of hits) {
    const name = named.nameOf(sourceId);
    out += text.slice(from, start) + (said ? withheldQuote(name) : bracketed ? `[${name}]` : name);
    from = end;
  }
  return out + text.slice(from);
}

/** Everything below, with each text looked through. */
function looked<T>(value: T, known: Known, key = ''): T {
  if (typeof value === 'string') {
    if (TECHNICAL.has(key)) return value;
    return replaced(value, known.find(value, { inNames: isName(key) }), known) as T;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => looked(one, known, key)) as T;
  if (value === null || typeof value !== 'object' || TECHNICAL.has(key)) return value;
  const ref = value as { id?: unknown; type?: unknown };
  if (typeof ref.id === 'string' && typeof ref.type === 'string' && known.ids.has(ref.id))
    return hidden(ref as ExportEntityRef, known) as T;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, looked(one, known, name)])) as T;
}

/** A source with nothing but its kind and the name that it has outside. */
const hidden = ({ id, type, ...rest }: ExportEntityRef & Partial<ExportEntity>, { named }: Known) => ({
  ...{ id: named.idOf(id), type, name: named.nameOf(id) },
  ...('aliases' in rest ? { aliases: [], externalIds: [] } : {}),
});

/**
 * For what is no file of an export: `words` replaces what gives a source away, `quoteOf` answers what stands for words of theirs, else
 * null. What goes with an export is handed the sources that were `met` in it.
 */
export function shieldOf(protection: Protection, projectId: string, met: readonly string[] = []) {
  const known = knownOf(protection, projectId, [...met]);
  return {
    words: <T>(value: T): T => (protection.sources.length ? looked(value, known) : value),
    quoteOf: (one: { speakerId: string | null } & Omit<ProtectedQuote, 'sourceId' | 'quote'>): string | null => {
      const key = textKey(one);
      const said = protection.quotes.find((its) => textKey(its) === key && meets(its, one))?.sourceId;
      const whose = one.speakerId && known.ids.has(one.speakerId) ? one.speakerId : said;
      return whose === undefined ? null : withheldQuote(known.named.nameOf(whose));
    },
  };
}

const knownOf = (protection: Protection, projectId: string, met: string[]): Known => ({
  find: finder(protection),
  named: naming(projectId, met),
  ids: new Set(protection.sources.map(({ id }) => id)),
});

/** What of a version of an article is a source's: where their names stand in it, and where their words. */
interface Touched {
  readonly names: readonly Hit[];
  readonly spoken: readonly ProtectedQuote[];
}
const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whose words, or part of whose name, stand here; undefined where nobody's do. */
function whoseIs(place: Span, { names, spoken }: Touched): string | undefined {
  const said = spoken.find((its) => meets(its, place));
  const cut = names.find((hit) => meets(hit, place) && (hit.start < place.start || place.end < hit.end || hit.said));
  return (said ?? cut)?.sourceId;
}

/** Words that are talked about, without what gives a source away. */
function passageOf(one: ExportPassage, touched: Touched, known: Known): ExportPassage {
  const whose = whoseIs(one, touched);
  const { quote } = one;
  if (whose !== undefined) return { ...one, quote: withheldQuote(known.named.nameOf(whose)) };
  return { ...one, quote: replaced(quote, known.find(quote), known, true) };
}

function citationOf(one: ExportCitation, touchedBy: Touched, known: Known, telling: (url: string) => boolean) {
  const { quote, prefix, suffix, article } = one;
  const { names, spoken } = touchedBy;
  const whose = one.speaker && known.ids.has(one.speaker.id) ? one.speaker.id : whoseIs(one, touchedBy);
  const touched = whose !== undefined || names.length > 0 || spoken.length > 0;
  const inQuote = known.find(quote);
  const safe = looked(one, known);
  const withheld = whose === undefined ? null : withheldQuote(known.named.nameOf(whose));
  const url = article.url !== null && (touched || telling(article.url)) ? null : article.url;
  return {
    changed: withheld !== null || inQuote.length > 0,
    citation: {
      ...safe,
      // What stands around a quote may hold a part of a name.
      ...{ prefix: touched ? '' : prefix, suffix: touched ? '' : suffix },
      quote: withheld ?? replaced(quote, inQuote, known, true),
      translation: safe.translation && withheld ? { ...safe.translation, text: withheld } : safe.translation,
      article: { ...safe.article, url: url && safe.article.url },
    } satisfies ExportCitation,
  };
}

/** A source that gives nobody away. */
export interface Shielded {
  readonly source: ExportSource;
  /** The same for whatever goes with it: what it is called by there is what it is called in the files. */
  readonly words: <T>(value: T) => T;
  /** What was kept back in what has been read so far. */
  readonly keptBack: () => KeptBack;
}

/** Claims and citations without what gives a source away, each text looked through once; `quotes` and `texts` are what was met. */
function cleaning(known: Known, protection: Protection, textOf: TextOf) {
  const telling = (url: string) => isTelling(url, protection);
  const texts = new Map<string, Touched>();
  const quotes = new Set<string>();
  const touchedIn = async (
    place: Pick<ExportCitation, 'articleId' | 'articleVersion'>,
    kept = texts,
  ): Promise<Touched> => {
    const key = textKey(place);
    let found = texts.get(key) ?? kept.get(key);
    if (!found) {
      const spoken = protection.quotes.filter((one) => textKey(one) === key);
      kept.set(key, (found = { names: known.find(await textOf(place.articleId, place.articleVersion)), spoken }));
    }
    return found;
  };
  const citation = async (one: ExportCitation): Promise<ExportCitation> => {
    const { changed, citation: safe } = citationOf(one, await touchedIn(one), known, telling);
    if (changed) quotes.add(one.tagId);
    return safe;
  };
  const claim = async <C extends CitedClaim>({ citations, ...rest }: C) => {
    const safe: ExportCitation[] = [];
    for (const one of citations) safe.push(await citation(one));
    return { ...looked(rest, known), citations: safe };
  };
  const talkedOf = new Map<string, Touched>(); // texts of which no more is told than the words that are talked about
  const whole = async (one: ExportClaim): Promise<ExportClaim> => {
    const safe = await claim(one);
    const threads: ExportThread[] = [];
    for (const [at, { passage }] of one.threads.entries())
      threads.push({
        ...safe.threads[at]!,
        passage: passage && passageOf(passage, await touchedIn(passage, talkedOf), known),
      });
    return { ...safe, threads };
  };
  /** Null of a text that would give a source away; its quotes are counted. */
  const document = async (one: ExportDocument): Promise<ExportDocument | null> => {
    const spans: ExportSpan[] = [];
    for (const span of one.spans)
      spans.push({ claim: looked(span.claim, known), citation: await citation(span.citation) });
    const { names, spoken } = await touchedIn({ articleId: one.articleId, articleVersion: one.version });
    return names.length + spoken.length > 0 ? null : { ...one, spans };
  };
  return { claim, whole, document, texts, quotes };
}

type TextOf = (articleId: string, version: number) => Promise<string>;

/**
 * The same source without what would say who its protected sources are: they have a placeholder's name and id, words of theirs are
 * withheld wherever they are cited or repeated, names are replaced in all that people wrote, and a text in which a name or their
 * words stand is not given, nor its address. `textOf` answers the exact text of an article's version; `met` are the sources that have a
 * number already, in their order, and gains the others.
 */
export function protect(source: ExportSource, protection: Protection, textOf: TextOf, met: string[] = []): Shielded {
  if (protection.sources.length === 0)
    return { source, words: (value) => value, keptBack: () => ({ sources: 0, quotes: 0, texts: 0 }) };
  const known = knownOf(protection, source.meta.project.id, met);
  const clean = cleaning(known, protection, textOf);
  return {
    source: {
      meta: { ...source.meta, project: looked(source.meta.project, known) },
      async *claims() {
        for await (const claim of source.claims()) yield clean.whole(claim);
      },
      async *cited() {
        for await (const claim of source.cited()) yield clean.claim(claim);
      },
      async *entities() {
        for await (const entity of source.entities()) yield looked(entity, known);
      },
      async *documents() {
        for await (const document of source.documents()) {
          const safe = await clean.document(document);
          if (safe) yield safe;
        }
      },
    },
    words: (value) => looked(value, known),
    keptBack: () => ({
      sources: known.named.named.size,
      quotes: clean.quotes.size,
      texts: [...clean.texts.values()].filter(({ names, spoken }) => names.length + spoken.length > 0).length,
    }),
  };
}
