import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/** Says to `tellLengths` how many bytes the body will have; it never leaves the server. */
const LENGTH = 'x-body-length';
const key = Symbol.for('claimbench.told-length');
const held = globalThis as unknown as { [key]?: true };

/** The headers that tell a receiver how many bytes come: how far the download is, and whether it was cut off. */
export const lengthHeaders = (bytes: number | undefined): Record<string, string> =>
  bytes === undefined ? {} : { 'content-length': `${bytes}`, [LENGTH]: `${bytes}` };

type Set = ServerResponse['setHeader'];

/**
 * Next takes Content-Length from whatever a route answers, since the body may have been unpacked on its way. Ours never is: it gets
 * back what was meant. Where Next packs the answer, that takes the length away again.
 */
function telling(response: ServerResponse): void {
  const set: Set = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    name.toLowerCase() === LENGTH ? set('content-length', String(value)) : set(name, value);
}

/** From now on every answer of this server tells its length where it is known. Once for a process. */
export function tellLengths(): void {
  if (held[key]) return;
  held[key] = true;
  subscribe('http.server.request.start', (message) => telling((message as { response: ServerResponse }).response));
}
