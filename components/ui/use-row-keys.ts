'use client';
import type { KeyboardEvent, RefObject } from 'react';
import { useKeys } from './use-keys';

/** Moves the focus among the row links of a table body; answers to arrows in the table and to J/K on the page. */
export function useRowKeys(
  body: RefObject<HTMLTableSectionElement | null>,
  label: string,
  choose: ((key: string) => void) | undefined,
) {
  function links() {
    return [...(body.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
  }
  function current() {
    return document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;
  }
  function move(step: number) {
    const all = links();
    const at = all.findIndex((link) => link.closest('[data-row]') === current());
    const next = at === -1 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
    all[next]?.focus({ preventScroll: true });
    all[next]?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  }
  function chooseCurrent() {
    const key = current()?.dataset.row;
    if (key) choose?.(key);
  }
  useKeys(label, [
    { id: 'list.next', key: 'j', label: 'Next row', repeat: true, run: () => move(1) },
    { id: 'list.previous', key: 'k', label: 'Previous row', repeat: true, run: () => move(-1) },
    ...(choose ? [{ id: 'list.choose', key: 'x', label: 'Choose the row', run: chooseCurrent }] : []),
  ]);
  return (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[event.key];
    if (!step || !(event.target as HTMLElement).matches('[data-row-link]')) return;
    event.preventDefault();
    move(step);
  };
}
