import { placeDots, type LikelihoodDot } from './likelihood-layout';

// The edges of ICD 203's seven ranges, in percent.
const EDGES = [5, 20, 45, 55, 80, 95];
const MARKS = [0, 20, 45, 55, 80, 100];

interface LikelihoodPlotProps {
  dots: readonly LikelihoodDot[];
  /** The reader's own: drawn full. */
  mine?: string;
}

const ROW = 20;
const TOP = 10;

function Axis({ bottom }: { bottom: number }) {
  return (
    <>
      {EDGES.map((edge) => (
        <line
          key={edge}
          x1={`${edge}%`}
          x2={`${edge}%`}
          y1={0}
          y2={bottom}
          className="stroke-line"
          strokeDasharray="2 3"
        />
      ))}
      <line x1="0" x2="100%" y1={bottom} y2={bottom} className="stroke-edge" />
      {MARKS.map((mark) => (
        <text
          key={mark}
          x={`${mark}%`}
          y={bottom + 14}
          textAnchor={mark === 0 ? 'start' : mark === 100 ? 'end' : 'middle'}
          className="fill-faint text-xs"
        >
          {mark}
        </text>
      ))}
    </>
  );
}

/** Who believes what: every analyst's likelihood on one line of 0–100, never averaged. */
export function LikelihoodPlot({ dots, mine }: LikelihoodPlotProps) {
  const placed = placeDots(dots);
  const bottom = TOP + Math.max(1, ...placed.map((dot) => dot.row + 1)) * ROW;
  const words = placed.map((dot) => `${dot.name} ${dot.likelihood} %`).join(', ');
  return (
    <svg
      role="img"
      aria-label={`How likely, 0 to 100: ${words || 'nobody has answered'}`}
      className="w-full overflow-visible"
      height={bottom + 18}
    >
      <Axis bottom={bottom} />
      {placed.map((dot) => {
        const y = TOP + dot.row * ROW + 4;
        return (
          <g key={dot.id}>
            <line x1={`${dot.likelihood}%`} x2={`${dot.likelihood}%`} y1={y} y2={bottom} className="stroke-accent/45" />
            <circle
              cx={`${dot.likelihood}%`}
              cy={y}
              r={4.5}
              strokeWidth={2}
              className={dot.id === mine ? 'fill-accent stroke-accent' : 'fill-paper stroke-accent'}
            />
            <text
              x={`${dot.likelihood}%`}
              y={y}
              dx={dot.side === 'end' ? 9 : -9}
              textAnchor={dot.side === 'end' ? 'start' : 'end'}
              dominantBaseline="central"
              className="fill-ink text-sm"
            >
              {dot.name} <tspan className="fill-muted">{dot.likelihood}</tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
}
