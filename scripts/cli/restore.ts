import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { connectTo, migrationsOf, tablesOf, type Sql } from './backup';
import { partsOf, type Header, type Migration, type Table } from './backup-file';
import { refused, type Speech } from './speech';
import { verify } from './verify';

const KEYS = `SELECT t.relname AS table, c.conname AS key, c.condeferrable AS waits FROM pg_constraint c
  JOIN pg_class t ON t.oid = c.conrelid WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY 1, 2`;
type Key = { table: string; key: string; waits: boolean };

/** Reads the whole file before anything is written. Refuses one without a row: whoever restores has lost something else than that. */
async function headerOf(file: string, { passing }: Speech): Promise<Header & { rows: number }> {
  let header: Header | undefined;
  let rows = 0;
  for await (const part of partsOf(file)) {
    if ('header' in part) header = part.header;
    if ('table' in part) passing(`checking ${part.table.table} …`);
    if ('seal' in part) rows = part.seal.tables.reduce((sum, table) => sum + table.rows, 0);
  }
  if (rows === 0)
    throw refused(
      `${file} holds no rows: it is a backup of an empty database. Nothing was written. Use another backup.`,
    );
  return { ...header!, rows };
}

function sameVersion(ours: Migration[], theirs: Migration[]) {
  const differs = (a: Migration[], b: Migration[]) =>
    a.find(({ name, checksum }) => !b.some((one) => one.name === name && one.checksum === checksum));
  const lacking = differs(theirs, ours);
  const beyond = differs(ours, theirs);
  if (!lacking && !beyond) return;
  if (ours.length === 0)
    throw refused(
      'The database is not prepared: run node scripts/migrate.mjs with the same DATABASE_URL first. Nothing was written.',
    );
  throw refused(
    `This backup is of another version of Claimbench: ${lacking ? `the database lacks ${lacking.name}` : `the backup lacks ${beyond!.name}`}. ` +
      'Nothing was written. Restore it with the version that made it, into an empty database that this version has ' +
      'prepared (node scripts/migrate.mjs); then start the newer version, which brings it up to date.',
  );
}

async function isEmpty(sql: Sql, tables: Table[]) {
  for (const { table } of tables) {
    const [row] = await sql`SELECT EXISTS (SELECT FROM ${sql(table)}) AS any`;
    if (row!.any)
      throw refused(
        `The database is not empty: ${table} has rows. Nothing was written. Name an empty database by DATABASE_URL, or a new folder by CLAIMBENCH_DATA.`,
      );
  }
}

/** Lets rows come in any order and past the triggers that made them, as the tables' owner may; foreign keys are asked at the end. */
async function opened(sql: Sql, tables: Table[], work: () => Promise<void>) {
  const keys = (await sql.unsafe<Key[]>(KEYS)).filter(({ waits }) => !waits);
  for (const { table } of tables) await sql`ALTER TABLE ${sql(table)} DISABLE TRIGGER USER`;
  for (const { table, key } of keys) await sql`ALTER TABLE ${sql(table)} ALTER CONSTRAINT ${sql(key)} DEFERRABLE`;
  await isEmpty(sql, tables);
  await sql`SET CONSTRAINTS ALL DEFERRED`;
  await work();
  await sql`SET CONSTRAINTS ALL IMMEDIATE`;
  for (const { table, key } of keys) await sql`ALTER TABLE ${sql(table)} ALTER CONSTRAINT ${sql(key)} NOT DEFERRABLE`;
  for (const { table } of tables) await sql`ALTER TABLE ${sql(table)} ENABLE TRIGGER USER`;
}

async function fill(sql: Sql, file: string, { passing }: Speech) {
  let into: { stream: Writable; done: Promise<void> } | null = null;
  const close = async () => {
    into?.stream.end();
    await into?.done;
    into = null;
  };
  for await (const part of partsOf(file)) {
    if ('table' in part) {
      await close();
      const { table, columns } = part.table;
      passing(`restoring ${table} …`);
      const stream = await sql`COPY ${sql(table)} (${sql(columns)}) FROM STDIN`.writable();
      into = { stream, done: finished(stream) };
      into.done.catch(() => {});
    } else if ('rows' in part && into) {
      if (!into.stream.write(part.rows)) await Promise.race([once(into.stream, 'drain'), into.done]);
    } else if ('seal' in part) {
      await close();
      for (const { name, value } of part.seal.sequences) await sql`SELECT setval(${name}::regclass, ${value}::bigint)`;
    }
  }
}

/** Fills an empty database of the same version from a backup, whole or not at all. Answers the faults that `verify` then finds. */
export async function restore(url: string, file: string, speech: Speech): Promise<number> {
  const { migrations, takenAt, rows } = await headerOf(file, speech);
  const sql = connectTo(url);
  try {
    await sql.begin(async (at) => {
      sameVersion(await migrationsOf(at), migrations);
      await opened(at, await tablesOf(at), () => fill(at, file, speech));
    });
  } finally {
    await sql.end();
  }
  speech.say(`Restored ${file} of ${takenAt}: ${rows} rows.`);
  return verify(url, speech);
}
