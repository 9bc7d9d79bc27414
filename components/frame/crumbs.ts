export interface Crumb {
  label: string;
  href?: string;
}

export const NO_CRUMBS: readonly Crumb[] = [];
let crumbs = NO_CRUMBS;
const listeners = new Set<() => void>();

/** Says where the page is, after the section. */
export function setCrumbs(next: readonly Crumb[]) {
  crumbs = next;
  listeners.forEach((listener) => listener());
}

export function readCrumbs(): readonly Crumb[] {
  return crumbs;
}

export function subscribeCrumbs(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
