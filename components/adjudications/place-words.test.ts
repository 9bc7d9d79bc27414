import { expect, it } from 'vitest';
import type { PlaceView } from '@/lib/adjudications/adjudication';
import { alsoTaken, toggled } from './place-words';

const variant = (...ids: string[]) => ({ tags: ids.map((id) => ({ id })) });
const place = { variants: [variant('a', 'b'), variant('c'), variant('d', 'e')] } as unknown as PlaceView;
const shown = (take: string[]) => alsoTaken(place, take).map(({ index, taken }) => [index, taken]);

it('offers what the others said beside what was asked for, and takes all tags of it or none', () => {
  expect(shown(['c'])).toEqual([
    [0, false],
    [2, false],
  ]);
  const two = toggled(['c'], ['d', 'e']);
  expect(two).toEqual(['c', 'd', 'e']);
  expect(shown(two)).toEqual([
    [0, false],
    [2, true],
  ]);
  expect(toggled(two, ['d', 'e'])).toEqual(['c']);
});
