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
  const zone = process.env.TZ;
  const seen = new Set<string>();
  const offsets = new Set<number>();
  for (const TZ of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
    process.env.TZ = TZ;
    offsets.add(new Date(2000, 0, 1).getTimezoneOffset());
    seen.add((await bytesOf()).toString('hex'));
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(offsets.size).toBe(3);
  expect(seen.size).toBe(1);
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
