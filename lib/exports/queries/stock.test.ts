import { hash, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { digestOfAll } from '@/lib/formats/digest';
import { stocking, type StockRow } from './stock';

const many = Array.from({ length: 2500 }, (_, nth): StockRow => ({
  ...{ claimId: randomUUID(), wording: 1, sha256: `${nth}`.padStart(64, '0'), parts: '' },
  inFile: nth % 3 > 0,
})).sort((a, b) => (a.claimId < b.claimId ? -1 : 1));

it('hands on what is noted a thousand at a time, one batch after the other, and has the digest of what is in the file', async () => {
  const kept: StockRow[][] = [];
  let at = 0;
  const noted = stocking(async (rows) => {
    expect((at += 1)).toBe(1);
    await new Promise((done) => setTimeout(done, 5));
    kept.push(rows);
    at -= 1;
  });
  for (const row of many) await noted.note(row);
  const inFile = many.filter((row) => row.inFile);
  const lines = inFile.map(({ claimId, wording, ...row }) => ({ id: claimId, version: wording, sha256: row.sha256 }));
  expect(await noted.end()).toEqual({
    count: inFile.length,
    sha256: digestOfAll(lines, (text) => hash('sha256', text, 'hex')),
  });
  expect(kept.map(({ length }) => length)).toEqual([1000, 1000, 500]);
  expect(kept.flat()).toEqual(many);
});

it('says no later than with the next batch that one could not be kept', async () => {
  const noted = stocking(() => Promise.reject(new Error('taken over')));
  const all = async () => {
    for (const row of many) await noted.note(row);
  };
  await expect(all()).rejects.toThrow('taken over');
});
