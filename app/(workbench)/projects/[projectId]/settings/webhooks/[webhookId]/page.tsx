import type { Metadata } from 'next';
import { WebhookPage } from '@/components/webhooks/webhook-page';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Webhook' };

export default async function OneWebhookPage({
  params,
}: {
  params: Promise<{ projectId: string; webhookId: string }>;
}) {
  const { projectId, webhookId } = await idsOf(params);
  return <WebhookPage projectId={projectId} webhookId={webhookId} />;
}
