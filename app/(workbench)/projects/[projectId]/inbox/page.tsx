import type { Metadata } from 'next';
import { Inbox } from '@/components/notifications/inbox';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Inbox' };

export default async function InboxPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return <Inbox projectId={projectId} />;
}
