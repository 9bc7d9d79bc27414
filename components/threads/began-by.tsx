import { ReviewBadge } from '@/components/ui/review-badge';
import type { Thread } from '@/lib/threads/thread';

const did = { accept: 'accepted', reject: 'rejected', 'needs-work': 'sent back' } as const;

/** That a verdict began the thread, whose reason is its first comment; and that colleagues judge the tag apart. */
export function BeganBy({ thread: { began, contested, creator, subject } }: { thread: Thread }) {
  if (!began && !contested) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      {contested && <ReviewBadge state="contested" />}
      {began && (
        <span>
          {creator.name} {did[began.verdict]} this {subject.type === 'claim' ? 'claim' : 'tag'}; the first comment says
          why.{began.withdrawn && ' The verdict was taken back since.'}
        </span>
      )}
    </p>
  );
}
