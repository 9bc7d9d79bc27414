import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { barrier } from './place.mjs';
import { openDatabase } from './postgres.mjs';

// On a cluster of its own: this file kills servers.
const data = mkdtempSync(path.join(tmpdir(), 'claimbench-postgres-'));
const opened: { leave: () => Promise<boolean> }[] = [];
const open = async (onLost?: () => void) => {
  const database = await openDatabase(data, { settings: ['fsync=off'], onLost });
  opened.push(database);
  return database;
};
const ask = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};
const lockFile = () => path.join(data, 'pg/postmaster.pid');

beforeAll(() => {
  // Root's server runs as another user, who has to be able to come in.
  chmodSync(data, 0o755);
  // What a start that was killed in the middle of making the cluster leaves behind.
  mkdirSync(path.join(data, 'pg.12345.new/cluster'), { recursive: true });
  return async () => rmSync(data, { recursive: true, force: true });
});
afterEach(async () => {
  for (const database of opened.splice(0).reverse()) await database.leave();
});

it('makes a server of its own: on loopback only, with a password, its secrets unreadable to others', async () => {
  const database = await open();
  const url = database.url('postgres');
  expect(await ask(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(await ask(url, 'SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
  expect(await ask(url, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }]);
  await expect(ask(url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  expect(statSync(path.join(data, 'pg.password')).mode & 0o777).toBe(0o600);
  expect(statSync(path.join(data, 'pg')).mode & 0o777).toBe(0o700);
  expect(existsSync(path.join(data, 'pg.12345.new'))).toBe(false);
});

it('runs until the last of its users leaves, and stays on its port', async () => {
  const first = await open();
  const second = await open();
  expect(second.url('x')).toBe(first.url('x'));
  expect(await first.leave()).toBe(false);
  expect(await ask(second.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await second.leave()).toBe(true);
  await expect(ask(second.url('postgres'), 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect((await open()).url('x')).toBe(first.url('x'));
});

it('opened several times at once, is made and started once', async () => {
  const all = await Promise.all([open(), open(), open()]);
  expect(new Set(all.map(({ url }) => url('x'))).size).toBe(1);
});

it('comes back after kill -9 with everything that was committed, and says that it went', async () => {
  let lost: () => void = () => {};
  const gone = new Promise<void>((resolve) => (lost = resolve));
  const database = await open(() => lost());
  await ask(database.url('postgres'), 'CREATE TABLE kept AS SELECT 42 AS n');
  process.kill(Number(readFileSync(lockFile(), 'utf8').split('\n')[0]), 'SIGKILL');
  await gone;
  const again = await open();
  expect(await ask(again.url('postgres'), 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
});

it('starts although the process id in its old lock file belongs to somebody else by now', async () => {
  const database = await open();
  const lock = readFileSync(lockFile(), 'utf8');
  await database.leave();
  writeFileSync(lockFile(), lock.replace(/^\d+/, String(process.pid)));
  const again = await open();
  expect(await ask(again.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('refuses a cluster whose password was lost, and one of another version, in one line', async () => {
  const secret = path.join(data, 'pg.password');
  const version = path.join(data, 'pg/PG_VERSION');
  const [password, number] = [readFileSync(secret), readFileSync(version)];
  rmSync(secret);
  await expect(open()).rejects.toThrow(`The password of the database, ${secret}, is missing.`);
  writeFileSync(secret, password, { mode: 0o600 });
  writeFileSync(version, '15\n');
  await expect(open()).rejects.toThrow('was made by PostgreSQL 15; this version of Claimbench brings 18');
  writeFileSync(version, number);
});

it('sees which folder on the way down another user may not enter', () => {
  const shut = path.join(data, 'shut');
  mkdirSync(path.join(shut, 'below'), { recursive: true, mode: 0o755 });
  const nobody = { uid: 65_534, gid: 65_534 };
  const target = path.join(shut, 'below/not-yet-there');
  expect(barrier(target, nobody)).toBeNull();
  chmodSync(shut, 0o700);
  expect(barrier(target, nobody)).toBe(realpathSync(shut));
  expect(barrier(target, { uid: statSync(shut).uid, gid: nobody.gid })).toBeNull();
});
