/** The part of the screen that no bar and no keyboard on the screen covers, in viewport px. Bars of the page that stick carry `data-bar`. */
export function freeScreen(): { top: number; bottom: number; left: number; right: number } {
  const root = document.documentElement;
  const { scrollPaddingBlockStart, scrollPaddingBlockEnd } = getComputedStyle(root);
  let top = Number.parseFloat(scrollPaddingBlockStart) || 0;
  let bottom = innerHeight - (Number.parseFloat(scrollPaddingBlockEnd) || 0);
  // A phone's keyboard lies over the page without making the window smaller.
  if (visualViewport) bottom = Math.min(bottom, visualViewport.offsetTop + visualViewport.height);
  for (const bar of document.querySelectorAll<HTMLElement>('[data-bar]')) {
    const box = bar.getBoundingClientRect();
    if (bar.dataset.bar === 'top') top = Math.max(top, box.bottom);
    else bottom = Math.min(bottom, box.top);
  }
  return { top, bottom, left: 0, right: root.clientWidth };
}
