import { oneLetterOff } from '@/lib/entities/folding';
import { skeleton, wordsOf } from '@/lib/entities/skeleton';
import { isLatin } from '@/lib/entities/transliteration';

// Which names may be one, and why. Pure: all names of a project at once, in time that grows with the pairs that share something, not
// with all pairs. Nothing here decides: it proposes.

export interface Named {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
}
/** Where an entity is mentioned; ids of articles. */
export type Contexts = ReadonlyMap<string, readonly string[]>;
export interface Proposal {
  /** In the order in which the names were given. */
  readonly ids: readonly [string, string];
  /** 0–1, only for ordering. */
  readonly score: number;
  /** In words for people, the strongest first. */
  readonly reasons: readonly string[];
}

interface Spelling {
  readonly owner: number;
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
}

function trigramsOf(folded: string): Set<string> {
  const found = new Set<string>();
  for (const word of folded.split(' '))
    for (let at = -1, padded = `  ${word} `; at + 1 + 3 <= padded.length; at += 1)
      found.add(padded.slice(at + 1, at + 4));
  return found;
}

type KeysOf = (one: Spelling, index: number) => Iterable<string>;

/** The spellings that are compared: all with all, or all with those of one owner. */
interface Compared {
  readonly spellings: readonly Spelling[];
  readonly about: number | null;
}
const concerns = ({ about }: Compared, a: Spelling, b: Spelling): boolean =>
  about === null || a.owner === about || b.owner === about;

/** Groups the indices of spellings that share a key; those that share it with too many say nothing by it. */
function buckets({ spellings, about }: Compared, keysOf: KeysOf, most = 40): number[][] {
  const own = spellings.flatMap((one, index) => (one.owner === about ? [...keysOf(one, index)] : []));
  const asked = about === null ? null : new Set(own);
  const groups = new Map<string, number[]>();
  for (const [index, spelling] of spellings.entries())
    for (const key of keysOf(spelling, index)) {
      if (asked && !asked.has(key)) continue;
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
    }
  return [...groups.values()].filter((group) => group.length > 1 && group.length <= most);
}

/** The folded name, and each of it with one letter left out: two names one letter apart share at least one of these. */
function* deletions({ folded }: Spelling): Generator<string> {
  if (folded.length < 5) return;
  yield folded;
  for (let at = 0; at < folded.length; at += 1) yield folded.slice(0, at) + folded.slice(at + 1);
}

/** "m arsalon" of "Mahdi Arsalon" and of "M. Arsalon"; "rfe" of "Radio Free Europe" and of "RFE". */
function* initials({ words, text }: Spelling): Generator<string> {
  if (words.length > 1) {
    yield `${words
      .slice(0, -1)
      .map((word) => word[0])
      .join('')} ${words.at(-1)!}`;
    if (words.length > 2) yield words.map((word) => word[0]).join('');
  } else if (/^[\p{Lu}\p{N}./-]{3,8}$/u.test(text)) yield words.join('');
}
const isShort = ({ words, text }: Spelling): boolean =>
  words.slice(0, -1).some((word) => word.length === 1) || (words.length === 1 && text === text.toUpperCase());

type Found = { score: number; reasons: Map<string, number> };

const digitsOf = ({ folded }: Spelling): string => folded.replace(/\D+/g, ' ').trim();

/** Pairs of owners, each with its reasons. */
class Pairs {
  readonly found = new Map<string, Found>();
  constructor(private readonly names: readonly Named[]) {}

  add(a: Spelling, b: Spelling, score: number, why: (a: string, b: string) => string): void {
    if (a.owner === b.owner) return;
    const [first, second] = a.owner < b.owner ? [a, b] : [b, a];
    const [one, other] = [this.names[first.owner]!, this.names[second.owner]!];
    // Unit 731 is not Unit 732.
    if (digitsOf(a) !== digitsOf(b)) return;
    // Of an unnamed source the name is a description: only the very same one says something.
    if (one.type !== other.type || (one.type === 'unnamed-source' && score < 1)) return;
    const key = `${first.owner} ${second.owner}`;
    const found = this.found.get(key) ?? { score: 0, reasons: new Map<string, number>() };
    const reason = why(first.text, second.text);
    found.reasons.set(reason, Math.max(score, found.reasons.get(reason) ?? 0));
    found.score = Math.max(found.score, score);
    this.found.set(key, found);
  }
}

const quoted = (a: string, b: string) => `“${a}” and “${b}”`;

function pairWithin(compared: Compared, groups: number[][], tried: (a: Spelling, b: Spelling) => void) {
  for (const group of groups)
    for (const [at, index] of group.entries())
      for (const other of group.slice(at + 1)) {
        const [a, b] = [compared.spellings[index]!, compared.spellings[other]!];
        if (concerns(compared, a, b)) tried(a, b);
      }
}

