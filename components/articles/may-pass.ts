import type { Code } from '@/lib/core/errors';

/** What is wrong with a file, or with whoever sends it, is wrong at the next try as well. */
const lasting: readonly string[] = [
  'invalid',
  'too-large',
  'duplicate-article',
  'forbidden',
  'not-found',
] satisfies Code[];

/** Whether the same file may come in when it is sent again: `again` is the server's word that it may. */
export const mayPass = (code: string, again: unknown = false): boolean => again === true || !lasting.includes(code);
