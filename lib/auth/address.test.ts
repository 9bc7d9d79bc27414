import { expect, it } from 'vitest';
import { addressOf } from './address';

it.each([
  [{ 'x-real-ip': '192.0.2.1', 'x-forwarded-for': '198.51.100.7' }, '192.0.2.1'],
  [{ 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
  [{ 'x-forwarded-for': '10.0.0.1, 203.0.113.9' }, '203.0.113.9'],
  [{ 'x-forwarded-for': '' }, 'local'],
  [{}, 'local'],
])('%o comes from %s', (headers: Record<string, string>, address) => {
  expect(addressOf((name) => headers[name])).toBe(address);
});

it('does not become a long key', () => {
  expect(addressOf(() => 'x'.repeat(5000))).toHaveLength(100);
});
