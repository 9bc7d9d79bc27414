import { trimSpan, type Span } from '@/lib/anchoring/span';

/** Where in the text a point of the drawn article stands; null outside of it. */
function offsetOf(node: Node, offset: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-overlay-start]');
  return piece ? Number(piece.dataset.overlayStart) + (node instanceof Text ? offset : 0) : null;
}

/** The words that are selected in the drawn article, as a span of its text; null where none are. */
export function selectedSpan(text: string): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ];
  return start === null || end === null || end <= start ? null : trimSpan(text, { start, end });
}
