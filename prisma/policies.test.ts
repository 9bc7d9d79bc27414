import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asApp, refusal } from './as-app.fixtures';
import { fillEveryTable } from './every-table.fixtures';
import { again, insert, openOwn, type Rows } from './rows.fixtures';
import { ONLY_ADDED } from './tables.fixtures';

// Row-level security, asked as the app role without a filter: what a query that forgot its project would be shown.

let db: pg.Client;
let a: Rows;
let b: Rows;
beforeAll(async () => {
  db = await openOwn('policies');
  [a, b] = [await fillEveryTable(db), await fillEveryTable(db)];
});
afterAll(() => db.end());

const projectOf = (rows: Rows) => rows.project![0]!.id;
const author = (rows: Rows) => rows.member![0]!.user_id;
const reviewer = (rows: Rows) => rows.member![1]!.user_id;
const inA = () => ({ projects: [projectOf(a)], user: author(a) });

const tablesWith = async (column: string) => {
  const { rows } = await db.query<{ name: string }>(
    `SELECT t.relname AS name FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid
     WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND c.attname = $1 AND NOT c.attisdropped`,
    [column],
  );
  return rows.map(({ name }) => name);
};

/** How many rows of each table the app role sees there, whatever it may not even ask about left out. */
const seen = async (scope: Parameters<typeof asApp>[1], tables: string[]) => {
  const counts: Record<string, number> = {};
  for (const table of tables)
    counts[table] = await asApp(db, scope, async () => {
      const { rows } = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);
      return rows[0]!.count;
    });
  return counts;
};

const counted = (rows: Rows, tables: string[]) =>
  Object.fromEntries(tables.map((table) => [table, rows[table]!.length]));
const none = (tables: string[]) => Object.fromEntries(tables.map((table) => [table, 0]));

/** Every table of projects; what a person’s token reaches is their own, wherever they are a member by now. */
const tablesOfProjects = async () => (await tablesWith('project_id')).filter((table) => table !== 'token_project');

describe('rows of projects', () => {
  it('are all that stands in one’s own project, and nothing of another', async () => {
    const tables = await tablesOfProjects();
    expect(tables.length).toBeGreaterThan(15);
    // Each table holds something in both projects, or this would say nothing.
    for (const table of tables) expect([table, b[table]!.length > 0]).toEqual([table, true]);
    expect(await seen(inA(), [...tables, 'project'])).toEqual(counted(a, [...tables, 'project']));
    expect(await seen({ projects: [], user: author(b) }, [...tables, 'project'])).toEqual(none([...tables, 'project']));
    expect(await seen(null, [...tables, 'project'])).toEqual(none([...tables, 'project']));
  });

  it('cannot be put into another project', async () => {
    const refused: Record<string, string | null> = {};
    const tables = await tablesWith('project_id');
    for (const table of tables)
      refused[table] = await refusal(asApp(db, inA(), () => insert(db, table, again(b[table]![0]!))));
    expect(refused).toEqual(Object.fromEntries(tables.map((table) => [table, 'policy'])));
  });

  it('cannot be changed, moved or taken away from outside', async () => {
    const touched: Record<string, number | null> = {};
    const moved: Record<string, string | null> = {};
    const tables = (await tablesOfProjects()).filter((table) => !ONLY_ADDED.includes(table));
    for (const table of tables) {
      const change = () =>
        db.query(`UPDATE "${table}" SET project_id = project_id WHERE project_id = $1`, [projectOf(b)]);
      touched[table] = (await asApp(db, inA(), change)).rowCount;
      const move = () => db.query(`UPDATE "${table}" SET project_id = $1`, [projectOf(b)]);
      moved[table] = await refusal(asApp(db, inA(), move));
    }
    expect(touched).toEqual(none(tables));
    expect(moved).toEqual(Object.fromEntries(tables.map((table) => [table, 'policy'])));
    for (const table of ['alias', 'hold', 'reading'])
      expect(
        (await asApp(db, inA(), () => db.query(`DELETE FROM ${table} WHERE project_id = $1`, [projectOf(b)]))).rowCount,
      ).toBe(0);
  });
});

