import { NextRequest } from 'next/server';
import { expect, it } from 'vitest';
import { proxy } from '@/proxy';

function policyOf(path: string) {
  const rules = proxy(new NextRequest(`http://127.0.0.1${path}`))
    .headers.get('content-security-policy')!
    .split('; ')
    .map((rule): [string, string] => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1)]);
  // A browser heeds the first of two and complains of the other on every page.
  expect(new Set(rules.map(([name]) => name)).size).toBe(rules.length);
  return new Map(rules);
}

it('lets workers begin from this origin alone, and scripts by the nonce of the page', () => {
  const policy = policyOf('/sign-in');
  expect(policy.get('worker-src')).toBe("'self'");
  expect(policy.get('script-src')).toMatch(/^'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'/);
  expect(policyOf('/sign-in').get('script-src')).not.toBe(policy.get('script-src'));
});
