'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import { useCallback, useRef } from 'react';
import { Kbd } from './kbd';
import { useHinted } from './use-hinted';
import { hostOf } from './use-portal-host';

type Side = 'top' | 'bottom' | 'left' | 'right';

/** The hint of the button that is pointed at, or that the keys have led to. */
export function TooltipPopup() {
  const hint = useRef<HTMLDivElement>(null);
  const inHint = useCallback((target: EventTarget | null) => Boolean(hint.current?.contains(target as Node)), []);
  const { at, hide } = useHinted(inHint);
  if (!at) return null;
  const { hint: label, hintKeys: keys, hintCommand: command, hintSide: side = 'bottom' } = at.dataset;
  return (
    <Base.Root open onOpenChange={(open) => !open && hide()}>
      <Base.Portal container={hostOf(at)}>
        <Base.Positioner anchor={at} side={side as Side} sideOffset={6} className="z-50 data-anchor-hidden:invisible">
          <Base.Popup ref={hint} className="floating flex max-w-72 items-center gap-2 rounded-sm px-2 py-1 text-sm">
            {label}
            {keys ? <Kbd keys={keys} command={command} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
