/** Scrolls a box, and nothing around it, until this is well in view. */
export function reveal(box: HTMLElement | null, element: Element | null | undefined): void {
  if (!box || !element) return;
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  const above = inner.top - outer.top;
  if (above >= 24 && inner.bottom <= outer.bottom - 24) return;
  box.scrollTop += above - outer.height / 3;
}
