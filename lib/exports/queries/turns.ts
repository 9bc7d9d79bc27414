import type { ReadContext } from '@/lib/core/context';
import { inPublic } from '@/lib/core/db';

const turns = new WeakMap<ReadContext['db'], Promise<unknown>>();

/**
 * Reads in public, one at a time on a transaction, in the order in which it is asked for: while claims are read ahead something else is
 * asked, and whichever ends first must not end what the other may not see.
 */
export function inTurn<T>(ctx: ReadContext, read: () => Promise<T>): Promise<T> {
  const turn = (turns.get(ctx.db) ?? Promise.resolve()).then(() => inPublic(ctx, read));
  turns.set(
    ctx.db,
    turn.catch(() => {}), // whoever asked is told
  );
  return turn;
}
