'use client';
import { api, type InputOf } from '@/lib/api/client';
import type { Question } from '@/lib/questions/question';
import { useConfirmed } from './use-confirmed';

/** What a question comes to: its judgement, and whether it is settled. Throws `Problem`. */
export function useVerdictWrites() {
  const { done, say } = useConfirmed();

  async function judge({ id, version, judgement }: Question, text: string | null) {
    const saved = await done(api('judgeQuestion', { params: { id }, body: { text }, ifMatch: version }));
    const was = judgement?.text ?? null;
    say('Judgement saved', 'The judgement is as before', () =>
      api('judgeQuestion', { params: { id }, body: { text: was }, ifMatch: saved.version }),
    );
    return saved;
  }
  async function settle({ id, version }: Question, body: InputOf<'settleQuestion'>) {
    const saved = await done(api('settleQuestion', { params: { id }, body, ifMatch: version }));
    say('Question settled', 'The question is open again', () =>
      api('reopenQuestion', { params: { id }, body: {}, ifMatch: saved.version }),
    );
    return saved;
  }
  async function reopen({ id, version, settled }: Question) {
    const open = await done(api('reopenQuestion', { params: { id }, body: {}, ifMatch: version }));
    const body = { claimId: settled?.claimId ?? null, reason: settled?.reason ?? '' };
    say('Question reopened', 'The question is settled again', () =>
      api('settleQuestion', { params: { id }, body, ifMatch: open.version }),
    );
  }
  return { judge, settle, reopen };
}
