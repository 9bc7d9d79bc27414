import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { Hydrate } from '@/components/live/hydrate';
import { NewQuestion } from '@/components/questions/new-question';
import { Offers } from '@/components/questions/offers';
import { QuestionFilters } from '@/components/questions/question-filters';
import { QuestionTable } from '@/components/questions/question-table';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';
import { listContradictions } from '@/lib/questions/queries/contradictions';

export const metadata: Metadata = { title: 'Questions' };

export default async function QuestionsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  // With the page, so that the table does not jump when the offers come.
  const offers = await readPage((ctx) => listContradictions(ctx, projectId, {}));
  return (
    <Page
      title="Questions"
      width="flush"
      actions={<NewQuestion projectId={projectId} />}
      toolbar={<QuestionFilters projectId={projectId} />}
    >
      <div className="px-4 pb-4 empty:hidden md:px-6 [&:not(:has(section))]:hidden">
        <Hydrate answers={[[keyOf('listContradictions', { projectId }), offers]]}>
          <Offers projectId={projectId} />
        </Hydrate>
      </div>
      <QuestionTable projectId={projectId} />
    </Page>
  );
}
