import { describe, expect, it } from 'vitest';
import { filterOf } from './thread-filter';

const blank = { state: '', mine: '', objections: '' };

describe('the filter of an address', () => {
  it('is the open threads when it says nothing, or nothing known', () => {
    expect(filterOf(blank)).toEqual({ which: 'open', filter: { state: 'open' } });
    expect(filterOf({ state: 'odd', mine: 'odd', objections: 'odd' }).filter).toEqual({ state: 'open' });
  });
  it('names state, part taken and objections', () => {
    const filter = { state: 'closed', mine: 'took-part', objections: 'open' };
    expect(filterOf(filter)).toEqual({ which: 'closed', filter });
    expect(filterOf({ ...blank, state: 'all' })).toEqual({ which: 'all', filter: {} });
  });
});
