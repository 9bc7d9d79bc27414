import { CREDIT, isOffice, MONTH, NO_SHORT, PARTICLE, SHORT, SMALL, takesMore, TITLE } from './cues';

// Words with capitals that stand together in a line, before it is known what they name.

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A possessive: whatever comes behind it is another name. */
  readonly owns: boolean;
  /** The first word of a sentence or of a quotation: a capital says nothing. */
  readonly opens: boolean;
}
/** Words that may be one name. */
export type Run = readonly Word[];

const WORD =
  /(?:\p{Lu}\.){2,}(?:-\p{L}+)*|\p{Lu}[\p{Lu}\d]+(?:\/\p{Lu}[\p{Lu}\d]+)+(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’ʼ‘‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const POSSESSIVE = /['’ʼ][sS]$/u;
const OPENING = /[.!?…:*•|]|["“„«]\s*$|^\s*[-–—]\s*$/u;
const CAPITAL = /^\p{Lu}/u;
/** "al-Hasan", "d'Arc": a small word in front of the capital is part of the name; "anti-Roman" is none. */
const PREFIXED = /^(?:al|ul|el|as|ad|an|ar|ash|at|az|wal|wa|ibn|bin|d|l|o)[-'’‘](?=\p{Lu})/u;
/** "Roman-led" holds a name, "pro-Roman" is an adjective. */
const LED =
  /[-‑](?:led|backed|based|affiliated|controlled|held|funded|born|made|supplied|linked|owned|run|sponsored|administered)$/u;
const ADJECTIVE = /[-‑]\p{Ll}{3,}$|^\p{Ll}+-|^(?:Anti|Pro|Non|Pre|Post|Ex|Un)-/u;

function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const { 0: written, index } of line.matchAll(WORD)) {
    const text = written.replace(POSSESSIVE, '').replace(LED, '');
    const gap = line.slice(last, index);
    const before = words.at(-1);
    const isShort = gap.startsWith('. ') && before !== undefined && SHORT.test(before.text);
    const opens = before === undefined || (!isShort && OPENING.test(gap));
    words.push({ start: index, end: index + text.length, text, owns: text !== written, opens });
    last = index + written.length;
  }
  return words;
}

const isName = ({ text }: Word): boolean =>
  (PREFIXED.test(text) && !/[-‑]\p{Ll}{3,}$/u.test(text)) ||
  (CAPITAL.test(text) && !ADJECTIVE.test(text) && !MONTH.test(text) && !NO_SHORT.test(text));
export const isSmall = ({ text }: Word): boolean => SMALL.test(text) || text.startsWith('I’') || text.startsWith("I'");

/** Whether a word goes on the run that ends in another, as far as the signs between them go. */
function touches(line: string, from: Word | undefined, to: Word | undefined): boolean {
  if (!from || !to) return false;
  const gap = line.slice(from.end, to.start);
  if (/^[ \u00a0]+$|^ & $/.test(gap)) return true;
  return gap === '. ' && SHORT.test(from.text);
}

/** How many of the small words from `at` tie the name before them to one behind: "of the", "bin", "and". */
function tie(line: string, words: readonly Word[], at: number, run: readonly Word[]): number {
  const [before, link, next, after] = [words[at - 1]!, words[at]!, words[at + 1], words[at + 2]];
  if (!touches(line, before, link) || !touches(line, link, next) || !next) return 0;
  const isCapital = (word: Word | undefined) => word !== undefined && isName(word) && !isSmall(word);
  if (PARTICLE.test(link.text)) {
    if (isCapital(next)) return 1;
    return PARTICLE.test(next.text) && touches(line, next, after) && isCapital(after) ? 2 : 0;
  }
  const isLong = run.some(({ text }) => /^(?:of|for)$/.test(text));
  if (/^(?:of|for|on)$/.test(link.text) && (takesMore(before.text) || (isLong && link.text === 'of'))) {
    if (isCapital(next)) return 1;
    return next.text === 'the' && touches(line, next, after) && isCapital(after) ? 2 : 0;
  }
  const head = run.findIndex(({ text }) => /^(?:of|for)$/.test(text));
  if (link.text === 'and' && head > 0 && (isOffice(run[head - 1]!.text) || run[head]!.text === 'for'))
    return isCapital(next) && !next.owns ? 1 : 0;
  return 0;
}

/** Whether what is owned belongs to the name all the same: "Society of God’s Friends", "Prosecutor-General’s Office". */
const keepsOwner = (run: readonly Word[], next: Word): boolean =>
  run.some(({ text }) => text === 'of') || (next.text === 'Office' && run.some(({ text }) => TITLE.test(text)));

/** The runs of words with capitals in a line. */
export function runsOf(line: string): Run[] {
  const words = wordsOf(line);
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const last = run.at(-1);
    const joined = last !== undefined && touches(line, last.owns ? { ...last, end: last.end + 2 } : last, word);
    if (!joined || (last.owns && !keepsOwner(run, word))) close();
    if (isName(word)) run.push(word);
    else if (run.length > 0) {
      const more = run.at(-1)!.owns ? 0 : tie(line, words, at, run);
      if (more === 0) close();
      for (let extra = 0; extra < more; extra++) run.push(words[at + extra]!);
      at += Math.max(0, more - 1);
    } else if (/^\d{1,4}(?:st|nd|rd|th)?$/.test(word.text) && isUnit(line, words, at)) run.push(word);
  }
  close();
  return runs;
}

/** A number that a body is called by: "the 4th Guards Brigade". */
function isUnit(line: string, words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < at + 5; next++) {
    if (!touches(line, words[next - 1], words[next]) || !isName(words[next]!)) return false;
    if (/^(?:Corps|Brigade|Division|Battalion|Regiment|Army|Fleet)$/.test(words[next]!.text)) return true;
  }
  return false;
}

const ends = (line: string) => /[.!?…:;,"”»)]\s*$/u.test(line);

/** Whether a line, or a quotation, is written in Title Case: its capitals say nothing. */
export function isHeading(line: string): boolean {
  if (line.length > 160 || ends(line) || line.startsWith('By ')) return false;
  const words = line.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  return words.length < 16 && long.filter((word) => CAPITAL.test(word)).length >= long.length * 0.8;
}

/** Whether a run is the signature of a picture: "Karl Berg AFP", "Karl Berg/AFP", "April Getty". */
export function isCredit(line: string, run: Run): boolean {
  const [first, last] = [run[0]!, run.at(-1)!];
  const signed = /^ ?\/ ?(\p{L}+)/u.exec(line.slice(last.end, last.end + 20))?.[1];
  if (signed && CREDIT.test(signed)) return true;
  if (!CREDIT.test(last.text) || /^ \p{Ll}/u.test(line.slice(last.end, last.end + 2))) return false;
  return (
    run.length > 1 ||
    MONTH.test(/(\p{L}+)(?: \d+)?,? $/u.exec(line.slice(Math.max(0, first.start - 20), first.start))?.[1] ?? '')
  );
}
