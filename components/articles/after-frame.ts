/** ms: a page that nobody sees has no frames, and goes on all the same. */
const WITHOUT_FRAMES = 500;

/**
 * Calls back so many ms after the next frame is painted, until the answer is called. A timer alone counts from the work that made the frame: where
 * that work is long, what follows would fall into the frame itself.
 */
export function afterFrame(run: () => void, ms: number): () => void {
  let timer = setTimeout(run, WITHOUT_FRAMES + ms);
  let frame = requestAnimationFrame(() => {
    // Its callbacks run before it is painted: when the next begins, it is.
    frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(run, ms);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
