import type { Span } from './span';

// Intl.Segmenter ends a sentence at every full stop before a capital or an ideograph: "Dr. Smith arrived." would be two.

const titles =
  'Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Fr Sr Hon St Gen Maj Col Lt Capt Cpt Cmdr Sgt Cpl Pvt Adm Brig Gov Pres Sen Rep Amb Supt Insp Det Hr Mme Mlle Ing Dipl Sig Sra Dra Лт Ген Полк Проф Акад';
const others =
  'vs cf e.g i.e viz approx ca No Nos Nr Art Sec Fig vol pp ed eds bzw usw z.B d.h bspw ул им тов гр стр ст просп обл';
const months = 'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec';

const listed = (words: string): string => words.replaceAll('.', '\\.').replaceAll(' ', '|');
const goesOn = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${listed(titles)}|${listed(others)})\\.\\s+$`, 'u');
const month = new RegExp(`(?<!\\p{L})(?:${listed(months)})\\.\\s+$`, 'u');
/** An initial, "U.S.", "د.": one letter, or several with a stop each; not the "г." of "2010 г.". */
const letters = /(?<![\p{L}\p{N}.])(?<!\p{N}\s)(?:\p{L}\p{M}*\.\s?)*\p{L}\p{M}*\.\s+$/u;
/** Words that begin a sentence rather than go on after an abbreviation. */
const begins =
  /^(?:The|An?|He|She|It|They|We|I|You|This|That|These|Those|His|Her|Its|Their|There|But|And|In|On|At|When)\b/u;
/** Ideographic sentences: an opening mark after the end belongs to the next one. */
const opened = /[。！？][”’」』）]*([“‘「『《（]+)$/u;

/** Enough of what stands before a stop for every abbreviation. */
const REACH = 24;

function endsAt(line: string, end: number): boolean {
  const before = line.slice(Math.max(0, end - REACH), end);
  if (goesOn.test(before)) return false;
  if (month.test(before)) return !/^\p{N}/u.test(line.slice(end, end + 2));
  return !letters.test(before) || begins.test(line.slice(end, end + REACH));
}

const openedBefore = (line: string, end: number): number =>
  opened.exec(line.slice(Math.max(0, end - REACH), end))?.[1]?.length ?? 0;

/** The sentence of a line that holds the unit at `offset`, with the white space after it; abbreviations end none. */
export function sentenceAt(line: string, segments: Intl.Segments, offset: number): Span | null {
  const piece = segments.containing(offset);
  if (!piece) return null;
  let [start, end] = [piece.index, piece.index + piece.segment.length];
  while (start > 0 && !endsAt(line, start)) start = segments.containing(start - 1)?.index ?? 0;
  while (end < line.length && !endsAt(line, end)) end += segments.containing(end)?.segment.length ?? line.length;
  const [before, after] = [openedBefore(line, start), end < line.length ? openedBefore(line, end) : 0];
  if (offset >= end - after) return sentenceAt(line, segments, end);
  return { start: start - before, end: end - after };
}
