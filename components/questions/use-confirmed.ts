'use client';
import { useForget } from '@/components/live/use-forget';
import { notify, notifyProblem } from '@/components/ui/notify';
import { Problem, type ReadName } from '@/lib/api/client';

/** What shows questions. */
const SHOWN: ReadName[] = [
  'listQuestions',
  'findQuestion',
  'listJudgements',
  'listClaimQuestions',
  'listContradictions',
  'listClaims',
  'listClaimStatements',
  'findApproval',
  'previewExport',
  'listHistory',
];
/** Messages about questions replace each other. */
export const key = 'question';

/** Does what an undo does, and says why not where it is refused. */
async function takenBack(what: string, write: () => Promise<unknown>) {
  try {
    await write();
    notify(what, { key });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    notifyProblem(`Not undone. ${error.message}`, { key });
  }
}

/** Writes that are confirmed with a way back; what they make old is read again, also where they were refused. */
export function useConfirmed() {
  const forget = useForget();
  async function done<T>(write: Promise<T>): Promise<T> {
    try {
      return await write;
    } finally {
      forget(...SHOWN);
    }
  }
  const say = (what: string, undone: string, undo: () => Promise<unknown>) =>
    notify(what, { key, action: { label: 'Undo', run: () => void takenBack(undone, () => done(undo())) } });
  return { done, say };
}
