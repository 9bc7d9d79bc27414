import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { fileSpool } from './spool';

const long = 'é😀 of a claim, as it stands. '.repeat(3000); // a block is filled by two of them
const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', long, `${long}\r\n`));

it('gives every text back, in whatever order it is asked for and while more is put down', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyText, fc.nat()), { maxLength: 20 }), async (steps) => {
      const spool = fileSpool();
      const put: string[] = [];
      for (const [text, asked] of steps) {
        expect(await spool.put(text)).toBe(put.length);
        put.push(text);
        expect(await spool.get(asked % put.length)).toBe(put[asked % put.length]);
      }
      for (const [number, text] of [...put.entries()].reverse()) expect(await spool.get(number)).toBe(text);
      await spool.close();
    }),
    { numRuns: 40 },
  ));

it('leaves no file behind, not even while it is open', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spool-'));
  vi.stubEnv('TMPDIR', folder);
  const spool = fileSpool();
  for (let many = 0; many < 4; many++) await spool.put(long);
  expect(await spool.get(0)).toBe(long);
  expect(readdirSync(folder)).toEqual([]);
  await spool.close();
  vi.unstubAllEnvs();
  rmdirSync(folder);
});
