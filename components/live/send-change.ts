import { Problem } from '@/lib/api/client';

interface Change<Row extends { version: number }> {
  /** What the change was made on. */
  base: Row;
  send: (ifMatch: number) => Promise<Row>;
  /** Whether what is being changed is in the newer state still as it was in `base`. */
  mayResend: (current: Row) => boolean;
}

/**
 * Sends a change of something shared. When it has moved on, but none of the changed fields has, the change is sent again
 * by itself. Answers the saved state, with the one that it was put `over` where that was another than was seen; or `theirs` when
 * somebody changed the same meanwhile. Throws `Problem`.
 */
export async function sendChange<Row extends { version: number }>({
  base,
  send,
  mayResend,
}: Change<Row>): Promise<{ saved: Row; over?: Row } | { theirs: Row }> {
  let on = base;
  // A busy object may move on once more between two tries.
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const saved = await send(on.version);
      return on === base ? { saved } : { saved, over: on };
    } catch (error) {
      const current = error instanceof Problem && error.code === 'stale' && error.extra.current;
      if (!current) throw error;
      on = current as Row;
      if (!mayResend(on)) break;
    }
  }
  return { theirs: on };
}
