'use client';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { TypeHatchings } from '@/components/entities/type-hatchings';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useLive } from '@/components/live/use-live';
import { Palette } from '@/components/search/palette';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { setTourAt } from '@/components/tour/tour-state';
import { api } from '@/lib/api/client';
import type { Project } from '@/lib/members/member';
import { Frame } from './frame';
import { placeHref } from './places';

// Only the project that the tour leads through has it.
const tour = late(() => import('@/components/tour/tour').then((file) => file.Tour));

type Props = {
  project: Project;
  projects: Project[];
  me: { id: string; name: string; email: string };
  children: ReactNode;
};

async function leave(where: 'here' | 'everywhere') {
  // What a draft may hold is known to the editor, which no page brings along for this.
  const { leaveDrafts } = await import('@/components/editor/leave-drafts');
  await leaveDrafts();
  if (where === 'everywhere') await api('revokeSessions', { body: {} });
  const { signOut } = await import('next-auth/react');
  await signOut({ callbackUrl: '/sign-in' });
}

const back = { href: '/', label: 'Your projects' };

/** The frame with what it shows of the server: counts, others' changes, search. */
export function Workbench({ project: given, projects, me, children }: Props) {
  const { data: project = given, error } = useRead('findProject', { projectId: given.id });
  useLive(project.id, me.id);
  const queue = useRead('findReviewQueue', { projectId: project.id }, { limit: 1 });
  const inbox = useRead('listNotifications', {}, { limit: 1 });
  const waiting = queue.data?.counts;
  const router = useRouter();
  const demo = project.demo ? project : projects.find((one) => one.demo);
  function startTour() {
    setTourAt(me.id, 0);
    router.push(placeHref(demo!.id, ''));
  }
  return (
    <Frame
      project={project}
      projects={projects}
      me={{ ...me, role: project.role }}
      counts={{
        review: waiting ? waiting.mentions + waiting.citations + waiting.claims + waiting.mine : 0,
        inbox: inbox.data?.unread ?? 0,
      }}
      {...(demo ? { onTour: startTour } : {})}
      onSignOut={(where) => void leave(where)}
    >
      {/* Whoever was taken out of the project is shown nothing of it any more. */}
      {error?.code === 'not-found' ? (
        <Unread what="This project" error={error} onRetry={() => {}} back={back} />
      ) : (
        children
      )}
      <TypeHatchings projectId={project.id} />
      {project.demo && <LatePart of={tour} wanted={false} with={{ projectId: project.id, userId: me.id }} />}
      <Palette projectId={project.id} />
    </Frame>
  );
}
