/** Brings a highlight into view on whichever side it stands, once it is drawn. */
export function showStanding(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const find = (side: string) => document.querySelector(`[data-stands~="${side}-${CSS.escape(id)}"]`);
      (find('young') ?? find('old'))?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }),
  );
}
