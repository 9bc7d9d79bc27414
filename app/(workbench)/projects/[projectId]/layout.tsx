import type { ReactNode } from 'react';
import { Workbench } from '@/components/frame/workbench';
import { QueryProvider } from '@/components/live/query-provider';
import { idsOf, readPage } from '@/lib/auth/page';
import { findProject, listProjects } from '@/lib/members/queries';

type Props = { children: ReactNode; params: Promise<{ projectId: string }> };

export default async function ProjectLayout({ children, params }: Props) {
  const { projectId } = await idsOf(params);
  const { project, projects, me } = await readPage(async (ctx) => ({
    project: await findProject(ctx, projectId),
    projects: (await listProjects(ctx)).items,
    me: { id: ctx.actor.userId, name: ctx.actor.name, email: ctx.actor.email },
  }));
  return (
    <QueryProvider>
      <Workbench project={project} projects={projects} me={me}>
        {children}
      </Workbench>
    </QueryProvider>
  );
}
