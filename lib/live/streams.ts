// The open streams of this process. On globalThis because instrumentation and routes each get their own instance of a module.
const KEY = Symbol.for('claimbench.streams');
type Streams = { open: Set<() => void>; ending: boolean };
const held = globalThis as unknown as { [KEY]?: Streams };
export const streams = (): Streams => (held[KEY] ??= { open: new Set(), ending: false });

function closeAll(): void {
  const all = streams();
  all.ending = true;
  for (const close of [...all.open]) close();
}

/** Closes every stream when the process is asked to end: a server with an open stream would wait for it and never end. */
export function closeStreamsAtTheEnd(): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, closeAll);
}
