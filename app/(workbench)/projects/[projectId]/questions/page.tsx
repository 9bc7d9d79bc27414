import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { NewQuestion } from '@/components/questions/new-question';
import { Offers } from '@/components/questions/offers';
import { QuestionFilters } from '@/components/questions/question-filters';
import { QuestionTable } from '@/components/questions/question-table';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Questions' };

export default async function QuestionsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Questions" width="flush" actions={<NewQuestion projectId={projectId} />} toolbar={<QuestionFilters />}>
      <div className="px-4 pb-4 empty:hidden md:px-6 [&:not(:has(section))]:hidden">
        <Offers projectId={projectId} />
      </div>
      <QuestionTable projectId={projectId} />
    </Page>
  );
}
