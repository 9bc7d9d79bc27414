'use client';
import { useDeskState, useDeskView } from './use-desk';
import { useEdgeKeys } from './use-edge-keys';
import { useTagKeys } from './use-tag-keys';

/** The keys that act on the chosen tag. A component of its own, so that choosing another renders little. */
export function TagKeys({ mayWrite }: { mayWrite: boolean }) {
  const view = useDeskView();
  const chosen = useDeskState((state) => state.chosen);
  const layer = chosen === null ? undefined : view.all.find(({ id }) => id === chosen);
  useTagKeys(view, layer, mayWrite);
  useEdgeKeys(view.desk, layer, mayWrite);
  return null;
}
