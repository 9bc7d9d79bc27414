'use client';
import { useQueryClient } from '@tanstack/react-query';
import { notify } from '@/components/ui/notify';
import { api, type InputOf } from '@/lib/api/client';
import type { Round } from '@/lib/rounds/round';

const key = 'round';

/** Opens, hands in, takes back, reveals. Throws `Problem`. What is in sight changes with each: all is read again. */
export function useRoundWrites() {
  const client = useQueryClient();
  async function done<T>(write: Promise<T>): Promise<T> {
    try {
      return await write;
    } finally {
      void client.invalidateQueries();
    }
  }
  const seen = ({ id, version }: Pick<Round, 'id' | 'version'>) => ({ params: { id }, body: {}, ifMatch: version });

  async function open(projectId: string, body: InputOf<'openRound'>) {
    const round = await done(api('openRound', { params: { projectId }, body }));
    notify(round.blind ? 'Blind round opened' : 'Round opened', { key });
    return round;
  }
  async function takeBack(round: Pick<Round, 'id' | 'version'>) {
    const back = await done(api('takeBackHandIn', seen(round)));
    notify('Taken back: you can go on', { key });
    return back;
  }
  async function handIn(round: Round) {
    const handed = await done(api('handInRound', seen(round)));
    if (handed.status === 'revealed') notify('Handed in: the round is revealed', { key });
    else notify('Handed in', { key, action: { label: 'Take back', run: () => void takeBack(handed) } });
    return handed;
  }
  async function reveal(round: Round) {
    const shown = await done(api('revealRound', seen(round)));
    notify('Revealed to everybody', { key });
    return shown;
  }
  return { open, handIn, takeBack, reveal };
}
