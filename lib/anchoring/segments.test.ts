import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs } from './paragraphs';
import { segments, spansByParagraph } from './segments';

const spans = fc
  .array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 12 })
  .map((list) => list.map(([start, length], index) => ({ id: `s${index}`, start, end: start + length })));

describe('segments', () => {
  it('flatten nested, overlapping and adjacent spans, outermost first', () => {
    const over = [
      { id: 'inner', start: 4, end: 6 },
      { id: 'outer', start: 2, end: 8 },
      { id: 'crossing', start: 5, end: 12 },
      { id: 'next', start: 12, end: 14 },
    ];
    expect(segments({ start: 0, end: 20 }, over)).toEqual([
      { start: 0, end: 2, ids: [] },
      { start: 2, end: 4, ids: ['outer'] },
      { start: 4, end: 5, ids: ['outer', 'inner'] },
      { start: 5, end: 6, ids: ['outer', 'inner', 'crossing'] },
      { start: 6, end: 8, ids: ['outer', 'crossing'] },
      { start: 8, end: 12, ids: ['crossing'] },
      { start: 12, end: 14, ids: ['next'] },
      { start: 14, end: 20, ids: [] },
    ]);
  });

  it('fill the range and name exactly the spans over each unit, whatever the spans', () => {
    fc.assert(
      fc.property(spans, fc.nat(20), fc.integer({ min: 1, max: 30 }), (list, start, length) => {
        const range = { start, end: start + length };
        const found = segments(range, list);
        expect(found[0]?.start).toBe(range.start);
        expect(found.at(-1)?.end).toBe(range.end);
        for (const [index, one] of found.entries()) {
          expect(one.start).toBeLessThan(one.end);
          expect(found[index + 1]?.start ?? range.end).toBe(one.end);
          for (let unit = one.start; unit < one.end; unit += 1) {
            const over = list.filter((span) => span.start <= unit && unit < span.end).map(({ id }) => id);
            expect([...one.ids].sort()).toEqual(over.sort());
          }
        }
      }),
    );
  });

  it('do not depend on the order of the spans', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const range = { start: 0, end: 60 };
        expect(segments(range, [...list].reverse())).toEqual(segments(range, list));
      }),
    );
  });

  it('draw 20,000 spans over one range', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      id: `${index}`,
      start: index * 3,
      end: index * 3 + 5,
    }));
    expect(segments({ start: 0, end: 60_010 }, many)).toHaveLength(40_000);
  });
});

it('spans are listed with every paragraph they touch', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n'), minLength: 1, maxLength: 50 }), spans, (text, list) => {
      const inside = list.filter(({ end }) => end <= text.length);
      const found = spansByParagraph(paragraphs(text), inside);
      for (const [index, { start, end }] of paragraphs(text).entries())
        expect(found[index]).toEqual(
          inside.filter((span) => span.start < end && start < span.end && span.start < span.end),
        );
    }),
  );
});
