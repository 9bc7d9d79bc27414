import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ExportFile } from '@/lib/formats/export';
import { bytesOf } from '@/lib/formats/manifest';
import { zipFiles } from './zip-files';

const files: ExportFile[] = [
  { name: 'claims.csv', contentType: 'text/csv', body: '\ufeff"claim_id"\r\n"é 😀"\r\n' },
  { name: 'evidence.csv', contentType: 'text/csv', body: new Uint8Array([1, 2, 3]) },
];

it('gives every file back to the byte, in order', async () => {
  const zip = await zipFiles('claims.zip', files);
  expect(zip).toMatchObject({ name: 'claims.zip', contentType: 'application/zip' });
  const read = unzipSync(bytesOf(zip));
  expect(Object.keys(read)).toEqual(['claims.csv', 'evidence.csv']);
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(read['claims.csv'])).toBe(files[0]?.body);
  expect(read['evidence.csv']).toEqual(files[1]?.body);
  expect(strFromU8(read['claims.csv'] ?? new Uint8Array())).toContain('claim_id');
});

it('has the same bytes at any time, in every time zone', async () => {
  const zone = process.env.TZ;
  const seen = new Set<string>();
  const offsets = new Set<number>();
  for (const TZ of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
    process.env.TZ = TZ;
    offsets.add(new Date(2000, 0, 1).getTimezoneOffset());
    seen.add(Buffer.from(bytesOf(await zipFiles('claims.zip', files))).toString('hex'));
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(offsets.size).toBe(3);
  expect(seen.size).toBe(1);
});
