import { spawnSync } from 'node:child_process';

// The system's own fence around the process that reads files: a network of its own in which there is nothing, not even itself. It
// stands beside what Node refuses, where an unprivileged process may make one; where it may not, that is said once in the server's log.

const FENCE = ['unshare', '--user', '--net', '--'];
let known: readonly string[] | undefined;

/** What stands before a command, so that the system gives it no network; nothing where it cannot. `program`: what Node will run. */
export function withoutNetwork(program: string): readonly string[] {
  if (known) return known;
  const [command, ...rest] = FENCE;
  // In it, a process is nobody: it must still be able to start Node and to read the program.
  const tried = spawnSync(/* turbopackIgnore: true */ command!, [...rest, process.execPath, '--check', program], {
    stdio: 'ignore',
    timeout: 5000,
  });
  known = tried.status === 0 ? FENCE : [];
  if (known.length === 0)
    console.warn(
      JSON.stringify({
        level: 'warn',
        message:
          'The system gives the reader of files no network of its own here: what keeps it from the network is Node.',
      }),
    );
  return known;
}
