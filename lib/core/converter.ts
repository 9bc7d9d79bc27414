import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { env } from './env';
import { Refusal } from './errors';
import { inTurn } from './fair-turns';
import { withoutNetwork } from './without-network';

// A file becomes text in a process of its own: no network, no other process, no file but the program's, no environment, and a limit
// on time, memory and output. What a hostile file breaks is that process.

export const LIMITS = {
  ms: 20_000,
  heap: 384, // MB of JavaScript objects
  resident: 768 * 1024 * 1024, // bytes of everything, where the system tells
  output: 110 * 1024 * 1024, // bytes
};
/** What a file was read as. */
export type Converted = {
  kind: string;
  text: string;
  encoding: string | null;
  encodingSure: boolean;
  pages: number[];
  title: string | null;
  byline: string | null;
  site: string | null;
  publishedAt: string | null;
  url: string | null;
  language: string | null;
  warnings: string[];
};
type Asked = {
  name: string;
  /** A person's choice. */
  encoding?: string | undefined;
  /** What the sender of the file said: charset and address. */
  declared?: string | null | undefined;
  url?: string | null | undefined;
  /** The kind, where something else than the name says it. */
  as?: string | undefined;
};
/** Whose file it is, how long it may take (ms), and what is so where it cannot be read. */
type Reading = { owner?: string | undefined; ms?: number | undefined; otherwise?: string | undefined };

/** Node's own limits; it lets nothing be read but the converter and the libraries that it uses. */
function argumentsOf(root: string): string[] {
  // The build is told not to look for what these name: next.config.js lists the reader's files.
  const folder = path.join(/* turbopackIgnore: true */ root, 'scripts', 'convert');
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  return [
    '--no-warnings',
    `--max-old-space-size=${LIMITS.heap}`,
    permission,
    ...[
      folder,
      path.join(/* turbopackIgnore: true */ root, 'node_modules'),
      path.join(/* turbopackIgnore: true */ root, 'package.json'),
    ].map((one) => `--allow-fs-read=${one}`),
    '--import',
    path.join(folder, 'guard.mjs'),
    path.join(folder, 'main.mjs'),
  ];
}

function start(): ChildProcessWithoutNullStreams {
  const args = argumentsOf(env().CLAIMBENCH_ROOT);
  // Seconds of processor time, no file written, no core left behind: the shell sets them and becomes the process. One by one: dash takes
  // no more at once, and sets none then.
  const limited = 'for limit in "-t 40" "-f 0" "-c 0"; do ulimit $limit 2>/dev/null; done; exec "$@"';
  const [command, rest] =
    process.platform === 'win32'
      ? [process.execPath, args]
      : ['/bin/sh', ['-c', limited, 'sh', ...withoutNetwork(args.at(-1)!), process.execPath, ...args]];
  return spawn(/* turbopackIgnore: true */ command, rest, {
    env: { NODE_ENV: 'production' },
    cwd: env().CLAIMBENCH_ROOT,
    stdio: 'pipe',
  });
}

const residentOf = (pid: number | undefined): number => {
  try {
    return Number(readFileSync(/* turbopackIgnore: true */ `/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
};
const TOO_SLOW = 'Reading this file took longer than 20 seconds and was stopped.';
const TOO_BIG = 'Reading this file took more memory than a file may take, and was stopped.';

/** Runs the process on one input. Answers its output, or the reason why it was stopped. `yielding`: it gives its place up. */
function run(input: Buffer[], ms: number, yielding: AbortSignal): Promise<Buffer | string> {
  return new Promise((resolve) => {
    const child = start();
    const output: Buffer[] = [];
    let size = 0;
    let stopped: string | null = null;
    const stop = (reason: string) => {
      stopped ??= reason;
      child.kill('SIGKILL');
    };
    const late = setTimeout(() => stop(TOO_SLOW), ms);
    const give = () => stop('It made room for another.');
    if (yielding.aborted) give();
    yielding.addEventListener('abort', give);
    const watch = setInterval(() => residentOf(child.pid) > LIMITS.resident && stop(TOO_BIG), 50);
    child.stdout.on('data', (chunk: Buffer) => {
      output.push(chunk);
      size += chunk.length;
      if (size > LIMITS.output) stop(TOO_BIG);
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString('latin1')).slice(-4000)));
    // A process that ended early takes no more input: how it ended is told by its end.
    child.stdin.on('error', () => {});
    child.on('error', () => stop('The reader of files could not be started on this server.'));
    child.on('close', (code, signal) => {
      clearTimeout(late);
      clearInterval(watch);
      yielding.removeEventListener('abort', give);
      if (stopped) resolve(stopped);
      else if (code === 0) resolve(Buffer.concat(output));
      else if (signal === 'SIGXCPU') resolve(TOO_SLOW);
      else resolve(/out of memory|heap limit|allocation failed/i.test(said) ? TOO_BIG : 'This file could not be read.');
    });
    for (const chunk of input) child.stdin.write(chunk);
    child.stdin.end();
  });
}

type Reply<D> = { done?: D; problem?: string };

async function ask<D>(
  task: string,
  asked: Asked,
  bytes: Uint8Array,
  { owner = '', ms = LIMITS.ms, otherwise = 'Nothing of it was kept.' }: Reading,
): Promise<{ done: D; data: Buffer }> {
  const head = Buffer.from(`${JSON.stringify({ task, ...asked })}\n`);
  const input = [head, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)];
  const output = await inTurn(owner, (yielding) => run(input, ms, yielding));
  if (typeof output === 'string') throw unread(output, otherwise);
  const end = output.indexOf(10);
  const { done, problem } = JSON.parse(output.subarray(0, end).toString()) as Reply<D>;
  if (problem !== undefined) throw unread(problem, otherwise);
  return { done: done as D, data: output.subarray(end + 1) };
}
const unread = (problem: string, otherwise: string) => new Refusal('invalid', `${problem} ${otherwise}`);

/** The text of a file and what it says of itself. Throws `invalid` with the reason, and `busy`. */
export const convertFile = async (asked: Asked, bytes: Uint8Array, reading: Reading = {}): Promise<Converted> =>
  (await ask<Converted>('convert', asked, bytes, reading)).done;

export type Unpacked = { name: string; bytes: Uint8Array } | { name: string; problem: string };

/** The files in a ZIP file, each with its bytes or the reason why it was left in; null when the file is no ZIP file. Throws `invalid`. */
export async function unpackFile(name: string, bytes: Uint8Array, reading: Reading = {}): Promise<Unpacked[] | null> {
  type Item = { name: string; size?: number; problem?: string };
  const { done, data } = await ask<Item[] | null>('open', { name }, bytes, reading);
  let at = 0;
  return (
    done?.map((item) =>
      item.problem === undefined
        ? { name: item.name, bytes: data.subarray(at, (at += item.size ?? 0)) }
        : { name: item.name, problem: item.problem },
    ) ?? null
  );
}
