'use client';
import { useCallback, useEffect, useState } from 'react';

/** Longer lists keep only the rows near the window in the page. */
const ALL_BELOW = 200;
const SPARE = 20;

interface RowWindow {
  first: number;
  last: number;
}

/**
 * Which of `count` rows of equal height to draw. Gives the range, the room in pixels to keep before and after it,
 * and a ref for an element that stands before the first row.
 */
export function useRowWindow(count: number) {
  const [start, setStart] = useState<HTMLElement | null>(null);
  const [rowHeight, setRowHeight] = useState(36);
  const [seen, setSeen] = useState<RowWindow>({ first: 0, last: ALL_BELOW });
  const whole = count <= ALL_BELOW;

  const measure = useCallback((element: HTMLElement | null) => {
    setStart(element);
    const row = element?.nextElementSibling?.getBoundingClientRect().height;
    if (row) setRowHeight(row);
  }, []);

  useEffect(() => {
    if (whole || !start) return;
    const look = () => {
      const hidden = -start.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(hidden / rowHeight) - SPARE);
      const last = Math.ceil((hidden + window.innerHeight) / rowHeight) + SPARE;
      setSeen((old) => (Math.abs(old.first - first) < 8 && Math.abs(old.last - last) < 8 ? old : { first, last }));
    };
    look();
    // Captures scrolling of the page and of any pane around the table.
    window.addEventListener('scroll', look, { passive: true, capture: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', look);
    };
  }, [whole, start, rowHeight]);

  const last = whole ? count : Math.min(count, Math.max(seen.last, 2 * SPARE));
  const first = whole ? 0 : Math.min(seen.first, Math.max(0, last - 1));
  return { first, last, before: first * rowHeight, after: (count - last) * rowHeight, measure };
}
