import { describe, expect, it } from 'vitest';
import { filterOf, withFilter } from './thread-filter';

const asks = (query: string) => filterOf(new URLSearchParams(query));

describe('the filter of an address', () => {
  it('is the open threads when it says nothing, or nothing known', () => {
    expect(asks('')).toEqual({ which: 'open', filter: { state: 'open' } });
    expect(asks('state=odd&mine=odd&objections=odd')).toEqual({ which: 'open', filter: { state: 'open' } });
  });
  it('names state, part taken and objections', () => {
    expect(asks('state=closed&mine=took-part&objections=open').filter).toEqual({
      state: 'closed',
      mine: 'took-part',
      objections: 'open',
    });
    expect(asks('state=all')).toEqual({ which: 'all', filter: {} });
  });
});

it('one filter changes without the others', () => {
  const search = new URLSearchParams('state=closed&mine=started');
  expect(withFilter(search, 'mine', null)).toBe('?state=closed');
  expect(withFilter(search, 'mine', 'took-part')).toBe('?state=closed&mine=took-part');
  expect(withFilter(new URLSearchParams('mine=started'), 'mine', null)).toBe('?');
});
