'use client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/use-keys';
import { api } from '@/lib/api/client';
import { blankClaim, inputOf } from './claim-draft';
import { ClaimFields } from './claim-fields';

/** Opens the form for a claim. What was typed stays in it until it is saved, also when it is closed meanwhile. */
export function NewClaim({ projectId }: { projectId: string }) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(blankClaim);
  const { busy, problem, send } = useSend();
  const { may } = useHere(projectId);
  const forget = useForget();
  const router = useRouter();
  const allowed = may('claim.add') === true;
  useKeys('Claims', [{ id: 'claim.new', key: 'n', label: 'New claim', run: () => setOpen(true) }], {
    enabled: allowed && !open,
  });
  if (!allowed) return null;

  async function save() {
    const claim = await send(() => api('addClaim', { params: { projectId }, body: inputOf(draft) }));
    if (!claim) return;
    forget('listClaims', 'listClaimStatements');
    setDraft(blankClaim);
    setOpen(false);
    router.push(`/projects/${projectId}/claims/${claim.id}`);
  }

  return (
    <>
      <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen(true)}>
        New claim
      </Button>
      <DialogForm
        open={open}
        onClose={() => setOpen(false)}
        title="New claim"
        submitLabel="Save claim"
        onSubmit={() => void save()}
        submitDisabled={!draft.statement.trim()}
        busy={busy}
        problem={problem}
      >
        <ClaimFields projectId={projectId} draft={draft} onChange={setDraft} problem={problem} />
      </DialogForm>
    </>
  );
}
