export type Theme = 'light' | 'dark' | 'system';

const STORED = 'claimbench.theme';
const listeners = new Set<() => void>();

/** The chosen theme: `system` until somebody chooses. */
export function readTheme(): Theme {
  const kept = document.documentElement.dataset.theme;
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function subscribeTheme(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Sets the theme for this browser, at once and for later visits. */
export function setTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(STORED, theme);
  } catch {
    // Storage may be switched off: the choice then lasts for this page only.
  }
  listeners.forEach((listener) => listener());
}
