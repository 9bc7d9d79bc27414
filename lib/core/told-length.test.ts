import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lengthHeaders, tellLengths } from './told-length';

// What Next does with an answer: it leaves Content-Length out and hands on the rest, each value as a list.
const server = createServer((request, response) => {
  for (const [name, value] of Object.entries(lengthHeaders(request.url === '/known' ? 3 : undefined)))
    if (name !== 'content-length') response.setHeader(name, [value]);
  response.write('a');
  response.end('bc');
});
const ask = async (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);

beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => server.close(done)));

test('a length that is known reaches whoever asked, under its own name alone', async () => {
  expect((await ask('/known')).headers.get('content-length')).toBeNull();
  tellLengths();
  tellLengths(); // again changes nothing
  const told = await ask('/known');
  expect(told.headers.get('content-length')).toBe('3');
  expect(told.headers.has('x-body-length')).toBe(false);
  expect(await told.text()).toBe('abc');
  const untold = await ask('/unknown');
  expect(untold.headers.get('content-length')).toBeNull();
  expect(await untold.text()).toBe('abc');
});
