import { storage } from '@/components/ui/storage';

// Words of one field that somebody began to write and has not sent, kept in this browser for each person who writes in it.

export interface Field {
  readonly what: 'translation' | 'reason' | 'edit';
  readonly userId: string;
  /** Of what the words are on: a highlight, a tag, a thing that was being changed. */
  readonly id: string;
}

const nameOf = ({ what, userId, id }: Field) => `claimbench.unsent ${what} ${userId} ${id}`;

export const unsentWords = (field: Field): string | null => storage((held) => held.getItem(nameOf(field)), null);

export const keepUnsentWords = (field: Field, typed: string | null): void =>
  storage((held) => (typed ? held.setItem(nameOf(field), typed) : held.removeItem(nameOf(field))), undefined);
