'use client';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import type { Tag, TagChange } from '@/lib/highlights/highlight';
import { FieldChanges } from './field-changes';
import { changesProposed } from './tag-fields';

interface ProposedProps {
  projectId: string;
  tag: Tag;
  review: Tag['reviews'][number] & { proposal: TagChange };
  /** Whether the key takes this one. */
  first: boolean;
  onTake: () => void;
}

/** A colleague's proposal for one's own tag, before and after. */
export function Proposed({ projectId, tag, review, first, onTake }: ProposedProps) {
  const entities = useRead('listEntityNames', { projectId });
  const claims = useRead('listClaimStatements', { projectId });
  const publishers = useRead('listPublishers', { projectId });
  const names = new Map([
    ...(entities.data?.items ?? []).map(({ id, name }) => [id, name] as const),
    ...(claims.data?.items ?? []).map(({ id, statement }) => [id, statement] as const),
    ...(publishers.data?.items ?? []).map(({ id, name }) => [id, name] as const),
  ]);
  return (
    <div className="flex flex-col gap-2 rounded-sm border border-line bg-paper p-3">
      <p className="text-muted">{review.reviewer.name} proposes</p>
      <FieldChanges changes={changesProposed(tag, review.proposal, (id) => names.get(id))} />
      <div>
        <Button variant="primary" {...(first ? { shortcut: 't' } : {})} onClick={onTake}>
          Take the proposal
        </Button>
      </div>
    </div>
  );
}
