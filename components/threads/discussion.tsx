'use client';
import { useRef, useState } from 'react';
import { MuteButton } from '@/components/notifications/mute-button';
import { useKeys } from '@/components/ui/use-keys';
import { ThreadPanel } from './thread-panel';

interface DiscussionProps {
  projectId: string;
  subject: { type: 'claim' | 'entity' | 'question'; id: string };
}

/** The threads of a page as a section of their own; D starts one. */
export function Discussion({ projectId, subject }: DiscussionProps) {
  const [asked, setAsked] = useState(0);
  const section = useRef<HTMLElement>(null);
  useKeys('Discussion', [
    {
      id: 'tag.discuss',
      key: 'd',
      label: 'Discuss',
      run: () => {
        setAsked((times) => times + 1);
        section.current?.scrollIntoView({ block: 'nearest' });
      },
    },
  ]);
  return (
    <section ref={section} aria-labelledby="discussion" className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <h2 id="discussion" className="text-lg font-semibold">
          Discussion
        </h2>
        {subject.type === 'claim' && <MuteButton subject={{ type: 'claim', id: subject.id }} />}
      </div>
      <ThreadPanel key={asked} projectId={projectId} subject={subject} startWriting={asked > 0} />
    </section>
  );
}
