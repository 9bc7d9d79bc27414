'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BothTexts } from '@/components/live/both-texts';
import { Refusal } from '@/components/live/refusal';
import { saySaved } from '@/components/live/say-saved';
import { sendChange } from '@/components/live/send-change';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { Notice } from '@/components/ui/notice';
import { api, keyOf } from '@/lib/api/client';
import type { Claim } from '@/lib/claims/claim';
import { changeOf, differences, draftOf, mayResend, merged, withPart } from './claim-draft';
import { ClaimFields } from './claim-fields';

/** Gives the claim a new wording or structure. The old one stays in its history. */
export function EditClaim({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const client = useQueryClient();
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const [base, setBase] = useState(claim);
  const [draft, setDraft] = useState(() => draftOf(claim));
  const [theirs, setTheirs] = useState<Claim | null>(null);

  async function save(on: Claim, mine = draft) {
    const change = changeOf(draftOf(on), mine);
    if (Object.keys(change).length === 0) return onClose();
    const done = await send(() =>
      sendChange({
        base: on,
        send: (ifMatch) => api('saveClaim', { params: { id: claim.id }, body: change, ifMatch }),
        mayResend: (current) => mayResend(change, draftOf(on), draftOf(current)),
      }),
    );
    if (!done) return;
    if ('theirs' in done) return setTheirs(done.theirs);
    client.setQueryData(keyOf('findClaim', { id: claim.id }), done.saved);
    forget('findApproval', 'listClaims', 'listClaimStatements', 'listClaimVersions', 'listHistory', 'findReviewQueue');
    const said = saySaved(done.over ? differences(draftOf(on), draftOf(done.over)) : []);
    notify(done.saved.status === 'stale' ? `${said}. The approval is stale now.` : said, { key: 'claim' });
    onClose();
  }
  /** Goes on from what they saved; nothing of mine is dropped but what they take the place of. */
  function settle(mine: typeof draft, on: Claim) {
    setBase(on);
    setDraft(mine);
    setTheirs(null);
  }
  const mine = theirs && merged(draftOf(base), draft, draftOf(theirs));
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
          <Button
            variant="primary"
            busy={busy}
            disabled={!draft.statement.trim() || theirs !== null}
            onClick={() => void save(base)}
          >
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
        {theirs && mine && (
          <BothTexts
            differences={differences(draftOf(theirs), mine)}
            busy={busy}
            onMine={() => {
              settle(mine, theirs);
              void save(theirs, mine);
            }}
            onTheirs={() => settle(draftOf(theirs), theirs)}
            onPart={(part) => setDraft(withPart(mine, draftOf(theirs), part))}
          />
        )}
        <ClaimFields
          projectId={claim.projectId}
          draft={draft}
          onChange={setDraft}
          problem={problem}
          exceptId={claim.id}
        />
      </div>
    </Dialog>
  );
}
