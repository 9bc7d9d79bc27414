import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDITS, randomOf, textsOf, untouched } from './corpus.fixtures';
import { isChanged, likelyPlace, sideBySide } from './side-by-side';

const OLD = 'A mill burned.\n\nFour men were seen. Nobody spoke.\n\nThe end of it.\n';

describe('two versions beside one another', () => {
  it('puts a changed paragraph beside the one it was, with the words that went and came', () => {
    const young = OLD.replace('Four men', 'Five women');
    const rows = sideBySide(OLD, young);
    expect(rows.map(isChanged)).toEqual([false, true, false]);
    const [, row] = rows;
    expect(row!.gone.map(({ start, end }) => OLD.slice(start, end).trim())).toEqual(['Four men']);
    expect(row!.come.map(({ start, end }) => young.slice(start, end).trim())).toEqual(['Five women']);
  });

  it('shows what was put in or taken out on its own side', () => {
    const young = OLD.replace('The end of it.', 'Something else altogether stands here now.').replace(
      'A mill burned.\n\n',
      '',
    );
    const rows = sideBySide(OLD, young).filter(isChanged);
    expect(rows.map(({ old, young: now }) => [old !== null, now !== null])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
  });

  it('shows a paragraph that stands elsewhere to the letter as moved, and one that is another by now as gone and come', () => {
    const [first, second, third, fourth] = [
      'The harbour opened at dawn.',
      'Nobody saw the brig leave, said a clerk.',
      'Salt was paid for in silver until autumn.',
      'The council met twice, to no end.',
    ];
    const before = [first, second, third, fourth].join('\n\n');
    const after = (last: string) => [first, fourth, third, last].join('\n\n');
    const told = (young: string) =>
      sideBySide(before, young).map((row) => {
        const { old, young: now, moved } = row;
        const words = old ? before.slice(old.start, old.end) : young.slice(now!.start, now!.end);
        return [words.trim(), moved ?? (isChanged(row) ? 'changed' : 'same'), row.gone.length + row.come.length];
      });
    expect(told(after(second!))).toEqual([
      [first, 'same', 0],
      [second, 'down', 0],
      [fourth, 'down', 0],
      [third, 'same', 0],
      [fourth, 'up', 0],
      [second, 'up', 0],
    ]);
    const reworded = told(after('Everybody saw it.')).filter(([, how]) => how === 'changed');
    expect(reworded.map(([words]) => words)).toEqual([second, 'Everybody saw it.']);
  });

  it('shows a paragraph that moved and was reworded as moved, with the words that went and came', () => {
    const [first, barges, third, ledger] = [
      'The ferry left at dawn with forty people on board.',
      'The harbour commission counted twelve barges that night, and wrote their names down.',
      'The salt was paid for in silver until autumn.',
      'The ledger was found a week later in the office of the deputy, who had never seen it.',
    ];
    const before = [first, barges, third, ledger].join('\n\n');
    const later = ledger.replace('a week', 'two weeks');
    const young = [first, later, barges, third].join('\n\n');
    const told = (now: string) =>
      sideBySide(before, now).map((row) => [
        row.old ? before.slice(row.old.start, row.old.start + 10) : now.slice(row.young!.start, row.young!.start + 10),
        row.moved,
        row.gone.map(({ start, end }) => before.slice(start, end).trim()),
        row.come.map(({ start, end }) => now.slice(start, end).trim()),
      ]);
    expect(told(young)).toEqual([
      ['The ferry ', undefined, [], []],
      ['The ledger', 'down', [], ['two weeks']],
      ['The harbou', undefined, [], []],
      ['The salt w', undefined, [], []],
      ['The ledger', 'up', ['a week'], []],
    ]);
    // Two that it might be: neither is said to be it.
    const twice = [first, later, barges, third, ledger.replace('a week', 'three weeks')].join('\n\n');
    expect(told(twice).filter(([, moved]) => moved)).toEqual([]);
  });

  it('leaves out no word of either, and puts none twice, whatever was edited', () => {
    const texts = textsOf().own;
    const edits = fc.array(fc.constantFrom(...Object.keys(EDITS)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(texts.length - 1), edits, fc.nat(), (which, names, seed) => {
        const before = texts[which]!;
        const edited = untouched(before);
        for (const name of names) EDITS[name]!(edited, randomOf(seed));
        const rows = sideBySide(before, edited.text);
        const bare = (text: string) => text.replace(/\s+/g, '');
        const joined = (text: string, side: 'old' | 'young') =>
          bare(rows.map((row) => (row[side] ? text.slice(row[side].start, row[side].end) : '')).join(''));
        expect(joined(before, 'old')).toBe(bare(before));
        expect(joined(edited.text, 'young')).toBe(bare(edited.text));
      }),
      { numRuns: 60 },
    );
  });
});

it('looks for a lost passage in the paragraph where it stood', () => {
  const young = OLD.replace('Four men were seen. ', '');
  const start = OLD.indexOf('Four men');
  const place = likelyPlace(OLD, young, { start, end: start + 8 });
  expect(young.slice(place.start, place.end)).toBe('Nobody spoke.\n');
});
