// What somebody has written and not sent yet, kept in this browser for each place it was written at.

export interface Unsent {
  /** The editor's document. */
  doc: unknown;
  blocksApproval: boolean;
  /** What was sent without an answer, and the key it went under: sent again it cannot be written twice. */
  sent: { key: string; body: string } | null;
}

const nameOf = (target: string) => `claimbench.unsent ${target}`;

/** What is kept for a place; null when there is nothing, or nothing readable. */
export function readUnsent(target: string): Unsent | null {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(target)) ?? 'null') as Partial<Unsent> | null;
    if (!kept || typeof kept.doc !== 'object') return null;
    return { doc: kept.doc, blocksApproval: kept.blocksApproval === true, sent: kept.sent ?? null };
  } catch {
    return null;
  }
}

/** Keeps what is written for a place; null forgets it. Without storage the words live as long as the page. */
export function keepUnsent(target: string, unsent: Unsent | null): void {
  try {
    if (unsent) localStorage.setItem(nameOf(target), JSON.stringify(unsent));
    else localStorage.removeItem(nameOf(target));
  } catch {
    // Storage is switched off or full.
  }
}

/** The key for a body: the one it went under before if it is the same, a new one otherwise. */
export function sendingUnder(unsent: Unsent | null, body: string): { key: string; body: string } {
  return unsent?.sent?.body === body ? unsent.sent : { key: crypto.randomUUID(), body };
}
