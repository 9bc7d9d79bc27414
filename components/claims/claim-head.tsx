'use client';
import { Download, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Share } from '@/components/links/share';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { Time } from '@/components/ui/time';
import { useKeys } from '@/components/ui/use-keys';
import { PersonName } from '@/components/ui/person-name';
import type { Claim } from '@/lib/claims/claim';
import type { Person } from '@/lib/core/words';
import { claimCitation } from './citation-text';
import { ClaimHere } from './claim-here';
import { DeleteClaim } from './delete-claim';
import { EditClaim } from './edit-claim';
import type { Evidence } from './evidence';
import { StructureLine } from './structure-line';

interface ClaimHeadProps {
  claim: Claim;
  evidence: Evidence;
  /** Whose wording its author took over. */
  proposedBy: Person | null;
}

/** The statement, large; what it says taken apart; who made and who worded it. */
export function ClaimHead({ claim, evidence, proposedBy }: ClaimHeadProps) {
  const { may } = useHere(claim.projectId);
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const edits = may('claim.save', claim) === true;
  const deletes = may('claim.delete', claim) === true;
  useKeys('This claim', [{ id: 'claim.edit', key: 'e', label: 'Edit the claim', run: () => setOpen('edit') }], {
    enabled: edits && open === null,
  });
  return (
    <header className="flex flex-col gap-3">
      <h1 className="max-w-prose text-2xl font-semibold tracking-tight text-pretty wrap-anywhere">{claim.statement}</h1>
      <StructureLine projectId={claim.projectId} structure={claim.structure} />
      <p className="text-muted">
        {claim.creator.id === claim.writer.id ? (
          <>
            Made and worded by <PersonName person={claim.creator} />
          </>
        ) : (
          <>
            Made by <PersonName person={claim.creator} />, worded by <PersonName person={claim.writer} />
          </>
        )}
        {claim.wording > 1 && <>, wording {claim.wording}</>}
        {proposedBy && (
          <>
            , as proposed by <PersonName person={proposedBy} />
          </>
        )}{' '}
        · <Time at={claim.updatedAt} detail="date" />
      </p>
      <div className="-ml-2 flex flex-wrap items-center gap-1">
        {edits && (
          <Button variant="quiet" size="small" icon={<Pencil size={14} aria-hidden />} onClick={() => setOpen('edit')}>
            Edit
          </Button>
        )}
        <CopyButton text={() => claimCitation(claim, evidence)}>Copy as citation</CopyButton>
        {claim.status === 'approved' && may('export.make') === true && (
          <ButtonLink
            variant="quiet"
            size="small"
            icon={<Download size={14} aria-hidden />}
            href={`/projects/${claim.projectId}/export?claim=${claim.id}`}
          >
            Export
          </ButtonLink>
        )}
        {claim.status === 'approved' && may('link.make') === true && <Share kind="claim" id={claim.id} />}
        {deletes && (
          <Menu
            align="end"
            trigger={<IconButton label="More" size="small" icon={<MoreHorizontal size={14} aria-hidden />} />}
          >
            <MenuItem icon={<Trash2 size={14} aria-hidden />} danger onClick={() => setOpen('delete')}>
              Delete the claim
            </MenuItem>
          </Menu>
        )}
        <span className="ml-auto">
          <ClaimHere projectId={claim.projectId} claimId={claim.id} />
        </span>
      </div>
      {open === 'edit' && <EditClaim claim={claim} onClose={() => setOpen(null)} />}
      {open === 'delete' && <DeleteClaim claim={claim} onClose={() => setOpen(null)} />}
    </header>
  );
}
