import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { SettingsDesk } from '@/components/members/settings-desk';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Settings" width="flush">
      <SettingsDesk projectId={projectId} />
    </Page>
  );
}
