'use client';
import { Segmented } from '@/components/ui/segmented';
import { useOverviewView, views } from './use-overview-view';

/** Which of the two. */
export function OverviewViews({ projectId }: { projectId: string }) {
  const { view, set } = useOverviewView(projectId);
  return <Segmented label="Whose work" value={view} onValueChange={set} options={views} />;
}
