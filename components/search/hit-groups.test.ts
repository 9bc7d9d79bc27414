import { expect, it } from 'vitest';
import type { SearchHit } from '@/lib/search/search';
import { groupHits, placesMatching } from './hit-groups';

const hit = (kind: SearchHit['kind'], id: string): SearchHit => ({
  kind,
  id,
  label: id,
  language: null,
  detail: null,
  excerpt: null,
  href: '/',
});

it('groups by kind, the best hit’s first, and keeps the order within', () => {
  const groups = groupHits([hit('claim', '1'), hit('entity', '2'), hit('claim', '3')]);
  expect(groups.map(({ heading, hits }) => [heading, hits.map(({ id }) => id)])).toEqual([
    ['Claims', ['1', '3']],
    ['Entities', ['2']],
  ]);
  expect(groupHits([])).toEqual([]);
});

it('finds places by the beginning of a word', () => {
  const places = [{ label: 'Articles' }, { label: 'Start here' }];
  expect(placesMatching(places, 'HE')).toEqual([{ label: 'Start here' }]);
  expect(placesMatching(places, 'art')).toEqual([{ label: 'Articles' }]);
  expect(placesMatching(places, '')).toEqual(places);
});
