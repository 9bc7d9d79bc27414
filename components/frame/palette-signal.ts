let open = false;
const listeners = new Set<() => void>();

/** Opens or closes the search that reaches everything. */
export function setPaletteOpen(next: boolean) {
  open = next;
  listeners.forEach((listener) => listener());
}

export function isPaletteOpen(): boolean {
  return open;
}

export function subscribePalette(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
