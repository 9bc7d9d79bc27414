import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { convertFile, unpackFile } from '@/lib/core/converter';
import '@/lib/core/testing';

// How tests of hostile files ask the real process, and a server that counts whoever contacts it.

export const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content) : content);
export const textOf = async (name: string, content: string | Uint8Array) =>
  (await convertFile({ name }, bytesOf(content))).text;

/** The reason for which a file is refused, or `read: …` when it is none. */
export const reasonFor = (name: string, content: string | Uint8Array, ms?: number) =>
  convertFile({ name }, bytesOf(content), { ms }).then(
    ({ text }) => `read: ${text.slice(0, 200)}`,
    (error: Error) => error.message,
  );

/** The files in an archive, with the reasons of those that stay in it; or the reason for which it is not opened. */
export const unpacked = (zip: Uint8Array) =>
  unpackFile('files.zip', zip).then(
    (items) => items!.map((item) => ('problem' in item ? `${item.name}: ${item.problem}` : item.name)),
    (error: Error) => error.message,
  );

/** A server that nobody should hear of. */
export async function openCanary() {
  const canary = { address: '', hits: 0, close: () => Promise.resolve() };
  const server = createServer((_, response) => {
    canary.hits += 1;
    response.end('canary');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  canary.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  canary.close = () => new Promise<void>((done) => void server.close(() => done()));
  return canary;
}
