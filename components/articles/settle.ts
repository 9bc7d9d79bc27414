/** ms without a move after which the page is taken to be at rest. */
const AT_REST = 400;
/** ms after which whoever came reads, whatever still moves. */
const AT_MOST = 3000;
const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Looks once a frame, until the page is at rest, whether something has moved: sections that were skipped had their expected height,
 * fonts and what stands above the text come late. `look` sets right what has, and says whether it had to. Whoever scrolls, presses or
 * types meanwhile ends it. Answers what ends it, too.
 */
export function settle(look: () => boolean): () => void {
  const begun = performance.now();
  const acted = new AbortController();
  let moved = begun;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    acted.abort();
  };
  const again = () => {
    const now = performance.now();
    if (look()) moved = now;
    if (now - moved > AT_REST || now - begun > AT_MOST) return stop();
    frame = requestAnimationFrame(again);
  };
  look();
  frame = requestAnimationFrame(again);
  for (const act of ACTS) addEventListener(act, stop, { capture: true, passive: true, signal: acted.signal });
  return stop;
}
