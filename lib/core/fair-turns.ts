import { Refusal } from './errors';

// Places for work that takes long and may be made to: two at once, shared between the people who ask. Who is alone has both; as soon as
// somebody who has none comes, the younger of two that one person holds gives its place up and begins anew when its turn comes.

/** How much is done at once, and how much may wait for that: of everybody, and of one person. */
const AT_ONCE = 2;
const WAITING = 200;
const WAITING_OF_ONE = 100;

type Running = { owner: string; yielding: AbortController };
type Waiting = { owner: string; go: () => void };
type Line = { running: Running[]; waiting: Waiting[] };

// One line a process, since each bundle has its own instance of this module.
const KEY = Symbol.for('claimbench.conversions');
const held = globalThis as unknown as { [KEY]?: Line };
const theLine = () => (held[KEY] ??= { running: [], waiting: [] });

const heldBy = ({ running }: Line, owner: string) => running.filter((one) => one.owner === owner);

/** Takes the next: the first of those who hold the fewest places. */
function next(line: Line): void {
  if (line.running.length >= AT_ONCE) return;
  const fewest = Math.min(...line.waiting.map(({ owner }) => heldBy(line, owner).length));
  const at = line.waiting.findIndex(({ owner }) => heldBy(line, owner).length === fewest);
  if (at >= 0) line.waiting.splice(at, 1)[0]!.go();
}

/** Somebody who has no place waits while another has several: the youngest of these gives way. */
function makeRoom(line: Line, owner: string): void {
  if (line.running.length < AT_ONCE || heldBy(line, owner).length > 0) return;
  // One that gives way already makes room for one.
  if (line.running.some(({ yielding }) => yielding.signal.aborted)) return;
  line.running.findLast((one) => heldBy(line, one.owner).length > 1)?.yielding.abort();
}

function place(line: Line, owner: string, again: boolean): Promise<Running> {
  return new Promise((resolve) => {
    const go = () => {
      const mine = { owner, yielding: new AbortController() };
      line.running.push(mine);
      resolve(mine);
    };
    // What gave way comes before what its owner asked for later.
    if (again) line.waiting.unshift({ owner, go });
    else line.waiting.push({ owner, go });
    next(line);
    makeRoom(line, owner);
  });
}

/**
 * Does a piece of somebody's work when its turn comes. Told by the signal to give way it may end in any way: it is done anew later.
 * Throws `busy` where too much waits.
 */
export async function inTurn<T>(owner: string, work: (yielding: AbortSignal) => Promise<T>): Promise<T> {
  const line = theLine();
  const ofOne = line.waiting.filter((one) => one.owner === owner).length;
  if (line.waiting.length >= WAITING || ofOne >= WAITING_OF_ONE)
    throw new Refusal('busy', 'Many files are being read. Nothing was kept; try again in a moment.');
  for (let again = false; ; again = true) {
    const mine = await place(line, owner, again);
    try {
      const done = await work(mine.yielding.signal);
      if (!mine.yielding.signal.aborted) return done;
    } catch (error) {
      if (!mine.yielding.signal.aborted) throw error;
    } finally {
      line.running.splice(line.running.indexOf(mine), 1);
      next(line);
    }
  }
}
