'use client';
import { useRead } from '@/components/live/use-read';
import { may, type Role, type Verb } from '@/lib/permissions';

const unknown = { id: '', name: '', email: '' };

/** Who is looking at which project, and what they may do in it: the same table that the server asks. */
export function useHere(projectId: string) {
  const me = useRead('findMe', {});
  const project = useRead('findProject', { projectId });
  // Until the answers are there nobody is more than a viewer.
  const role: Role = project.data?.role ?? 'viewer';
  const { id, name, email } = me.data ?? unknown;
  return {
    me: { id, name, email, role },
    project: project.data ?? null,
    grades: project.data?.grades ?? false,
    error: project.error ?? me.error,
    /** True, or the reason in words for people. */
    may: (verb: Verb, thing?: Parameters<typeof may>[2]) => may({ userId: id, role }, verb, thing),
  };
}
