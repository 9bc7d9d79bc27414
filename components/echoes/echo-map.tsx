'use client';
import { useRouter } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';
import { publishedWords } from '@/components/articles/published-date';
import { Button } from '@/components/ui/button';
import type { Article } from '@/lib/articles/article';
import type { EchoMap as EchoMapView } from '@/lib/echoes/echo';
import { pairWords, sourceOf, type PairState } from './echo-words';
import { layoutMap, type Arc } from './map-layout';
import { moveInMap } from './move-in-map';
import { saveSvg } from '@/components/pictures/save-svg';

const dashes: Record<PairState, string | undefined> = {
  derived: undefined,
  'common-origin': '10 4 2 4',
  undecided: '4 4',
  independent: '1 5',
};
const LEGEND: [PairState, string][] = [
  ['derived', 'derived'],
  ['common-origin', 'common origin'],
  ['undecided', 'undecided'],
  ['independent', 'independent'],
];

interface EchoMapProps {
  projectId: string;
  map: EchoMapView;
  onOpen: (pair: EchoMapView['pairs'][number]) => void;
}

/** Who has words from whom: the articles by date, an arc for each pair. Lines are solid once decided, dashed until then. */
export function EchoMap({ projectId, map, onOpen }: EchoMapProps) {
  const svg = useRef<SVGSVGElement>(null);
  const router = useRouter();
  // One tab stop; arrows go on from there.
  const [at, setAt] = useState(0);
  const byId = useMemo(() => new Map(map.articles.map((article) => [article.id, article])), [map.articles]);
  const { rows, arcs, gutter, height } = useMemo(() => layoutMap([...byId.keys()], map.pairs), [byId, map.pairs]);
  const titleOf = (id: string) => byId.get(id)?.title ?? '';
  return (
    <section aria-label="Map of articles" className="min-w-0">
      <div className="mb-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <Legend />
        <Button
          size="small"
          variant="quiet"
          className="ms-auto"
          onClick={() => svg.current && saveSvg(svg.current, 'echoes.svg')}
        >
          Save as SVG
        </Button>
      </div>
      <div className="max-h-[34rem] overflow-auto">
        <svg
          ref={svg}
          role="group"
          aria-label="Articles by date, joined where they share words"
          width={gutter + 620}
          height={height}
          viewBox={`0 0 ${gutter + 620} ${height}`}
          fill="none"
          className="text-ink"
          style={{ fontFamily: 'inherit', fontSize: 13 }}
          onKeyDown={moveInMap}
          onFocus={({ target }) => setAt(Number(target.closest<SVGElement>('[data-stop]')?.dataset.stop ?? 0))}
        >
          {arcs.map((arc) => (
            <ArcLine
              key={`${arc.pair.a} ${arc.pair.b}`}
              arc={arc}
              x={gutter}
              label={pairWords(arc.pair, titleOf)}
              current={arc.stop === at}
              onOpen={() => onOpen(arc.pair)}
            />
          ))}
          {rows.map(({ id, y, stop }) => (
            <a
              key={id}
              href={`/projects/${projectId}/articles/${id}`}
              data-stop={stop}
              tabIndex={stop === at ? 0 : -1}
              onClick={(event) => {
                event.preventDefault();
                router.push(`/projects/${projectId}/articles/${id}`);
              }}
            >
              <circle cx={gutter} cy={y} r={4} fill="currentColor" />
              <text x={gutter + 14} y={y + 4} fill="currentColor">
                {publishedWords((byId.get(id)?.published ?? null) as Article['published'])} · {shortened(titleOf(id))}
              </text>
            </a>
          ))}
        </svg>
      </div>
    </section>
  );
}

const shortened = (title: string) => (title.length > 64 ? `${title.slice(0, 62).trimEnd()}…` : title);

type ArcLineProps = { arc: Arc; x: number; label: string; current: boolean; onOpen: () => void };

function ArcLine({ arc, x, label, current, onOpen }: ArcLineProps) {
  const source = sourceOf(arc.pair);
  const end = source === null ? null : source === arc.pair.a ? arc.to : arc.from;
  const color = arc.state === 'undecided' ? 'var(--warn, var(--color-warn))' : 'currentColor';
  return (
    <g
      role="button"
      data-stop={arc.stop}
      tabIndex={current ? 0 : -1}
      aria-label={label}
      className="cursor-pointer outline-offset-2"
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
    >
      <title>{label}</title>
      <path d={arc.path} stroke="transparent" strokeWidth={14} />
      <path
        d={arc.path}
        stroke={color}
        strokeWidth={arc.width}
        strokeDasharray={dashes[arc.state]}
        opacity={arc.state === 'independent' ? 0.5 : 0.8}
      />
      {end === null ? null : (
        <path d={`M ${x - 13} ${end - 5} L ${x - 5} ${end} L ${x - 13} ${end + 5}`} stroke={color} strokeWidth={1.5} />
      )}
    </g>
  );
}

const Legend = () => (
  <ul aria-label="Kinds of lines" className="flex flex-wrap gap-x-4">
    {LEGEND.map(([state, words]) => (
      <li key={state} className="inline-flex items-center gap-1.5">
        <svg aria-hidden width={28} height={8} fill="none">
          <path d="M 0 4 L 28 4" stroke="currentColor" strokeWidth={2} strokeDasharray={dashes[state]} />
        </svg>
        {words}
      </li>
    ))}
  </ul>
);
