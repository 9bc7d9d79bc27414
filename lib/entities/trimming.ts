import { BODY, COMPASS, PEOPLE, PORTFOLIO, TITLE, votesInside } from './cues';
import { isCommon, isCountry, isDemonym, isForename, tagsOf } from './library';
import { isSmall, type Run, type Word } from './runs';

// Runs of words with capitals, cut down to what may be a name.

/** Whether a word that begins a sentence would be written small inside of one. */
export function isOrdinary(word: Word, small: ReadonlySet<string>): boolean {
  if (isSmall(word)) return true;
  const tags = tagsOf(word.text);
  if (/Name|Person|Place|City|Country|Region|Organi|Demonym|Proper|Acronym/.test(tags)) return false;
  return tags !== '' || small.has(word.text.toLowerCase()) || /(?:ly|ing)$/.test(word.text);
}

/** Whether words with capitals are a title of something rather than a name: "Rain Delays Its Return". */
export const isTitleCase = (run: readonly Word[]): boolean =>
  run.some((word, at) => at > 0 && /^\p{Lu}/u.test(word.text) && isSmall(word)) ||
  (run.length > 2 &&
    !BODY.test(run.at(-1)!.text) &&
    run
      .slice(1, -1)
      .some(({ text }) => /^(?:PresentTense|PastTense|Adverb|Modal|Copula)/.test(tagsOf(text)) && !isForename(text)));

const isTitle = ({ text }: Word): boolean => TITLE.test(text);

/** Where the name of somebody begins behind a title in a run, and 0 where there is none: "Prime Minister Anna Berg". */
function behindTitle(words: readonly Word[]): number {
  if (BODY.test(words.at(-1)!.text)) return 0;
  const at = words.findLastIndex((word, index) => isTitle(word) && index < words.length - 1);
  const rest = words.slice(at + 1);
  // General Motors are no general.
  if (rest.length === 1 && isCommon(rest[0]!.text)) return 0;
  return at < 0 || BODY.test(words[at + 1]!.text) || /^\p{Ll}/u.test(words[at + 1]!.text) ? 0 : at + 1;
}

/** Whether the first word is a town or country that only happens to stand before a name: "our man in Oslo Karl Berg". */
const isApart = ([first, ...rest]: readonly Word[], before: string): boolean =>
  rest.length > 0 &&
  votesInside(
    [first!, ...rest].map(({ text }) => text),
    false,
  ).place === undefined &&
  (isCountry(first!.text) || (rest.length > 1 && before.endsWith(' in ') && tagsOf(first!.text) === 'City'));

/** A run cut down to what may be a name, and taken apart where it holds several; `before`: what stands before it. */
export function namesOf(run: Run, before: string, small: ReadonlySet<string>): Word[][] {
  let words = [...run];
  while (words[0] && isSmall(words[0])) words.shift();
  if (words.length === 0) return [];
  const from = behindTitle(words);
  const owner = words.slice(0, from).filter((word) => !isTitle(word) && !PORTFOLIO.test(word.text));
  words = words.slice(from);
  // "Secretary of State Anna Berg".
  if (words.length > 2 && PORTFOLIO.test(words[0]!.text) && /(?:Secretary|Minister) (?:of|for) $/.test(before))
    words.shift();
  const isBody = words.some(({ text }) => BODY.test(text));
  if (words[0]!.opens && words.length > 1 && !isBody && isOrdinary(words[0]!, small)) words.shift();
  // "Afghan Kabul" is Kabul, but the Afghan Army is a body.
  if (!isBody) while (words.length > 1 && isDemonym(words[0]!.text)) words.shift();
  const parts = !isBody && isApart(words, before) ? [[words[0]!], words.slice(1)] : [words];
  return [owner, ...parts].filter((part) => part.length > 0);
}

/** Adjectives of nations, titles, kinds of people and single letters, which name nobody when they stand alone. */
export function isNoName(words: readonly Word[]): boolean {
  const [{ text } = { text: '' }] = words;
  if (PEOPLE.test(words.at(-1)!.text)) return true;
  // "Northern Norwegians", "Northern Border", but not "North Sea".
  const last = words.at(-1)!.text;
  if (words.length === 2 && COMPASS.test(text) && (isDemonym(last) || isCommon(last)))
    return (votesInside([text, last], false).place ?? 0) < 2;
  return (
    words.length === 1 &&
    (text.length < 2 ||
      TITLE.test(text) ||
      BODY.test(text) ||
      text.split('-').every(isDemonym) ||
      SMALL_ALONE.test(text))
  );
}
const SMALL_ALONE =
  /^(?:Western|Eastern|Northern|Southern|Islamic|Islamist|Muslims?|Soviet|State|National|Internet|God)$/;
