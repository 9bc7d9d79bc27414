import pg from 'pg';
import type { Finding } from './finding';

const name = (identifier: string) => pg.escapeIdentifier(identifier);

type Foreign = { constraint: string; child: string; parent: string; columns: string[]; keys: string[] };
const FOREIGN = `SELECT c.conname AS constraint, child.relname AS child, parent.relname AS parent,
    ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(n, i) JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY k.i) AS columns,
    ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(n, i) JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n ORDER BY k.i) AS keys
  FROM pg_constraint c JOIN pg_class child ON child.oid = c.conrelid JOIN pg_class parent ON parent.oid = c.confrelid
  WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY 1`;

function orphans({ child, parent, columns, keys }: Foreign): string {
  const same = columns.map((column, index) => `p.${name(keys[index]!)} = c.${name(column)}`).join(' AND ');
  const given = columns.map((column) => `c.${name(column)} IS NOT NULL`).join(' AND ');
  return `SELECT count(*)::int AS count FROM ${name(child)} c WHERE ${given} AND NOT EXISTS (SELECT FROM ${name(parent)} p WHERE ${same})`;
}

type Checked = { constraint: string; table: string; expression: string };
const CHECKED = `SELECT c.conname AS constraint, t.relname AS table, pg_get_expr(c.conbin, c.conrelid) AS expression
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE c.contype = 'c' AND c.connamespace = 'public'::regnamespace ORDER BY 1`;

type Unique = { index: string; table: string; parts: string[]; predicate: string | null };
const UNIQUE = `SELECT x.relname AS index, t.relname AS table, pg_get_expr(i.indpred, i.indrelid) AS predicate,
    ARRAY(SELECT pg_get_indexdef(i.indexrelid, n, true) FROM generate_series(1, i.indnkeyatts) n) AS parts
  FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  WHERE i.indisunique AND t.relnamespace = 'public'::regnamespace ORDER BY 1`;

function doubles({ table, parts, predicate }: Unique): string {
  const given = parts.map((part) => `${part} IS NOT NULL`).join(' AND ');
  return `SELECT count(*)::int AS count FROM (SELECT FROM ${name(table)} WHERE ${given}${predicate ? ` AND ${predicate}` : ''}
    GROUP BY ${parts.join(', ')} HAVING count(*) > 1) doubled`;
}

/** Every foreign key, check and unique key, asked of the rows themselves: a restore or a repair may have gone past them. */
export async function verifyConstraints(db: pg.ClientBase): Promise<Finding> {
  const faults: string[] = [];
  const ask = async (what: string, sql: string) => {
    const { rows } = await db.query<{ count: number }>(sql);
    if (rows[0]!.count > 0) faults.push(`${what}: ${rows[0]!.count} times`);
  };
  const foreign = (await db.query<Foreign>(FOREIGN)).rows;
  const checked = (await db.query<Checked>(CHECKED)).rows;
  const unique = (await db.query<Unique>(UNIQUE)).rows;
  for (const key of foreign) await ask(`${key.constraint}: a row that it points to is missing`, orphans(key));
  for (const { constraint, table, expression } of checked)
    await ask(`${constraint}: broken`, `SELECT count(*)::int AS count FROM ${name(table)} WHERE NOT (${expression})`);
  // A damaged index must not be asked whether it is right.
  await db.query(
    'SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off',
  );
  for (const key of unique) await ask(`${key.index}: the same twice`, doubles(key));
  await db.query(
    'SET LOCAL enable_indexscan = on; SET LOCAL enable_indexonlyscan = on; SET LOCAL enable_bitmapscan = on',
  );
  return { looked: `${foreign.length} foreign keys, ${checked.length} checks, ${unique.length} unique keys`, faults };
}

const LOCKS = `SELECT t.relname || ': row-level security is off' AS fault FROM pg_class t
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND NOT t.relrowsecurity
    AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'project_id' AND NOT a.attisdropped)
  UNION ALL SELECT t.relname || ': the trigger ' || g.tgname || ' is off' FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
    WHERE t.relnamespace = 'public'::regnamespace AND g.tgenabled <> 'O'
  UNION ALL SELECT c.conname || ': not validated' FROM pg_constraint c WHERE c.connamespace = 'public'::regnamespace AND NOT c.convalidated
  UNION ALL SELECT t || ': nothing keeps its rows from being changed'
    FROM unnest(ARRAY['article_version', 'claim_version', 'comment_version', 'entity_version', 'event', 'export', 'exported_claim']) t
    WHERE NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = t::regclass AND g.tgname = t || '_immutable')
  UNION ALL SELECT 'claimbench_app: the role may pass the policies' FROM pg_roles r
    WHERE r.rolname = 'claimbench_app' AND (r.rolsuper OR r.rolbypassrls OR r.rolcanlogin)`;

/** The locks themselves: policies, triggers and the role that every request works under. */
export async function verifyLocks(db: pg.ClientBase): Promise<Finding> {
  const { rows } = await db.query<{ fault: string }>(LOCKS);
  return { looked: 'policies, triggers, the role of requests', faults: rows.map(({ fault }) => fault) };
}
