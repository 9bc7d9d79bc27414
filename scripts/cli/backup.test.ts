import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addEntity } from '@/lib/entities/commands';
import { env } from '@/lib/core/env';
import { closeAll, rows } from '@/lib/core/testing';
import { exportFormats } from '@/lib/exports/export-formats';
import { urn } from '@/lib/formats/names';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { backup } from './backup';
import { exportProject } from './export';
import { restore } from './restore';
import { Misuse } from './speech';

let at: Bench;
let folder: string;
let whole: string;
const faults: string[] = [];
const speech = { say() {}, warn: (line: string) => void faults.push(line), passing() {} };
/** Projects of these tests are made as rows, which verify says; anything else that it says is news. */
const news = () =>
  faults.filter((line) => !/^ {2}rules: project .*: it is there, and the log does not tell of it$/.test(line));
const named = (name: string) => path.join(folder, name);
const made: string[] = [];
const addressOf = (database: string) =>
  Object.assign(new URL(env().DATABASE_URL), { pathname: `/${database}` }).toString();

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  return db.query(sql).then(
    ({ rows }) => db.end().then(() => rows as Row[]),
    (error: unknown) => db.end().then(() => Promise.reject(error as Error)),
  );
}
const administer = (sql: string) => ask(process.env.CLAIMBENCH_TEST_DATABASE!, sql);

/** An empty database of this version. */
async function empty(): Promise<string> {
  const name = `${process.env.CLAIMBENCH_TEST_RUN}_${randomUUID().slice(0, 8)}`;
  await administer(`CREATE DATABASE "${name}" TEMPLATE claimbench_template STRATEGY file_copy`);
  made.push(name);
  return addressOf(name);
}
const countOf = async (url: string) =>
  (
    await ask<{ n: number }>(url, 'SELECT (SELECT count(*) FROM event)::int + (SELECT count(*) FROM "user")::int AS n')
  )[0]!.n;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'claimbench-backup-'));
  at = await bench();
  await at.bring();
  await at.approved();
  // More than a socket holds: the driver pauses it again and again.
  await rows().$executeRaw`INSERT INTO idempotency_answer (user_id, key, request_hash, status, body, created_at)
    SELECT ${at.analyst.userId}::uuid, gen_random_uuid(), decode(md5(n::text), 'hex'), 201, to_json(repeat('a', 40)), now()
    FROM generate_series(1, 60000) AS n`;
  whole = named('whole.backup');
  await backup(env().DATABASE_URL, whole, speech);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  for (const name of made) await administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await closeAll();
});

it('is not made of a database that is none of ours', async () => {
  const name = `${process.env.CLAIMBENCH_TEST_RUN}_${randomUUID().slice(0, 8)}`;
  await administer(`CREATE DATABASE "${name}" TEMPLATE template0`);
  made.push(name);
  const file = named('nothing.backup');
  await expect(backup(addressOf(name), file, speech)).rejects.toThrow(/no database of Claimbench/);
  expect(readdirSync(folder).filter((one) => one.startsWith('nothing'))).toEqual([]);
});

it('is refused in one line where no file may be made', async () => {
  const nowhere = backup(env().DATABASE_URL, named('no/such/folder/one.backup'), speech);
  await expect(nowhere).rejects.toThrow(/Cannot write .*may be written to/);
});

it('comes back row by row, and the copy backs up to the same rows', async () => {
  const url = await empty();
  await restore(url, whole, speech);
  expect(news()).toEqual([]);
  const first = await backup(env().DATABASE_URL, named('first'), speech);
  expect(await backup(url, named('second'), speech)).toEqual(first);
  expect(first.find(({ table }) => table === 'event')!.rows).toBeGreaterThan(3);
  expect(first.find(({ table }) => table === 'idempotency_answer')!.rows).toBeGreaterThanOrEqual(60_000);
  expect(statSync(whole).mode & 0o777).toBe(0o600);
  const open = 'SELECT conname FROM pg_constraint WHERE contype = $$f$$ AND condeferrable';
  expect(await ask(url, open)).toEqual(await ask(env().DATABASE_URL, open));
});

