// Words of one field that somebody began to write and has not sent, kept in this browser for each person who writes in it.

export interface Field {
  readonly what: 'translation' | 'reason';
  readonly userId: string;
  /** Of the highlight or the tag that the words are on. */
  readonly id: string;
}

const nameOf = ({ what, userId, id }: Field) => `claimbench.unsent ${what} ${userId} ${id}`;

export function unsentWords(field: Field): string | null {
  try {
    return localStorage.getItem(nameOf(field));
  } catch {
    return null; // storage is switched off
  }
}

export function keepUnsentWords(field: Field, typed: string | null): void {
  try {
    if (typed) localStorage.setItem(nameOf(field), typed);
    else localStorage.removeItem(nameOf(field));
  } catch {
    // Without storage the words live as long as the panel.
  }
}
