'use client';
import { OwnGlance } from './own-glance';
import { ProjectGlance } from './project-glance';
import { useOverviewView } from './use-overview-view';

/** The project at a glance, or one's own work in it. */
export function OverviewDesk({ projectId }: { projectId: string }) {
  const { view } = useOverviewView(projectId);
  return view === 'mine' ? <OwnGlance projectId={projectId} /> : <ProjectGlance projectId={projectId} />;
}
