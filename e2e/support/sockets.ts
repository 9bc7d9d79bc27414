import { connect } from 'node:net';
import type { BrowserContext } from '@playwright/test';
import { served } from './served';

/** What a client writes that keeps to no rule: the head of a request, then its body in pieces. Then it waits, or hangs up. */
export async function writeRaw(
  context: BrowserContext,
  path: string,
  headers: Record<string, string>,
  pieces: (string | Buffer)[],
  then: 'waits' | 'hangs up',
): Promise<string> {
  const { origin, hostname, port, host } = new URL(served().addresses[0]);
  const cookies = await context.cookies(origin);
  const head = {
    host,
    origin,
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    'idempotency-key': crypto.randomUUID(),
    connection: 'close',
    ...headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  return new Promise((done) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST /api/v1${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      for (const piece of pieces) socket.write(piece);
      if (then === 'hangs up') socket.end();
    });
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', () => done(answer));
    socket.on('close', () => done(answer));
  });
}
