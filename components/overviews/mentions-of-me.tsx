'use client';
import { useRead } from '@/components/live/use-read';
import { Section } from '@/components/start/section';
import { SubjectLabel } from '@/components/threads/subject-label';
import { Badge } from '@/components/ui/badge';
import type { OwnWork } from '@/lib/overviews/overview';
import { threadHref } from '@/lib/threads/place';
import { FEW } from './figures';
import { FirstFew } from './first-few';
import { WorkItem } from './work-item';

interface MentionsOfMeProps {
  projectId: string;
  userId: string;
  own: OwnWork;
}

/** Threads in which somebody asks for the reader and has had no answer. */
export function MentionsOfMe({ projectId, userId, own }: MentionsOfMeProps) {
  const asked = { waitsFor: userId, limit: FEW };
  const threads = useRead('listThreads', { projectId }, asked, { enabled: own.mentions > 0 });
  return (
    <Section title="Mentions">
      <FirstFew
        none="Nobody waits for a word of yours."
        total={own.mentions}
        href={`/projects/${projectId}/threads?waits=${userId}`}
      >
        {(threads.data?.items ?? []).map((thread) => {
          const last = thread.comments.filter(({ deleted }) => !deleted).at(-1);
          return (
            <WorkItem
              key={thread.id}
              href={threadHref(projectId, thread.subject, thread.id)}
              under={
                last && (
                  <>
                    {last.author.name}: {last.text}
                    {last.blocksApproval && (
                      <>
                        {' '}
                        <Badge tone="bad">objection</Badge>
                      </>
                    )}
                  </>
                )
              }
            >
              <SubjectLabel subject={thread.subject} />
            </WorkItem>
          );
        })}
      </FirstFew>
    </Section>
  );
}
