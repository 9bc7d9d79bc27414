'use client';
import { useQueryClient } from '@tanstack/react-query';
import { BothTexts } from '@/components/live/both-texts';
import { Refusal } from '@/components/live/refusal';
import { saySaved } from '@/components/live/say-saved';
import { useEditing } from '@/components/live/use-editing';
import { useForget } from '@/components/live/use-forget';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
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
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Edit the claim"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={busy} disabled={!draft.statement.trim() || conflict !== null} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {claim.status === 'approved' && (
          <Notice tone="warn">A new wording makes the approval stale until a reviewer says that it still holds.</Notice>
        )}
        <Refusal problem={problem} />
        {conflict && <BothTexts {...conflict} />}
        <ClaimFields
          projectId={claim.projectId}
          draft={draft}
          onChange={change}
          problem={problem}
          exceptId={claim.id}
        />
      </div>
    </Dialog>
  );
}
