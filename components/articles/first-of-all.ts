/**
 * Runs next of what waits, frames and keys apart, until the answer is called. A timer would wait behind each answer that has come and all that is
 * rendered for it.
 */
export function firstOfAll(run: () => void): () => void {
  // Not every browser has a scheduler.
  if (!('scheduler' in globalThis)) {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  }
  const stop = new AbortController();
  scheduler
    .postTask(() => run(), { priority: 'user-blocking', signal: stop.signal })
    .catch((error: unknown) => {
      if (!stop.signal.aborted) reportError(error);
    });
  return () => stop.abort();
}
