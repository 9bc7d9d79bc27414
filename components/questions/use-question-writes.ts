'use client';
import { api, type InputOf } from '@/lib/api/client';
import type { Question } from '@/lib/questions/question';
import { useConfirmed } from './use-confirmed';

/** Asks, changes and deletes questions. Throws `Problem`. */
export function useQuestionWrites() {
  const { done, say } = useConfirmed();

  async function ask(projectId: string, body: InputOf<'addQuestion'>) {
    const asked = await done(api('addQuestion', { params: { projectId }, body }));
    const { id, version } = asked;
    say('Question asked', 'The question is gone again', () =>
      api('deleteQuestion', { params: { id }, body: {}, ifMatch: version }),
    );
    return asked;
  }
  async function save({ id, version, ...before }: Question, body: InputOf<'saveQuestion'>) {
    const saved = await done(api('saveQuestion', { params: { id }, body, ifMatch: version }));
    const was = {
      ...{ text: before.text, assigneeId: before.assignee?.id ?? null },
      ...{ dueOn: before.dueOn, exclusive: before.exclusive },
    };
    say('Saved', 'As it was before', () => api('saveQuestion', { params: { id }, body: was, ifMatch: saved.version }));
    return saved;
  }
  async function remove({ id, version }: Question) {
    const gone = await done(api('deleteQuestion', { params: { id }, body: {}, ifMatch: version }));
    say('Question deleted', 'The question is back', () =>
      api('restoreQuestion', { params: { id }, body: {}, ifMatch: gone.version }),
    );
  }
  return { ask, save, remove };
}
