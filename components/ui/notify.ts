import { late } from './late';
import type { Details } from './message-ids';

type Kind = 'say' | 'sayProblem';
/** A message for which the library has not come. */
export type Unsaid = Details & { kind: Kind; message: string };

/** The library: what says a message, and what shows it. */
export const library = late(async () => {
  const [{ say, sayProblem }, { Toasts }] = await Promise.all([import('./messages'), import('./toasts')]);
  return { say, sayProblem, Toasts };
});
let unsaid: readonly Unsaid[] = [];
/** Whether the library could not be fetched: they are shown without it. */
let mute = false;
const listeners = new Set<() => void>();

function keep(next: readonly Unsaid[], isMute = mute) {
  unsaid = next;
  mute = isMute;
  listeners.forEach((listener) => listener());
}

library.subscribe(() => {
  const kept = unsaid;
  keep([], false);
  for (const { kind, message, ...details } of kept) tell(kind, message, details);
});

function tell(kind: Kind, message: string, details: Details) {
  const there = library.read();
  if (there) return there[kind](message, details);
  keep([...unsaid.filter(({ key }) => !key || key !== details.key), { ...details, kind, message }]);
  library.fetch().catch(() => keep(unsaid, true));
}

/** Says what the server confirmed, for six seconds. */
export function notify(message: string, details: Details = {}) {
  tell('say', message, details);
}

/** Says what happened, what is safe and what to do; stays until it is dismissed. */
export function notifyProblem(message: string, details: Details = {}) {
  tell('sayProblem', message, details);
}

const none: readonly Unsaid[] = [];

/** The messages that have to be shown without the library. */
export const readUnsaid = (): readonly Unsaid[] => (mute ? unsaid : none);

export function subscribeUnsaid(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Somebody has read it. */
export const dismissUnsaid = (one: Unsaid) => keep(unsaid.filter((other) => other !== one));
