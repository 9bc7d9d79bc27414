import { Badge } from '@/components/ui/badge';
import type { Webhook } from '@/lib/webhooks/webhook';

/** Whether an address is told, and whether it answers. */
export function WebhookState({ webhook: { on, failingSince } }: { webhook: Webhook }) {
  if (!on) return <Badge>off</Badge>;
  return failingSince ? <Badge tone="warn">failing</Badge> : <Badge tone="good">on</Badge>;
}
