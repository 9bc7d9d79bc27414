'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { BulkDialog, type BulkKind } from './bulk-dialog';
import { deleteMany, fitting, repeatMany } from './bulk-writes';
import { KeyButton } from './key-button';
import { leftOut, selectable, selectedAmong, selectShown, stopSelecting } from './selection';
import { useBulkKeys } from './use-bulk-keys';
import { useDesk, useDeskState, useLying } from './use-desk';

/** Several of one's own tags are changed together: how many, and what can be done with them. */
export function BulkBar() {
  const desk = useDesk();
  const { all, shown } = useLying((lying) => lying);
  const selected = useDeskState((state) => state.selected);
  const [asking, setAsking] = useState<BulkKind | null>(null);
  const layers = selectedAmong(all, selected);
  const own = shown.filter(selectable).length;
  const mentions = fitting(layers, { entityId: '' }).length;
  const citations = fitting(layers, { claimId: '' }).length;
  useBulkKeys({ desk, layers, ask: setAsking });

  return (
    <section
      aria-label="Several tags"
      className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line bg-desk px-4 py-1.5 md:px-6"
    >
      <p className="min-w-0 flex-1 basis-48" role="status">
        {layers.length === 0 ? (
          <span className="text-muted">
            {own > 0 ? 'Tick tags of yours, or press X on the chosen one.' : 'No tag of yours is shown here.'}
          </span>
        ) : (
          <>
            <span className="font-medium">{layers.length} selected</span>
            <span className="text-muted">{leftOut(shown)}</span>
          </>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-1">
        {own > 0 ? (
          <KeyButton shortcut="shift+x" command="select.shown" onPress={() => selectShown(desk, shown)}>
            all {own} of yours shown
          </KeyButton>
        ) : null}
        {mentions > 0 ? (
          <>
            <KeyButton shortcut="s" command="bulk.repeat" onPress={() => void repeatMany(desk, layers)}>
              same spelling
            </KeyButton>
            <KeyButton shortcut="e" command="bulk.entity" onPress={() => setAsking('entity')}>
              another entity
            </KeyButton>
          </>
        ) : null}
        {citations > 0 ? (
          <KeyButton shortcut="c" command="bulk.claim" onPress={() => setAsking('claim')}>
            another claim
          </KeyButton>
        ) : null}
        {mentions + citations > 0 ? (
          <KeyButton shortcut="p" command="bulk.confidence" onPress={() => setAsking('confidence')}>
            confidence
          </KeyButton>
        ) : null}
        {layers.length > 0 ? (
          <KeyButton shortcut="delete" command="bulk.delete" onPress={() => void deleteMany(desk, layers)}>
            delete
          </KeyButton>
        ) : null}
        <Button size="small" onClick={() => stopSelecting(desk)}>
          Done
        </Button>
      </div>
      <BulkDialog kind={asking} layers={layers} onClose={() => setAsking(null)} />
    </section>
  );
}
