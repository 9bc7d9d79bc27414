import { describe, expect, it } from 'vitest';
import { filterOf } from './thread-filter';

const blank = { state: '', mine: '', objections: '', mentions: '', waits: '', on: '', article: '', claim: '' };

describe('the filter of an address', () => {
  it('is the open threads when it says nothing, or nothing known', () => {
    expect(filterOf(blank)).toEqual({ which: 'open', filter: { state: 'open' } });
    expect(
      filterOf({ ...blank, state: 'odd', mine: 'odd', objections: 'odd', mentions: 'odd', on: 'odd' }).filter,
    ).toEqual({ state: 'open' });
  });
  it('names state, part taken and objections', () => {
    const filter = { state: 'closed', mine: 'took-part', objections: 'open' };
    expect(filterOf({ ...blank, ...filter })).toEqual({ which: 'closed', filter });
    expect(filterOf({ ...blank, state: 'all' })).toEqual({ which: 'all', filter: {} });
  });
  it('names mentions, a kind, or one article or claim', () => {
    const on = (values: object) => filterOf({ ...blank, ...values }).filter;
    expect(on({ mentions: 'me', on: 'entity' })).toEqual({ state: 'open', mentions: 'me', subjectType: 'entity' });
    expect(on({ article: 'a1', on: 'entity' })).toEqual({ state: 'open', subjectType: 'article', subjectId: 'a1' });
    const waits = '01a221d0-8e8c-755d-8b95-8846feaf0dc0';
    expect(on({ waits })).toEqual({ state: 'open', waitsFor: waits });
    expect(on({ waits: 'odd' })).toEqual({ state: 'open' });
    expect(on({ claim: 'c1' })).toEqual({ state: 'open', subjectType: 'claim', subjectId: 'c1' });
  });
});
