'use client';
import { useState, useSyncExternalStore } from 'react';
import { othersSoFar, ownJustNow, subscribeDoers } from './doers';

interface Still<T> {
  /** Equal for what stands in the same places: it is shown as it is by now. */
  stampOf: (value: T) => string;
  /** How many changes would move something on the screen; none, and what came is shown. */
  count: (shown: T, latest: T) => number;
  /** What was asked for: another list is shown at once. */
  of?: string;
}

const subscribeSeen = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
};
const isSeen = () => document.visibilityState === 'visible';

/**
 * What is shown of something that others change: the latest, unless that would move what somebody reads. Then it stays as it is, `waiting`
 * counts the changes, and `show` lets them in. What follows on the reader's own doing, and what comes while nobody looks, is let in at once.
 */
export function useStill<T>(latest: T, { stampOf, count, of = '' }: Still<T>) {
  const own = useSyncExternalStore(subscribeDoers, ownJustNow, () => false);
  const others = useSyncExternalStore(subscribeDoers, othersSoFar, () => 0);
  const seen = useSyncExternalStore(subscribeSeen, isSeen, () => true);
  const stamp = stampOf(latest);
  const [held, setHeld] = useState({ of, stamp, value: latest, others });
  const same = stamp === held.stamp && of === held.of;
  const waiting = same || of !== held.of ? 0 : count(held.value, latest);
  const show = () => setHeld({ of, stamp, value: latest, others });
  // What was out of date when the page was opened, and is read again, is nobody's doing.
  const letIn = own || !seen || waiting === 0 || others === held.others;
  if (!same && letIn) show();
  return { shown: same || letIn ? latest : held.value, waiting: letIn ? 0 : waiting, show };
}
