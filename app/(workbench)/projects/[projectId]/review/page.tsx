import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { ReviewDesk } from '@/components/reviews/review-desk';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Review' };

export default async function ReviewPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Review">
      <ReviewDesk projectId={projectId} />
    </Page>
  );
}
