import { NARROW, placeDots, WIDE, type LikelihoodDot, type PlacedDot, type PlotScale } from './likelihood-layout';

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
  mine?: string | undefined;
}

/** Twenty letters of a name are enough to tell who is meant. */
function shorten(name: string): string {
  const letters = [...name];
  return letters.length > 20 ? `${letters.slice(0, 19).join('')}…` : name;
}

function Axis({ bottom, words }: { bottom: number; words: boolean }) {
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
      {words
        ? WORDS.map(([centre, word]) => (
            <text key={word} x={`${centre}%`} y={bottom + 14} textAnchor="middle" className="fill-faint text-xs">
              {word}
            </text>
          ))
        : null}
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

function Plot({ dots, mine, scale, className }: LikelihoodPlotProps & { scale: PlotScale; className: string }) {
  const placed = placeDots(dots, scale);
  const bottom = TOP + Math.max(1, ...placed.map((dot) => dot.row + 1)) * ROW;
  const said = placed.map((dot) => `${dot.name} ${dot.likelihood}`).join(', ');
  return (
    <svg
      role="img"
      aria-label={`How likely, from 0 to 100: ${said || 'nobody has answered'}`}
      className={`w-full overflow-visible ${className}`}
      height={bottom + 18}
    >
      <Axis bottom={bottom} words={scale === WIDE} />
      {placed.map(({ id, likelihood, row }) => (
        <line
          key={id}
          x1={`${likelihood}%`}
          x2={`${likelihood}%`}
          y1={TOP + row * ROW + 4}
          y2={bottom}
          className="stroke-accent/40"
        />
      ))}
      {placed.map((dot) => (
        <Dot key={dot.id} dot={dot} full={dot.id === mine} />
      ))}
    </svg>
  );
}

/** Who believes what: every analyst's likelihood on one line of 0–100, never averaged. */
export function LikelihoodPlot({ dots, mine }: LikelihoodPlotProps) {
  const shown = dots.map((dot) => ({ ...dot, name: shorten(dot.name) }));
  return (
    <div className="@container w-full">
      <Plot dots={shown} mine={mine} scale={WIDE} className="@max-lg:hidden" />
      <Plot dots={shown} mine={mine} scale={NARROW} className="@lg:hidden" />
    </div>
  );
}
