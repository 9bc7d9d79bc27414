import { Badge, type Tone } from '@/components/ui/badge';
import type { Thread } from '@/lib/threads/thread';

type Outcome = NonNullable<Thread['outcome']>['kind'];

const looks: Record<Outcome, { tone: Tone; word: string }> = {
  settled: { tone: 'good', word: 'Settled' },
  'agreed-to-differ': { tone: 'warn', word: 'Agreed to differ' },
  withdrawn: { tone: 'neutral', word: 'Withdrawn' },
};

/** How a thread ended, or that it is open. */
export function ThreadOutcome({ outcome }: { outcome: Outcome | null }) {
  if (!outcome) return <Badge tone="accent">Open</Badge>;
  const { tone, word } = looks[outcome];
  return <Badge tone={tone}>{word}</Badge>;
}
