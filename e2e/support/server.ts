import { type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { must, root, signalGroup, start } from '@/scripts/run.mjs';
import { anyPort } from '@/scripts/ports.mjs';
import { serving } from '@/scripts/preparing.mjs';
import { cloneTemplate, dropRun, openTestServer, runName } from '@/scripts/test-database.mjs';
import type { Account, Served } from './served';

// Global set-up of the stories: a fresh database with the demo in it, and the built product twice on it, as two instances.

type Environment = Record<string, string>;
type Instance = { address: string; server: ChildProcess; log: string };

const READY = 60_000;
const GRACE = 8000;

async function loadDemo(env: Environment): Promise<Account[]> {
  const output = await must('Loading the demo', ['--import', 'tsx', path.join(root, 'prisma/seed/run.ts')], { env });
  const { accounts } = JSON.parse(output.trim().split('\n').at(-1) ?? '') as { accounts: Account[] };
  return accounts;
}

async function answers(address: string, server: ChildProcess) {
  const until = Date.now() + READY;
  while (Date.now() < until && server.exitCode === null) {
    const response = await fetch(`${address}/api/health`).catch(() => null);
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`The server at ${address} does not answer.`);
}

async function serve(env: Environment, log: string): Promise<Instance> {
  const port = String(await anyPort());
  const address = `http://127.0.0.1:${port}`;
  const guard = new URL('./outgoing.mjs', import.meta.url).href;
  const out = openSync(log, 'a');
  const server = start(['--import', guard, ...serving(port, '127.0.0.1')], {
    env: { ...env, PORT: port, NEXTAUTH_URL: address },
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  try {
    await answers(address, server);
  } catch (error) {
    signalGroup(server, 'SIGKILL');
    throw new Error(`${(error as Error).message}\n${readFileSync(log, 'utf8').slice(-5000)}`);
  }
  return { address, server, log };
}

async function end({ server }: Instance) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  const force = setTimeout(() => signalGroup(server, 'SIGKILL'), GRACE);
  signalGroup(server, 'SIGTERM');
  await ended;
  clearTimeout(force);
}

/** As many instances as there are names, on a database with the demo in it; answers the teardown. The bench uses it with one. */
export async function serveDemo(names: string[]) {
  if (!existsSync(path.join(root, '.next/BUILD_ID'))) throw new Error('Build first: the stories run on `next build`.');
  const folder = mkdtempSync(path.join(tmpdir(), 'claimbench-stories-'));
  const { admin, leave } = await openTestServer();
  const run = runName();
  const instances: Instance[] = [];
  const tearDown = async () => {
    const fallen = instances.filter(({ server }) => server.exitCode !== null || server.signalCode !== null);
    const words = fallen.map(({ address, server, log }) => {
      const end = server.signalCode ?? server.exitCode;
      return `The server at ${address} ended by itself (${end}).\n${readFileSync(log, 'utf8').slice(-5000)}`;
    });
    await Promise.all(instances.map(end));
    await dropRun(admin, run);
    await leave();
    rmSync(folder, { recursive: true, force: true });
    if (words.length > 0) throw new Error(words.join('\n'));
  };
  try {
    const database = await cloneTemplate(admin, `${run}_stories`);
    const outgoing = path.join(folder, 'outgoing');
    writeFileSync(outgoing, '');
    const env = {
      DATABASE_URL: database,
      AUTH_SECRET: randomBytes(32).toString('base64url'),
      NEXTAUTH_URL: 'http://127.0.0.1:3000',
      CLAIMBENCH_DATA: folder,
      CLAIMBENCH_OUTGOING: outgoing,
      NODE_ENV: 'production',
    };
    const accounts = await loadDemo(env);
    // The second fetches pages and sends to webhooks that people name, to this one address of its own network beside the public ones.
    const fetches = { CLAIMBENCH_FETCH: '1', CLAIMBENCH_WEBHOOKS: '1', CLAIMBENCH_FETCH_ALSO: '127.0.0.2/32' };
    for (const [index, name] of names.entries())
      instances.push(await serve(index === 1 ? { ...env, ...fetches } : env, path.join(folder, `server-${name}.log`)));
    const [a, b = a] = instances.map(({ address }) => address) as [string, string?];
    const made: Served = { addresses: [a, b], accounts, database, outgoing };
    process.env.CLAIMBENCH_SERVED = path.join(folder, 'served.json');
    writeFileSync(process.env.CLAIMBENCH_SERVED, JSON.stringify(made), { mode: 0o600 });
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

export default function setUp() {
  return serveDemo(['a', 'b']);
}
