import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NARROW, placeDots, WIDE, type PlacedDot, type PlotScale } from './likelihood-layout';

/** Where dot and name of a placed dot begin and end, in percent of the plot. */
function extent({ likelihood, name, side }: PlacedDot, { perLetter, pad }: PlotScale): [number, number] {
  const width = [...name].length * perLetter + pad;
  return side === 'end' ? [likelihood - pad / 4, likelihood + width] : [likelihood - width, likelihood + pad / 4];
}

const dots = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    name: fc.string({ minLength: 1, maxLength: 24 }),
    likelihood: fc.integer({ min: 1, max: 99 }),
  }),
  { selector: (dot) => dot.id, maxLength: 12 },
);

it('keeps every dot at its likelihood and lets no two names of a row touch', () => {
  fc.assert(
    fc.property(dots, fc.constantFrom(WIDE, NARROW), (given, scale) => {
      const placed = placeDots(given, scale);
      expect(new Map(placed.map((dot) => [dot.id, dot.likelihood]))).toEqual(
        new Map(given.map((dot) => [dot.id, dot.likelihood])),
      );
      for (const one of placed)
        for (const other of placed) {
          if (one === other || one.row !== other.row) continue;
          const [[a, b], [c, d]] = [extent(one, scale), extent(other, scale)];
          expect(b <= c || d <= a).toBe(true);
        }
    }),
  );
});

it('puts a name before its dot where it would leave the plot', () => {
  const [low, high] = placeDots(
    [
      { id: 'b', name: 'Farid Nazari', likelihood: 97 },
      { id: 'a', name: 'Ines Duarte', likelihood: 10 },
    ],
    WIDE,
  );
  expect([low?.id, low?.side, high?.id, high?.side]).toEqual(['a', 'end', 'b', 'start']);
});

it('uses a second row only when the first is taken', () => {
  const rows = placeDots(
    [
      { id: 'a', name: 'Ann', likelihood: 10 },
      { id: 'b', name: 'Ben', likelihood: 11 },
      { id: 'c', name: 'Cas', likelihood: 60 },
    ],
    WIDE,
  ).map((dot) => [dot.id, dot.row]);
  expect(rows).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ]);
});
