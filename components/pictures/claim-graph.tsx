'use client';
import { useMemo, useRef } from 'react';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { graphOf, type Graph } from './graph';
import { boundsOf, type LayoutAnswer } from './graph-layout';
import { GraphLegend } from './graph-legend';
import { GraphPicture } from './graph-picture';
import { GraphTable } from './graph-table';
import { PictureFrame } from './picture-frame';
import { useAllClaims } from './use-all-claims';
import { useGraphLayout } from './use-graph-layout';
import { usePanZoom, type View } from './use-pan-zoom';
import { useWidth } from './use-width';

/** The claims that the filters let through, and the entities that they name. */
export function ClaimGraph({ projectId }: { projectId: string }) {
  const { rows, loading, error, refetch } = useAllClaims(projectId);
  const speakers = useRead('listClaimSpeakers', { projectId });
  const spoken = speakers.data?.items;
  const graph = useMemo(() => graphOf(loading ? [] : rows, spoken ?? []), [rows, loading, spoken]);
  const answer = useGraphLayout(graph);
  const failed = error ?? speakers.error;
  const retry = () => void Promise.all([refetch(), speakers.refetch()]);
  if (failed) return <Unread what="The claims" error={failed} onRetry={retry} />;
  if (loading || speakers.isPending || !answer) return <Waiting />;
  if (graph.nodes.length === 0) return <NoNames />;
  return <LaidGraph projectId={projectId} graph={graph} answer={answer} />;
}

function wholeIn(answer: LayoutAnswer, width: number, height: number): View {
  const { x, y, ...bounds } = boundsOf(answer.places);
  const scale = Math.max(0.25, Math.min(1.4, width / bounds.width, height / bounds.height));
  return { x: x + bounds.width / 2, y: y + bounds.height / 2, scale };
}

interface LaidGraphProps {
  projectId: string;
  graph: Graph;
  answer: LayoutAnswer;
}

function LaidGraph({ projectId, graph, answer }: LaidGraphProps) {
  const svg = useRef<SVGSVGElement>(null);
  const [box, width] = useWidth();
  const height = width < 700 ? 480 : 640;
  const whole = useMemo(() => wholeIn(answer, width, height), [answer, width, height]);
  const panZoom = usePanZoom(whole);
  return (
    <div className="flex flex-col gap-2 pb-6">
      <PictureFrame
        label="Graph"
        file="graph.svg"
        svg={svg}
        legend={<GraphLegend />}
        tools={
          <>
            <Button size="small" variant="quiet" onClick={() => panZoom.zoom(1 / 1.3)}>
              Zoom out
            </Button>
            <Button size="small" variant="quiet" onClick={() => panZoom.zoom(1.3)}>
              Zoom in
            </Button>
            <Button size="small" variant="quiet" onClick={panZoom.all}>
              All
            </Button>
          </>
        }
        picture={
          <div ref={box} className="overflow-hidden border-y border-line" data-layout-ms={Math.round(answer.ms)}>
            {width > 0 ? (
              <GraphPicture
                projectId={projectId}
                graph={graph}
                places={answer.places}
                size={{ width, height }}
                panZoom={panZoom}
                svg={svg}
              />
            ) : null}
          </div>
        }
        table={<GraphTable projectId={projectId} graph={graph} />}
        tableAt="side"
      />
      <LeftOut graph={graph} />
    </div>
  );
}

/** What is not on the picture is counted. */
function LeftOut({ graph: { nodes, alone, left } }: { graph: Graph }) {
  const claims = nodes.filter(({ kind }) => kind === 'claim').length;
  const entities = nodes.length - claims;
  const told = [
    `${claims} ${claims === 1 ? 'claim' : 'claims'}, ${entities} ${entities === 1 ? 'entity' : 'entities'}`,
    ...(alone > 0 ? [`${alone} ${alone === 1 ? 'claim names' : 'claims name'} nobody and nothing`] : []),
    ...(left > 0 ? [`${left} older ${left === 1 ? 'claim is' : 'claims are'} left out: filters narrow them`] : []),
  ];
  return <p className="px-4 text-sm text-muted md:px-6">{told.join(' · ')}</p>;
}

const NoNames = () => (
  <EmptyState title="No claim names an entity">
    A claim that has a subject, an object or a place, or a citation with its speaker, stands here with what it names.
    Give it one under “Edit” on its page.
  </EmptyState>
);

const Waiting = () => (
  <Loading label="The graph" className="px-4 md:px-6">
    <Skeleton className="h-96 w-full" />
  </Loading>
);
