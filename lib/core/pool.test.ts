import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { expect, it } from 'vitest';
import { poolOptions } from './pool';

/** A message of PostgreSQL's protocol, version 3.0: its letter, its length, what it holds. */
const message = (letter: string, held: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(held.length + 4);
  return Buffer.concat([Buffer.from(letter), length, held]);
};
const LET_IN = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))]);
const SHUT_DOWN = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'));

it('outlives a database that lets somebody in and shuts down in the same breath', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(Buffer.concat([LET_IN, SHUT_DOWN])));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const uncaught: unknown[] = [];
  const hear = (error: unknown) => uncaught.push(error);
  const heard = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', hear);
  const pool = new pg.Pool(poolOptions(`postgresql://somebody@127.0.0.1:${port}/some`, 1));
  try {
    const client = await pool.connect();
    await expect(client.query('SELECT 1')).rejects.toThrow();
    client.release(true);
    expect(uncaught).toEqual([]);
  } finally {
    await pool.end();
    process.removeAllListeners('uncaughtException');
    for (const listener of heard) process.on('uncaughtException', listener);
    server.close();
  }
});
