import type { Metadata } from 'next';
import { OuterFrame } from '@/components/accounts/outer-frame';
import { Page } from '@/components/frame/page';
import { Hydrate } from '@/components/live/hydrate';
import { QueryProvider } from '@/components/live/query-provider';
import { NewProject } from '@/components/members/new-project';
import { ProjectList } from '@/components/members/project-list';
import { ButtonLink } from '@/components/ui/button-link';
import { findMe } from '@/lib/accounts/queries';
import { keyOf } from '@/lib/api/client';
import { readPage } from '@/lib/auth/page';
import { listProjects } from '@/lib/members/queries';

export const metadata: Metadata = { title: 'Projects' };

export default async function ProjectsPage() {
  const { me, projects } = await readPage(async (ctx) => ({
    me: await findMe(ctx),
    projects: await listProjects(ctx),
  }));
  return (
    <QueryProvider>
      <Hydrate answers={[[keyOf('listProjects'), projects]]}>
        <OuterFrame me={me} here="/projects">
          <Page
            title="Projects"
            width="flush"
            actions={
              <>
                <ButtonLink href="/projects/bring">Bring in a project</ButtonLink>
                <NewProject />
              </>
            }
          >
            <ProjectList />
          </Page>
        </OuterFrame>
      </Hydrate>
    </QueryProvider>
  );
}
