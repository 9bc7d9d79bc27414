// Packages, generated client and build: each made only when what is there does not match what it is made from.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import * as fresh from './freshness.mjs';
import { holderOf, takeWhenFree } from './locks.mjs';
import { Fault, must, root } from './run.mjs';
import { checkFolder } from './settings.mjs';

const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const next = bin('next', 'dist', 'bin', 'next');
export const prisma = bin('prisma', 'build', 'index.js');
/**
 * What serves the build. A connection at rest is kept for 150 s (the Dockerfile says the same): longer than proxies keep theirs, Caddy two
 * minutes, others one. Else a request may go into one that was just closed, and whoever sent it learns nothing of what became of it.
 */
export const serving = (port, host) => [next, 'start', '-p', String(port), '-H', host, '--keepAliveTimeout', '150000'];
export const locks = path.join(root, '.data');

/** npm's own script: the one that runs us, else the one beside this Node, else the one that a shell finds. */
function npm() {
  const beside = path.join(path.dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const windows = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const asked = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : '';
  const known = [asked, beside, windows].find((file) => file && fs.existsSync(file));
  if (known) return known;
  const found = spawnSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).stdout?.trim();
  if (!found) throw new Fault('npm was not found; it comes with Node.');
  return fs.realpathSync(found);
}

/** Installs exactly what package-lock.json names, what builds and tests need included whatever NODE_ENV says. */
async function install(say) {
  fresh.unmarkInstall();
  // With the engine named, Prisma's installer does not look for one to download.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_NATIVE_ENGINE
      ? undefined
      : path.join(root, 'scripts', 'schema-engine.mjs'),
  };
  // Its warnings are about other people's packages.
  const onLine = (line) => line.startsWith('npm warn') || say(line);
  await must('Installing the packages (npm ci)', [npm(), 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    env,
    onLine,
  });
}

async function generate(say) {
  await must('Generating the database client', [prisma, 'generate'], { onLine: say });
  fresh.markGenerated();
}

/** Builds; nothing of the environment that it will run in goes into a build. */
async function build(say) {
  const sources = fresh.sourcesDigest();
  fresh.unmarkBuild();
  // What the bundler says of its cache after each part is nothing to whoever waits.
  const onLine = (line) => /filesystem cache/i.test(line) || say(line);
  await must('Building', [next, 'build'], { env: { NODE_ENV: 'production' }, onLine });
  fresh.markBuild(sources);
}

/** Whoever serves from this checkout would lose packages and build under its feet. */
function refuseWhileServing() {
  const names = fs.existsSync(locks) ? fs.readdirSync(locks) : [];
  for (const name of names.filter((n) => /^serving-\d+\.lock$/.test(n))) {
    const holder = holderOf(path.join(locks, name));
    if (holder)
      throw new Fault(
        `Claimbench runs from this folder at ${holder.address} (process ${holder.pid}) and is older than its sources: stop it first.`,
      );
  }
}

const missing = () => {
  if (!fresh.isInstalled()) return ['install', 'generate', 'build'];
  return [!fresh.isGenerated() && 'generate', !fresh.isBuilt(fresh.sourcesDigest()) && 'build'].filter(Boolean);
};

/** Runs `work` while no other process of this checkout installs, generates or builds. */
async function exclusively(work, signal) {
  checkFolder(locks);
  const waiting = ({ pid }) => console.error(`Waiting for process ${pid}, which installs or builds in this folder …`);
  const lock = await takeWhenFree(path.join(locks, 'preparing.lock'), { waiting, signal });
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/**
 * Makes what is missing, one process at a time in this checkout.
 * @param {(name: string, work: (say: (line: string) => void) => Promise<void>) => Promise<void>} step
 * @param {AbortSignal} [signal] ends the waiting for another process
 */
export async function prepare(step, signal) {
  if (missing().length === 0) return;
  await exclusively(async () => {
    if (missing().length) refuseWhileServing();
    if (!fresh.isInstalled()) await step('Installing packages', install);
    if (!fresh.isGenerated()) await step('Generating the database client', generate);
    if (!fresh.isBuilt(fresh.sourcesDigest())) await step('Building', build);
  }, signal);
}

/** Packages and generated client alone: what the tests need before their own build. */
export async function prepareTools(step) {
  if (fresh.isInstalled() && fresh.isGenerated()) return;
  await exclusively(async () => {
    if (!fresh.isInstalled()) await step('Installing packages', install);
    if (!fresh.isGenerated()) await step('Generating the database client', generate);
  });
}

/** The build alone, unless `.next` holds it already; tells whether it was made. */
export async function prepareBuild(say) {
  if (fresh.isBuilt(fresh.sourcesDigest())) return false;
  return exclusively(async () => {
    if (fresh.isBuilt(fresh.sourcesDigest())) return false;
    refuseWhileServing();
    await build(say);
    return true;
  });
}
