import clsx from 'clsx';
import { absoluteTime } from '@/components/ui/moment';
import { TextLink } from '@/components/ui/text-link';
import type { Reveal } from '@/lib/overviews/overview';

const HEIGHT = 96;
const STEP = 44;
const LEFT = 46;

/** Percent of the answers that two analysts could differ on; null where there was none. */
export const shareOf = ({ alike, differed }: Reveal): number | null =>
  alike + differed === 0 ? null : (100 * alike) / (alike + differed);

const y = (share: number) => 8 + (1 - share / 100) * HEIGHT;
const x = (at: number) => LEFT + STEP / 2 + at * STEP;

/** How far analysts agreed whenever they first saw each other's work: a point a round, and the same as a table. */
export function AgreementPicture({ projectId, reveals }: { projectId: string; reveals: readonly Reveal[] }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-4 lg:grid-cols-2">
      <Line reveals={reveals} />
      <div role="region" aria-label="Table: agreement at each reveal" tabIndex={0} className="max-h-72 overflow-auto">
        <table className="w-full text-left">
          <thead className="border-b border-line text-sm text-muted">
            <tr>
              <th scope="col" className="py-1.5 pe-3 font-medium">
                Round
              </th>
              <th scope="col" className="px-3 py-1.5 font-medium max-sm:hidden">
                Revealed
              </th>
              <th scope="col" className="px-3 py-1.5 text-end font-medium">
                Alike
              </th>
              <th scope="col" className="py-1.5 ps-3 text-end font-medium">
                Agreement
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {[...reveals].reverse().map((reveal) => (
              <Row key={reveal.id} projectId={projectId} reveal={reveal} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row({ projectId, reveal }: { projectId: string; reveal: Reveal }) {
  const share = shareOf(reveal);
  const { id, name, at, alike, differed } = reveal;
  return (
    <tr>
      <th scope="row" className="py-1.5 pe-3 font-normal wrap-anywhere">
        <TextLink href={`/projects/${projectId}/rounds/${id}`}>{name}</TextLink>
      </th>
      <td className="px-3 py-1.5 whitespace-nowrap text-muted max-sm:hidden">{absoluteTime(at, 'date')}</td>
      <td className="px-3 py-1.5 text-end whitespace-nowrap tabular-nums">
        {alike} of {alike + differed}
      </td>
      <td className="py-1.5 ps-3 text-end font-semibold tabular-nums">
        {share === null ? <span className="font-normal text-faint">nothing to compare</span> : `${Math.round(share)} %`}
      </td>
    </tr>
  );
}

/** The table beside it says the same. */
function Line({ reveals }: { reveals: readonly Reveal[] }) {
  const points = reveals.flatMap((reveal, at) => {
    const share = shareOf(reveal);
    return share === null ? [] : [{ id: reveal.id, at: reveal.at, x: x(at), y: y(share), share }];
  });
  const width = LEFT + Math.max(4, reveals.length) * STEP;
  return (
    <div className="overflow-x-auto">
      <svg aria-hidden viewBox={`0 0 ${width} ${HEIGHT + 34}`} width={width} className="max-w-none text-xs">
        {[0, 50, 100].map((share) => (
          <g key={share}>
            <line
              x1={LEFT}
              x2={width}
              y1={y(share)}
              y2={y(share)}
              className="stroke-line forced-colors:stroke-[GrayText]"
            />
            <text x={LEFT - 6} y={y(share) + 4} textAnchor="end" className="fill-muted forced-colors:fill-[CanvasText]">
              {share} %
            </text>
          </g>
        ))}
        <polyline
          points={points.map((point) => `${point.x},${point.y}`).join(' ')}
          fill="none"
          strokeWidth={1.5}
          className="stroke-accent/60 forced-colors:stroke-[CanvasText]"
        />
        {points.map((point, at) => (
          <g key={point.id}>
            <circle cx={point.x} cy={point.y} r={4} className="fill-accent forced-colors:fill-[CanvasText]" />
            <text
              x={point.x}
              y={point.share > 85 ? point.y + 16 : point.y - 8}
              textAnchor="middle"
              className={clsx('fill-ink forced-colors:fill-[CanvasText]', at === points.length - 1 && 'font-semibold')}
            >
              {Math.round(point.share)}
            </text>
          </g>
        ))}
        {points.length > 0 && <Dates points={points} />}
      </svg>
    </div>
  );
}

/** The first day and the last one, below their points. */
function Dates({ points }: { points: readonly { x: number; at: string }[] }) {
  const [first, last] = [points[0]!, points.at(-1)!];
  const words = (point: { at: string }) => absoluteTime(point.at, 'date');
  return (
    <>
      <text x={first.x - 12} y={HEIGHT + 28} className="fill-muted forced-colors:fill-[CanvasText]">
        {words(first)}
      </text>
      {last.x - first.x > 2 * STEP && (
        <text x={last.x + 18} y={HEIGHT + 28} textAnchor="end" className="fill-muted forced-colors:fill-[CanvasText]">
          {words(last)}
        </text>
      )}
    </>
  );
}
