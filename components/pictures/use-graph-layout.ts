'use client';
import { useEffect, useState } from 'react';
import type { Graph } from './graph';
import { layoutGraph, type LayoutAnswer } from './graph-layout';

type Laid = { graph: Graph; answer: LayoutAnswer };

/** Where the nodes stand, worked out in a worker; null until it is known. In the page where a browser lets no worker begin. */
export function useGraphLayout(graph: Graph): LayoutAnswer | null {
  const [laid, setLaid] = useState<Laid | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./graph.worker.ts', import.meta.url));
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => setLaid({ graph, answer: data });
    worker.onerror = () => setLaid({ graph, answer: { places: layoutGraph(graph), ms: 0 } });
    worker.postMessage(graph);
    return () => worker.terminate();
  }, [graph]);
  return laid?.graph === graph ? laid.answer : null;
}
