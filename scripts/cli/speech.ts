import { Refusal } from '@/lib/core/errors';

/** Where a verb says what it does. `passing` is a line that the next one replaces: shown on a terminal only. */
export type Speech = { say: (line: string) => void; warn: (line: string) => void; passing: (line: string) => void };

const CLEAR = '\r\x1b[K';

/** Standard output for answers, standard error for refusals. */
export function terminalSpeech(): Speech {
  const { stdout, stderr } = process;
  // Who reads may leave early, as `head` does: the work goes on to its end.
  stdout.on('error', () => {});
  const clear = () => stderr.isTTY && stderr.write(CLEAR);
  return {
    say: (line) => {
      clear();
      stdout.write(`${line}\n`);
    },
    warn: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    passing: (line) => stderr.isTTY && stderr.write(`${CLEAR}${line.slice(0, (stderr.columns || 80) - 1)}`),
  };
}

/** Something that was asked for wrongly: exit status 2. */
export class Misuse extends Error {}

export const refused = (message: string) => new Refusal('invalid', message);
