'use client';
import { useKeys } from '@/components/ui/use-keys';
import type { BulkKind } from './bulk-dialog';
import { deleteMany, fitting, repeatMany } from './bulk-writes';
import type { Desk } from './desk';
import type { Layer } from './layer';
import { stopSelecting } from './selection';

interface Bulk {
  desk: Desk;
  /** What is ticked. */
  layers: readonly Layer[];
  ask: (kind: BulkKind) => void;
}

/** The keys of a selection. They stand before those of a single tag while something is ticked. */
export function useBulkKeys({ desk, layers, ask }: Bulk): void {
  const some = layers.length > 0;
  const mentions = fitting(layers, { entityId: '' }).length > 0;
  const citations = fitting(layers, { claimId: '' }).length > 0;
  useKeys('Selected tags', [
    {
      id: 'bulk.repeat',
      key: 's',
      label: 'Same spelling in the rest of the article',
      enabled: mentions,
      run: () => void repeatMany(desk, layers),
    },
    { id: 'bulk.entity', key: 'e', label: 'Another entity', enabled: mentions, run: () => ask('entity') },
    { id: 'bulk.claim', key: 'c', label: 'Another claim', enabled: citations, run: () => ask('claim') },
    {
      id: 'bulk.confidence',
      key: 'p',
      label: 'Confidence',
      enabled: mentions || citations,
      run: () => ask('confidence'),
    },
    { id: 'bulk.delete', key: 'delete', label: 'Delete', enabled: some, run: () => void deleteMany(desk, layers) },
    { id: 'bulk.leave', key: 'escape', label: 'Leave the selection', run: () => stopSelecting(desk) },
  ]);
}
