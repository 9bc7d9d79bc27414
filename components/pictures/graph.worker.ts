import type { Graph } from './graph';
import { layoutGraph, type LayoutAnswer } from './graph-layout';

// Finds the places of a graph's nodes away from the page.

addEventListener('message', ({ data }: MessageEvent<Graph>) => {
  const start = performance.now();
  const places = layoutGraph(data);
  postMessage({ places, ms: performance.now() - start } satisfies LayoutAnswer);
});
