// npm passes a signal on to the shell that it runs a script in, and the shell keeps it to itself; a killed npm passes on nothing.
// Either way the script would run on with nobody to stop it.
import fs from 'node:fs';

/** The process that started `pid`, where the system tells (Linux); null elsewhere. */
function parentOf(pid) {
  try {
    return Number(
      fs
        .readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return null;
  }
}

function isShell(pid) {
  try {
    return /^(ba|da|a|k|z)?sh$/.test(fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim());
  } catch {
    return false;
  }
}

/** Calls `then` once, when npm, or the shell between it and this process, is gone. Does nothing for a script run without npm. */
export function whenOrphaned(then) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const npm = isShell(parent) ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || parentOf(parent) === npm)) return;
    clearInterval(timer);
    then();
  }, 1000);
  timer.unref();
}
