import { fold, oneLetterOff } from './folding';
import { skeleton } from './skeleton';
import { isLatin } from './transliteration';

/** What a match needs to know of an entity. */
export interface NamedEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Why an entity is offered, in the words that the screen shows. */
export type MatchReason =
  | 'exact'
  | 'alias'
  | 'folded'
  | 'one letter off'
  | 'initials'
  | 'one letter off in each word'
  | 'other script'
  | 'part of name';

export interface Candidate {
  readonly id: string;
  readonly reason: MatchReason;
  /** 0–1, higher is likelier; only for ordering. */
  readonly score: number;
  /** The name or alias that the words fit. */
  readonly matched: string;
}

export interface Matches {
  /** Best first; each entity once, for its best reason. */
  readonly candidates: Candidate[];
  /** The entity that Enter takes: the only one that fits best, and well enough; null where two look alike. */
  readonly preselect: string | null;
}

/** A wording taken apart once, so that it can be compared many times. */
interface Reading {
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
  /** First letters of all words, and of those that count. */
  readonly initials: readonly string[];
  /** Itself an abbreviation ("R.F.E.", "JA"), folded, else ''. */
  readonly abbreviation: string;
  readonly latin: boolean;
  /** Its consonants in Latin letters, '' where they are too few; taken out when it is first asked for. */
  readonly bones: () => string;
}

/** The names of a project made ready to be matched against; made once for a list of entities. */
export interface NameIndex {
  readonly spellings: readonly { readonly entity: NamedEntity; readonly isName: boolean; readonly reading: Reading }[];
}

const SCORES: Record<MatchReason, number> = {
  exact: 1,
  alias: 0.98,
  folded: 0.95,
  'one letter off': 0.85,
  initials: 0.8,
  'one letter off in each word': 0.7,
  'other script': 0.65,
  'part of name': 0.4, // and up to 0.2 for how much of it
};

// Reasons by how much they say, from the strongest; an entity is preselected for these only.
const TIERS: readonly (readonly MatchReason[])[] = [['exact', 'alias'], ['folded'], ['one letter off', 'initials']];

// Below this length almost any two names are one letter apart.
const SHORTEST_LOOKALIKE = 4;
const LITTLE_WORDS = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'la', 'le', 'du', 'der', 'die', 'und']);

const firstLetters = (words: readonly string[]): string =>
  words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)).join('');

/** Capitals without a space between them, or single letters with dots, strokes or spaces: "RFE/RL", "U. N.". */
function abbreviationOf(text: string): string {
  if (/\p{Ll}/u.test(text)) return '';
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters.length < 2 || letters.length > 8 || letters !== letters.toUpperCase()) return '';
  const single = text.split(/[\s./&-]+/).every((part) => part.length <= 1);
  return /\p{L}/u.test(letters) && (single || !/\s/.test(text)) ? fold(letters) : '';
}

function read(text: string): Reading {
  const folded = fold(text);
  const words = folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const telling = words.filter((word) => !LITTLE_WORDS.has(word));
  const initials = words.length > 1 ? [firstLetters(words), firstLetters(telling)] : [];
  let bones: string | undefined;
  return {
    ...{ text, folded, words, initials, abbreviation: abbreviationOf(text), latin: isLatin(text) },
    bones: () => (bones ??= skeleton(text)),
  };
}

/** Takes the names of a project apart, which costs far more than a match. */
export function indexNames(entities: readonly NamedEntity[]): NameIndex {
  return {
    spellings: entities.flatMap((entity) =>
      [entity.name, ...entity.aliases].map((name, index) => ({ entity, isName: index === 0, reading: read(name) })),
    ),
  };
}

/** "M. Arsalon" for "Mahdi Arsalon": the last words agree, and an initial stands for a word before them. */
function shortened(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length !== long.length || short.at(-1) !== long.at(-1)) return false;
  return short.every((word, index) => word === long[index] || (word.length === 1 && long[index]?.startsWith(word)));
}

const byInitials = (a: Reading, b: Reading): boolean =>
  (a.abbreviation !== '' && b.initials.includes(a.abbreviation)) || shortened(a.words, b.words);

