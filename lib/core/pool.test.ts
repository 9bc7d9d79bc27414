import { PrismaPg } from '@prisma/adapter-pg';
import { createServer, type AddressInfo, type Server } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrismaClient } from '@/prisma/generated/client';
import { unavailable } from './errors';
import { poolOptions } from './pool';

/** A message of PostgreSQL's protocol, version 3.0: its letter, its length, what it holds. */
const message = (letter: string, held: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(held.length + 4);
  return Buffer.concat([Buffer.from(letter), length, held]);
};
const LET_IN = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))]);
const SHUT_DOWN = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'));

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(Buffer.concat([LET_IN, SHUT_DOWN])));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `postgresql://somebody@127.0.0.1:${(server.address() as AddressInfo).port}/some`;
});
afterAll(() => void server.close());

/** What nobody caught while this was done. */
async function uncaughtIn(work: () => Promise<unknown>): Promise<unknown[]> {
  const uncaught: unknown[] = [];
  const heard = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => void uncaught.push(error));
  await work();
  process.removeAllListeners('uncaughtException');
  for (const listener of heard) process.on('uncaughtException', listener);
  return uncaught;
}

it('outlives a database that lets somebody in and shuts down in the same breath', async () => {
  const pool = new pg.Pool(poolOptions(url, 1));
  const asked = async () => {
    const client = await pool.connect();
    await expect(client.query('SELECT 1')).rejects.toThrow();
    client.release(true);
    await pool.end();
  };
  expect(await uncaughtIn(asked)).toEqual([]);
});

it('says of such a database that it is away, in a transaction and outside', async () => {
  const db = new PrismaClient({ adapter: new PrismaPg(poolOptions(url, 1)) });
  const errors: unknown[] = [];
  const asked = async () => {
    for (const ask of [() => db.claim.count(), () => db.$transaction((on) => on.claim.count())])
      await ask().catch((error: unknown) => errors.push(error));
    await db.$disconnect();
  };
  expect(await uncaughtIn(asked)).toEqual([]);
  expect(errors.map((error) => unavailable(error)?.code)).toEqual(['unavailable', 'unavailable']);
});