describe('is refused with nothing written', () => {
  const damages: [string, RegExp, (file: string) => void][] = [
    ['cut short', /damaged or cut short/, (file) => truncateSync(file, statSync(file).size - 40)],
    ['cut in the middle', /damaged or cut short/, (file) => truncateSync(file, statSync(file).size >> 1)],
    ['a text', /text is no backup of Claimbench/, (file) => writeFileSync(file, 'Some notes.')],
    ['packed by another', /another is no backup/, (file) => writeFileSync(file, gzipSync('a'.repeat(9000)))],
    [
      'a folder',
      /is a folder, not a file/,
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
    ['empty', /damaged or cut short/, (file) => writeFileSync(file, '')],
    [
      'changed in one bit',
      /damaged or cut short/,
      (file) => {
        const bytes = readFileSync(file);
        bytes[bytes.length >> 1]! ^= 1;
        writeFileSync(file, bytes);
      },
    ],
  ];
  it.each(damages)('when it is %s', async (name, words, damage) => {
    const url = await empty();
    copyFileSync(whole, named(name));
    damage(named(name));
    await expect(restore(url, named(name), speech)).rejects.toThrow(words);
    expect(await countOf(url)).toBe(0);
  });

  it('when it is of a database without a row', async () => {
    const [url, other] = [await empty(), await empty()];
    await backup(url, named('nothing'), speech);
    await expect(restore(other, named('nothing'), speech)).rejects.toThrow(/holds no rows/);
    expect(await countOf(other)).toBe(0);
  });

  it('where rows are, and where the version is another', async () => {
    const before = await countOf(env().DATABASE_URL);
    await expect(restore(env().DATABASE_URL, whole, speech)).rejects.toThrow(/not empty/);
    expect(await countOf(env().DATABASE_URL)).toBe(before);
    const url = await empty();
    await ask(
      url,
      `UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
    );
    await expect(restore(url, whole, speech)).rejects.toThrow(/another version/);
    expect(await countOf(url)).toBe(0);
  });

  it('and never writes over a file', async () => {
    await expect(backup(env().DATABASE_URL, whole, speech)).rejects.toThrow(/exists already/);
  });
});

it('taken while people write is of one moment: the log is whole and nothing is wrong', async () => {
  let going = true;
  let written = 0;
  const writer = async (actor: Bench['analyst']) => {
    while (going) {
      await addEntity({ actor, id: at.projectId, input: { type: 'person', name: `Person ${randomUUID()}` } });
      written++;
    }
  };
  const writers = [writer(at.analyst), writer(at.other)];
  while (written < 4) await new Promise((resolve) => setTimeout(resolve, 5));
  await backup(env().DATABASE_URL, named('busy'), speech);
  going = false;
  await Promise.all(writers);
  const url = await empty();
  await restore(url, named('busy'), speech);
  expect(news()).toEqual([]);
  expect(faults.length).toBeGreaterThan(0); // verify was asked
  expect(await countOf(url)).toBeLessThanOrEqual(await countOf(env().DATABASE_URL));
});

it('an export is what the door gives, in every format there is, to a new file', async () => {
  for (const format of exportFormats) {
    const out = named(`out.${format}`);
    await exportProject({ project: at.projectId, format, out }, speech);
    expect(statSync(out).size).toBeGreaterThan(100);
    await expect(exportProject({ project: at.projectId, format, out }, speech)).rejects.toThrow(/exists already/);
  }
  const kept = () => rows().export.findMany({ where: { projectId: at.projectId }, orderBy: { createdAt: 'asc' } });
  const [first, ...others] = await kept();
  for (const out of [named('out.json'), named('no/such/folder/out.json')])
    await expect(exportProject({ project: at.projectId, format: 'json', out }, speech)).rejects.toThrow(/Nothing was/);
  expect((await kept()).length).toBe(others.length + 1);
  const since = { project: at.projectId, format: 'json', out: named('since.json'), since: first!.id, ceiling: 'green' };
  await exportProject(since, speech);
  expect((await kept()).at(-1)!.filter).toEqual({ since: first!.id, ceiling: 'green' });
  const { claimId } = await at.approved();
  const one = { project: at.projectId, format: 'claimreview', out: named('review.jsonld'), claim: [claimId] };
  await exportProject(one, speech);
  expect(JSON.parse(readFileSync(one.out, 'utf8'))).toMatchObject([{ '@id': urn(claimId) }]);
  const wrong = { project: at.projectId, format: 'scroll', out: named('scroll') };
  await expect(exportProject(wrong, speech)).rejects.toThrow(Misuse);
});
