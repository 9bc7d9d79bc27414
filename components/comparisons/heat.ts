import type { CSSProperties } from 'react';

/** The ground of a figure from 0 to 1, paler for less: dark type stays readable on all of it, and the figure stands in it anyway. */
export function heat(value: number | null): CSSProperties {
  if (value === null) return {};
  const share = Math.round(Math.min(1, Math.max(0, value)) * 40);
  return { backgroundColor: `color-mix(in oklab, var(--color-accent) ${share}%, transparent)` };
}
