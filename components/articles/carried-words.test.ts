import { expect, it } from 'vitest';
import { carriedWords } from './carried-words';

const at = '2026-11-03T10:00:00.000Z';

it('says how words came to a corrected text', () => {
  expect(carriedWords({ how: 'same-place', from: 1, at, quote: null })).toBe(
    'Carried from version 1 on 3 Nov 2026: same words at the same place',
  );
  expect(carriedWords({ how: 'fuzzy', from: 1, at, quote: 'Four' })).toBe(
    'Moved with the correction of 3 Nov 2026 (found by likeness)',
  );
  expect(carriedWords({ how: 'by-hand', from: 2, at, quote: 'Four' })).toBe(
    'Placed by hand on 3 Nov 2026, from version 2',
  );
});
