import { expect, it } from 'vitest';
import { sourcingOf } from './sourcing';

const named = { type: 'person' };
const unnamed = { type: 'unnamed-source' };
const report = { id: 'x' };

it.each([
  [{ speaker: named, via: null }, ['on record']],
  [{ speaker: unnamed, via: null }, ['anonymous']],
  [{ speaker: named, via: report }, ['on record', 'second-hand']],
  [{ speaker: unnamed, via: report }, ['anonymous', 'second-hand']],
  [{ speaker: null, via: report }, ['second-hand']],
  [{ speaker: null, via: null }, []],
])('%j is %j', (citation, sourcing) => expect(sourcingOf(citation)).toEqual(sourcing));
