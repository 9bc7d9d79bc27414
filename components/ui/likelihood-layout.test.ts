import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeDots, type PlacedDot } from './likelihood-layout';

const PER_LETTER = 1.7;
const PAD = 3.2;

/** Where dot and name of a placed dot begin and end, in percent of the plot. */
function extent({ likelihood, name, side }: PlacedDot): [number, number] {
  const width = [...name].length * PER_LETTER + PAD;
  return side === 'end' ? [likelihood - PAD / 2, likelihood + width] : [likelihood - width, likelihood + PAD / 2];
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
    fc.property(dots, (given) => {
      const placed = placeDots(given, PER_LETTER, PAD);
      expect(new Map(placed.map((dot) => [dot.id, dot.likelihood]))).toEqual(
        new Map(given.map((dot) => [dot.id, dot.likelihood])),
      );
      for (const one of placed)
        for (const other of placed) {
          if (one === other || one.row !== other.row) continue;
          const [[a, b], [c, d]] = [extent(one), extent(other)];
          expect(b <= c || d <= a).toBe(true);
        }
    }),
  );
});

it('puts a name before its dot where it would leave the plot', () => {
  const [low, high] = placeDots([
    { id: 'b', name: 'Farid Nazari', likelihood: 97 },
    { id: 'a', name: 'Ines Duarte', likelihood: 10 },
  ]);
  expect([low?.id, low?.side, high?.id, high?.side]).toEqual(['a', 'end', 'b', 'start']);
});

it('uses a second row only when the first is taken', () => {
  const rows = placeDots([
    { id: 'a', name: 'Ann', likelihood: 10 },
    { id: 'b', name: 'Ben', likelihood: 11 },
    { id: 'c', name: 'Cas', likelihood: 60 },
  ]).map((dot) => [dot.id, dot.row]);
  expect(rows).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ]);
});
