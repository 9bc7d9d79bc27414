import { placeDots, type LikelihoodDot, type PlacedDot } from './likelihood-layout';

// ICD 203's seven ranges: edges in percent, and the words of those that are wide enough to carry them.
const EDGES = [5, 20, 45, 55, 80, 95];
const WORDS: [centre: number, word: string][] = [
  [12.5, 'very unlikely'],
  [32.5, 'unlikely'],
  [50, 'even'],
  [67.5, 'likely'],
  [87.5, 'very likely'],
];
const ROW = 20;
const TOP = 8;

interface LikelihoodPlotProps {
  dots: readonly LikelihoodDot[];
  /** Id of the reader's own dot: drawn full. */
  mine?: string;
}

function Axis({ bottom }: { bottom: number }) {
  return (
    <>
      {EDGES.map((edge) => (
        <g key={edge}>
          <line x1={`${edge}%`} x2={`${edge}%`} y1={0} y2={bottom} className="stroke-line" />
          <text x={`${edge}%`} y={bottom + 14} textAnchor="middle" className="fill-faint text-xs">
            {edge}
          </text>
        </g>
      ))}
      <line x1="0" x2="100%" y1={bottom} y2={bottom} className="stroke-edge" />
      {WORDS.map(([centre, word]) => (
        <text
          key={word}
          x={`${centre}%`}
          y={bottom + 14}
          textAnchor="middle"
          className="fill-faint text-xs @max-lg:hidden"
        >
          {word}
        </text>
      ))}
    </>
  );
}

function Dot({ dot, full }: { dot: PlacedDot; full: boolean }) {
  const x = `${dot.likelihood}%`;
  const y = TOP + dot.row * ROW + 4;
  const end = dot.side === 'end';
  return (
    <g>
      <circle cx={x} cy={y} r={4.5} strokeWidth={2} className={`stroke-accent ${full ? 'fill-accent' : 'fill-page'}`} />
      <text
        x={x}
        y={y}
        dx={end ? 9 : -9}
        textAnchor={end ? 'start' : 'end'}
        dominantBaseline="central"
        className="fill-ink stroke-page stroke-4 text-sm [paint-order:stroke]"
      >
        {dot.name} <tspan className="fill-muted">{dot.likelihood}</tspan>
      </text>
    </g>
  );
}

/** Who believes what: every analyst's likelihood on one line of 0–100, never averaged. */
export function LikelihoodPlot({ dots, mine }: LikelihoodPlotProps) {
  const placed = placeDots(dots);
  const bottom = TOP + Math.max(1, ...placed.map((dot) => dot.row + 1)) * ROW;
  const said = placed.map((dot) => `${dot.name} ${dot.likelihood}`).join(', ');
  return (
    <div className="@container w-full">
      <svg
        role="img"
        aria-label={`How likely, from 0 to 100: ${said || 'nobody has answered'}`}
        className="block w-full overflow-visible"
        height={bottom + 18}
      >
        <Axis bottom={bottom} />
        {placed.map((dot) => (
          <line
            key={dot.id}
            x1={`${dot.likelihood}%`}
            x2={`${dot.likelihood}%`}
            y1={TOP + dot.row * ROW + 4}
            y2={bottom}
            className="stroke-accent/40"
          />
        ))}
        {placed.map((dot) => (
          <Dot key={dot.id} dot={dot} full={dot.id === mine} />
        ))}
      </svg>
    </div>
  );
}
