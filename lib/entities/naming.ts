import type { Span } from '@/lib/anchoring/span';
import { fold } from './folding';
import type { NamedEntity } from './matching';

// Where the names of a project stand in a text. Texts and names are cut into the same words, and each word is folded by itself:
// so an offset is never computed through a folded text, it is where a word of the text itself begins or ends.

/** A spelling of an entity's, as it may be suggested. Look-alikes are two of these, never one. */
export interface Spelling {
  /** As the project writes it. */
  readonly name: string;
  readonly entity: NamedEntity;
}

/** Words of a text that a spelling fits. `spelling` is the index of it. */
export interface NameHit extends Span {
  readonly spelling: number;
}

interface Word extends Span {
  /** Folded, as it is compared. */
  readonly key: string;
  /** What stands between the word before and this one, folded: a blank for space and dashes. */
  readonly gap: string;
}

/** Where a word of the text may end or begin as well: before a possessive, behind an elided article. */
interface TextWord extends Word {
  readonly bare: Word | null;
  readonly elided: Word | null;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly spellings: number[];
}

/** The spellings of a project made ready to be looked for. */
export interface SpellingIndex {
  readonly spellings: readonly Spelling[];
  readonly root: Node;
}

// Scripts that put no space between words: each letter is a word of its own.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
// Signs that folding drops, where they stand between letters: apostrophes, soft hyphens, joiners.
const INNER = "['’‘‛ʼʻʾʿ`´′＇\\u00ad\\u200b-\\u200f\\u2060\\ufeff]";
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_])`;
const WORD = RegExp(`[${UNSPACED}]\\p{M}*|${LETTER}+(?:${INNER}+${LETTER}+)*`, 'gu');
const POSSESSIVE = /['’ʼ＇][sS]$/;
const ELIDED = /^(?:[cdjlmnst]|qu)['’ʼ＇](?=..)/i;
// Two line ends in a row: the next paragraph.
const BREAK = /(?:\r\n|\r(?!\n)|\n)\s*?[\r\n]/;

/** Folds a word; most words of a text come again and again. */
function folding(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let folded = known.get(word);
    if (folded === undefined) known.set(word, (folded = fold(word)));
    return folded;
  };
}

function gapOf(between: string): string {
  if (between === ' ') return ' ';
  if (BREAK.test(between)) return '\n';
  // Folding trims: blanks at the edges are kept by what stands around them.
  return fold(`a${between}a`).slice(1, -1);
}

function wordsOf(text: string, folded: (word: string) => string): TextWord[] {
  const found: TextWord[] = [];
  let before = 0;
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const end = start + word.length;
    const gap = gapOf(text.slice(before, start));
    before = end;
    const possessive = POSSESSIVE.exec(word);
    const elided = ELIDED.exec(word)?.[0].length ?? 0;
    found.push({
      start,
      end,
      gap,
      key: folded(word),
      bare: possessive && { start, end: end - 2, gap, key: folded(word.slice(0, -2)) },
      elided: elided > 0 ? { start: start + elided, end, gap: '', key: folded(word.slice(elided)) } : null,
    });
  }
  return found;
}

/** Of an unnamed source the name is a description, which fits many people: it is not looked for. */
const isLookedFor = ({ type }: NamedEntity): boolean => type !== 'unnamed-source';

/** Takes the names and aliases of a project apart. 5,000 of them take some milliseconds. */
export function indexSpellings(entities: readonly NamedEntity[]): SpellingIndex {
  const folded = folding();
  const spellings: Spelling[] = [];
  const root: Node = { next: new Map(), spellings: [] };
  for (const entity of entities.filter(isLookedFor)) {
    const known = new Set<string>();
    for (const name of [entity.name, ...entity.aliases]) {
      const words = wordsOf(name, folded);
      const key = words.map((word, at) => (at === 0 ? '' : word.gap) + word.key).join('\0');
      // Aliases that differ in typing alone are one spelling, and a single letter is no name.
      if (known.has(key) || key.length < 2) continue;
      known.add(key);
      add(root, words, spellings.push({ name, entity }) - 1);
    }
  }
  return { spellings, root };
}

function add(root: Node, words: readonly Word[], spelling: number): void {
  let node = root;
  for (const [at, { gap, key }] of words.entries()) {
    const edge = at === 0 ? key : `${gap}\0${key}`;
    let next = node.next.get(edge);
    if (!next) node.next.set(edge, (next = { next: new Map(), spellings: [] }));
    node = next;
  }
  node.spellings.push(spelling);
}

const SHORT = 4;

/** A short name must have its capitals: "US" is not "us", "May" not "may". */
function fitsCapitals(name: string, words: string): boolean {
  if (name.length > SHORT || name === name.toLowerCase()) return true;
  return name === name.toUpperCase() ? words === words.toUpperCase() : /^\p{Lu}/u.test(words);
}

/**
 * Every place where a spelling stands as whole words, whatever its case, accents, apostrophes and dashes: overlapping ones too,
 * and each entity that the same words may mean. In text order, the longest first where several begin. UTF-16 offsets.
 */
export function findNames(text: string, { spellings, root }: SpellingIndex): NameHit[] {
  const words = wordsOf(text, folding());
  const found: NameHit[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]!;
    const here: NameHit[] = [];
    const hit = (node: Node | undefined, start: number, end: number) => {
      for (const spelling of node?.spellings ?? [])
        if (fitsCapitals(spellings[spelling]!.name, text.slice(start, end))) here.push({ start, end, spelling });
    };
    for (const begun of first.elided ? [first, first.elided] : [first]) {
      const { start } = begun;
      if (first.bare && begun === first) hit(root.next.get(first.bare.key), start, first.bare.end);
      let node = root.next.get(begun.key);
      hit(node, start, first.end);
      for (let to = at + 1; node && node.next.size > 0 && to < words.length; to += 1) {
        const { gap, key, end, bare }: TextWord = words[to]!;
        if (bare) hit(node.next.get(`${gap}\0${bare.key}`), start, bare.end);
        node = node.next.get(`${gap}\0${key}`);
        hit(node, start, end);
      }
    }
    if (here.length > 0)
      found.push(...here.sort((a, b) => a.start - b.start || b.end - a.end || a.spelling - b.spelling));
  }
  return found;
}
