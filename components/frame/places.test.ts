import { expect, it } from 'vitest';
import { placeHref, placeOf, places } from './places';

it('knows the place of every address it leads to, and of the pages below', () => {
  for (const place of places) {
    expect(placeOf('p1', placeHref('p1', place.path))).toBe(place);
    if (place.path) expect(placeOf('p1', `${placeHref('p1', place.path)}/0197`)).toBe(place);
  }
});

it('does not take one name for the beginning of another, nor one project for another', () => {
  expect(placeOf('p1', '/projects/p1/claims-archive')).toBeUndefined();
  expect(placeOf('p1', '/projects/p10/claims')).toBeUndefined();
  expect(placeOf('p1', '/projects/p1/inbox')).toBeUndefined();
});
