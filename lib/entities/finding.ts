import { paragraphs } from '@/lib/anchoring/paragraphs';
import type { Span } from '@/lib/anchoring/span';
import type { FoundType } from './cues';
import { type Mention, Names } from './telling';

// People, places, organisations and dates that the project does not know yet, found in English by rules of our own beside the lists
// of `compromise`: both are in the package, so nothing is asked of another machine.

export interface FoundName extends Span {
  readonly type: FoundType;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** A day, month or year that is written out; "last month" is none. */
const DATE = RegExp(
  `(?<!\\d)\\d{4}-\\d\\d-\\d\\d(?!\\d)|(?<![\\d./])\\d{1,2}([./])\\d{1,2}\\1\\d{4}(?!\\d)|(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTHS})(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,? \\d{4})?|(?<!\\d)(?:1[5-9]|20)\\d\\d(?:[-–](?:\\d\\d){1,2})?(?!\\d)`,
  'g',
);
const LONE_MONTH = RegExp(`^(?:${MONTHS})$`);
function datesIn(text: string): FoundName[] {
  return [...text.matchAll(DATE)]
    .filter(([words]) => !LONE_MONTH.test(words))
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length, type: 'date' }));
}

/** Names that are known from elsewhere in the text, inside words that are none themselves: the longest, from the left. */
function insideOf({ words }: Mention, names: Names): FoundName[] {
  const found: FoundName[] = [];
  for (let from = 0; from < words.length; from++)
    for (let to = Math.min(words.length, from + 6); to > from; to--) {
      const part = words.slice(from, to);
      const type = names.typeOf(part);
      if (!type) continue;
      found.push({ start: part[0]!.start, end: part.at(-1)!.end, type });
      from = to - 1;
      break;
    }
  return found;
}

function foundOf(mention: Mention, names: Names): FoundName[] {
  const type = names.typeOf(mention.words);
  return type ? [{ start: mention.start, end: mention.end, type }] : insideOf(mention, names);
}

/** What overlaps a name before it is left out. */
function apart(found: readonly FoundName[]): FoundName[] {
  const kept: FoundName[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

/**
 * The names that stand in an English text, line by line: a generator, since a long text takes long. It is read twice, for a name may be
 * told by a later line; while it is read for the first time, nothing is found yet. UTF-16 offsets.
 */
export function* findUnknown(text: string): Generator<FoundName[]> {
  const names = new Names(text);
  const lines = paragraphs(text).filter(({ text: line }) => line.trim() !== '');
  const heard: Mention[][] = [];
  for (const { text: line } of lines) {
    heard.push(names.hear(line));
    yield [];
  }
  names.decide();
  for (const [at, { start, text: line }] of lines.entries()) {
    const found = [...datesIn(line), ...heard[at]!.flatMap((one) => foundOf(one, names))];
    yield apart(found).map((one) => ({ ...one, start: one.start + start, end: one.end + start }));
  }
}
