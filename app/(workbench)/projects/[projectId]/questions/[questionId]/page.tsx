import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Hydrate } from '@/components/live/hydrate';
import { QuestionPage } from '@/components/questions/question-page';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';
import { readQuestion } from '@/lib/questions/queries/page';
import { findQuestion } from '@/lib/questions/queries/questions';

type Props = { params: Promise<{ projectId: string; questionId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { questionId } = await idsOf(params);
  const { text } = await readPage((ctx) => findQuestion(ctx, questionId));
  return { title: text };
}

export default async function OneQuestionPage({ params }: Props) {
  const { projectId, questionId: id } = await idsOf(params);
  const question = await readPage((ctx) => readQuestion(ctx, id));
  if (question.projectId !== projectId) notFound();
  return (
    <Hydrate answers={[[keyOf('findQuestion', { id }), question]]}>
      <QuestionPage projectId={projectId} questionId={id} />
    </Hydrate>
  );
}