/** Bound to who they belong to; the app role's rights are all that keeps them. */
const OF_ONE_PERSON = ['account_event', 'idempotency_answer', 'token_project'];

describe('what is only ever added', () => {
  it.each(ONLY_ADDED)('%s: the app role may neither change nor remove a row', async (table) => {
    const key = OF_ONE_PERSON.includes(table) ? 'user_id' : 'project_id';
    expect(await refusal(asApp(db, inA(), () => db.query(`UPDATE ${table} SET ${key} = ${key}`)))).toBe('right');
    expect(await refusal(asApp(db, inA(), () => db.query(`DELETE FROM ${table}`)))).toBe('right');
  });

  it('the database’s owner may not either, where a trigger stands', async () => {
    for (const table of ONLY_ADDED.filter((one) => !OF_ONE_PERSON.includes(one))) {
      const where = `WHERE project_id = '${String(projectOf(a))}'`;
      expect(await refusal(db.query(`UPDATE ${table} SET project_id = project_id ${where}`))).toBe(
        `${table}_immutable`,
      );
      expect(await refusal(db.query(`DELETE FROM ${table} ${where}`))).toBe(`${table}_immutable`);
    }
  });
});

describe('what is one person’s', () => {
  it('an inbox is read and marked by its owner only; a colleague may put a line into it', async () => {
    expect(await seen({ projects: [projectOf(a)], user: author(a) }, ['notification'])).toEqual({ notification: 1 });
    const colleague = { projects: [projectOf(a)], user: reviewer(a) };
    expect(await seen(colleague, ['notification'])).toEqual({ notification: 0 });
    const mark = () => db.query('UPDATE notification SET read_at = now()');
    expect((await asApp(db, colleague, mark)).rowCount).toBe(0);
    expect((await asApp(db, inA(), mark)).rowCount).toBe(1);
    const line = again(a.notification![0]!, { id: crypto.randomUUID() });
    expect(await refusal(asApp(db, colleague, () => insert(db, 'notification', line, true)))).toBeNull();
  });

  it('sessions, tokens and stored answers are seen by nobody else', async () => {
    const tables = ['session', 'token', 'token_project', 'account_event', 'idempotency_answer'];
    expect(await seen(inA(), tables)).toEqual(counted(a, tables));
    expect(await seen({ projects: [projectOf(a)], user: reviewer(a) }, tables)).toEqual(none(tables));
    expect(await seen(null, tables)).toEqual(none(tables));
    for (const table of tables)
      expect(await refusal(asApp(db, inA(), () => insert(db, table, again(b[table]![0]!))))).toBe('policy');
  });

  it('passwords cannot be read or set, sign-in links and counts of tries not even asked about', async () => {
    const refused = (sql: string) => refusal(asApp(db, inA(), () => db.query(sql)));
    expect(await refused('SELECT password_hash FROM "user"')).toBe('right');
    expect(await refused('SELECT * FROM "user"')).toBe('right');
    expect(await refused(`SELECT 1 FROM "user" WHERE password_hash LIKE '$argon2%'`)).toBe('right');
    expect(await refused(`UPDATE "user" SET password_hash = ''`)).toBe('right');
    expect(await refused(`INSERT INTO "user" (id, name, email) VALUES (gen_random_uuid(), 'x', 'x')`)).toBe('right');
    for (const table of ['sign_in_link', 'rate_limit', '_prisma_migrations'])
      expect(await refused(`SELECT 1 FROM ${table}`)).toBe('right');
    expect(await refused('SELECT id, name, email FROM "user"')).toBeNull();
  });
});

it('the scope ends with the transaction: the next one on the same connection starts with none', async () => {
  await asApp(db, inA(), () => db.query('SELECT 1 FROM claim'));
  const { rows } = await db.query<{ scope: string | null; who: boolean }>(
    `SELECT NULLIF(current_setting('app.projects', true), '') AS scope, current_user = session_user AS who`,
  );
  expect(rows).toEqual([{ scope: null, who: true }]);
});
