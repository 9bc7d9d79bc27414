'use client';
import { useRead } from '@/components/live/use-read';
import type { Who } from '@/lib/permissions';

/** Who is looking at this project, as the table of permissions asks it; null until it is known. */
export function useMe(projectId: string): (Who & { name: string }) | null {
  const me = useRead('findMe', {});
  const membership = me.data?.memberships.find((one) => one.projectId === projectId);
  return me.data && membership ? { userId: me.data.id, name: me.data.name, role: membership.role } : null;
}
