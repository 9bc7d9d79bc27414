import { expect, it } from 'vitest';
import { piecesOf } from './version-pieces';

it('cuts a paragraph where changes and highlights begin and end', () => {
  const text = 'Before.\nFour men were seen.\n';
  const pieces = piecesOf(text, { start: 8, end: 28 }, [{ start: 8, end: 12 }], [{ id: 'a', start: 8, end: 16 }]);
  expect(pieces.map(({ words, isChanged, ids }) => [words, isChanged, ids.join()])).toEqual([
    ['Four', true, 'a'],
    [' men', false, 'a'],
    [' were seen.', false, ''],
  ]);
});
