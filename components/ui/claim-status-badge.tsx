import { CircleCheck, CircleDashed, CircleDot, CircleX, History } from 'lucide-react';
import { Badge } from './badge';

export type ClaimStatus = 'draft' | 'in-review' | 'approved' | 'rejected' | 'stale';

const looks = {
  draft: { tone: 'neutral', word: 'Draft', Icon: CircleDashed },
  'in-review': { tone: 'accent', word: 'In review', Icon: CircleDot },
  approved: { tone: 'good', word: 'Approved', Icon: CircleCheck },
  rejected: { tone: 'bad', word: 'Rejected', Icon: CircleX },
  stale: { tone: 'warn', word: 'Stale', Icon: History },
} as const;

/** Where a claim stands. */
export function ClaimStatusBadge({ status }: { status: ClaimStatus }) {
  const { tone, word, Icon } = looks[status];
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
      {word}
    </Badge>
  );
}
