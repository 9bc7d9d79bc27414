// Whose doing it is that something arrives. What follows on the reader's own is shown at once, and moves what it must.

const JUST_NOW = 3000; // ms

let recently = false;
let others = 0;
let ends: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** The log says who did something. What is told late, `past`, is nothing that the reader did just now. */
export function noteDoers(actorIds: readonly string[], me: string, past: boolean) {
  if (actorIds.some((id) => id !== me)) others += 1;
  if (actorIds.includes(me) && !past) {
    clearTimeout(ends);
    ends = setTimeout(() => {
      recently = false;
      tell();
    }, JUST_NOW);
    recently = true;
  }
  tell();
}

/** Whether the reader did something just now. */
export const ownJustNow = (): boolean => recently;
/** How often others have done something while this page was open. */
export const othersSoFar = (): number => others;

export function subscribeDoers(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
