import type { ReactNode } from 'react';
import { Workbench } from '@/components/frame/workbench';
import { Hydrate } from '@/components/live/hydrate';
import { QueryProvider } from '@/components/live/query-provider';
import { findMe } from '@/lib/accounts/queries';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';
import { listEntityTypes } from '@/lib/entities/queries';
import { findProject, listProjects } from '@/lib/members/queries';

type Props = { children: ReactNode; params: Promise<{ projectId: string }> };

export default async function ProjectLayout({ children, params }: Props) {
  const { projectId } = await idsOf(params);
  const { project, projects, me, types } = await readPage(async (ctx) => ({
    project: await findProject(ctx, projectId),
    projects: (await listProjects(ctx)).items,
    me: await findMe(ctx),
    types: await listEntityTypes(ctx, projectId),
  }));
  return (
    <QueryProvider>
      <Hydrate
        answers={[
          [keyOf('findProject', { projectId }), project],
          [keyOf('findMe'), me],
          [keyOf('listEntityTypes', { projectId }), types],
        ]}
      >
        <Workbench project={project} projects={projects} me={me}>
          {children}
        </Workbench>
      </Hydrate>
    </QueryProvider>
  );
}
