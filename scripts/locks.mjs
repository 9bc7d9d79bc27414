// A lock file that a killed process cannot leave shut: it names its holder by process id and start time.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * When a process began, as an opaque string, or null when there is no such process (a dead one that nobody has collected counts
 * as none). Process ids are used again; id and beginning together are not.
 * @param {number} pid
 */
export function beginning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  try {
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? '');
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return '';
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  }
}

const alive = (holder) => typeof holder?.pid === 'number' && beginning(holder.pid) === holder.began;

/** A lock file's text and what it says, `holder` null while it is being written. */
function read(file) {
  try {
    const text = fs.readFileSync(file, 'utf8');
    try {
      return { text, holder: JSON.parse(text) };
    } catch {
      return { text, holder: null };
    }
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The living holder of a lock, with what it noted, or null. */
export function holderOf(file) {
  const found = read(file);
  return found && alive(found.holder) ? found.holder : null;
}

/** Takes away a lock whose holder is dead; one that somebody took in the meantime is put back. */
function clear(file, seen) {
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (fs.readFileSync(aside, 'utf8') !== seen) fs.copyFileSync(aside, file, fs.constants.COPYFILE_EXCL);
    fs.rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
}

/**
 * Takes a lock for this process, or says who has it. It is given back by `release`, at the latest when the process exits.
 * @param {string} file its folder is made when missing
 * @param {Record<string, unknown>} [note] kept in the file for whoever finds it taken
 * @returns {{ holder: null, release: () => void } | { holder: { pid: number } & Record<string, unknown>, release: null }}
 */
export function take(file, note = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, began: beginning(process.pid), ...note });
  for (let unwritten = 0; ;) {
    try {
      fs.writeFileSync(file, mine, { flag: 'wx', mode: 0o644 });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const found = read(file);
    if (!found) continue;
    if (alive(found.holder)) return { holder: found.holder, release: null };
    // Made a moment ago and not written yet, or its maker died at exactly that point.
    if (!found.holder && unwritten++ < 50) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    else clear(file, found.text);
  }
  const release = () => {
    if (read(file)?.text === mine) fs.rmSync(file, { force: true });
    process.off('exit', release);
  };
  process.on('exit', release);
  return { holder: null, release };
}

/**
 * Takes a lock, waiting for whoever has it; `waiting` is told once who that is, an aborted `signal` ends the wait with its reason.
 * @param {string} file
 * @param {{ waiting?: (holder: { pid: number } & Record<string, unknown>) => void, signal?: AbortSignal }} [options]
 */
export async function takeWhenFree(file, { waiting = () => {}, signal } = {}) {
  for (let told = false; ; told = true) {
    const lock = take(file);
    if (lock.release) return lock;
    if (!told) waiting(lock.holder);
    await new Promise((done) => setTimeout(done, 100));
    signal?.throwIfAborted();
  }
}
