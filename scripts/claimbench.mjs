// `npm run -s claimbench -- <verb>`: the command line, against DATABASE_URL or the embedded database of CLAIMBENCH_DATA, whether
// the server runs or not. Says nothing of its own on standard output.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import './node-version.mjs';
import { isInstalled } from './freshness.mjs';
import { prepareTools } from './preparing.mjs';
import { Fault, quiet, root } from './run.mjs';
import { addressNow, checkSecret, loadDotEnv, productEnv, readSettings } from './settings.mjs';
import { complain } from './steps.mjs';

const cli = path.join(root, 'scripts', 'cli', 'main.ts');

/** Files are named from where the user is, not from where npm goes. */
const whereAsked = () => (process.env.npm_lifecycle_event === 'claimbench' && process.env.INIT_CWD) || process.cwd();

/** Runs the command line with our own terminal and returns its exit status. */
function run(env) {
  const tsx = import.meta.resolve('tsx');
  const child = spawn(
    process.execPath,
    ['--disable-warning=DeprecationWarning', '--import', tsx, cli, ...process.argv.slice(2)],
    {
      cwd: whereAsked(),
      env: {
        ...process.env,
        ...quiet,
        ...env,
        CLAIMBENCH_ROOT: root,
        TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'),
      },
      stdio: 'inherit',
    },
  );
  // Ctrl-C reaches the child by itself; what was sent to us alone is passed on. Either way the database is left in order.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal]));
  });
}

/** Whether it is an export that is to be checked where there is no database: that makes none. */
function withoutDatabase({ external, data }) {
  const [verb, ...rest] = process.argv.slice(2);
  if (verb !== 'verify' || rest.length === 0) return false;
  return rest.includes('--offline') || (!external && !fs.existsSync(path.join(data, 'pg.password')));
}

/** The embedded database, brought to the newest migration. */
async function embedded(data) {
  const { openDatabase } = await import('./postgres.mjs');
  const { migrate } = await import('./migrate.mjs');
  const database = await openDatabase(data);
  try {
    await migrate(database.url('claimbench'), { warn: console.error });
    return database;
  } catch (error) {
    await database.leave();
    throw error;
  }
}

async function main() {
  loadDotEnv();
  const settings = readSettings(process.env);
  if (!isInstalled()) throw new Fault('The packages are not installed yet: run npm start or npm ci once.');
  if (!fs.existsSync(cli)) throw new Fault(`There is no command line at ${cli}.`);
  await prepareTools((_name, work) => work(() => {}));
  if (withoutDatabase(settings)) return await run({ DATABASE_URL: '' });
  checkSecret(process.env);
  const database = settings.external ? null : await embedded(settings.data);
  try {
    const url = settings.external ?? database.url('claimbench');
    return await run(productEnv(process.env, { ...settings, address: addressNow(settings), url }));
  } finally {
    await database?.leave();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
