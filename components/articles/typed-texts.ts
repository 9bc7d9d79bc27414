// Texts that somebody types or pastes and has not saved, kept in this tab: leaving the page, or loading it anew, loses nothing. They may
// be as long as an article, which is more than drafts on the server hold. One a place and a person; a tab that is closed lets them go.

export interface TextPlace {
  readonly what: 'text' | 'correction' | 'reason' | 'base';
  /** Who types: several people may use one browser. */
  readonly userId: string;
  /** Of the project that the text is for, or of the article. */
  readonly id: string;
}

const nameOf = ({ what, userId, id }: TextPlace) => `claimbench.typed ${what} ${userId} ${id}`;

// What is typed now. Reading megabytes out of the storage at each letter would be slow, and a storage that is switched off or full holds
// nothing: the text then lives as long as the page's script.
const held = new Map<string, string>();
const listeners = new Set<() => void>();

export function typedAt(place: TextPlace): string {
  const name = nameOf(place);
  const known = held.get(name);
  if (known !== undefined) return known;
  try {
    const text = sessionStorage.getItem(name) ?? '';
    if (text) held.set(name, text);
    return text;
  } catch {
    return '';
  }
}

/** Keeps what is typed; blank forgets it. */
export function keepTyped(place: TextPlace, text: string): void {
  const name = nameOf(place);
  held.set(name, text);
  try {
    if (text) sessionStorage.setItem(name, text);
    else sessionStorage.removeItem(name);
  } catch {
    // What was kept of it before stays there: more than nothing.
  }
  listeners.forEach((listener) => listener());
}

/** Forgets what was saved. What was typed since is not saved, and stays. */
export function forgetTyped(place: TextPlace, saved: string): void {
  if (typedAt(place) === saved) keepTyped(place, '');
}

export function onTyped(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
