/** What this browser keeps. Storage that is switched off or full keeps nothing, and answers `otherwise`: what was typed then lives as long as the page. */
export function storage<T>(work: (held: Storage) => T, otherwise: T): T {
  try {
    return work(localStorage);
  } catch {
    return otherwise;
  }
}