/** How alike two sets of letters are, 0–1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common += 1;
  return common / (a.size + b.size - common);
}

const ALIKE = 0.5;

function addAlike(pairs: Pairs, compared: Compared): void {
  const { spellings } = compared;
  const trigrams = spellings.map(({ folded }) => trigramsOf(folded));
  const rare = buckets(compared, (_, index) => trigrams[index]!, 60);
  const shared = new Map<number, number>();
  for (const group of rare)
    for (const [at, index] of group.entries())
      for (const other of group.slice(at + 1)) {
        if (!concerns(compared, spellings[index]!, spellings[other]!)) continue;
        const key = index * spellings.length + other;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  for (const [key, count] of shared) {
    const [a, b] = [Math.floor(key / spellings.length), key % spellings.length];
    // One spelling is said to be the same, not nearly.
    if (count < 2 || spellings[a]!.folded === spellings[b]!.folded) continue;
    const alike = overlap(trigrams[a]!, trigrams[b]!);
    if (alike >= ALIKE)
      pairs.add(
        spellings[a]!,
        spellings[b]!,
        0.8 * alike,
        (one, other) => `${quoted(one, other)} are spelt nearly alike`,
      );
  }
}

/** Others that two are mentioned beside, in whatever articles. */
function companyOf(contexts: Contexts): Map<string, Set<string>> {
  const inArticle = new Map<string, string[]>();
  for (const [id, articles] of contexts)
    for (const article of articles) inArticle.set(article, [...(inArticle.get(article) ?? []), id]);
  const company = new Map<string, Set<string>>();
  for (const [id, articles] of contexts)
    company.set(
      id,
      new Set(articles.flatMap((article) => inArticle.get(article) ?? []).filter((other) => other !== id)),
    );
  return company;
}

function withContext(
  proposal: Proposal,
  names: ReadonlyMap<string, string>,
  company: Map<string, Set<string>>,
): Proposal {
  const [one, other] = proposal.ids.map((id) => company.get(id) ?? new Set<string>());
  const both = [...one!].filter((id) => other!.has(id) && !proposal.ids.includes(id)).sort();
  if (both.length === 0) return proposal;
  const beside = both
    .slice(0, 3)
    .map((id) => names.get(id) ?? '')
    .filter(Boolean)
    .join(', ');
  const more = both.length > 3 ? ` and ${both.length - 3} more` : '';
  return {
    ...proposal,
    score: Math.min(1, proposal.score + 0.02 * Math.min(both.length, 5)),
    reasons: [...proposal.reasons, `both are mentioned beside ${beside}${more}`],
  };
}

function spellingsOf(names: readonly Named[]): Spelling[] {
  return names.flatMap(({ name, aliases }, owner) => {
    const seen = new Set<string>();
    return [name, ...aliases].flatMap((text) => {
      const folded = wordsOf(text).join(' ');
      if (folded.length < 2 || seen.has(folded)) return [];
      seen.add(folded);
      return [{ owner, text, folded, words: folded.split(' ') }];
    });
  });
}

/** A pair is proposed by its three strongest reasons. */
const REASONS = 3;

/**
 * Entities that may be one, the likeliest first: the same spelling, another transliteration, one letter off, initials, nearly the same
 * letters; with the company they share. 5,000 names take some hundred milliseconds. With `about`, the id of one of them, only what
 * is like that one, in a fraction of the time.
 */
export function likeNames(names: readonly Named[], contexts: Contexts = new Map(), about?: string): Proposal[] {
  const asked = about === undefined ? null : names.findIndex(({ id }) => id === about);
  const compared: Compared = { spellings: spellingsOf(names), about: asked };
  const pairs = new Pairs(names);
  const within = (keys: KeysOf, tried: (a: Spelling, b: Spelling) => void) =>
    pairWithin(compared, buckets(compared, keys), tried);
  within(
    ({ folded }) => [folded],
    (a, b) => pairs.add(a, b, 1, (one) => `both are written “${one}”`),
  );
  within(
    ({ text }) => [skeleton(text)].filter(Boolean),
    (a, b) => {
      if (a.folded !== b.folded)
        pairs.add(a, b, 0.9, (one, other) =>
          isLatin(one) === isLatin(other)
            ? `${quoted(one, other)} are one name in two transliterations, perhaps`
            : `${quoted(one, other)} are one name in two scripts, perhaps`,
        );
    },
  );
  within(deletions, (a, b) => {
    if (oneLetterOff(a.folded, b.folded))
      pairs.add(a, b, 0.85, (one, other) => `${quoted(one, other)} are one letter apart`);
  });
  within(initials, (a, b) => {
    if (a.folded !== b.folded && isShort(a) !== isShort(b))
      pairs.add(a, b, 0.75, (one, other) => `${quoted(one, other)}: the initials fit`);
  });
  addAlike(pairs, compared);
  const company = companyOf(contexts);
  const labels = new Map(names.map(({ id, name }) => [id, name]));
  return [...pairs.found]
    .map(([key, { score, reasons }]): Proposal => {
      const [one, other] = key.split(' ').map((index) => names[Number(index)]!.id) as [string, string];
      const ranked = [...reasons].sort((a, b) => b[1] - a[1]).map(([reason]) => reason);
      return withContext({ ids: [one, other], score, reasons: ranked.slice(0, REASONS) }, labels, company);
    })
    .sort((a, b) => b.score - a.score || (a.ids.join() < b.ids.join() ? -1 : 1));
}
