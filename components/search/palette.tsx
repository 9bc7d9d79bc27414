'use client';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { setPaletteOpen } from '@/components/frame/palette-signal';
import { usePaletteOpen } from '@/components/frame/use-palette-open';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';

// The list is on every page and seldom wanted: it comes when somebody searches.
const PaletteList = dynamic(() => import('./palette-list').then((file) => file.PaletteList), {
  ssr: false,
  loading: () => <Skeleton lines={4} />,
});

/** Ctrl/Cmd+K: one field that reaches every page, article, name, question, claim and comment of the project. */
export function Palette({ projectId }: { projectId: string }) {
  const open = usePaletteOpen();
  const pathname = usePathname();
  return (
    <Dialog open={open} onOpenChange={setPaletteOpen} title="Search everything" size="medium">
      <PaletteList key={pathname} projectId={projectId} onDone={() => setPaletteOpen(false)} />
    </Dialog>
  );
}
