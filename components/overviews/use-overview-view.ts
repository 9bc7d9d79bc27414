'use client';
import { useHere } from '@/components/members/use-here';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import type { Role } from '@/lib/permissions';

export const views = [
  { value: 'project', label: 'The project' },
  { value: 'mine', label: 'My work' },
] as const;
type View = (typeof views)[number]['value'];

/** What somebody looks for first: whoever leads at the project, whoever works on it at their own part. */
const firstOf = (role: Role): View => (role === 'analyst' || role === 'reviewer' ? 'mine' : 'project');

/** Whose work the address asks for. */
export function useOverviewView(projectId: string) {
  const { me } = useHere(projectId);
  const { values, set } = useSearchFilters(['view']);
  const view = views.find(({ value }) => value === values.view)?.value ?? firstOf(me.role);
  return { view, set: (next: View) => set({ view: next }) };
}
