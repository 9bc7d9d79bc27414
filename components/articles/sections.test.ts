import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs } from '@/lib/anchoring/paragraphs';
import { sectionsOf } from './sections';

describe('sections of the reading column', () => {
  it('hold at most 16 paragraphs, fewer where they are long', () => {
    const short = sectionsOf(paragraphs('a line\n'.repeat(40)));
    expect(short.map(({ first, after }) => [first, after])).toEqual([
      [0, 16],
      [16, 32],
      [32, 40],
    ]);
    const long = sectionsOf(paragraphs(`${'x'.repeat(7_000)}\n`.repeat(9)));
    expect(long.map(({ after, first }) => after - first)).toEqual([1, 1, 1, 1, 2, 2, 1]);
    expect(sectionsOf(paragraphs('x'.repeat(900_000)))).toHaveLength(1);
    expect(sectionsOf([])).toEqual([]);
  });

  it('are small on the first screens, by the lines that their paragraphs take', () => {
    const found = sectionsOf(paragraphs(`${'x'.repeat(600)}\n`.repeat(96)));
    expect(found.slice(0, 20).map(({ after, first }) => after - first)).toEqual(Array(20).fill(2));
    expect(found.slice(20).map(({ after, first }) => after - first)).toEqual([16, 16, 16, 8]);
  });

  it('cover the text without gap or overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9_000), { maxLength: 60 }), (lengths) => {
        const text = lengths.map((length) => `${'x'.repeat(length)}\n`).join('');
        let end = 0;
        for (const section of sectionsOf(paragraphs(text))) {
          expect(section.start).toBe(end);
          expect(section.after).toBeGreaterThan(section.first);
          end = section.end;
        }
        expect(end).toBe(text.length);
      }),
    );
  });
});
