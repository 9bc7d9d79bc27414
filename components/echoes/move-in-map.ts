import type { KeyboardEvent } from 'react';

const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageDown: 10,
  PageUp: -10,
};

/** Arrows go through the articles from above, each followed by the pairs that begin at it. */
export function moveInMap(event: KeyboardEvent<SVGSVGElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<SVGElement>('[data-stop]')];
  stops.sort((a, b) => Number(a.dataset.stop) - Number(b.dataset.stop));
  const here = stops.findIndex((stop) => stop.contains(event.target as Node));
  const step = steps[event.key];
  const next =
    event.key === 'Home' ? 0 : event.key === 'End' ? stops.length - 1 : step === undefined ? null : here + step;
  if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const found = stops[Math.max(0, Math.min(stops.length - 1, next))];
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'nearest' });
}
