import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Long } from '@/e2e/support/bulk';
import { root } from '@/scripts/run.mjs';
import { TONES } from './candidate';

// Serves the page of the peers on the loopback: the bundle, the product's typeface and column, and the text in memory before anything begins.

const FONT = path.join(
  root,
  'node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
);

const look = (column: string) => `
  @font-face { font-family: Serif; src: url(/font.woff2); font-weight: 200 900 }
  body { margin: 0 }
  main { ${column}; margin: 0 auto; padding-top: 200px; font-family: Serif; overflow-wrap: break-word }
  main p { margin: 0; white-space: pre-wrap; unicode-bidi: plaintext }
  .cm-editor .cm-scroller { font: inherit; line-height: inherit; overflow-x: visible }
  .cm-editor .cm-content, .cm-editor .cm-line { padding: 0 }
  ${Array.from({ length: TONES }, (_, tone) => `::highlight(tone-${tone}), .tone-${tone} { background-color: hsl(${tone * 45} 70% 85%); text-decoration: underline }`).join('\n')}`;

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'bench/peers/page.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    outdir: '/',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { '@': root },
    logLevel: 'error',
  });
  const ending = (end: string) => outputFiles.find((file) => file.path.endsWith(end))!.text;
  return { script: ending('.js'), style: ending('.css') };
}

/** Serves `texts` by name, at `/<name>`; answers the address and how to stop. `column` is CSS for the column of text. */
export async function servePeers(texts: Record<string, Long>, column: string) {
  const { script, style } = await bundle();
  const page = (name: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Peers</title>
    <style>${style}${look(column)}</style><main></main><script src="/data-${name}.js"></script><script type="module" src="/page.js"></script>`;
  const server = http.createServer((request, response) => {
    const url = request.url ?? '';
    const send = (type: string, body: string | Buffer) => response.writeHead(200, { 'content-type': type }).end(body);
    const wanted = /^\/(?:data-)?([\w-]+?)(?:\.js)?$/.exec(url)?.[1] ?? '';
    if (url === '/font.woff2') return send('font/woff2', readFileSync(FONT));
    if (url === '/page.js') return send('text/javascript; charset=utf-8', script);
    const text = texts[wanted];
    if (!text) return response.writeHead(404).end();
    if (url.startsWith('/data-'))
      return send('text/javascript; charset=utf-8', `globalThis.data = ${JSON.stringify(text)}`);
    return send('text/html; charset=utf-8', page(wanted));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise<void>((done) => server.close(() => done()).closeAllConnections()),
  };
}
