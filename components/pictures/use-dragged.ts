'use client';
import { useRef, type MouseEvent, type PointerEvent } from 'react';

type Point = [x: number, y: number];
const STILL = 5; // px: a hand that clicks moves as much

/** Handlers that tell what pointers do to a drawing: one moves it, two spread it. */
export function useDragged(onMove: (dx: number, dy: number) => void, onSpread: (times: number) => void) {
  const points = useRef(new Map<number, Point>());
  const travelled = useRef(0);
  const drop = ({ pointerId }: PointerEvent) => void points.current.delete(pointerId);
  return {
    onPointerDown: ({ pointerId, clientX, clientY }: PointerEvent) => {
      travelled.current = 0;
      points.current.set(pointerId, [clientX, clientY]);
    },
    onPointerMove: ({ pointerId, clientX, clientY }: PointerEvent) => {
      const before = points.current.get(pointerId);
      if (!before) return;
      points.current.set(pointerId, [clientX, clientY]);
      const [dx, dy] = [clientX - before[0], clientY - before[1]];
      travelled.current += Math.abs(dx) + Math.abs(dy);
      const other = [...points.current].find(([id]) => id !== pointerId)?.[1];
      if (!other) return onMove(dx, dy);
      const apart = ([x, y]: Point) => Math.max(1, Math.hypot(x - other[0], y - other[1]));
      onSpread(apart([clientX, clientY]) / apart(before));
    },
    onPointerUp: drop,
    onPointerCancel: drop,
    onPointerLeave: drop,
    /** Who moved the drawing does not open what lay under the pointer. */
    onClickCapture: (event: MouseEvent) => {
      if (event.detail === 0 || travelled.current < STILL) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
