import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { isOutside, watch } from '../support/outside';
import { served } from '../support/served';

// The last of all stories: what the others did has left no trace on another host, and a trace would have been seen.

test('no server contacted another host during the stories', () => {
  expect(readFileSync(served().outgoing, 'utf8')).toBe('');
});

test('a server that contacted another host would have been noted', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimbench-outgoing-'));
  const noted = path.join(folder, 'outgoing');
  writeFileSync(noted, '');
  // 192.0.2.1 is nobody's (RFC 5737), and so is every name under .invalid (RFC 2606).
  const program = `
    const net = require('node:net');
    net.connect(1, '127.0.0.1').on('error', () => {});
    net.connect(9, '192.0.2.1').on('error', () => {});
    require('node:dns').lookup('somewhere.invalid', () => {});
    setImmediate(() => process.exit());`;
  const guard = new URL('../support/outgoing.mjs', import.meta.url).href;
  spawnSync(process.execPath, ['--import', guard, '-e', program], {
    env: { ...process.env, CLAIMBENCH_OUTGOING: noted },
  });
  expect(readFileSync(noted, 'utf8').trim().split('\n')).toEqual(['connect 192.0.2.1', 'lookup somewhere.invalid']);
  rmSync(folder, { recursive: true });
});

test('a browser that contacted another host would have been noted', async ({ browser }) => {
  const context = await browser.newContext();
  const noted: string[] = [];
  watch(context, noted);
  const page = await context.newPage();
  // Answered here: the request is seen and goes nowhere.
  await context.route('**/*', (route) => route.fulfill({ body: '' }));
  await page.evaluate(() => fetch('https://somewhere.invalid/pixel', { mode: 'no-cors' }));
  expect(noted).toEqual(['contacted https://somewhere.invalid/pixel']);
  await context.close();
  const near = [
    'http://127.0.0.1:3000/',
    'http://localhost/',
    'http://[::1]:1/',
    'data:,x',
    'blob:http://127.0.0.1/x',
    'about:blank',
  ];
  expect(near.filter(isOutside)).toEqual([]);
  expect(['wss://somewhere.invalid/', 'http://127.0.0.1.somewhere.invalid/'].filter((one) => !isOutside(one))).toEqual(
    [],
  );
});
