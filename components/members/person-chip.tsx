'use client';
import { useRead } from '@/components/live/use-read';
import { Chip } from '@/components/ui/chip';

interface PersonChipProps {
  projectId: string;
  userId: string;
  /** What stands before the name: "by", "waits for". */
  words: string;
  /** What the list shows without it. */
  without: string;
  onRemove: () => void;
}

/** A list narrowed to one member, as the address asks for it, with a way out. */
export function PersonChip({ projectId, userId, words, without, onRemove }: PersonChipProps) {
  const members = useRead('listMembers', { projectId });
  const name = members.data?.items.find((member) => member.userId === userId)?.name ?? 'one member';
  return (
    <Chip onRemove={onRemove} removeLabel={without}>
      <span className="max-w-72 truncate">
        {words} {name}
      </span>
    </Chip>
  );
}
