'use client';
import { useRouter } from 'next/navigation';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, Problem } from '@/lib/api/client';
import type { Claim } from '@/lib/claims/claim';

/** Deletes the claim, with a way back. */
export function DeleteClaim({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const router = useRouter();
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const params = { id: claim.id };
  const lists = () => forget('listClaims', 'listClaimStatements', 'findReviewQueue', 'listHistory');

  async function bringBack(version: number) {
    try {
      await api('restoreClaim', { params, body: {}, ifMatch: version });
      lists();
      forget('findClaim');
      router.push(`/projects/${claim.projectId}/claims/${claim.id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(`Not brought back. ${error.message}`, { key: 'claim' });
    }
  }
  async function remove() {
    const gone = await send(() => api('deleteClaim', { params, body: {}, ifMatch: claim.version }));
    if (!gone) return forget('findClaim');
    lists();
    notify('Claim deleted', { key: 'claim', action: { label: 'Undo', run: () => void bringBack(gone.version) } });
    router.push(`/projects/${claim.projectId}/claims`);
  }
  return (
    <DialogConfirm
      open
      onOpenChange={(open) => !open && onClose()}
      title="Delete this claim?"
      description="It leaves every list and its citations with it. The words in the articles stay, and it can be brought back."
      confirmLabel="Delete"
      danger
      busy={busy}
      onConfirm={() => void remove()}
    >
      <Refusal problem={problem} />
    </DialogConfirm>
  );
}
