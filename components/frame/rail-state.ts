const STORED = 'claimbench.rail';

/** Opens or closes the rail, for later visits too. The attribute on <html> is the state: CSS reads nothing else. */
export function toggleRail() {
  const root = document.documentElement;
  const closed = root.dataset.rail !== 'closed';
  if (closed) root.dataset.rail = 'closed';
  else delete root.dataset.rail;
  try {
    localStorage.setItem(STORED, closed ? 'closed' : 'open');
  } catch {
    // Storage may be switched off: the choice then lasts for this page only.
  }
}
