'use client';
import { BegunHere } from '@/components/editor/begun-here';
import { useRead } from '@/components/live/use-read';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { HistoryLine } from '@/lib/activity/activity';
import { BringBack } from './bring-back';

interface GoneProps {
  projectId: string;
  id: string;
  /** "This claim". */
  what: string;
  /** Where to go instead. */
  away: { href: string; label: string };
  /** It is there again. */
  onBack?: () => void;
}

/** In the place of a thing that is not here: who deleted it, the way back for those who may, and what one had begun to write there. */
export function Gone({ projectId, id, what, away, onBack }: GoneProps) {
  const history = useRead('listHistory', { projectId }, { subjectId: id, limit: 20 });
  const last = history.data?.items.find(({ type }) => /\.(deleted|restored)$/.test(type));
  const line = last?.type.endsWith('.deleted') ? last : undefined;
  const actions = (
    <>
      {line && <BringBack line={line} main {...(onBack ? { onBack } : {})} />}
      {line && <ButtonLink href={`/projects/${projectId}/history?about=${id}`}>Its history</ButtonLink>}
      <ButtonLink href={away.href}>{away.label}</ButtonLink>
    </>
  );
  return (
    <div className="mx-auto flex w-full max-w-md flex-col">
      <EmptyState level={1} title={`${what} is not here`} action={actions}>
        {history.isPending ? (
          <Skeleton lines={2} />
        ) : line ? (
          <Deleted line={line} />
        ) : (
          'It was deleted, or it is in a project that you are not a member of.'
        )}
      </EmptyState>
      <div className="px-4 pb-12 empty:hidden">
        <BegunHere projectId={projectId} about={id} />
      </div>
    </div>
  );
}

const Deleted = ({ line: { actor, label, at, back } }: { line: HistoryLine }) => (
  <p className="wrap-anywhere">
    {actor.name} deleted {label ? `“${label}”` : 'it'}, <Time at={at} />.
    {back ? ' Nothing of it is lost.' : ` ${actor.name} or a lead can bring it back, here or from its history.`}
  </p>
);
