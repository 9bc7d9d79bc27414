import { TextLink } from '@/components/ui/text-link';
import { claimHref, questionHref } from '@/lib/threads/place';
import type { Thread } from '@/lib/threads/thread';

/** What a thread was turned into, with the way there. */
export function Became({ projectId, thread }: { projectId: string; thread: Thread }) {
  return thread.became.map(({ type, id, label }) => (
    <p key={id} className="text-sm text-muted">
      Became the {type}{' '}
      <TextLink href={type === 'claim' ? claimHref(projectId, id) : questionHref(projectId, id)} className="text-base">
        {label}
      </TextLink>
    </p>
  ));
}
