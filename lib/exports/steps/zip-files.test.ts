import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { all, type StreamedFile } from '@/lib/formats/source';
import { zipFiles } from './zip-files';

const text = '\ufeff"claim_id"\r\n"é 😀"\r\n';
const files: StreamedFile[] = [
  {
    ...{ name: 'claims.csv', contentType: 'text/csv' },
    async *chunks() {
      yield text.slice(0, 3);
      yield text.slice(3);
    },
  },
  {
    ...{ name: 'evidence.csv', contentType: 'text/csv' },
    async *chunks() {
      yield new Uint8Array([1, 2, 3]);
    },
  },
];
const bytesOf = async (some: StreamedFile[] = files) => Buffer.concat(await all(zipFiles(some)));

it('gives every file back to the byte, in order', async () => {
  const read = unzipSync(await bytesOf());
  expect(Object.keys(read)).toEqual(['claims.csv', 'evidence.csv']);
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(read['claims.csv'])).toBe(text);
  expect(read['evidence.csv']).toEqual(new Uint8Array([1, 2, 3]));
  expect(strFromU8(read['claims.csv'] ?? new Uint8Array())).toContain('claim_id');
});

it('has the same bytes at any time, in every time zone', async () => {
  // A process reads its time zone once, when it begins.
  const script = `
    import { zipFiles } from './lib/exports/steps/zip-files.ts';
    const pieces = [];
    for await (const piece of zipFiles([{ name: 'a.csv', contentType: 'text/csv', async *chunks() { yield 'a'; } }])) pieces.push(piece);
    console.log(new Date(2000, 0, 1).getTimezoneOffset(), Buffer.concat(pieces).toString('hex'));`;
  const ran = promisify(execFile);
  const said = await Promise.all(
    ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map(async (TZ) => {
      const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
      return (await ran(process.execPath, args, { env: { ...process.env, TZ } })).stdout.trim().split(' ');
    }),
  );
  expect(new Set(said.map(([offset]) => offset)).size).toBe(3);
  expect(new Set(said.map(([, bytes]) => bytes)).size).toBe(1);
});

it('reads one file after the other, and no file that its turn has not come for', async () => {
  const order: string[] = [];
  const named = (name: string): StreamedFile => ({
    ...{ name, contentType: 'text/plain' },
    async *chunks() {
      order.push(`${name} begins`);
      yield 'x'.repeat(100_000);
      order.push(`${name} ends`);
    },
  });
  await bytesOf([named('a'), named('b')]);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it('fails as its files fail', async () => {
  const broken: StreamedFile = {
    ...{ name: 'c', contentType: 'text/plain' },
    async *chunks() {
      yield 'x';
      throw new Error('the database is away');
    },
  };
  await expect(bytesOf([broken])).rejects.toThrow('the database is away');
});
