// How the scripts say what they do: each step by name with its time; long ones show that they are alive.

const terminal = Boolean(process.stdout.isTTY);
const width = () => (process.stdout.columns ?? 100) - 1;

/** 0.3 s, 64.1 s, 12 min 5 s. */
export function seconds(ms) {
  if (ms < 600_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** What a program said without colours and cursor movements. */
export const uncoloured = (text) => text.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '');

/** One line of it that leaves the cursor where it is. */
const plain = (line) =>
  uncoloured(line)
    .replace(/[\x00-\x1f\x7f]/g, ' ')
    .trim();

/**
 * Runs one named step and prints its name and time. `work` gets `say(line)` for what it is doing just now: on a terminal it is
 * shown beside the running seconds, elsewhere as a plain line every ten seconds. What `work` returns is returned.
 * @template T
 * @param {string} name
 * @param {(say: (line: string) => void) => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = Date.now();
  let latest = '';
  let lines = 0;
  process.stdout.write(`${name} … `);
  const beat = () => {
    const note = `${seconds(Date.now() - began).replace(/\.\d s$/, ' s')}${latest && `: ${latest}`}`;
    if (terminal) process.stdout.write(`\r\x1b[K${`${name} … ${note}`.slice(0, width())}`);
    else process.stdout.write(`${lines++ ? '' : '\n'}  still at it, ${note}\n`.slice(0, 200));
  };
  const timer = setInterval(beat, terminal ? 1000 : 10_000);
  const close = (end) => {
    clearInterval(timer);
    process.stdout.write(terminal ? `\r\x1b[K${name} … ${end}\n` : `${lines ? '  ' : ''}${end}\n`);
  };
  try {
    const result = await work((line) => (latest = plain(line)));
    close(seconds(Date.now() - began));
    return result;
  } catch (error) {
    close(`failed after ${seconds(Date.now() - began)}`);
    throw error;
  }
}

/** Prints a fault: its one line, and below it the tail of what a failed program said. */
export function complain(error) {
  const detail = error.detail ?? error.stack ?? '';
  if (detail) console.error(detail.split('\n').slice(-40).join('\n'));
  console.error(error.detail === undefined ? `Something unforeseen went wrong: ${error.message}` : error.message);
}
