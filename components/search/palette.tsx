'use client';
import { usePathname } from 'next/navigation';
import { setPaletteOpen } from '@/components/frame/palette-signal';
import { usePaletteOpen } from '@/components/frame/use-palette-open';
import { Dialog } from '@/components/ui/dialog';
import { PaletteList } from './palette-list';

/** Ctrl/Cmd+K: one field that reaches every page, article, name, claim and comment of the project. */
export function Palette({ projectId }: { projectId: string }) {
  const open = usePaletteOpen();
  const pathname = usePathname();
  return (
    <Dialog open={open} onOpenChange={setPaletteOpen} title="Search everything" size="medium">
      <PaletteList key={pathname} projectId={projectId} onDone={() => setPaletteOpen(false)} />
    </Dialog>
  );
}
