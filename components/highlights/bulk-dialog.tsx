'use client';
import { useState } from 'react';
import { ClaimField, type ClaimRef } from '@/components/claims/claim-field';
import { EntityField } from '@/components/entities/entity-field';
import { Button } from '@/components/ui/button';
import { ConfidenceSlider } from '@/components/ui/confidence-slider';
import { Dialog } from '@/components/ui/dialog';
import type { EntityRef } from '@/lib/entities/entity';
import { useKeys } from '@/components/ui/use-keys';
import { changeMany, fitting } from './bulk-writes';
import { confidenceOf, typedOf } from './confidence-digits';
import { digitKeys } from './digit-keys';
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

/** What all of them state, as it is typed: nothing where they differ. */
function commonConfidence(layers: readonly Layer[]): string {
  const [first, ...others] = new Set(layers.map(({ tag }) => tag?.confidence ?? null));
  return others.length > 0 ? '' : typedOf(first ?? null);
}

function BulkForm({ kind, layers, onClose }: { kind: BulkKind; layers: readonly Layer[]; onClose: () => void }) {
  const desk = useDesk();
  const [entity, setEntity] = useState<EntityRef | null>(null);
  const [claim, setClaim] = useState<ClaimRef | null>(null);
  // What is typed so far; nothing is changed by somebody who says nothing.
  const [typed, setTyped] = useState<string | null>(null);
  const stated = typed ?? commonConfidence(layers);
  const confidence = confidenceOf(stated);
  const change: BulkChange =
    kind === 'entity'
      ? { entityId: entity?.id ?? '' }
      : kind === 'claim'
        ? { claimId: claim?.id ?? '' }
        : { confidence };
  const count = fitting(layers, change).length;
  const out = layers.length - count;
  const ready = (kind === 'confidence' ? typed : kind === 'entity' ? entity : claim) !== null;
  const send = () => void changeMany(desk, layers, change).then((taken) => taken && onClose());
  useKeys('In a form', [
    { id: 'form.send', key: 'mod+enter', label: 'Send it', enabled: ready && count > 0, run: send },
    ...(kind === 'confidence' ? digitKeys(stated, setTyped) : []),
  ]);
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {kind === 'entity' ? (
        <EntityField projectId={desk.place.projectId} label="Entity" value={entity} onValueChange={setEntity} />
      ) : null}
      {kind === 'claim' ? <ClaimField projectId={desk.place.projectId} value={claim} onValueChange={setClaim} /> : null}
      {kind === 'confidence' ? (
        <ConfidenceSlider digits value={confidence} onValueChange={(value) => setTyped(typedOf(value))} />
      ) : null}
      <p className="text-sm text-muted">
        Tags that were reviewed wait for a review again.
        {out > 0 ? ` ${out} of the selected are of another kind and stay as they are.` : ''}
      </p>
      <div className="flex justify-end">
        <Button
          type="submit"
          variant="primary"
          shortcut="mod+enter"
          command="form.send"
          disabled={!ready || count === 0}
        >
          Change {count === 1 ? '1 tag' : `${count} tags`}
        </Button>
      </div>
    </form>
  );
}
