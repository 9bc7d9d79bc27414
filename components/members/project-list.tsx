'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import type { Project } from '@/lib/members/member';
import { NewProject } from './new-project';

const columns: Column<Project>[] = [
  {
    id: 'name',
    header: 'Project',
    primary: true,
    cell: (project) => (
      <>
        {project.name} {project.demo && <Badge>demo</Badge>}
      </>
    ),
  },
  {
    id: 'description',
    header: 'Description',
    from: 'md',
    cell: (project) => project.description || <span className="text-faint">–</span>,
  },
  { id: 'role', header: 'Your role', width: '7rem', cell: (project) => project.role },
  {
    id: 'since',
    header: 'Since',
    width: '7.5rem',
    from: 'lg',
    cell: (project) => <Time at={project.createdAt} detail="date" />,
  },
];

/** The projects that one is a member of. */
export function ProjectList() {
  const list = useRead('listProjects', {});
  if (list.error) return <Unread what="Your projects" error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <DataTable
      label="Projects"
      columns={columns}
      rows={list.data?.items ?? []}
      rowKey={(project) => project.id}
      rowHref={(project) => `/projects/${project.id}`}
      loading={list.isPending}
      empty={
        <EmptyState title="No projects yet" action={<NewProject />}>
          A project holds a team, its articles and its claims; nothing crosses from one to another. Make one, or ask a
          lead to take you into theirs.
        </EmptyState>
      }
    />
  );
}
