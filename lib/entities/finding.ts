import nlp from 'compromise';
import { paragraphs } from '@/lib/anchoring/paragraphs';
import type { Span } from '@/lib/anchoring/span';

// People, places, organisations and dates that the project does not know yet, found in English by `compromise`: its lists and
// grammar are in the package, so nothing is asked of another machine. It is generous; what it answers is cut down to names.

/** What is found is suggested as a new entity of this type. */
export type FoundType = 'person' | 'place' | 'organisation' | 'date';
export interface FoundName extends Span {
  readonly type: FoundType;
}

type Sensed = { text: string; offset: { start: number; length: number } };

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** A day, month or year that is written out; "last month" is none. */
const DATE = RegExp(
  `(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTHS})(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,? \\d{4})?|(?<!\\d)(?:1[5-9]|20)\\d\\d(?:[-–](?:\\d\\d){1,2})?(?!\\d)`,
  'g',
);
const LONE_MONTH = RegExp(`^(?:${MONTHS})$`);
/** Where words that were taken for one name come apart: behind a possessive, at a dash between blanks. */
const APART = /['’ʼ]s(?=\s|$)|\s[-–—]+\s/;
/** Words that are taken for a name of somebody, alone or before it. */
const TITLE =
  /^(?:(?:President|Prime|Minister|Mr|Mrs|Ms|Dr|General|Colonel|Major|Captain|Commander|Mullah|Sheikh|Haji|Qari|King|Queen|Judge|Senator|Governor)\.?\s+)+/;
const LONELY = RegExp(`^(?:President|Minister|General|Commander|Mullah|Qari|Government|${MONTHS})$`);
const EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$|(?<=\p{L}{3})[^\p{L}\p{N}]+$/gu;

/** "village of", "Afghan province of": a kind of place before its name. */
const KIND = /^.*(?<!\p{L})\p{Ll}+ of (?=\p{Lu})/u;

/** From the first word with a capital to the last one, without the signs around it. */
function nameIn(words: string): string {
  const capital = /(?<![\p{L}\p{N}])\p{Lu}/u.exec(words)?.index ?? -1;
  if (capital < 0) return '';
  return words
    .slice(capital)
    .replace(/(?:\s+[\p{Ll}][^\s]*|\s*[-–—]+\s*)+$/u, '')
    .replace(EDGE, '');
}

/** Whether this is a name, as far as it shows: not an adjective, a title or a month that stands alone. */
function isName(name: string, type: FoundType, cut: boolean): boolean {
  if (name.length < 3 || LONELY.test(name)) return false;
  if (type !== 'organisation') return true;
  // "Tajik government" is cut down to "Tajik", which is no body.
  return /\s/.test(name) || (!cut && name === name.toUpperCase());
}

/** The names in words that were taken for one: "Tajikistan’s Rasht Valley" holds two. */
function namesIn({ text, offset }: Sensed, type: FoundType): FoundName[] {
  const found: FoundName[] = [];
  let from = 0;
  const parts = text.split(APART);
  for (const [index, part] of parts.entries()) {
    const at = text.indexOf(part, from);
    from = at + part.length;
    // Whoever a body belongs to is of another kind: "Emomali Rahmon’s government".
    if (type === 'organisation' && index < parts.length - 1) continue;
    const titled = nameIn(part);
    const name = titled.replace(type === 'person' ? TITLE : type === 'place' ? KIND : '', '');
    const cut = name.length < part.replace(EDGE, '').length;
    if (!isName(name, type, cut)) continue;
    const start = offset.start + at + part.indexOf(name, part.indexOf(titled));
    found.push({ start, end: start + name.length, type });
  }
  return found;
}

function datesIn(text: string): FoundName[] {
  return [...text.matchAll(DATE)]
    .filter(([words]) => !LONE_MONTH.test(words))
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length, type: 'date' }));
}

function findInLine(line: string): FoundName[] {
  const read = nlp(line);
  const sensed = (view: { json: (how: object) => unknown }, type: FoundType) =>
    (view.json({ offset: true, terms: false }) as Sensed[])
      // Where its offset is not that of its words, it is left out.
      .filter(({ text, offset }) => line.slice(offset.start, offset.start + offset.length) === text)
      .flatMap((one) => namesIn(one, type));
  const found = [
    ...sensed(read.people(), 'person'),
    ...sensed(read.places(), 'place'),
    ...sensed(read.organizations(), 'organisation'),
    ...datesIn(line),
  ];
  return withoutInner(found);
}

/** Of names that overlap, the longest; of the same words, the first kind. */
function withoutInner(found: readonly FoundName[]): FoundName[] {
  const kept: FoundName[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some(({ start, end }) => one.start < end && start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

/** The names that stand in an English text, line by line: a generator, since a long text takes seconds. UTF-16 offsets. */
export function* findUnknown(text: string): Generator<FoundName[]> {
  for (const { start, text: line } of paragraphs(text))
    if (line.trim() !== '')
      yield findInLine(line).map((one) => ({ ...one, start: one.start + start, end: one.end + start }));
}
