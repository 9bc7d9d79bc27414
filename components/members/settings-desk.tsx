'use client';
import { WholeProject } from '@/components/archives/whole-project';
import { LinkTable } from '@/components/links/link-table';
import { Unread } from '@/components/live/unread';
import { Facts } from '@/components/ui/facts';
import { Loading } from '@/components/ui/loading';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { WebhookTable } from '@/components/webhooks/webhook-table';
import { sayMarking } from '@/lib/formats/marking';
import type { Project } from '@/lib/members/member';
import { ProjectSettings } from './project-settings';
import { PublisherTable } from './publisher-table';
import { useHere } from './use-here';

/** What holds for the whole project, its publishers, and who is told of it. */
export function SettingsDesk({ projectId }: { projectId: string }) {
  const { project, error, may } = useHere(projectId);
  if (error) return <Unread what="The settings" error={error} onRetry={() => window.location.reload()} />;
  const allowed = may('project.save');
  return (
    <>
      <div className="px-4 md:px-6">
        {!project ? (
          <Loading label="Loading the settings">
            <Skeleton lines={6} />
          </Loading>
        ) : allowed === true ? (
          <ProjectSettings key={project.id} project={project} />
        ) : (
          <div className="flex max-w-xl flex-col gap-4">
            <Notice>A lead of the project can change these.</Notice>
            <Read project={project} />
          </div>
        )}
      </div>
      <LinkTable projectId={projectId} />
      <PublisherTable projectId={projectId} />
      {may('webhook.manage') === true && <WebhookTable projectId={projectId} />}
      <WholeProject projectId={projectId} />
    </>
  );
}

const Read = ({ project }: { project: Project }) => (
  <Facts
    facts={[
      { term: 'Name', value: project.name },
      { term: 'Description', value: project.description || <span className="text-faint">none</span> },
      { term: 'Approvals needed', value: project.approvalsNeeded },
      { term: 'Admiralty grades', value: project.grades ? 'on' : 'off' },
      { term: 'Marking', value: sayMarking(project.marking) },
      { term: 'Since', value: <Time at={project.createdAt} detail="date" /> },
    ]}
  />
);
