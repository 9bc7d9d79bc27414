import { describe, expect, it } from 'vitest';
import type { Layer } from './layer';
import {
  acceptable,
  candidatesOf,
  groupsOf,
  nextSuggestion,
  openSuggestions,
  rivalsOf,
  unequivocal,
  type Suggestion,
} from './suggestion';

const TEXT = 'Arsalon led the Arsalon Battalion. Arsalon fled.';
function suggested(words: string, entity: string | null, { nth = 0, type = 'person' } = {}): Suggestion {
  let start = TEXT.indexOf(words);
  for (let left = nth; left > 0; left -= 1) start = TEXT.indexOf(words, start + 1);
  const target = entity ?? type;
  return {
    id: `${start} ${start + words.length} ${target}`,
    start,
    end: start + words.length,
    quote: words,
    name: words,
    type,
    entity: entity === null ? null : { id: entity, type, name: words },
    pair: `${target} ${words.toLowerCase()}`,
  };
}
const man = [0, 1, 2].map((nth) => suggested('Arsalon', 'man', { nth }));
const unit = suggested('Arsalon Battalion', 'unit', { type: 'organisation' });
const known = [man[0]!, unit, man[1]!, man[2]!];
const none: { refused: Set<string>; layers: Layer[] } = { refused: new Set(), layers: [] };
const tag = (over: Suggestion, { own = true, entity = over.entity?.id } = {}) =>
  ({ start: over.start, end: over.end, own, tag: { entity: { id: entity } } }) as Layer;
const suggestedOf = (from: Suggestion[], found: Suggestion[], { refused, layers }: typeof none) =>
  openSuggestions(candidatesOf(from, found, refused), layers);
const open = (more: Partial<typeof none> = {}, found: Suggestion[] = []) =>
  suggestedOf(known, found, { ...none, ...more });

describe('what is suggested', () => {
  it('is everything that was found, overlapping candidates too, the longest first', () => {
    expect(open()).toEqual([man[0], unit, man[1], man[2]]);
    expect(rivalsOf(open(), unit)).toEqual([man[1]]);
  });

  it('is not what the reader has tagged with it, on these words or around them', () => {
    expect(open({ layers: [tag(man[0]!)] })).toEqual([unit, man[1], man[2]]);
    expect(open({ layers: [{ ...tag(man[0]!), end: 12 } as Layer] })).toEqual([unit, man[1], man[2]]);
  });

  it('is still what a colleague has tagged, and what is tagged with something else', () => {
    expect(open({ layers: [tag(man[0]!, { own: false })] })).toHaveLength(4);
    expect(open({ layers: [tag(man[0]!, { entity: 'brother' })] })).toHaveLength(4);
  });

  it('is not what the project has refused, for this entity alone', () => {
    expect(open({ refused: new Set(['man arsalon']) })).toEqual([unit]);
  });

  it('is the longer of two spellings of one entity, until that is refused', () => {
    const full = suggested('Arsalon Battalion', 'man');
    const both = [man[0]!, unit, full, man[1]!];
    expect(suggestedOf(both, [], none)).toEqual(
      [man[0], full, unit].sort((a, b) => a!.start - b!.start || (a!.id < b!.id ? -1 : 1)),
    );
    expect(suggestedOf(both, [], { ...none, refused: new Set([full.pair]) })).toEqual([man[0], unit, man[1]]);
  });

  it('is a new name only where no known one of its type stands, and the reader has tagged nothing', () => {
    const same = suggested('Arsalon', null);
    const longer = suggested('Arsalon Battalion', null);
    const fresh = suggested('fled', null, { type: 'event' });
    expect(open({}, [same, longer, fresh])).toEqual([...known, fresh]);
    expect(open({ layers: [tag(fresh, { entity: 'other' })] }, [fresh])).toEqual(known);
    expect(open({ refused: new Set([fresh.pair]) }, [fresh])).toEqual(known);
  });
});

describe('groups and steps', () => {
  it('groups by name and entity', () => {
    expect(groupsOf([...known, suggested('fled', null)]).map(({ pair, all }) => [pair, all.length])).toEqual([
      ['man arsalon', 3],
      ['unit arsalon battalion', 1],
      ['person fled', 1],
    ]);
  });

  it('goes on from a suggestion or a place, and around the end', () => {
    expect(nextSuggestion(known, 1, 1)).toBe(unit);
    expect(nextSuggestion(known, unit, 1)).toBe(man[1]);
    expect(nextSuggestion(known, man[2]!, 1)).toBe(man[0]);
    expect(nextSuggestion(known, unit, -1)).toBe(man[0]);
    expect(nextSuggestion(known, man[0]!, -1)).toBe(man[2]);
    expect(nextSuggestion(known, 20, -1)).toBe(man[1]);
    expect(nextSuggestion([], 0, 1)).toBeUndefined();
  });

  it('goes on from one that is no longer there', () => {
    const left = known.filter((one) => one !== unit);
    expect(nextSuggestion(left, unit, 1)).toBe(man[1]);
    expect(nextSuggestion(left, unit, -1)).toBe(man[0]);
  });
});

describe('accepting together', () => {
  it('leaves out what is part of something longer', () => {
    expect(acceptable(known, man, [])).toEqual([man[0], man[2]]);
  });

  it('leaves out what is part of something longer that the reader has tagged by now', () => {
    expect(acceptable(man, man, [tag(unit)])).toEqual([man[0], man[2]]);
    expect(unequivocal(man, man, [tag(unit)])).toEqual([man[0], man[2]]);
    expect(acceptable(man, man, [tag(unit, { own: false })])).toEqual(man);
  });

  it('leaves out words that may name two, unless one of them was asked for', () => {
    const brother = man.map((one, nth) => suggested('Arsalon', 'brother', { nth }));
    const both = [...known, ...brother].sort((a, b) => a.start - b.start || b.end - a.end);
    expect(unequivocal(both, both, [])).toEqual([unit]);
    expect(acceptable(both, man, [])).toEqual([man[0], man[2]]);
    expect(unequivocal(known, known, [])).toEqual([man[0], unit, man[2]]);
  });
});
