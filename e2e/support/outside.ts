import type { BrowserContext } from '@playwright/test';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const NO_HOST = new Set(['data:', 'blob:', 'about:']);

/** Whether an address leads to another machine. */
export function isOutside(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return !NO_HOST.has(protocol) && !LOOPBACK.has(hostname);
}

/** Notes what must never happen in any page of a context: a request to another host, a refused script, an error nobody caught, on either side. */
export function watch(context: BrowserContext, noted: string[]): void {
  context.on('request', (request) => isOutside(request.url()) && noted.push(`contacted ${request.url()}`));
  context.on('weberror', (error) => noted.push(`error in the page: ${error.error().stack ?? error.error().message}`));
  context.on('response', (answer) => answer.status() >= 500 && noted.push(`${answer.status()} from ${answer.url()}`));
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) noted.push(`refused by the policy: ${message.text()}`);
  });
  context.on('page', (page) =>
    page.on('websocket', (socket) => isOutside(socket.url()) && noted.push(`contacted ${socket.url()}`)),
  );
}
