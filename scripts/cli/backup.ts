import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import postgres from 'postgres';
import { frameOf, tallyOf, type Header, type Migration, type Seal, type Table, type Tally } from './backup-file';
import { refused, type Speech } from './speech';

const BATCH = 256 * 1024; // bytes of rows in a frame: gathers small rows

/** One connection of its own, which speaks COPY. */
export const connectTo = (url: string) => postgres(url, { max: 1, onnotice: () => {} });
export type Sql = postgres.ISql;

/** Which migrations the database holds: its version. */
export async function migrationsOf(sql: Sql): Promise<Migration[]> {
  const [known] = await sql`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS known`;
  if (!known!.known) return [];
  const rows = await sql<Migration[]>`SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name COLLATE "C"`;
  return rows.map(({ name, checksum }) => ({ name, checksum }));
}

/** Every table with the columns that are stored, not computed. */
export async function tablesOf(sql: Sql): Promise<Table[]> {
  const rows = await sql<Table[]>`SELECT t.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' GROUP BY 1 ORDER BY t.relname COLLATE "C"`;
  return rows.map(({ table, columns }) => ({ table, columns: [...columns] }));
}

async function* rowsOf(sql: Sql, { table, columns }: Table): AsyncGenerator<Buffer> {
  let batch: Buffer[] = [];
  let size = 0;
  const stream = await sql`COPY ${sql(table)} (${sql(columns)}) TO STDOUT`.readable();
  for await (const chunk of stream) {
    // The driver may pause its socket right after it was asked for more, and would never be asked again.
    if (stream.readableLength === 0) stream._read(0);
    batch.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size < BATCH) continue;
    yield Buffer.concat(batch);
    batch = [];
    size = 0;
  }
  if (size) yield Buffer.concat(batch);
}

/** Its version, which a database of something else does not have: nobody is to take a file of nothing for a backup. */
async function versionOf(sql: Sql): Promise<Migration[]> {
  const migrations = await migrationsOf(sql);
  if (migrations.length > 0) return migrations;
  throw refused('This is no database of Claimbench, or an empty one. Nothing was written. Look at DATABASE_URL.');
}

interface Framing {
  migrations: Migration[];
  speech: Speech;
  done: (tables: Tally[]) => void;
}

async function* framesOf(sql: Sql, { migrations, speech, done }: Framing): AsyncGenerator<Buffer> {
  const whole = createHash('sha256');
  const hashed = (frame: Buffer) => {
    whole.update(frame);
    return frame;
  };
  const takenAt = new Date().toISOString();
  const header: Header = { claimbench: 'backup', layout: 1, takenAt, migrations };
  yield hashed(frameOf('header', header));
  const tables = await tablesOf(sql);
  const tallies: Tally[] = [];
  for (const [index, table] of tables.entries()) {
    speech.passing(`${index + 1} of ${tables.length}: ${table.table} …`);
    yield hashed(frameOf('table', table));
    const tally = tallyOf(table.table);
    for await (const rows of rowsOf(sql, table)) {
      tally.add(rows);
      yield hashed(frameOf('rows', rows));
    }
    tallies.push(tally.end());
  }
  const sequences = await sql<Seal['sequences']>`SELECT sequencename AS name, last_value::text AS value
    FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`;
  const seal: Seal = { tables: tallies, sequences: [...sequences], sha256: whole.digest('hex') };
  done(tallies);
  yield frameOf('seal', seal);
}

/** Packs what comes into a file that only its owner may read. */
async function pack(from: AsyncIterable<Buffer>, file: string) {
  const target = createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true });
  await once(target, 'open'); // before a row is asked for: a folder that is missing or closed is told at once
  const gzip = createGzip({ level: 6 });
  gzip.on('error', () => {}); // it ends with its target, which says why
  target.on('error', (error) => gzip.destroy(error));
  const written = finished(gzip.pipe(target));
  written.catch(() => {});
  for await (const frame of from)
    if (gzip.destroyed || !gzip.write(frame)) await Promise.race([once(gzip, 'drain'), written]);
  gzip.end();
  await written;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Writes the whole database as it is at one moment into a file, while people go on writing. */
export async function backup(url: string, file: string, speech: Speech): Promise<Tally[]> {
  if (existsSync(file)) throw refused(`${file} exists already, and was left as it is. Name another file.`);
  const partial = `${file}.${process.pid}.part`;
  const sql = connectTo(url);
  let tables: Tally[] = [];
  try {
    await sql.begin('ISOLATION LEVEL REPEATABLE READ READ ONLY', async (at) => {
      await at`SET LOCAL row_security = off`; // never a part without saying so
      const migrations = await versionOf(at);
      await pack(framesOf(at, { migrations, speech, done: (all) => (tables = all) }), partial);
    });
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === 'open')
      throw refused(
        `Cannot write ${file}: ${(error as Error).message}. Name a folder that exists and may be written to.`,
      );
    throw error;
  } finally {
    await sql.end();
  }
  speech.say(`Backed up ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables: ${file}`);
  speech.say(`SHA-256 ${await hashOf(file)}`);
  return tables;
}
