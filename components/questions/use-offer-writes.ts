'use client';
import { api } from '@/lib/api/client';
import { useConfirmed } from './use-confirmed';

/** Refuses what is offered as a question, and lets it be offered again. Throws `Problem`. */
export function useOfferWrites() {
  const { done, say } = useConfirmed();

  async function refuse(claimId: string, otherId: string) {
    const refused = await done(api('refuseContradiction', { params: { id: claimId }, body: { otherId } }));
    say('Not offered again', 'Offered again', () =>
      api('allowContradiction', { params: { id: refused.id }, body: {} }),
    );
  }
  async function allow(id: string) {
    await done(api('allowContradiction', { params: { id }, body: {} }));
    say('Offered again', 'Not offered again', () => api('refuseContradictionAgain', { params: { id }, body: {} }));
  }
  return { refuse, allow };
}
