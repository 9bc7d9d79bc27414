const STORED = 'claimbench.reasons';
const KEPT = 5;

/** The reasons given last in this browser, newest first. */
export function lastReasons(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

/** Puts a reason first among those offered next time. */
export function rememberReason(reason: string): void {
  try {
    const kept = [reason, ...lastReasons().filter((one) => one !== reason)].slice(0, KEPT);
    localStorage.setItem(STORED, JSON.stringify(kept));
  } catch {
    // Storage may be switched off: nothing is offered next time then.
  }
}
