// How the scripts run programs: in a process group of their own, on a leash that ends them with their parent.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';

/** The checkout that this script belongs to. */
export const root = path.resolve(import.meta.dirname, '..');

/** A fault that the user can do something about: `message` is one clear line, `detail` the tail of what a program said. */
export class Fault extends Error {
  constructor(message, detail = '') {
    super(message);
    this.detail = detail;
  }
}

// No program that is started from here may ask or tell another host anything of its own accord.
export const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
};

const leash = new URL('./leash.mjs', import.meta.url).href;
const grouped = process.platform !== 'win32';
const children = new Set();

/** Sends a signal to every program started here and to all that they started. */
export function signalAll(signal) {
  for (const child of children) signalGroup(child, signal);
}

/** Sends a signal to a child of `start` and to everything in its process group. */
export function signalGroup(child, signal) {
  try {
    if (grouped) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Starts a Node program on the leash. `stdio` covers descriptors 0 to 2.
 * @param {string[]} args script and arguments
 * @param {{ env?: Record<string, string | undefined>, stdio?: ('ignore' | 'pipe' | 'inherit' | number)[] }} [options]
 */
export function start(args, { env = {}, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  const child = spawn(process.execPath, ['--import', leash, ...args], {
    cwd: root,
    env: { ...process.env, ...quiet, ...env, CLAIMBENCH_LEASH: String(process.pid) },
    stdio: [...stdio, 'pipe'],
    detached: grouped,
    windowsHide: true,
  });
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
}

/**
 * Runs a Node program to its end and returns `{ status, stdout, tail }`; `tail` is the last of what it said on either stream.
 * Never rejects for a failing program.
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, onLine?: (line: string) => void }} [options]
 */
export function collect(args, { env, onLine = () => {} } = {}) {
  const child = start(args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let stdout = '';
    let tail = '';
    for (const stream of [child.stdout, child.stderr]) {
      const decoder = new StringDecoder('utf8');
      stream.on('data', (chunk) => {
        const text = decoder.write(chunk);
        if (stream === child.stdout) stdout += text;
        tail = (tail + text).slice(-20_000);
        const line = text.trimEnd().split('\n').at(-1)?.trim();
        if (line) onLine(line);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ status: code ?? signal, stdout, tail: tail.trim() }));
  });
}

/**
 * Like `collect`, but a program that fails becomes a Fault that says `what` failed. Returns its standard output.
 * @param {string} what
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, onLine?: (line: string) => void }} [options]
 */
export async function must(what, args, options) {
  const { status, stdout, tail } = await collect(args, options);
  if (status !== 0)
    throw new Fault(`${what} failed (${typeof status === 'number' ? `exit ${status}` : status}).`, tail);
  return stdout;
}
