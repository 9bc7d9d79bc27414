'use client';
import { useDeskState, useDeskView } from './use-desk';
import { useTagKeys } from './use-tag-keys';

/** The keys that act on the chosen tag. A component of its own, so that choosing another renders little. */
export function TagKeys({ mayWrite }: { mayWrite: boolean }) {
  const view = useDeskView();
  const chosen = useDeskState((state) => state.chosen);
  useTagKeys(view, chosen === null ? undefined : view.all.find(({ id }) => id === chosen), mayWrite);
  return null;
}
