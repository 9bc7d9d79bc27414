'use client';
import { useDesk } from './use-desk';
import { useEdgeKeys } from './use-edge-keys';
import { useTagKeys } from './use-tag-keys';

/** The keys that act on the chosen tag. A component of its own, which looks for that tag when a key is pressed: nothing renders for it. */
export function TagKeys({ mayWrite }: { mayWrite: boolean }) {
  const desk = useDesk();
  useTagKeys(desk, mayWrite);
  useEdgeKeys(desk, mayWrite);
  return null;
}
