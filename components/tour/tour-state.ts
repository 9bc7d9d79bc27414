const stored = (userId: string) => `claimbench.tour.${userId}`;
const listeners = new Set<() => void>();

/** `fresh`: not begun in this tab. `left`: skipped or walked to its end; it comes back from the help menu. A number: at that step, from 0. */
export type TourAt = 'fresh' | 'left' | number;

let kept: { userId: string; at: TourAt } | null = null;

function read(userId: string): TourAt {
  try {
    const text = sessionStorage.getItem(stored(userId));
    return text === null ? 'fresh' : text === 'left' ? 'left' : Number.parseInt(text, 10) || 0;
  } catch {
    // Storage may be switched off: nobody is asked again and again.
    return 'left';
  }
}

/** Where this person is in the tour, in this tab. That they left it is the account's to know, on every device. */
export function tourAt(userId: string): TourAt {
  if (kept?.userId !== userId) kept = { userId, at: read(userId) };
  return kept.at;
}

export function setTourAt(userId: string, at: Exclude<TourAt, 'fresh'>): void {
  kept = { userId, at };
  try {
    sessionStorage.setItem(stored(userId), String(at));
  } catch {
    // It then lasts for this page only.
  }
  listeners.forEach((listener) => listener());
}

export function subscribeTour(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
