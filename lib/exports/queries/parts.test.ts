import { afterAll, beforeAll, expect, it } from 'vitest';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows } from '@/lib/core/testing';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { atOnce } from '../at-once.fixtures';
import { makeExport } from '../commands';
import { openParts, partsFrom } from './parts';

let at: Bench;
beforeAll(async () => {
  at = await bench();
  await at.approved();
});
afterAll(closeAll);

/** An export with so many parts more than it was made with; answers its id and all numbers that stand in these, in order. */
async function longer(numbers: number[]) {
  const { body } = atOnce(await makeExport({ actor: at.analyst, id: at.projectId, input: { format: 'json' } }));
  const data = numbers.map((number) => ({
    ...{ projectId: at.projectId, exportId: body.id, number, content: Uint8Array.of(number) },
  }));
  await rows().exportPart.createMany({ data: data.reverse() }); // in no order that they could be read in by chance
  return body.id;
}
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

async function fetched(id: string) {
  const { parts, bytes } = await read(at.viewer, (ctx) => openParts(ctx, id));
  const all: Uint8Array[] = [];
  for await (const part of parts()) all.push(part);
  return { all, bytes };
}

it.each([6, 7, 8, 15, 20])('fetches every part once and in order, the first and %i more', async (more) => {
  const { all, bytes } = await fetched(await longer(upTo(more)));
  expect(all.slice(1).map(([number]) => number)).toEqual(upTo(more));
  expect(bytes).toBe(all.reduce((sum, { length }) => sum + length, 0));
});

it('holds no more than eight parts, and answers none behind the last', async () => {
  const id = await longer(upTo(20));
  const from = (number: number) => read(at.viewer, (ctx) => partsFrom(ctx, id, number));
  expect((await from(9)).map(([number]) => number)).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
  expect(await from(21)).toEqual([]);
});

it('breaks off where a part is missing, instead of going on behind it', async () => {
  const id = await longer([...upTo(9), 11, 12]);
  await expectRefusal(fetched(id), 'not-found');
});
