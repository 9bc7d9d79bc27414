import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './folding';
import type { NamedEntity } from './matching';
import { findNames, indexSpellings } from './naming';

const entity = (id: string, name: string, ...aliases: string[]): NamedEntity => ({ id, type: 'person', name, aliases });
const find = (text: string, ...entities: NamedEntity[]) => {
  const index = indexSpellings(entities);
  return findNames(text, index).map(({ start, end, spelling }) => ({
    words: text.slice(start, end),
    id: index.spellings[spelling]!.entity.id,
  }));
};
const words = (text: string, ...names: string[]) =>
  find(text, ...names.map((name, at) => entity(String(at), name))).map((hit) => hit.words);

describe('a name is found', () => {
  it.each([
    ['whatever its case', 'ARSALON met Arsalon and arsalon.', 'Arsalon', ['ARSALON', 'Arsalon', 'arsalon']],
    ['whatever its accents', 'Badakhshān, Badakhshan', 'Badakhshan', ['Badakhshān', 'Badakhshan']],
    ['with accents apart from their letters', 'to Badakhsha\u0304n.', 'Badakhshān', ['Badakhsha\u0304n']],
    ['with any apostrophe, or none', "Sana’a, Sana'a, Sanaa, Sana", 'Sana’a', ['Sana’a', "Sana'a", 'Sanaa']],
    [
      'with any dash, or a blank',
      'al-Qaeda, Al Qaeda, al–Qaeda, Al\u00a0Qaeda',
      'Al-Qaeda',
      ['al-Qaeda', 'Al Qaeda', 'al–Qaeda', 'Al\u00a0Qaeda'],
    ],
    ['over a line end', 'the Taliban put Kuf\r\nAb in', 'Kuf Ab', ['Kuf\r\nAb']],
    ['before a possessive', "Arsalon’s men, Arsalon's men, the Arsalons’ house", 'Arsalon', ['Arsalon', 'Arsalon']],
    ['behind an elided article', "l’Afghanistan et d'Afghanistan", 'Afghanistan', ['Afghanistan', 'Afghanistan']],
    ['with soft hyphens in it', 'Ar\u00adsalon', 'Arsalon', ['Ar\u00adsalon']],
    ['in a script without spaces', '塔利班占领了喀布尔机场', '喀布尔', ['喀布尔']],
    ['in Arabic, with and without vowel signs', 'قال مُحَمَّد و محمد', 'محمد', ['مُحَمَّد', 'محمد']],
    ['with signs of its own', 'told RFE/RL. Not RFE RL.', 'RFE/RL', ['RFE/RL']],
    ['after an emoji, at UTF-16 offsets', '😀😀 Arsalon', 'Arsalon', ['Arsalon']],
  ])('%s', (_, text, name, expected) => expect(words(text, name)).toEqual(expected));

  it('as whole words only', () => {
    expect(
      words('Tajikistan, O’Brien, Unit 7310, Darwazi, snake_Darwaz', 'Tajik', 'Brien', 'O', 'Unit 731', 'Darwaz'),
    ).toEqual([]);
  });

  it('not over a comma, a full stop or the end of a paragraph', () => {
    expect(words('Kuf, Ab. Kuf. Ab\n\nKuf\n\nAb, Kuf \n \n Ab', 'Kuf Ab')).toEqual([]);
  });

  it('with its capitals, when it is short', () => {
    expect(words('US and us, May and may, MAY', 'US', 'May')).toEqual(['US', 'May', 'MAY']);
    expect(words('the un, an UN, the ieds', 'un', 'IEDs')).toEqual(['un', 'UN']);
  });

  it('never for an unnamed source, an empty name or a single letter', () => {
    const source = { ...entity('s', 'an officer'), type: 'unnamed-source' };
    expect(find('an officer, A, ’', source, entity('a', 'A'), entity('q', '’'))).toEqual([]);
  });
});

describe('candidates', () => {
  it('are all kept where they overlap, the longest first', () => {
    const text = 'The Jamaat Ansarullah group';
    expect(words(text, 'Ansarullah', 'Jamaat Ansarullah', 'Jamaat', 'Ansarullah group')).toEqual([
      'Jamaat Ansarullah',
      'Jamaat',
      'Ansarullah group',
      'Ansarullah',
    ]);
  });

  it('are two where two entities have the name, and never merged', () => {
    expect(find('Arsalon', entity('man', 'Mahdi Arsalon', 'Arsalon'), entity('unit', 'Arsalon'))).toEqual([
      { words: 'Arsalon', id: 'man' },
      { words: 'Arsalon', id: 'unit' },
    ]);
  });

  it('stay apart by one letter', () => {
    const places = [entity('a', 'Darvoz'), entity('b', 'Darwaz'), entity('c', 'Darwoz')];
    expect(find('Darwaz and Darvoz', ...places)).toEqual([
      { words: 'Darwaz', id: 'b' },
      { words: 'Darvoz', id: 'a' },
    ]);
  });

  it('are one for an entity whose aliases differ in typing alone', () => {
    expect(find('al-Qaeda', entity('q', 'Al-Qaeda', 'al Qaeda', 'AL–QAEDA'))).toHaveLength(1);
  });
});

describe('for any text and names', () => {
  const piece = fc.constantFrom(
    'a',
    'Kuf',
    'ab',
    'É',
    'e\u0301',
    'ß',
    'SS',
    '’',
    "'s",
    '-',
    '–',
    ' ',
    '  ',
    '\u00a0',
    '\n',
    '.',
    '/',
    '😀',
    '東',
    'ﬁ',
    'İ',
    'ـ',
    '한',
  );
  const text = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
  const name = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));

  it('what is found folds like the name, within the text, in order', () => {
    fc.assert(
      fc.property(text, fc.array(name, { maxLength: 5 }), (where, names) => {
        const index = indexSpellings(names.map((one, at) => entity(String(at), one)));
        const hits = findNames(where, index);
        const bare = (one: string) => fold(one).replace(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
        for (const { start, end, spelling } of hits) {
          expect(start).toBeLessThan(end);
          expect(bare(where.slice(start, end))).toBe(bare(index.spellings[spelling]!.name));
        }
        expect(hits.map((hit) => hit.start)).toEqual(hits.map((hit) => hit.start).sort((a, b) => a - b));
      }),
      { numRuns: 3000 },
    );
  });

  it('a name put between words is always found there', () => {
    const solid = fc.constantFrom('Kuf Ab', 'Al-Qaeda', 'Éva Łęcka', 'O’Brien', '東京', 'Ошский', 'RFE/RL', 'Straße 5');
    const typed = fc.constantFrom<(name: string) => string>(
      (one) => one,
      (one) => one.toUpperCase(),
      (one) => one.normalize('NFD'),
      (one) => one.replace(/[- ]/g, '\u2011'),
      (one) => one.replace(/’/g, "'"),
    );
    fc.assert(
      fc.property(text, solid, typed, text, (before, one, type, after) => {
        const where = `${before} ; ${type(one)} ; ${after}`;
        const start = before.length + 3;
        const hits = findNames(where, indexSpellings([entity('it', one)]));
        expect(hits).toContainEqual({ start, end: start + type(one).length, spelling: 0 });
      }),
      { numRuns: 2000 },
    );
  });
});
