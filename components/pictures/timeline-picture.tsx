'use client';
import { useRouter } from 'next/navigation';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { LaneShape } from './timeline-lane';
import { AXIS, INDENT, LANE, REASON, scaleOf, type Cluster, type Timeline } from './timeline-layout';
import { useWidth } from './use-width';

const NARROW = 700; // px
const LEAST = 380; // px for time itself, beside the words

interface TimelinePictureProps {
  projectId: string;
  timeline: Timeline;
  zoom: number;
  svg: RefObject<SVGSVGElement | null>;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** Moves to another lane as a key says; false when it is no such key. */
function move(svg: SVGSVGElement, lanes: Timeline['lanes'], { key, target }: KeyboardEvent): boolean {
  const own = (target as Element).closest('[data-lane]')?.getAttribute('data-lane');
  const here = lanes.findIndex(({ claim }) => claim.id === own);
  const step = steps[key];
  const next = key === 'Home' ? 0 : key === 'End' ? lanes.length - 1 : step === undefined ? null : here + step;
  if (next === null) return false;
  const lane = lanes[Math.max(0, Math.min(lanes.length - 1, next))]!;
  svg.querySelector<SVGAElement>(`[data-lane="${lane.claim.id}"]`)?.focus();
  return true;
}

/** The claims on a line of time, in lanes; those that disagree are joined and say why. */
export function TimelinePicture({ projectId, timeline, zoom, svg }: TimelinePictureProps) {
  const router = useRouter();
  const [box, room] = useWidth();
  const [current, setCurrent] = useState<string | null>(null);
  const { lanes, clusters, height } = timeline;
  const labels = room < NARROW ? 190 : Math.round(room * 0.34);
  const width = labels + Math.max(LEAST, room - labels) * zoom;
  const { x, ticks } = scaleOf(timeline, labels, width - 16);
  const known = lanes.some(({ claim }) => claim.id === current);
  return (
    <div ref={box} className="max-h-[calc(100dvh-12rem)] min-h-60 overflow-auto border-y border-line">
      {room === 0 ? null : (
        <div aria-hidden className="sticky top-0 z-10 h-0">
          <svg width={width} height={AXIS} className="block bg-page">
            <Axis ticks={ticks} x={x} height={AXIS} />
          </svg>
        </div>
      )}
      {room === 0 ? null : (
        <svg
          ref={svg}
          role="group"
          aria-label="Claims by time"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          className="block text-ink"
          onKeyDown={(event) => {
            if (move(event.currentTarget, lanes, event)) event.preventDefault();
          }}
        >
          <Fades />
          <Axis ticks={ticks} x={x} height={height} />
          {clusters.map((cluster) => (
            <ClusterShape key={cluster.top} cluster={cluster} width={width} />
          ))}
          {lanes.map((lane, nth) => (
            <LaneShape
              key={lane.claim.id}
              lane={lane}
              x={x}
              labels={labels}
              width={width}
              href={`/projects/${projectId}/claims/${lane.claim.id}`}
              current={known ? lane.claim.id === current : nth === 0}
              onFocus={() => setCurrent(lane.claim.id)}
              onOpen={() => router.push(`/projects/${projectId}/claims/${lane.claim.id}`)}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

const Fades = () => (
  <defs>
    <linearGradient id="timeline-fade-in">
      <stop offset={0} stopColor="var(--color-accent)" stopOpacity={0} />
      <stop offset={1} stopColor="var(--color-accent)" stopOpacity={0.3} />
    </linearGradient>
    <linearGradient id="timeline-fade-out">
      <stop offset={0} stopColor="var(--color-accent)" stopOpacity={0.3} />
      <stop offset={1} stopColor="var(--color-accent)" stopOpacity={0} />
    </linearGradient>
  </defs>
);

type AxisProps = ReturnType<typeof scaleOf> & { height: number };

const Axis = ({ ticks, x, height }: AxisProps) => (
  <g aria-hidden>
    {ticks.map(({ at, words }) => (
      <g key={at}>
        <line x1={x(at)} x2={x(at)} y1={AXIS - 4} y2={height} className="stroke-line" />
        <text x={x(at)} y={AXIS - 10} textAnchor="middle" className="fill-faint text-sm tabular-nums">
          {words}
        </text>
      </g>
    ))}
  </g>
);

/** Claims that cannot all be true: one bar at their side, and why, below them. */
function ClusterShape({ cluster, width }: { cluster: Cluster; width: number }) {
  const { top, bottom, reasons } = cluster;
  const height = bottom - top + reasons.length * REASON;
  return (
    <g>
      <rect x={2} y={top} width={width - 4} height={height} rx={4} className="fill-warn-soft" fillOpacity={0.55} />
      <path
        d={`M 14 ${top + LANE / 2 - 6} H 10 V ${bottom - LANE / 2 + 6} H 14`}
        fill="none"
        strokeWidth={2}
        className="stroke-warn"
      />
      {reasons.map((reason, nth) => (
        <text key={reason} x={INDENT} y={bottom + nth * REASON + 13} className="fill-warn text-sm">
          <title>{reason}</title>≠{' '}
          {reason.length * 6 > width - 32 ? `${reason.slice(0, Math.floor((width - 40) / 6))}…` : reason}
        </text>
      ))}
    </g>
  );
}
