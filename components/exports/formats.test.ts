import { expect, it } from 'vitest';
import { exportFormats } from '@/lib/exports/export-formats';
import { formatName, formats, sizeWords } from './formats';

it('offers every format that can be made, each with its sentence', () => {
  expect(formats.map(({ value }) => value).sort()).toEqual([...exportFormats].sort());
  for (const { value, hint } of formats) {
    expect(hint).toMatch(/\.$/);
    expect(formatName(value)).not.toBe('');
  }
});

it.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1250, '1.3 kB'],
  [12_400, '12 kB'],
  [3_400_000, '3.4 MB'],
])('says %i bytes as %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));
