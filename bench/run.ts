import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import pg from 'pg';
import { serveDemo } from '@/e2e/support/server';
import { served } from '@/e2e/support/served';
import { openDatabase } from '@/scripts/postgres.mjs';
import { root } from '@/scripts/run.mjs';
import { closePools } from '@/lib/core/db';
import { exportingRow } from './exporting';
import { echoesRow } from './find-echoes';
import { claimsRow } from './list-claims';
import { historyRow } from './list-history';
import { liveRows } from './live';
import { openingRow } from './open-at-server';
import { readerRows } from './reader';
import { memoryRow, scriptsRow } from './reader-memory';
import { savingRows } from './saving';
import { suggestionsRow } from './suggestions';

// One built instance on a fresh database with the demo in it, on a server of its own that keeps what it confirms: the tests' server
// may forget. scripts/bench.mjs builds first. `npm run bench -- reader --rounds 5` measures one row, more often.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    size: { type: 'string' },
    all: { type: 'boolean', default: false }, // of exporting: the memory of every format
  },
});

/** What can be measured, by the name it is asked for with. */
const ROWS: Record<string, (browser: Browser) => Promise<void>> = {
  saving: savingRows,
  reader: (browser) => readerRows(browser, Number(values.rounds), values.size),
  live: (browser) => liveRows(browser, Number(values.rounds)),
  opening: (browser) => openingRow(browser, Number(values.rounds)),
  scripts: scriptsRow,
  memory: memoryRow,
  suggestions: (browser) => suggestionsRow(browser, Number(values.rounds)),
  claims: () => withinCore(() => claimsRow(served().database)),
  history: () => withinCore(() => historyRow(served().database)),
  exporting: () => withinCore(() => exportingRow(served().database, Number(values.size ?? 100_000), values.all)),
  echoes: () => withinCore(() => echoesRow()),
};

/** For rows that call reads and writes themselves instead of asking the server: lib/core reads these at its first use. */
async function withinCore(row: () => Promise<void>) {
  Object.assign(process.env, {
    DATABASE_URL: served().database,
    AUTH_SECRET: 'a secret for the bench only, of no use anywhere else',
    NEXTAUTH_URL: served().addresses[0],
  });
  await row().finally(closePools);
}

async function saying(db: pg.Client) {
  const { rows } = await db.query<{ said: string }>(
    `SELECT format('PostgreSQL %s, fsync %s, synchronous_commit %s', current_setting('server_version'), current_setting('fsync'), current_setting('synchronous_commit')) AS said`,
  );
  const build = readFileSync(path.join(root, '.next/BUILD_ID'), 'utf8').trim();
  const browser = execFileSync(process.env.CHROMIUM_PATH!, ['--version'], { encoding: 'utf8' }).trim();
  console.log(`\nBuild ${build}, Node ${process.version}, ${rows[0]!.said}, ${browser}`);
}

function load(when: string) {
  const [minute] = os.loadavg() as [number, number, number];
  const cores = os.cpus().length;
  const busy = minute > cores / 2 ? ': the machine is busy with other things, and absolute times say little' : '';
  console.log(`${when}: ${cores} cores, ${minute.toFixed(2)} processes at work on average over the last minute${busy}`);
}

async function measure(browser: Browser) {
  const unknown = positionals.filter((name) => !ROWS[name]);
  if (unknown.length > 0) throw new Error(`There is no row “${unknown[0]}”, only ${Object.keys(ROWS).join(', ')}.`);
  const db = new pg.Client({ connectionString: served().database });
  await db.connect();
  await saying(db).finally(() => db.end());
  load('Before');
  for (const name of positionals.length > 0 ? positionals : Object.keys(ROWS)) await ROWS[name]!(browser);
  load('\nAfter');
}

/** Rejects when somebody ends the run, so that what it started is ended too. */
const interrupted = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => reject(new Error(`Ended by ${signal}.`)));
});

async function withBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  try {
    await Promise.race([measure(browser), interrupted]);
  } finally {
    await browser.close();
  }
}

async function main() {
  const own = process.env.CLAIMBENCH_TEST_DATABASE ? null : await openDatabase(path.join(root, '.data', 'bench'));
  if (own) process.env.CLAIMBENCH_TEST_DATABASE = own.url('postgres');
  try {
    const tearDown = await serveDemo(['bench']);
    try {
      await withBrowser();
    } finally {
      await tearDown();
    }
  } finally {
    await own?.leave();
  }
}

await main();
