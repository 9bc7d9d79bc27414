import type { Said } from '@/components/editor/draft';
import type { Step } from '@/components/highlights/undo-stack';
import { api } from '@/lib/api/client';
import type { Comment, Thread } from '@/lib/threads/thread';

// The inverses of what is written in threads. Each is sent through `write`, after which the threads are read again.

export type Write = <T>(send: () => Promise<T>) => Promise<T>;
type Outcome = NonNullable<Thread['outcome']>;

const short = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`;
};

/** Takes a comment away again that was written, or brought back. */
export function unsay(write: Write, comment: Comment, label = `commenting ${short(comment.text)}`): Step {
  const { id, version } = comment;
  return {
    label,
    back: async () => {
      const gone = await write(() => api('deleteComment', { params: { id }, body: {}, ifMatch: version }));
      return sayAgain(write, gone, label);
    },
  };
}

/** Brings a deleted comment back. `gone` as the deletion answered it. */
export function sayAgain(write: Write, gone: Pick<Comment, 'id' | 'version'>, label = 'deleting a comment'): Step {
  const { id, version } = gone;
  return {
    label,
    back: async () => {
      const back = await write(() => api('restoreComment', { params: { id }, body: {}, ifMatch: version }));
      return unsay(write, back, label);
    },
  };
}

/** Gives a comment its earlier words, or its earlier say in approvals, back. */
export function unedit(
  write: Write,
  before: Comment,
  after: Comment,
  label = `changing the comment ${short(after.text)}`,
): Step {
  const { id, version } = after;
  const body =
    before.blocksApproval === after.blocksApproval
      ? { body: before.body as Said['body'] }
      : { blocksApproval: before.blocksApproval };
  return {
    label,
    back: async () => {
      const back = await write(() => api('saveComment', { params: { id }, body, ifMatch: version }));
      return unedit(write, after, back, label);
    },
  };
}

/** Opens a thread again that was closed. */
export function unclose(
  write: Write,
  closed: Pick<Thread, 'id' | 'version' | 'outcome'>,
  label = 'closing a thread',
): Step {
  const { id, version, outcome } = closed;
  return {
    label,
    back: async () => {
      const open = await write(() => api('reopenThread', { params: { id }, body: {}, ifMatch: version }));
      return outcome && reclose(write, open, outcome, label);
    },
  };
}

/** Closes a thread with the outcome that it had. */
export function reclose(
  write: Write,
  open: Pick<Thread, 'id' | 'version'>,
  { kind, note, positions }: Outcome,
  label = 'reopening a thread',
): Step {
  const { id, version } = open;
  return {
    label,
    back: async () => {
      const held = positions.map(({ holder, text }) => ({ holderId: holder.id, text }));
      const body = { outcome: kind, note, ...(held.length ? { positions: held } : {}) };
      const closed = await write(() => api('closeThread', { params: { id }, body, ifMatch: version }));
      return unclose(write, closed, label);
    },
  };
}
