// What the environment asks for, checked before anything is begun: each fault is one clear line.
import { createPrivateKey } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { holderOf } from './locks.mjs';
import { tryPort } from './ports.mjs';
import { Fault, root } from './run.mjs';
import { keptSecret } from './secrets.mjs';

/** Settings from `.env`, which the framework reads too; the environment wins. */
export function loadDotEnv() {
  const file = path.join(root, '.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

/**
 * Reads the settings of a start.
 * @param {Record<string, string | undefined>} env
 * @returns {{ port: number, host: string, data: string, external: string | null, address: string, demo: boolean }} `external` is
 *   DATABASE_URL, null for the embedded server; `address` is where a browser on this machine finds the product
 */
export function readSettings(env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Fault(`PORT must be a number from 1 to 65535, not "${env.PORT}".`);
  const host = env.HOST || '127.0.0.1';
  const external = env.DATABASE_URL || null;
  if (external) checkUrl(external);
  const open = host === '0.0.0.0' || host === '::';
  const address = `http://${open ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
  return { port, host, data: dataFolder(env), external, address, demo: env.CLAIMBENCH_DEMO !== '0' };
}

/** The lock of the one start that may run from a data folder; it names the address that is served. */
export const startLock = (data) => path.join(data, 'start.lock');

/** Where the product is found just now: links made beside a running server lead to it, whatever port it was given. */
export const addressNow = ({ data, external, address }) =>
  (external ? null : holderOf(startLock(data))?.address) ?? address;

/** The folder of the embedded database and of the secrets. */
export const dataFolder = (env) => path.resolve(root, env.CLAIMBENCH_DATA || '.data');

/**
 * Refuses a missing or a short AUTH_SECRET: whoever guesses it is anybody.
 * @param {Record<string, string | undefined>} env
 */
export function checkSecret({ AUTH_SECRET: secret, DATABASE_URL: external }) {
  if (external && !secret)
    throw new Fault(
      'AUTH_SECRET is needed with DATABASE_URL: at least 32 random characters, the same for every instance.',
    );
  if (secret && secret.length < 32)
    throw new Fault(`AUTH_SECRET has ${secret.length} characters; it needs at least 32.`);
}

/**
 * Refuses a CLAIMBENCH_SIGNING_KEY that nothing can be signed with: exports would fail one by one.
 * @param {Record<string, string | undefined>} env
 */
export function checkSigningKey({ CLAIMBENCH_SIGNING_KEY: text }) {
  if (!text) return;
  try {
    const key = createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return;
  } catch {
    // Said below; what was given stays unsaid.
  }
  throw new Fault('CLAIMBENCH_SIGNING_KEY is not an Ed25519 private key (PKCS #8, DER, base64 on one line).');
}

function checkUrl(url) {
  try {
    if (/^postgres(ql)?:$/.test(new URL(url).protocol)) return;
  } catch {
    // Said below.
  }
  throw new Fault('DATABASE_URL is not of the form postgresql://user:password@host:port/database.');
}

/** Whether this process may listen on a port: a Fault when it may not. */
export function checkPort(host, port) {
  const reasons = {
    EADDRINUSE: `Port ${port} on ${host} is taken. Choose another one, for example PORT=${port + 1} npm start.`,
    EACCES: `This user may not listen on port ${port}. Choose one above 1023, for example PORT=3000.`,
    EADDRNOTAVAIL: `HOST ${host} is not an address of this machine.`,
    ENOTFOUND: `HOST ${host} is not known.`,
  };
  return tryPort(port, host).catch((error) => {
    throw new Fault(reasons[error.code] ?? `Cannot listen on ${host}:${port}: ${error.message}.`);
  });
}

/** Makes a folder and those above it one by one: Node's own recursive making never ends below /proc. */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder, { mode: 0o755 });
}

/** Makes the data folder and writes into it once: a Fault when that cannot be done. */
export function checkFolder(folder) {
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    makeFolder(folder);
    fs.writeFileSync(probe, 'x');
    fs.rmSync(probe);
  } catch (error) {
    const reasons = {
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EROFS: 'the file system is read-only',
      ENOSPC: 'the disk is full',
      ENOENT: 'no folder can be made there',
      ENOTDIR: 'a file is in its place',
    };
    throw new Fault(
      `Cannot write to the data folder ${folder} (CLAIMBENCH_DATA): ${reasons[error.code] ?? error.message}.`,
    );
  }
}

/** Whether anything answers where DATABASE_URL points: asked before minutes are spent on installing and building. */
export function checkReachable(url) {
  const { hostname, port, searchParams } = new URL(url);
  if (!hostname || searchParams.has('host')) return Promise.resolve();
  const where = `${hostname}:${port || 5432}`;
  const reasons = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'there is no such host',
  };
  return new Promise((resolve, reject) => {
    const refuse = (reason) => reject(new Fault(`Cannot reach the database at ${where} (DATABASE_URL): ${reason}.`));
    const socket = net.connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 5432), timeout: 10_000 });
    socket.once('connect', () => resolve(void socket.destroy()));
    socket.once('timeout', () => refuse(void socket.destroy() ?? 'no answer within 10 s'));
    socket.once('error', (error) => refuse(reasons[error.code ?? error.errors?.[0]?.code] ?? error.message));
  });
}

/**
 * What every part of the product finds in its environment, beside what is in `env` already. The secret of the sessions is made and
 * kept only where the database is ours.
 */
export function productEnv(env, { url, data, external, address, port, host }) {
  return {
    DATABASE_URL: url,
    AUTH_SECRET: env.AUTH_SECRET || (external ? undefined : keptSecret(path.join(data, 'auth.secret'))),
    NEXTAUTH_URL: env.NEXTAUTH_URL || address,
    PORT: String(port),
    HOST: host,
    CLAIMBENCH_DATA: data,
    NODE_ENV: 'production',
  };
}
