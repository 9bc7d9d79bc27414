import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { digest, sameLock, sourcesDigest } from './freshness.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'freshness-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('installed packages', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-darwin': { version: '2.0.0', optional: true },
  };

  it('are whole when every package is there, optional ones of other systems excepted', () => {
    expect(sameLock(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
    expect(sameLock(wanted, { 'node_modules/b-darwin': { version: '2.0.0' } })).toBe(false);
    expect(sameLock(wanted, {})).toBe(false);
  });

  it('are stale when a version differs, of an optional one too', () => {
    expect(sameLock(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
    expect(
      sameLock(wanted, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-darwin': { version: '1.9.0' } }),
    ).toBe(false);
  });
});

describe('the digest of sources', () => {
  it('follows content and name, not time', () => {
    const file = path.join(folder, 'a.ts');
    writeFileSync(file, 'one');
    const before = digest([file]);
    writeFileSync(file, 'one');
    expect(digest([file])).toBe(before);
    writeFileSync(file, 'two');
    expect(digest([file])).not.toBe(before);
    writeFileSync(file, 'one');
    renameSync(file, path.join(folder, 'b.ts'));
    expect(digest([path.join(folder, 'b.ts')])).not.toBe(before);
    expect(digest([], 'x')).not.toBe(digest([], 'y'));
  });

  it('does not confuse where one file ends and the next begins', () => {
    const write = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    const first = digest([write('c', 'ab'), write('d', 'c')]);
    expect(digest([write('c', 'a'), write('d', 'bc')])).not.toBe(first);
  });

  it('tells a build for an image from one for this machine', () => {
    const here = sourcesDigest();
    vi.stubEnv('CLAIMBENCH_STANDALONE', '1');
    expect(sourcesDigest()).not.toBe(here);
    vi.unstubAllEnvs();
  });
});
