'use client';
import { useCallback, useState } from 'react';
import { useDragged } from './use-dragged';

/** What part of a drawing is in view: its middle, and px of the screen for each of its own. */
export type View = { x: number; y: number; scale: number };
const [LEAST, MOST] = [0.1, 4];
const held = (scale: number) => Math.min(MOST, Math.max(LEAST, scale));

/** Moves over a drawing and nearer to it: by mouse, by touch, by wheel with Ctrl or Command, and by calls. */
export function usePanZoom(whole: View) {
  const [moved, setMoved] = useState<{ whole: View; view: View } | null>(null);
  const change = useCallback(
    (to: (view: View) => View) => setMoved((last) => ({ whole, view: to(last?.whole === whole ? last.view : whole) })),
    [whole],
  );
  const zoom = useCallback((times: number) => change((now) => ({ ...now, scale: held(now.scale * times) })), [change]);
  const move = useCallback(
    (dx: number, dy: number) => change((now) => ({ ...now, x: now.x - dx / now.scale, y: now.y - dy / now.scale })),
    [change],
  );
  const wheeled = useCallback(
    (element: HTMLElement | null) => {
      const onWheel = (event: WheelEvent) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        zoom(Math.exp(-event.deltaY / 300));
      };
      element?.addEventListener('wheel', onWheel, { passive: false });
      return () => element?.removeEventListener('wheel', onWheel);
    },
    [zoom],
  );
  return {
    view: moved?.whole === whole ? moved.view : whole,
    zoom,
    wheeled,
    all: () => setMoved(null),
    centre: (x: number, y: number) => change((now) => ({ ...now, x, y })),
    pointer: useDragged(move, zoom),
  };
}
