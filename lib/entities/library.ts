import nlp from 'compromise';
import type { Votes } from './cues';

// What the library `compromise` knows of words: its list is asked for single ones, its grammar for the rest.

type Tags = string | readonly string[] | undefined;
const lexicon = (nlp.model() as unknown as { one: { lexicon: Record<string, Tags> } }).one.lexicon;
/** What the library's list of words says a word may be. */
export function tagsOf(word: string): string {
  const low = word.toLowerCase();
  return Object.hasOwn(lexicon, low) ? String(lexicon[low]) : '';
}

export const isForename = (word: string) => /Name|^Person/.test(tagsOf(word));
export const isCountry = (word: string) => tagsOf(word).includes('Country');
/** "Norwegian", "Uzbeks", "Iraqi": people or things of a country. The list has not all of them, but the countries. */
export function isDemonym(word: string): boolean {
  const one = word.replace(/s$/, '');
  const countries = [
    `${one}istan`,
    one.replace(/i$/, ''),
    one.replace(/n$/, ''),
    one.replace(/ian$/, ''),
    one.replace(/ese$/, ''),
  ];
  return (
    /Demonym/.test(tagsOf(word) + tagsOf(one)) || countries.some((country) => country !== word && isCountry(country))
  );
}

/** A word of every day, as far as the library knows. */
export const isCommon = (word: string): boolean =>
  /Singular|Plural|Noun|Infinitive/.test(tagsOf(word)) && !/Proper/.test(tagsOf(word));

/** What the library takes a whole name for; nothing where it takes a part of it for one. */
export function librarySays(words: readonly string[]): Votes {
  const name = words.join(' ');
  if (words.length === 1) {
    const tags = tagsOf(name.replaceAll('.', ''));
    if (/City|Country|Place|Region/.test(tags)) return { place: 2 };
    if (/Organi|SportsTeam/.test(tags)) return { organisation: 2 };
    return /Name|^Person/.test(tags) ? { person: 1 } : {};
  }
  if (words.length > 5 || /\p{L}-[ei](?: |-|$)/u.test(name)) return {};
  const read = nlp(name);
  const fits = (view: { text: () => string }) => view.text() === name;
  if (fits(read.people())) return { person: 1.5 };
  if (fits(read.places())) return { place: 1.5 };
  return fits(read.organizations()) ? { organisation: 1.5 } : {};
}
