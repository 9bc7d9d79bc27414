import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwn } from '../rows.fixtures';
import { accounts } from './accounts';

// A start on a database that has the demo already, as scripts/start.mjs asks for it. That it loads whole is the stories' to show.

const folder = mkdtempSync(path.join(tmpdir(), 'claimbench-seed-'));
const unshown = path.join(folder, 'demo.unshown');
let db: pg.Client;
let url: string;
beforeAll(async () => {
  db = await openOwn('seed');
  const { rows } = await db.query<{ name: string }>('SELECT current_database() AS name');
  url = Object.assign(new URL(process.env.CLAIMBENCH_TEST_DATABASE!), { pathname: `/${rows[0]!.name}` }).toString();
  for (const { name, email } of Object.values(accounts))
    await db.query(`INSERT INTO "user" (id, name, email) VALUES (gen_random_uuid(), $1, $2)`, [name, email]);
  await db.query(
    `INSERT INTO project (id, name, demo, created_by) SELECT gen_random_uuid(), 'The demo', true, id FROM "user" LIMIT 1`,
  );
});
afterAll(async () => {
  await db.end();
  rmSync(folder, { recursive: true });
});

type Told = { name: string; link: string; password?: string };
function run(): Told[] {
  const seed = path.join(import.meta.dirname, 'run.ts');
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', seed], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      AUTH_SECRET: 'x'.repeat(32),
      NEXTAUTH_URL: 'http://127.0.0.1:3000',
      CLAIMBENCH_DEMO_UNSHOWN: unshown,
    },
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout.trim().split('\n').at(-1)!) as { accounts: Told[] }).accounts;
}

it('makes new passwords while those of the first load were never shown, and none after', () => {
  writeFileSync(unshown, '');
  expect(run().filter(({ password }) => password)).toHaveLength(4);
  expect(existsSync(unshown)).toBe(true);
  rmSync(unshown);
  const told = run();
  expect(told.map(({ name }) => name)).toEqual(Object.values(accounts).map(({ name }) => name));
  expect(told.filter(({ password }) => password)).toEqual([]);
  expect(new Set(told.map(({ link }) => link)).size).toBe(4);
  expect(existsSync(unshown)).toBe(false);
}, 60_000);

it('leaves out an account that was disabled', async () => {
  await db.query('UPDATE "user" SET disabled_at = now() WHERE email = $1', [accounts.tomasz.email]);
  expect(run().map(({ name }) => name)).not.toContain(accounts.tomasz.name);
}, 60_000);
