import { Circle, CircleCheck, CircleX, Split, Wrench } from 'lucide-react';
import { Badge } from './badge';

export type ReviewState = 'unreviewed' | 'accepted' | 'rejected' | 'needs-work' | 'contested';

const looks = {
  unreviewed: { tone: 'neutral', word: 'Not reviewed', Icon: Circle },
  accepted: { tone: 'good', word: 'Accepted', Icon: CircleCheck },
  rejected: { tone: 'bad', word: 'Rejected', Icon: CircleX },
  'needs-work': { tone: 'warn', word: 'Needs work', Icon: Wrench },
  contested: { tone: 'bad', word: 'Contested', Icon: Split },
} as const;

/** What colleagues said of a tag. `compact` shows the sign alone, with the word for screen readers. */
export function ReviewBadge({ state, compact = false }: { state: ReviewState; compact?: boolean }) {
  const { tone, word, Icon } = looks[state];
  if (compact) {
    const colour = { neutral: 'text-faint', good: 'text-good', warn: 'text-warn', bad: 'text-bad' }[tone];
    return <Icon size={14} role="img" aria-label={word} className={`shrink-0 ${colour}`} />;
  }
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
      {word}
    </Badge>
  );
}
