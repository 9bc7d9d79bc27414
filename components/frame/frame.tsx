'use client';
import { useEffect } from 'react';
import { setKeysOwner } from '@/components/ui/keys';
import { useKeys } from '@/components/ui/use-keys';
import { Dock } from './dock';
import type { FrameProps } from './frame-props';
import { setPaletteOpen } from './palette-signal';
import { Rail } from './rail';
import { toggleRail } from './rail-state';
import { TopBar } from './top-bar';

/** Rail, top bar and page. Plain props, no fetching; the foot line comes from the root layout. */
export function Frame({ children, ...props }: FrameProps) {
  const { id } = props.me;
  useEffect(() => setKeysOwner(id ?? ''), [id]);
  useKeys('Everywhere', [
    { id: 'search.open', key: 'mod+k', label: 'Search everything', run: () => setPaletteOpen(true) },
    { id: 'rail.toggle', key: '[', label: 'Open or close the rail', run: toggleRail },
  ]);
  return (
    <div data-frame className="flex flex-1 flex-col">
      <a
        href="#main"
        className="fixed top-1 left-1 z-50 -translate-y-16 rounded-sm bg-accent px-3 py-2 font-medium text-accent-ink focus:translate-y-0"
      >
        Skip to the page
      </a>
      <Rail {...props} />
      <TopBar {...props} />
      <main id="main" tabIndex={-1} data-quiet-focus className="flex flex-1 flex-col">
        {children}
      </main>
      <Dock {...props} />
    </div>
  );
}
