'use client';
import { useHere } from '@/components/members/use-here';
import { Segmented } from '@/components/ui/segmented';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import type { Role } from '@/lib/permissions';
import { OwnGlance } from './own-glance';
import { ProjectGlance } from './project-glance';

const views = [
  { value: 'project', label: 'The project' },
  { value: 'mine', label: 'My work' },
] as const;
type View = (typeof views)[number]['value'];

/** What somebody looks for first: whoever leads at the project, whoever works on it at their own part. */
const firstOf = (role: Role): View => (role === 'analyst' || role === 'reviewer' ? 'mine' : 'project');

function useView(projectId: string) {
  const { me } = useHere(projectId);
  const { values, set } = useSearchFilters(['view']);
  const view = views.find(({ value }) => value === values.view)?.value ?? firstOf(me.role);
  return { view, set: (next: View) => set({ view: next }) };
}

/** The project at a glance, or one's own work in it. */
export function OverviewDesk({ projectId }: { projectId: string }) {
  const { view } = useView(projectId);
  return view === 'mine' ? <OwnGlance projectId={projectId} /> : <ProjectGlance projectId={projectId} />;
}

/** Which of the two. */
export function OverviewViews({ projectId }: { projectId: string }) {
  const { view, set } = useView(projectId);
  return <Segmented label="Whose work" value={view} onValueChange={set} options={views} />;
}
