import { Segmented } from '@/components/ui/segmented';
import { TextLink } from '@/components/ui/text-link';
import type { Agreement, RoundMoment } from '@/lib/comparisons/comparison';
import type { AgreementFilterSet } from './use-agreement-filters';

interface OfRoundProps {
  projectId: string;
  round: NonNullable<Agreement['round']>;
  filters: AgreementFilterSet;
}

const moments: { value: RoundMoment; label: string }[] = [
  { value: 'reveal', label: 'At the reveal' },
  { value: 'now', label: 'Now' },
];

/** Whose work is compared when it is that of one round, and whether as it was at the reveal or as it is now. */
export function OfRound({ projectId, round, filters: { moment, set } }: OfRoundProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-3">
      <p className="min-w-0 wrap-anywhere">
        <span className="text-muted">In the round </span>
        <TextLink href={`/projects/${projectId}/rounds/${round.id}`}>{round.name}</TextLink>
      </p>
      {round.status === 'revealed' && (
        <Segmented
          label="As it was, or as it is"
          value={moment}
          onValueChange={(at) => set({ at: at === 'now' ? null : at })}
          options={moments}
        />
      )}
      <TextLink href={`/projects/${projectId}/agreement`} className="text-sm">
        All work
      </TextLink>
    </div>
  );
}
