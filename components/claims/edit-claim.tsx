'use client';
import { useQueryClient } from '@tanstack/react-query';
import { DialogForm } from '@/components/live/dialog-form';
import { BothTexts } from '@/components/live/both-texts';
import { saySaved } from '@/components/live/say-saved';
import { useEditing } from '@/components/live/use-editing';
import { useForget } from '@/components/live/use-forget';
import { notify } from '@/components/ui/notify';
import { Notice } from '@/components/ui/notice';
import { api, keyOf } from '@/lib/api/client';
import type { Claim } from '@/lib/claims/claim';
import { claimForm } from './claim-draft';
import { ClaimFields } from './claim-fields';

/** Gives the claim a new wording or structure. The old one stays in its history. */
export function EditClaim({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const client = useQueryClient();
  const forget = useForget();
  const { draft, change, save, busy, problem, conflict } = useEditing({
    of: claim,
    form: claimForm,
    write: (body, { version }) => api('saveClaim', { params: { id: claim.id }, body, ifMatch: version }),
    onSaved: (saved, beside) => {
      client.setQueryData(keyOf('findClaim', { id: claim.id }), saved);
      forget(
        'findApproval',
        'listClaims',
        'listClaimStatements',
        'listClaimVersions',
        'listHistory',
        'findReviewQueue',
      );
      const said = saySaved(beside);
      notify(saved.status === 'stale' ? `${said}. The approval is stale now.` : said, { key: 'claim' });
    },
    onClose,
  });
  return (
    <DialogForm
      onClose={onClose}
      title="Edit the claim"
      submitLabel="Save"
      onSubmit={save}
      submitDisabled={!draft.statement.trim() || conflict !== null}
      busy={busy}
      problem={problem}
    >
      {claim.status === 'approved' && (
        <Notice tone="warn">A new wording makes the approval stale until a reviewer says that it still holds.</Notice>
      )}
      {conflict && <BothTexts {...conflict} />}
      <ClaimFields projectId={claim.projectId} draft={draft} onChange={change} problem={problem} exceptId={claim.id} />
    </DialogForm>
  );
}
