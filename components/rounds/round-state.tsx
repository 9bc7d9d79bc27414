import { Eye, EyeOff } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { Round } from '@/lib/rounds/round';

/** Where a round stands, in a word. */
export function RoundState({ round: { blind, status } }: { round: Pick<Round, 'blind' | 'status'> }) {
  if (status === 'revealed')
    return (
      <Badge tone="good" icon={<Eye size={12} aria-hidden />}>
        revealed
      </Badge>
    );
  if (status === 'done') return <Badge tone="good">done</Badge>;
  return blind ? (
    <Badge tone="accent" icon={<EyeOff size={12} aria-hidden />}>
      blind
    </Badge>
  ) : (
    <Badge>open</Badge>
  );
}
