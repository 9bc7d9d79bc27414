'use client';
import { useState } from 'react';
import { EntityField } from '@/components/entities/entity-field';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { ConfidenceSlider } from '@/components/ui/confidence-slider';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { EntityRef } from '@/lib/entities/entity';
import { changeMany, fitting } from './bulk-writes';
import type { BulkChange } from './inverse-many';
import type { Layer } from './layer';
import { useDesk } from './use-desk';

export type BulkKind = 'entity' | 'claim' | 'confidence';

const titles: Record<BulkKind, string> = {
  entity: 'Another entity for the selected mentions',
  claim: 'Another claim for the selected citations',
  confidence: 'Confidence of the selected tags',
};

interface BulkDialogProps {
  kind: BulkKind | null;
  layers: readonly Layer[];
  onClose: () => void;
}

/** Asks what the selected tags are to become, all of them. */
export function BulkDialog({ kind, layers, onClose }: BulkDialogProps) {
  return (
    <Dialog
      open={kind !== null}
      onOpenChange={(open) => !open && onClose()}
      title={kind ? titles[kind] : ''}
      size="small"
    >
      {kind ? <BulkForm key={kind} kind={kind} layers={layers} onClose={onClose} /> : null}
    </Dialog>
  );
}

type Claim = { id: string; statement: string };

function BulkForm({ kind, layers, onClose }: { kind: BulkKind; layers: readonly Layer[]; onClose: () => void }) {
  const desk = useDesk();
  const [entity, setEntity] = useState<EntityRef | null>(null);
  const [claim, setClaim] = useState<Claim | null>(null);
  const [confidence, setConfidence] = useState<number | null>(null);
  const change: BulkChange =
    kind === 'entity'
      ? { entityId: entity?.id ?? '' }
      : kind === 'claim'
        ? { claimId: claim?.id ?? '' }
        : { confidence };
  const count = fitting(layers, change).length;
  const out = layers.length - count;
  const ready = kind === 'confidence' || (kind === 'entity' ? entity : claim) !== null;
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void changeMany(desk, layers, change).then((taken) => taken && onClose());
      }}
    >
      {kind === 'entity' ? (
        <EntityField projectId={desk.place.projectId} label="Entity" value={entity} onValueChange={setEntity} />
      ) : null}
      {kind === 'claim' ? <ClaimField value={claim} onValueChange={setClaim} /> : null}
      {kind === 'confidence' ? <ConfidenceSlider value={confidence} onValueChange={setConfidence} /> : null}
      <p className="text-sm text-muted">
        Tags that were reviewed wait for a review again.
        {out > 0 ? ` ${out} of the selected are of another kind and stay as they are.` : ''}
      </p>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabled={!ready || count === 0}>
          Change {count === 1 ? '1 tag' : `${count} tags`}
        </Button>
      </div>
    </form>
  );
}

function ClaimField({ value, onValueChange }: { value: Claim | null; onValueChange: (claim: Claim | null) => void }) {
  const { projectId } = useDesk().place;
  const claims = useRead('listClaimStatements', { projectId });
  return (
    <Field label="Claim">
      <Combobox
        label="Claim"
        items={claims.data?.items ?? []}
        value={value && (claims.data?.items.find(({ id }) => id === value.id) ?? null)}
        onValueChange={(one) => onValueChange(one && { id: one.id, statement: one.statement })}
        itemKey={(one) => one.id}
        itemLabel={(one) => one.statement}
        placeholder="None"
        emptyText={claims.isPending ? 'Reading the claims.' : 'No such claim.'}
      />
    </Field>
  );
}
