import { expect, it } from 'vitest';
import { KeyBurst } from './key-burst';

/** What a page makes of a word that is typed letter by letter, 80 ms each, while a scope comes at `mountedAt`: the letters that run as commands. */
function commandsOf(word: string, mountedAt: number, burst = new KeyBurst(), start = 0): string {
  let run = '';
  for (const [nth, letter] of [...word].entries()) {
    const at = start + nth * 80;
    burst.press(at);
    if (at < mountedAt) burst.miss(at);
    else if (!burst.isIn(mountedAt)) run += letter;
  }
  return run;
}

it('none of a word is a command whose beginning went nowhere', () => {
  expect(commandsOf('/tasks', 200)).toBe('');
  expect(commandsOf('/tasks', 10)).toBe('');
});

it('all are that are pressed when the page is there, or after a pause', () => {
  expect(commandsOf('jjs', 0)).toBe('jjs');
  const burst = new KeyBurst();
  expect(commandsOf('/tas', 200, burst)).toBe('');
  expect(commandsOf('js', 200, burst, 1000)).toBe('js');
});

it('a key that is none of a page’s stops nothing that was there before it', () => {
  const burst = new KeyBurst();
  burst.press(1000);
  burst.miss(1000);
  burst.press(1100);
  expect(burst.isIn(500)).toBe(false);
});

it('a page that could not hear what was pressed takes the rest of it for no command', () => {
  const burst = new KeyBurst();
  burst.begin(300, true);
  expect(commandsOf('sk', 300, burst, 340)).toBe('');
  const quiet = new KeyBurst();
  quiet.begin(300, false);
  expect(commandsOf('sk', 300, quiet, 340)).toBe('sk');
});
