'use client';
import { useForget } from '@/components/live/use-forget';
import { useQueryClient } from '@tanstack/react-query';
import { notify } from '@/components/ui/notify';
import { api, keyOf, type InputOf } from '@/lib/api/client';
import type { Reading } from '@/lib/questions/hypotheses';
import { key } from './use-confirmed';
import { telling } from './telling';

/** Writes on one's own cells of a matrix. Throws `Problem`. */
export function useMatrixWrites(questionId: string) {
  const client = useQueryClient();
  const forget = useForget();
  const params = { id: questionId };
  async function send(body: InputOf<'markCell'>) {
    client.setQueryData(keyOf('findMatrix', params), await api('markCell', { params, body }));
    forget('listHistory');
  }
  async function mark(body: InputOf<'markCell'>, before: Reading | null) {
    await send(body);
    const run = () => void telling(() => send({ ...body, reading: before }));
    notify('Saved', { key, action: { label: 'Undo', run } });
  }
  return { mark };
}