function nearInEachWord(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || a.length !== b.length) return false;
  return a.every((word, index) => {
    const other = b[index] ?? '';
    return word === other || (word.length >= SHORTEST_LOOKALIKE && oneLetterOff(word, other));
  });
}

/** Which share of the longer wording the shorter one makes up, when it stands in it whole; else 0. */
function shareOf(a: readonly string[], b: readonly string[]): number {
  if (a.length === b.length) return 0;
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  const [first = ''] = few;
  for (let at = many.indexOf(first); at >= 0 && at + few.length <= many.length; at = many.indexOf(first, at + 1))
    if (few.every((word, index) => word === many[at + index]))
      return few.some((word) => word.length > 2 && !LITTLE_WORDS.has(word)) ? few.length / many.length : 0;
  return 0;
}

/** Whether one is written in Latin letters and the other is not, and both sound alike as far as transliterations agree. */
const inTwoScripts = (a: Reading, b: Reading): boolean =>
  a.latin !== b.latin && a.bones() !== '' && a.bones() === b.bones();

type Fit = { reason: MatchReason; score: number };

const fit = (reason: MatchReason, share = 0): Fit => ({ reason, score: SCORES[reason] + 0.2 * share });

function compare(selected: Reading, known: Reading, isName: boolean): Fit | null {
  if (selected.text === known.text) return fit(isName ? 'exact' : 'alias');
  if (selected.folded === '') return null;
  const sameShort = selected.abbreviation !== '' && selected.abbreviation === known.abbreviation;
  if (selected.folded === known.folded || sameShort) return fit('folded');
  const long = Math.min(selected.folded.length, known.folded.length) >= SHORTEST_LOOKALIKE;
  if (long && oneLetterOff(selected.folded, known.folded)) return fit('one letter off');
  if (byInitials(selected, known) || byInitials(known, selected)) return fit('initials');
  if (nearInEachWord(selected.words, known.words)) return fit('one letter off in each word');
  if (inTwoScripts(selected, known)) return fit('other script');
  const share = shareOf(selected.words, known.words);
  return share > 0 ? fit('part of name', share) : null;
}

/** The words as selected, then without quotation marks, a possessive or an article around the name. */
function readings(words: string): Reading[] {
  const typed = words.trim();
  const bare = typed
    .replace(/^[“”‘"'«»„([]+|[“”"«»,;:!?)\]]+$/g, '')
    .replace(/^the\s+(?=\S)/i, '')
    .replace(/(?<=\S)['’]s?$/, '')
    .replace(/(?<=\p{L}{3})\.$/u, '');
  return [...new Set([typed, bare])].filter(Boolean).map(read);
}

/**
 * The entities that selected words may name, best first, with the reason to show. At most `limit` of them.
 * 5,000 names take a few milliseconds.
 */
export function matchNames(words: string, { spellings }: NameIndex, limit = 8): Matches {
  const best = new Map<string, Candidate & { name: string }>();
  for (const [index, selected] of readings(words).entries())
    for (const { entity, isName, reading } of spellings) {
      let found = compare(selected, reading, isName);
      // Words from which something was taken off are not the exact spelling.
      if (found && index > 0 && TIERS[0]?.includes(found.reason)) found = fit('folded');
      if (found && found.score > (best.get(entity.id)?.score ?? 0))
        best.set(entity.id, { id: entity.id, ...found, matched: reading.text, name: entity.name });
    }
  const ranked = [...best.values()].sort(
    (a, b) => b.score - a.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
  );
  const strongest = TIERS.map((tier) => ranked.filter(({ reason }) => tier.includes(reason))).find(
    (list) => list.length,
  );
  return {
    candidates: ranked.slice(0, limit).map(({ id, reason, score, matched }) => ({ id, reason, score, matched })),
    preselect: strongest?.length === 1 ? (strongest[0]?.id ?? null) : null,
  };
}

/** `matchNames` for a list that is not kept. */
export const matchEntities = (words: string, entities: readonly NamedEntity[], limit?: number): Matches =>
  matchNames(words, indexNames(entities), limit);
