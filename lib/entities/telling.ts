import {
  BODY,
  type FoundType,
  PEOPLE,
  PLACE_FIRST,
  placeByLink,
  TITLE,
  votesBeside,
  votesForList,
  votesForShort,
  votesInside,
  type Votes,
} from './cues';
import { isCommon, isForename, librarySays } from './library';
import { isCredit, isHeading, runsOf, type Word } from './runs';
import { isNoName, isOrdinary, isTitleCase, namesOf } from './trimming';

// What the names of an article are, by all that its mentions and the library `compromise` say of them.

/** A mention in its line. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  /** Whether it is no name by itself, but may hold one: it is part of a heading, or begins a sentence. */
  readonly isLoose: boolean;
}

/** "UN", "RFE/RL", "U.S.": capitals that stand for words. */
const isShort = (name: string) => /^[\p{Lu}./-]{2,}$/u.test(name) && /\p{Lu}.*\p{Lu}/u.test(name);
/** Whether the letters of a short form stand in a name in their order: "HB", "Harbour Board". */
function isShortOf(short: string, name: string): boolean {
  const letters = name.toUpperCase();
  let at = 0;
  for (const letter of short.replace(/\P{L}/gu, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
const add = (votes: Votes, more: Votes): void => {
  for (const type of Object.keys(more) as FoundType[]) votes[type] = (votes[type] ?? 0) + more[type]!;
};

/** What stands before a place in a line, as far as it can tell something of a name there. */
const near = (line: string, at: number) => line.slice(Math.max(0, at - 40), at);

/** The names of a text: first every line is heard, then it can be told what a name is. */
export class Names {
  private readonly votes = new Map<string, Votes>();
  private readonly lists: string[][] = [];
  /** Two names of one thing, the better known first. */
  private readonly pairs: [string, string][] = [];
  private readonly types = new Map<string, FoundType>();
  /** Names that stood with a capital where any other word has none, or that the library knows. */
  private readonly firm = new Set<string>();
  private readonly noNames = new Set<string>();
  private readonly small: ReadonlySet<string>;

  constructor(text: string) {
    this.small = new Set(text.match(/(?<![\p{L}\p{M}\p{N}'’-])\p{Ll}{3,}/gu));
  }

  private votesOf(words: readonly Word[]): Votes {
    const name = nameOf(words);
    const known = this.votes.get(name);
    if (known) return known;
    const texts = words.map(({ text }) => text);
    const votes = votesInside(texts, isForename(texts[0]!));
    this.votes.set(name, votes);
    // What begins like somebody is taken for a place where the surname is a word: Marsh, Hill.
    if (votes.person === undefined) add(votes, librarySays(texts));
    if (words.length === 1 && isShort(name)) add(votes, votesForShort(name));
    if (Object.keys(votes).length > 0) this.firm.add(name);
    return votes;
  }

  /** The mentions in a line, which are heard as to what they say of their names. */
  hear(line: string): Mention[] {
    const heading = isHeading(line);
    const mentions = runsOf(line)
      .filter((run) => !isCredit(line, run))
      .flatMap((run) => {
        const loose = heading || isTitleCase(run) || PEOPLE.test(run.at(-1)!.text);
        return (loose ? [[...run]] : namesOf(run, near(line, run[0]!.start), this.small)).map((words) =>
          mentionOf(words, loose || this.opens(words)),
        );
      });
    const firm = mentions.filter(({ words, isLoose }) => !isLoose && !isNoName(words));
    for (const { start, end, words } of firm) {
      const titled = /(?<!\p{L})(\p{Lu}[\p{L}-]+)\.? $/u.exec(near(line, start))?.[1];
      const votes = this.votesOf(words);
      if (words.length > 1 || !words[0]!.opens) this.firm.add(nameOf(words));
      if (titled && TITLE.test(titled)) add(votes, { person: 3 });
      add(
        votes,
        votesBeside(
          near(line, start),
          line.slice(end, end + 40).replace(/^['’]s?(?= )/, ''),
          words.map(({ text }) => text),
          isCommon(words.at(-1)!.text),
        ),
      );
    }
    this.hearLists(line, firm);
    this.hearPairs(line, firm);
    return mentions;
  }

  /** Whether a mention begins a sentence, so that its capital may be nothing but that. */
  private opens(words: readonly Word[]): boolean {
    return words.length === 1 && words[0]!.opens && isOrdinary(words[0]!, this.small);
  }

  /** Names in a row, "A, B and the C", are of one type. */
  private hearLists(line: string, firm: readonly Mention[]): void {
    for (let at = 0; at < firm.length; at++) {
      const from = at;
      while (firm[at + 1] && /^(?:,|,? and|,? or|,? &) (?:the )?$/.test(line.slice(firm[at]!.end, firm[at + 1]!.start)))
        at++;
      const [first, last] = [firm[from]!, firm[at]!];
      const said = votesForList(near(line, first.start), line.slice(last.end, last.end + 40));
      const names = firm.slice(from, at + 1);
      // "Bergen, Norway" and "the mayor, Anna Berg" are no rows.
      const isRow = names.length > 2 || (names.length > 1 && /(?:and|or|&) /.test(line.slice(first.end, last.start)));
      const link = placeByLink(near(line, first.start));
      for (const [index, { words }] of names.entries()) {
        add(this.votesOf(words), said);
        if (index > 0 && isRow) add(this.votesOf(words), link);
      }
      if (isRow) this.lists.push(names.map(({ words }) => nameOf(words)));
    }
  }

  /** "The Harbour Board (HB)", "Karl Berg, also known as Red Karl": a name beside another one of the same. */
  private hearPairs(line: string, firm: readonly Mention[]): void {
    for (const [at, { start, words }] of firm.entries()) {
      const last = firm[at - 1];
      const name = nameOf(words);
      const gap = line.slice(last?.end ?? Math.max(0, start - 60), start);
      if (isShort(name) && gap.endsWith('(')) {
        const small = (gap.match(/(?<!\p{L})\p{L}/gu) ?? []).join('').toUpperCase();
        // "border crossing point (BCP)": short for words that are no name.
        if (small.endsWith(name)) this.noNames.add(name);
        else if (last && /^ ?\($/.test(gap) && isShortOf(name, nameOf(last.words)))
          this.pairs.push([nameOf(last.words), name]);
      } else if (
        last &&
        /^,? ?[-–—(]* ?(?:(?:also|formerly|better) )?(?:known as|aka|called) (?:the )?[“"]?$/.test(gap)
      )
        this.pairs.push([nameOf(last.words), name]);
      else if (last && /^ or (?:the )?$/.test(gap) && this.pairs.at(-1)?.[1] === nameOf(last.words))
        this.pairs.push([nameOf(last.words), name]);
    }
  }

  /** Tells all types, by everything that was heard. */
  decide(): void {
    for (const [name, votes] of this.votes) this.settle(name, votes);
    this.decideWholes();
    this.decideParts();
    for (const [one, other] of this.pairs) {
      const type = this.types.get(one);
      const votes = this.votes.get(other);
      if (!type || !votes) continue;
      this.firm.add(other);
      add(votes, { [type]: 2 });
      this.settle(other, votes);
    }
    this.decideByLists();
    for (const name of this.types.keys()) if (this.noNames.has(name) || !this.firm.has(name)) this.types.delete(name);
  }

  private decideByLists(): void {
    for (const list of this.lists) {
      const types = list.map((name) => this.types.get(name)).filter((type) => type !== undefined);
      if (types.length === 0 || new Set(types).size > 1) continue;
      for (const name of list)
        if (!this.types.has(name)) {
          const votes = this.votes.get(name)!;
          add(votes, { [types[0]!]: types.length > 1 ? 1 : 0.6 });
          this.settle(name, votes);
        }
    }
  }

  private settle(name: string, votes: Votes): void {
    const [[type, most] = ['date', 0] as const, [, second] = ['date', 0] as const] = (
      Object.entries(votes) as [FoundType, number][]
    ).sort(([, a], [, b]) => b - a);
    if (most >= 1 && most >= second * 1.3) this.types.set(name, type);
    else this.types.delete(name);
  }

  /**
   * A longer name of which nothing is told, by the part of it that stands alone elsewhere: whoever was named in full goes by the last of the names
   * ("Petrou" for Stavroula Petrou), a body by the first ("Marel" for Marel Shipping).
   */
  private decideWholes(): void {
    for (const [name, votes] of this.votes) {
      const words = name.split(' ');
      if (words.length < 2 || words.length > 4 || this.types.has(name)) continue;
      const [last, first] = [words.at(-1)!, words.slice(0, -1).join(' ')];
      const [asLast, asFirst] = [this.types.get(last), this.types.get(first) ?? this.types.get(words[0]!)];
      if (asLast === 'person') add(votes, { person: 1.5 });
      else if (asFirst === 'organisation') add(votes, { organisation: 1.5 });
      else if (this.votes.has(last) && !isCommon(last) && asLast === undefined) add(votes, { person: 1 });
      else if ((this.votes.has(first) || this.votes.has(words[0]!)) && asFirst === undefined)
        add(votes, { organisation: 1 });
      else continue;
      this.settle(name, votes);
    }
  }

  /** A name that is part of a longer one: the surname of somebody, the place of "X Province". */
  private decideParts(): void {
    for (const [name, type] of [...this.types]) {
      const words = name.split(' ');
      if (words.length < 2) continue;
      for (const part of partsOf(words, type)) {
        const votes = this.votes.get(part);
        if (!votes || (type === 'organisation' && BODY.test(part))) continue;
        this.firm.add(part);
        const isShortened = type === 'organisation' && part !== words.at(-1);
        add(votes, { [type]: type !== 'organisation' ? 1.5 : isShortened ? 1 : 0.6 });
        this.types.delete(part);
        this.settle(part, votes);
      }
    }
  }

  typeOf = (words: readonly Word[]): FoundType | undefined =>
    isNoName(words) ? undefined : this.types.get(nameOf(words));
}

/** What of a name may stand for all of it. */
function partsOf(words: readonly string[], type: FoundType): string[] {
  const [first, last] = [words[0]!, words.at(-1)!];
  if (type === 'person') return [last, first];
  if (type === 'organisation') return [...new Set([last, first, words.slice(0, -1).join(' ')])];
  if (type !== 'place') return [last];
  return [(PLACE_FIRST.test(first) ? words.slice(1) : words.slice(0, -1)).join(' ')];
}

const nameOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
const mentionOf = (words: readonly Word[], isLoose: boolean): Mention => ({
  start: words[0]!.start,
  end: words.at(-1)!.end,
  words,
  isLoose,
});
