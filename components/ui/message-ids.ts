/** What a message says and offers besides its sentence. */
export interface Details {
  description?: string;
  /** One thing to do about it: "Undo", "Retry", "Open". */
  action?: { label: string; run: () => void };
  /** Messages with the same key replace each other. */
  key?: string;
}

/** ms that a message stays. */
export const STAYS = 6000;
/** ms around the end of a message in which it may be on its way out already. */
const LEAVING = 1000;

/** A message of one kind that was shown last. */
type Last = { id: string; until: number };
interface Ids {
  /** The id for the next message of this key, and which one goes for it. `now` and `stays` in ms. */
  next: (key: string, now: number, stays?: number) => { id: string; leaves: string | null };
  /** Somebody has sent the message away, or pressed what it offers. */
  end: (key: string) => void;
}

/**
 * Ids for messages that replace each other by key. As long as the one before is surely there it is changed in its place; a change of one that
 * is on its way out would go with it, and an Undo with that: then it is a new message.
 */
export function messageIds(): Ids {
  const last = new Map<string, Last>();
  let count = 0;
  return {
    next(key, now, stays = STAYS) {
      const before = last.get(key);
      const there = before !== undefined && now < before.until - LEAVING;
      const id = there ? before.id : `${key} ${(count += 1)}`;
      last.set(key, { id, until: now + stays });
      return { id, leaves: before && !there ? before.id : null };
    },
    end(key) {
      const before = last.get(key);
      if (before) before.until = 0;
    },
  };
}
