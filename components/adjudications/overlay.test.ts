import { expect, it } from 'vitest';
import { piecesOf, shownOf, type Stroke } from './overlay';

const stroke = (id: string, person: number, start: number, end: number): Stroke => ({
  ...{ id, person, start, end, place: `place of ${id}` },
});

it('cuts a paragraph where anybody’s span begins or ends, and says who is over each piece', () => {
  const pieces = piecesOf({ start: 0, end: 20 }, [stroke('a', 1, 2, 10), stroke('b', 0, 6, 14)]);
  expect(pieces.map(({ start, end, people }) => [start, end, people.join(' ')])).toEqual([
    [0, 2, ''],
    [2, 6, '1'],
    [6, 10, '0 1'],
    [10, 14, '0'],
    [14, 20, ''],
  ]);
  expect(pieces[2]!.places).toEqual(['place of a', 'place of b']);
});

it('shows a short text whole, and of a long one what is beside a span; what is between is counted and can be opened', () => {
  expect(shownOf([false, true, false], new Set())).toEqual([{ at: 0 }, { at: 1 }, { at: 2 }]);
  const long = Array.from({ length: 100 }, (_, index) => index === 50);
  expect(shownOf(long, new Set())).toEqual([
    { from: 0, count: 49 },
    ...[49, 50, 51].map((at) => ({ at })),
    { from: 52, count: 48 },
  ]);
  const opened = shownOf(long, new Set([52]));
  expect(opened[0]).toEqual({ from: 0, count: 49 });
  expect(opened.slice(1)).toEqual(Array.from({ length: 51 }, (_, index) => ({ at: 49 + index })));
});
