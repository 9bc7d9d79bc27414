// The database tests' server and template, for vitest's globalSetup and the stories'. Uses the server that CLAIMBENCH_TEST_DATABASE
// or DATABASE_URL_TEST names (any database of it, as a user who may create others), else an embedded one of its own below .data,
// which may forget on a crash. Each test file clones the template (lib/core/testing.ts); the clones of a run are dropped at its end.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import './node-version.mjs';
import { beginning } from './locks.mjs';
import { migrate } from './migrate.mjs';
import { openDatabase } from './postgres.mjs';
import { root } from './run.mjs';

const TEMPLATE = 'claimbench_template';
const PREFIX = 'claimbench_test_';
const LOCK = 4217002; // advisory lock in the database `postgres`: who looks after the template
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

const named = (url, database) => Object.assign(new URL(url), { pathname: `/${database}` }).toString();

async function connected(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether the template holds exactly the migrations on disk: one that was edited, or taken away, asks for a new template. */
async function isFresh(url) {
  const { rows } = await connected(url, (db) =>
    db.query('SELECT migration_name AS name, checksum FROM _prisma_migrations ORDER BY 1'),
  ).catch((error) => {
    if (error.code === '3D000' || error.code === '42P01') return { rows: [] };
    throw error;
  });
  const folder = path.join(root, 'prisma', 'migrations');
  const onDisk = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'));
      return { name, checksum: crypto.createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return JSON.stringify(rows) === JSON.stringify(onDisk);
}

const drop = (db, name) => db.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);

/** Makes the template anew when the migrations changed. Several runs at once wait for each other. */
async function prepareTemplate(admin) {
  await connected(admin, async (db) => {
    await db.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (await isFresh(named(admin, TEMPLATE))) return;
    await drop(db, TEMPLATE);
    await migrate(named(admin, TEMPLATE));
  });
}

/** Clones of runs that were killed: their names hold the process id. */
async function sweep(admin) {
  await connected(admin, async (db) => {
    const { rows } = await db.query('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [PREFIX]);
    for (const { name } of rows) {
      const pid = /^(\d+)_[0-9a-f]{8}/.exec(name.slice(PREFIX.length))?.[1];
      if (pid && beginning(Number(pid)) === null) await drop(db, name);
    }
  });
}

/**
 * Opens the server of the tests with a template of the newest migrations.
 * @returns {Promise<{ admin: string, leave: () => Promise<unknown> }>} `admin` is the address of its database `postgres`
 */
export async function openTestServer() {
  const given = process.env.CLAIMBENCH_TEST_DATABASE ?? process.env.DATABASE_URL_TEST;
  const data = path.join(root, '.data', 'test');
  const embedded = given ? null : await openDatabase(data, { settings });
  const admin = named(given ?? embedded.url('postgres'), 'postgres');
  try {
    // Elsewhere the process ids may be those of another machine.
    if (embedded) await sweep(admin);
    await prepareTemplate(admin);
  } catch (error) {
    await embedded?.leave();
    throw error;
  }
  return { admin, leave: async () => embedded?.leave() };
}

/** A name that databases of this run begin with. */
export const runName = () => `${PREFIX}${process.pid}_${crypto.randomUUID().slice(0, 8)}`;

/**
 * A database of its own with every table and nothing in it.
 * @param {string} admin
 * @param {string} name
 * @returns {Promise<string>} its address
 */
export async function cloneTemplate(admin, name) {
  await connected(admin, (db) =>
    db.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(TEMPLATE)}`),
  );
  return named(admin, name);
}

/** Drops every database of a run. */
export async function dropRun(admin, run) {
  await connected(admin, async (db) => {
    const { rows } = await db.query('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [run]);
    for (const { name } of rows) await drop(db, name);
  });
}

/** Starts what the database tests need and answers the teardown. The workers inherit the environment set here. */
export default async function setup() {
  const { admin, leave } = await openTestServer();
  const run = runName();
  process.env.CLAIMBENCH_TEST_DATABASE = admin;
  process.env.CLAIMBENCH_TEST_RUN = run;
  return async () => {
    await dropRun(admin, run);
    await leave();
  };
}
