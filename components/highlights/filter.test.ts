import { describe, expect, it } from 'vitest';
import { choicesOf, filterFrom, isFiltered, passes } from './filter';
import { layersOf } from './layer';
import { aCitation, aHighlight, ana, aTag, otto } from './layers.fixtures';

const { placed } = layersOf(
  [
    aHighlight(0, 5, [aTag(), aCitation({ author: otto, reviewState: 'accepted' })]),
    aHighlight(6, 9, [aTag({ entity: { id: 'e-place', type: 'place', name: 'Darvoz' } })]),
    aHighlight(10, 12, []),
    aHighlight(14, 18, [
      aCitation({ stance: 'contradicts', speaker: { id: 'e-mahdi', type: 'person', name: 'Mahdi' } }),
    ]),
  ],
  ana.id,
  1,
);
const shown = (query: string) =>
  placed.filter((layer) => passes(layer, filterFrom(new URLSearchParams(query)))).map(({ letter }) => letter);

describe('filters from the address', () => {
  it('let everything through when there are none', () => {
    expect(shown('highlight=x')).toEqual(['P', '+', 'L', 'H', '−']);
    expect(isFiltered(filterFrom(new URLSearchParams('author=&type=')))).toBe(false);
  });

  it.each([
    ['author=u-otto', ['+']],
    ['type=mentions', ['P', 'L']],
    ['type=place', ['L']],
    ['type=citations', ['+', '−']],
    ['type=contradicts', ['−']],
    ['type=bare', ['H']],
    ['review=accepted', ['+']],
    ['claim=c-districts', ['+', '−']],
    ['entity=e-mahdi', ['P', '−']],
    ['author=u-ana&type=citations', ['−']],
    ['author=nobody', []],
  ])('%s shows %j', (query, letters) => {
    expect(shown(query)).toEqual(letters);
  });

  it('offer what occurs, most frequent first', () => {
    expect(choicesOf(placed, 'author').map(({ label, count }) => [label, count])).toEqual([
      ['Ana', 4],
      ['Otto', 1],
    ]);
    expect(choicesOf(placed, 'claim')).toHaveLength(1);
  });
});
