import type { Comment, Thread } from '@/lib/threads/thread';

// Pure: what has come from the server since the threads on the screen were read, and whose it is.

/** Equal for threads that read the same. */
export const stampOf = (threads: readonly Thread[]): string =>
  threads
    .map(({ id, version, comments }) => [id, version, ...comments.map((comment) => comment.version)].join())
    .join(' ');

const commentsById = (threads: readonly Thread[]) =>
  new Map(threads.flatMap((thread) => thread.comments.map((comment) => [comment.id, comment] as const)));

/** Comments that are new or say something else than before. */
function changedComments(shown: readonly Thread[], latest: readonly Thread[]): Comment[] {
  const before = commentsById(shown);
  return [...commentsById(latest).values()].filter((comment) => before.get(comment.id)?.version !== comment.version);
}

/** Threads that were closed or reopened. */
function turnedThreads(shown: readonly Thread[], latest: readonly Thread[]): Thread[] {
  const before = new Map(shown.map((thread) => [thread.id, thread.outcome?.at ?? null]));
  return latest.filter((thread) => before.has(thread.id) && before.get(thread.id) !== (thread.outcome?.at ?? null));
}

/** How many changes wait: comments that came or changed, threads that were closed or reopened, threads that went. */
export function countArrivals(shown: readonly Thread[], latest: readonly Thread[]): number {
  const there = new Set(latest.map(({ id }) => id));
  const gone = shown.filter(({ id }) => !there.has(id));
  return changedComments(shown, latest).length + turnedThreads(shown, latest).length + gone.length;
}

/** How many of them would move something: what is said at the end of the last thread, or below it, does not. */
export function countMoving(shown: readonly Thread[], latest: readonly Thread[]): number {
  const end = latest.findIndex(({ id }) => id === shown.at(-1)?.id);
  if (end < 0) return countArrivals(shown, latest);
  const gone = shown.filter(({ id }) => !latest.some((thread) => thread.id === id)).length;
  return gone === 0 && countArrivals(shown.slice(0, -1), latest.slice(0, end)) === 0 ? 0 : countArrivals(shown, latest);
}

/** Whether one of the changes is this person's own: what they did themselves is shown at once. */
export const includesOwn = (shown: readonly Thread[], latest: readonly Thread[], userId: string): boolean =>
  changedComments(shown, latest).some(({ author }) => author.id === userId) ||
  turnedThreads(shown, latest).some(({ outcome }) => !outcome || outcome.by.id === userId);

/** Comments that stand in the way of an approval: not lifted, not deleted. */
export const openObjections = ({ comments }: Thread): Comment[] =>
  comments.filter(({ blocksApproval, lifted, deleted }) => blocksApproval && !lifted && !deleted);
