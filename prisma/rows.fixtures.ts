import pg from 'pg';
import { cloneTemplate } from '@/scripts/test-database.mjs';

export type Row = Record<string, unknown>;
/** Rows by table; the ones that a reference needs in another shape follow the first. */
export type Rows = Record<string, Row[]>;

/** A connection, as the owner, to a database of this file's own: other files damage theirs on purpose, or verify all that is in it. */
export async function openOwn(name: string): Promise<pg.Client> {
  const { CLAIMBENCH_TEST_DATABASE: admin, CLAIMBENCH_TEST_RUN: run } = process.env;
  const db = new pg.Client({ connectionString: await cloneTemplate(admin!, `${run}_${name}`) });
  await db.connect();
  return db;
}

/** Puts a row in and answers it as it is stored; `unseen` where the one who writes may not read it. */
export async function insert(db: pg.Client, table: string, row: Row, unseen = false): Promise<Row> {
  const columns = Object.keys(row);
  const { rows } = await db.query<Row>(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')}) ${unseen ? '' : 'RETURNING *'}`,
    Object.values(row),
  );
  return rows[0] ?? row;
}

const DOCUMENTS = ['found', 'body', 'filter', 'filters', 'manifest', 'external_ids', 'moved'];

/** A stored row as it can be put in again: documents as text. */
export const again = (row: Row, changes: Row = {}): Row => ({
  ...Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, DOCUMENTS.includes(column) ? JSON.stringify(value) : value]),
  ),
  ...changes,
});
