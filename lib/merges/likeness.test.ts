import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skeleton } from '@/lib/entities/skeleton';
import { likeNames } from './likeness';

const person = (name: string, ...aliases: string[]) => ({ id: name, type: 'person', name, aliases });
const pairs = (...names: ReturnType<typeof person>[]) => likeNames(names).map(({ ids }) => ids.join(' = '));
const why = (one: string, other: string) => likeNames([person(one), person(other)])[0]?.reasons[0] ?? null;

describe('transliterations', () => {
  it.each([
    ['Arsalon', 'Arslan', 'Arsalan', 'Arsolon'],
    ['Kunduz', 'Qunduz', 'Konduz'],
    ['Muhammad', 'Mohammed', 'Mohamad', 'Muhammadi'],
    ['Sharipov', 'Sharipoff', 'Sharipow'],
    ['Al-Hashimi', 'Hashimi', 'el Hashemi'],
    ['Akhmadov', 'Ahmadov'],
  ])('%s is one name however it is written', (...spellings) => {
    expect(new Set(spellings.map(skeleton)).size).toBe(1);
  });

  it.each([
    ['Kabul', 'Kandal'],
    ['Ivanov', 'Ivanova Karim'],
    ['Nasi', 'Nusay'],
    ['Osh', 'Asha'],
  ])('%s is not %s: other consonants, other words, or too few', (one, other) => {
    expect(skeleton(one) !== '' && skeleton(one) === skeleton(other)).toBe(false);
  });

  it.each([
    ['Мухаммад Шарифов', 'Muhammad Sharifov'],
    ['Ахмад Шах', 'Ahmad Shah'],
    ['Эмомали Рахмон', 'Emomali Rahmon'],
    ['Ҷамшед Қодиров', 'Jamshed Qodirov'],
    ['Παπαδόπουλος', 'Papadopoulos'],
    ['أحمد شاه', 'Ahmad Shah'],
    ['محمد الهاشمي', 'Muhammad al-Hashimi'],
  ])('%s is %s in another script, and is proposed as that', (one, other) => {
    expect(why(one, other)).toBe(`“${one}” and “${other}” are one name in two scripts, perhaps`);
  });

  it('leaves scripts alone of which it knows no letters, and other names apart', () => {
    expect(skeleton('毛澤東')).toBe('');
    expect(why('Рустам Каримов', 'Muhammad Sharifov')).toBeNull();
  });

  it('costs little among 5,000 names of two scripts', () => {
    const name = (at: number, letters: string) =>
      [97, 13, 7, 3].map((step) => letters[Math.floor(at / step) % letters.length]! + letters[at % 5]!).join('');
    const many = Array.from({ length: 5000 }, (_, at) => ({
      ...person(`${name(at, 'абвгдежзиклмнопрст')} ${name(at * 7, at % 2 ? 'абвгдежзиклмноп' : 'abcdefghiklmnop')}`),
      id: String(at),
    }));
    const start = performance.now();
    likeNames(many, undefined, '17');
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('names that may be one', () => {
  it('are proposed with the reason', () => {
    expect(why('Mahdi Arsalon', 'Mahdi Arslan')).toContain('two transliterations');
    expect(why('Badakhshan', 'Badakhshon')).toContain('transliterations');
    expect(why('Torben', 'Torten')).toContain('one letter apart');
    expect(why('M. Arsalon', 'Mahdi Arsalon')).toContain('initials fit');
    expect(why('Radio Free Europe', 'RFE')).toContain('initials fit');
    expect(why('Jamaat Ansarullah', 'Jamaat-e Ansarullah')).toContain('spelt nearly alike');
    expect(likeNames([person('Arsalon', 'Sharifov'), person('Sharifov')])[0]?.reasons[0]).toBe(
      'both are written “Sharifov”',
    );
  });

  it('are said to be written the same, not nearly alike, where they are', () => {
    expect(
      likeNames([person('Nasi'), person('Nasi')].map((one, at) => ({ ...one, id: String(at) })))[0]!.reasons,
    ).toEqual(['both are written “Nasi”']);
  });

  it('say in whose company both are mentioned, which counts a little', () => {
    const names = [person('Mahdi Arsalon'), person('Mahdi Arslan'), person('Qadir Safa')];
    const contexts = new Map([
      ['Mahdi Arsalon', ['a']],
      ['Mahdi Arslan', ['b']],
      ['Qadir Safa', ['a', 'b']],
    ]);
    const [alone] = likeNames(names);
    const [together] = likeNames(names, contexts);
    expect(together?.reasons.at(-1)).toBe('both are mentioned beside Qadir Safa');
    expect(together!.score).toBeGreaterThan(alone!.score);
  });

  it('are none across types, nor of two descriptions of unnamed sources', () => {
    expect(likeNames([person('Kunduz'), { ...person('Qunduz'), type: 'place' }])).toEqual([]);
    const source = (name: string) => ({ ...person(name), type: 'unnamed-source' });
    expect(likeNames([source('a border official'), source('a border officials')])).toEqual([]);
    expect(pairs(person('Ahmad Zahir'), person('Olga Petrova'))).toEqual([]);
    expect(pairs(person('Unit 731'), person('Unit 732'))).toEqual([]);
  });

  it('are the same pairs in whatever order the names come, each once', () => {
    const name = fc.stringMatching(/^[A-D][a-e]{3,6}( [A-D][a-e]{3,6})?$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 30 }), (names) => {
        const known = names.map((one) => person(one));
        const sorted = (list: ReturnType<typeof likeNames>) =>
          list.map(({ ids }) => [...ids].sort().join(' = ')).sort();
        const there = sorted(likeNames(known));
        expect(sorted(likeNames([...known].reverse()))).toEqual(there);
        expect(new Set(there).size).toBe(there.length);
      }),
    );
  });

  it('are, for one name alone, those of all that it is in', () => {
    const name = fc.stringMatching(/^[A-D][a-e]{3,6}( [A-D][a-e]{3,6})?$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 30 }), fc.nat(), (names, at) => {
        const known = names.map((one) => person(one));
        const about = known[at % known.length]!.id;
        expect(likeNames(known, undefined, about)).toEqual(likeNames(known).filter(({ ids }) => ids.includes(about)));
      }),
    );
  });
});
