import { fold } from '@/lib/entities/folding';

export interface Statement {
  readonly id: string;
  readonly statement: string;
}

export interface SimilarClaim {
  readonly id: string;
  /** 0–1; 1 is the same words but for case, accents and punctuation. */
  readonly score: number;
}

interface Shape {
  readonly words: ReadonlySet<string>;
  readonly trigrams: ReadonlySet<string>;
}

/** The statements of a project made ready to be compared; made once for a list. */
export interface StatementIndex {
  readonly statements: readonly { readonly id: string; readonly shape: Shape }[];
  /** How many statements hold a word: a word that is everywhere says little. */
  readonly frequency: ReadonlyMap<string, number>;
}

// Shorter beginnings are like too much.
const FEWEST_LETTERS = 8;

function trigramsOf(words: readonly string[]): Set<string> {
  const trigrams = new Set<string>();
  for (const word of words) {
    const padded = ` ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}

/** Letters are only looked at where the words give a reason to: of most pairs they never are. */
function shapeOf(text: string): Shape {
  const words = fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  let trigrams: Set<string> | null = null;
  return {
    words: new Set(words),
    get trigrams() {
      return (trigrams ??= trigramsOf(words));
    },
  };
}

export function indexStatements(claims: readonly Statement[]): StatementIndex {
  const statements = claims.map(({ id, statement }) => ({ id, shape: shapeOf(statement) }));
  const frequency = new Map<string, number>();
  for (const { shape } of statements)
    for (const word of shape.words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return { statements, frequency };
}

/** What two sets share, as parts of each: [of the first, of the second], weighted. */
function shares(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (one: string) => number): [number, number] {
  let [inA, inB, common] = [0, 0, 0];
  for (const one of a) {
    inA += weight(one);
    if (b.has(one)) common += weight(one);
  }
  for (const one of b) inB += weight(one);
  return inA && inB ? [common / inA, common / inB] : [0, 0];
}

const even = ([a, b]: [number, number]): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

function likeness(typed: Shape, known: Shape, weight: (word: string) => number): number {
  const spelling = shares(typed.trigrams, known.trigrams, () => 1);
  const wording = shares(typed.words, known.words, weight);
  const both = (even(spelling) + even(wording)) / 2;
  // A beginning that is wholly in a longer claim counts, less than a whole claim does.
  const begun = 0.8 * ((spelling[0] + wording[0]) / 2);
  return Math.max(both, begun);
}

/**
 * Claims that say nearly the same as the words typed so far, likest first, at most `limit`; none below 8 letters.
 * Likeness is the mean of two Dice measures, over letter trigrams (spelling) and over words weighted by how rare they
 * are in the project; for a beginning, the part of it that the claim holds counts four fifths. A few milliseconds for
 * 5,000 claims.
 */
export function similarStatements(
  typed: string,
  { statements, frequency }: StatementIndex,
  limit = 5,
  threshold = 0.5,
): SimilarClaim[] {
  const shape = shapeOf(typed);
  if ([...shape.words].join('').length < FEWEST_LETTERS) return [];
  const weight = (word: string) => 1 / (1 + Math.log(1 + (frequency.get(word) ?? 0)));
  return statements
    .map(({ id, shape: known }) => ({ id, score: likeness(shape, known, weight) }))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

/** `similarStatements` for a list that is not kept. */
export const similarClaims = (typed: string, claims: readonly Statement[], limit?: number): SimilarClaim[] =>
  similarStatements(typed, indexStatements(claims), limit);

/** Statements this alike, that name the same numbers, may be one. */
const ALIKE = 0.7;
// A word that more statements hold than this brings no two of them together.
const COMMON = 40;

const numbersOf = ({ words }: Shape): string =>
  [...words]
    .filter((word) => /\d/.test(word))
    .sort()
    .join(' ');
const negated = ({ words }: Shape): boolean =>
  ['no', 'not', 'never', 'nobody', 'without'].some((word) => words.has(word));

/** Pairs that share at least two words which few statements hold; only those with the statement `about`, where one is given. */
function sharing({ statements, frequency }: StatementIndex, about?: string): [number, number][] {
  const asked = about === undefined ? null : statements.findIndex(({ id }) => id === about);
  const words = asked === null ? null : (statements[asked]?.shape.words ?? new Set());
  const holding = new Map<string, number[]>();
  for (const [index, { shape }] of statements.entries())
    for (const word of shape.words)
      if ((frequency.get(word) ?? 0) <= COMMON && word.length > 2 && (words?.has(word) ?? true))
        holding.set(word, [...(holding.get(word) ?? []), index]);
  const shared = new Map<number, number>();
  for (const group of holding.values())
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        if (asked !== null && one !== asked && other !== asked) continue;
        const key = one * statements.length + other;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  return [...shared].flatMap(([key, count]): [number, number][] =>
    count < 2 ? [] : [[Math.floor(key / statements.length), key % statements.length]],
  );
}

/**
 * Claims of a project that may say the same, likest first. Those that name other numbers, or of which one alone denies something, say
 * different things however alike their words are. With `about`, the id of one of them, only what is like that one, in a fraction of
 * the time.
 */
export function likeStatements(claims: readonly Statement[], about?: string) {
  const index = indexStatements(claims);
  const weight = (word: string) => 1 / (1 + Math.log(1 + (index.frequency.get(word) ?? 0)));
  return sharing(index, about)
    .flatMap(([first, second]) => {
      const [one, other] = [index.statements[first]!, index.statements[second]!];
      if (numbersOf(one.shape) !== numbersOf(other.shape) || negated(one.shape) !== negated(other.shape)) return [];
      const wording = even(shares(one.shape.words, other.shape.words, weight));
      const score = (wording + even(shares(one.shape.trigrams, other.shape.trigrams, () => 1))) / 2;
      if (score < ALIKE) return [];
      const reasons = [
        score === 1 ? 'the words are the same' : `${Math.round(score * 100)} of 100 parts of the wording agree`,
      ];
      return [{ ids: [one.id, other.id] as const, score, reasons }];
    })
    .sort((a, b) => b.score - a.score || (a.ids.join() < b.ids.join() ? -1 : 1));
}
