import { Badge, type Tone } from '@/components/ui/badge';
import type { DeliveryState } from '@/lib/webhooks/webhook';

const looks: Record<DeliveryState, [Tone, string]> = {
  waiting: ['warn', 'waiting'],
  delivered: ['good', 'delivered'],
  'given-up': ['bad', 'given up'],
};

/** What became of a delivery so far. */
export const DeliveryBadge = ({ state }: { state: DeliveryState }) => (
  <Badge tone={looks[state][0]}>{looks[state][1]}</Badge>
);
