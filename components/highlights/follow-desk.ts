import { afterFrame } from '@/components/articles/after-frame';
import type { Desk, Lying } from './desk';

/** Lays out what the server has confirmed and what is under way, as it changes and before the page renders for it, until the answer is called. */
export function followDesk(desk: Desk): () => void {
  const answer = () => desk.queries.getQueryData(desk.key);
  let confirmed = answer();
  let { underWay } = desk.store.get();
  let due = false;
  // What changes together is drawn once, and still within the task that changed it.
  const soon = () => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      desk.lay();
    });
  };
  const unfollow = [
    desk.queries.getQueryCache().subscribe(({ type, query }) => {
      if (type !== 'updated' || query.queryKey[0] !== desk.key[0] || answer() === confirmed) return;
      confirmed = answer();
      soon();
    }),
    desk.store.subscribe(() => {
      const before = underWay;
      ({ underWay } = desk.store.get());
      if (underWay !== before) soon();
    }),
  ];
  desk.lay();
  return () => unfollow.forEach((stop) => stop());
}

/** ms after the frame that shows the mark: lists and counts beside the text follow it then, once for all that happens meanwhile. */
export const AFTER_MARKS = 60;

/** Tells what lies on the desk once its marks are painted, until the answer is called. */
export function followSettled({ lying }: Desk, tell: (now: Lying) => void): () => void {
  let cancel: (() => void) | undefined;
  const look = () => {
    cancel = undefined;
    tell(lying.get());
  };
  const soon = () => {
    cancel ??= afterFrame(look, AFTER_MARKS);
  };
  soon();
  const unfollow = lying.subscribe(soon);
  return () => {
    cancel?.();
    unfollow();
  };
}
