/** Brings a highlight into view on whichever side it stands, once it is drawn. */
export function showStanding(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const find = (side: string) => document.querySelector(`[data-stands~="${side}-${CSS.escape(id)}"]`);
      // One above the other, what both sides have is drawn on one of them.
      const drawn = [find('young'), find('old')].find((piece) => piece && piece.getClientRects().length > 0);
      drawn?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }),
  );
}
