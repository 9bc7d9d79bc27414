'use client';
import { usePathname } from 'next/navigation';
import { createElement } from 'react';
import { setPaletteOpen } from '@/components/frame/palette-signal';
import { usePaletteOpen } from '@/components/frame/use-palette-open';
import { Dialog } from '@/components/ui/dialog';
import { late } from '@/components/ui/late';
import { useLate } from '@/components/ui/use-late';

// The list is on every page and seldom wanted: it comes after it.
const list = late(() => import('./palette-list').then((file) => file.PaletteList));

/**
 * Ctrl/Cmd+K: one field that reaches every page, article, name, question, claim and comment of the project, and the other
 * projects; outside of projects (null), these alone.
 */
export function Palette({ projectId }: { projectId: string | null }) {
  const open = usePaletteOpen();
  const pathname = usePathname();
  const close = () => setPaletteOpen(false);
  const List = useLate(list, open, close);
  return (
    <Dialog
      open={open}
      onOpenChange={setPaletteOpen}
      ready={List !== null}
      title={projectId ? 'Search everything' : 'Go to a project'}
      size="medium"
    >
      {List ? createElement(List, { key: pathname, projectId, onDone: close }) : null}
    </Dialog>
  );
}
