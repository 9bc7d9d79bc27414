'use client';
import { notify } from '@/components/ui/notify';
import { api, type InputOf } from '@/lib/api/client';
import type { Question } from '@/lib/questions/question';
import { key, useConfirmed } from './use-confirmed';

/** Writes on the answers of a question. Throws `Problem`. */
export function useAnswerWrites() {
  const { done, say } = useConfirmed();

  async function answer(before: Question, body: InputOf<'addAnswer'>) {
    const after = await done(api('addAnswer', { params: { id: before.id }, body }));
    const made = after.answers.find(({ id }) => !before.answers.some((one) => one.id === id));
    if (made)
      say('Answer added', 'The answer is out of the question again', () =>
        api('removeAnswer', { params: { id: made.id }, body: {} }),
      );
    else notify('That is an answer already', { key });
    return after;
  }
  async function unanswer(id: string) {
    await done(api('removeAnswer', { params: { id }, body: {} }));
    say('Answer taken out; the claim stays', 'The answer is back', () =>
      api('restoreAnswer', { params: { id }, body: {} }),
    );
  }
  async function pair(id: string, answerIds: [string, string], bothTrue: boolean) {
    const to = (both: boolean) => api('pairAnswers', { params: { id }, body: { answerIds, bothTrue: both } });
    await done(to(bothTrue));
    say(bothTrue ? 'Both can be true' : 'They exclude each other', 'Taken back', () => to(!bothTrue));
  }
  return { answer, unanswer, pair };
}
