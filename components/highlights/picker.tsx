'use client';
import { useEffect, useRef, useState } from 'react';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { Kbd } from '@/components/ui/kbd';
import { useKeys } from '@/components/ui/use-keys';
import type { Layer } from './layer';
import { LayerLine } from './layer-line';
import { useBeside } from './use-beside';
import { useDesk } from './use-desk';

/** Which of several that lie on the same words? Innermost first; arrows, digits or the pointer choose. */
export function Picker({ layers }: { layers: readonly Layer[] }) {
  const desk = useDesk();
  const ordered = [...layers].reverse();
  const innermost = ordered[0];
  const panel = useBeside<HTMLDivElement>(innermost ?? { start: 0, end: 0 });
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const marked = ordered[Math.min(at, ordered.length - 1)];

  useEffect(() => list.current?.querySelectorAll<HTMLElement>('button')[at]?.focus({ preventScroll: true }), [at]);
  useEffect(() => {
    desk.light(marked ? [marked.id] : []);
    return () => desk.light([]);
  }, [desk, marked]);

  const step = (by: number) => setAt((at + by + ordered.length) % ordered.length);
  const close = () => desk.store.set({ picking: [] });
  useKeys('Several tags on these words', [
    { id: 'pick.next', key: 'arrowdown', label: 'Next', repeat: true, run: () => step(1) },
    { id: 'pick.previous', key: 'arrowup', label: 'Previous', repeat: true, run: () => step(-1) },
    ...ordered.slice(0, 9).map((layer, index) => ({
      id: `pick.${index + 1}`,
      key: String(index + 1),
      label: `Choose number ${index + 1}`,
      run: () => desk.choose(layer, { focus: true }),
    })),
    {
      id: 'pick.leave',
      key: 'escape',
      label: 'One step out',
      run: () => {
        close();
        desk.pane?.words.host.focus({ preventScroll: true });
      },
    },
  ]);

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label="Several tags on these words"
      className="floating absolute z-30 w-100 overflow-y-auto p-1"
    >
      <KeyBarrier />
      <ul ref={list}>
        {ordered.map((layer, index) => (
          <li key={layer.id}>
            <button
              type="button"
              data-highlighted={index === at ? '' : undefined}
              className="option w-full text-left focus-visible:outline-offset-[-2px]"
              onPointerEnter={() => setAt(index)}
              onClick={() => desk.choose(layer, { focus: true })}
            >
              <LayerLine layer={layer} />
              {index < 9 ? <Kbd keys={String(index + 1)} command={`pick.${index + 1}`} /> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
