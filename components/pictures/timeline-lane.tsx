import { sayPeriod } from '@/lib/claims/period';
import { INDENT, LANE, type Lane } from './timeline-layout';
import type { Drawn, Mark } from './timeline-marks';

const HEIGHT = 12; // of a band
const THIN = 3; // px: a day is never less wide
const ARROW = 34; // px that an open end goes on

type At = { x: (day: number) => number; y: number };

/** How far "about" reaches, fading, under what the source says. */
function Faded({ mark, x, y }: { mark: Mark } & At) {
  const [far, near] = [x(mark.reach[0]), x(mark.first)];
  const [end, farther] = [x(mark.last), x(mark.reach[1])];
  if (near - far < 1 && farther - end < 1) return null;
  const top = y - HEIGHT / 2;
  return (
    <>
      <rect x={far} y={top} width={near - far} height={HEIGHT} fill="url(#timeline-fade-in)" />
      <rect x={end} y={top} width={farther - end} height={HEIGHT} fill="url(#timeline-fade-out)" />
    </>
  );
}

/** A bracket at each side that is an edge: it began then, it ended then. */
function brackets({ kind }: Mark, left: number, right: number, y: number): string {
  const [top, bottom] = [y - HEIGHT / 2 - 2, y + HEIGHT / 2 + 2];
  const open = `M ${left + 4} ${top} H ${left} V ${bottom} H ${left + 4}`;
  const close = `M ${right - 4} ${top} H ${right} V ${bottom} H ${right - 4}`;
  return [kind === 'ended' || kind === 'held' ? '' : open, kind === 'began' || kind === 'held' ? '' : close].join(' ');
}

function MarkShape({ mark, x, y }: { mark: Mark } & At) {
  const left = x(mark.first);
  const width = Math.max(THIN, x(mark.last) - left);
  const middle = left + width / 2;
  return (
    <>
      <Faded mark={mark} x={x} y={y} />
      <rect
        x={left}
        y={y - HEIGHT / 2}
        width={width}
        height={HEIGHT}
        rx={1.5}
        className="fill-accent"
        fillOpacity={mark.exact ? 1 : 0.3}
      />
      {mark.kind === 'held' ? (
        <circle cx={middle} cy={y} r={4} strokeWidth={1.5} className="fill-accent stroke-page" />
      ) : (
        <path
          d={brackets(mark, left - 1, left + width + 1, y)}
          fill="none"
          strokeWidth={1.5}
          className="stroke-accent"
        />
      )}
    </>
  );
}

/** From one moment to the next, and on beyond where nothing says that it ended. */
function lines({ marks, open }: Drawn, x: At['x'], y: number): string {
  const [first, last] = [marks[0]!, marks.at(-1)!];
  const [start, end] = [x(first.first), Math.max(x(last.last), x(last.first) + THIN)];
  return [
    marks.length > 1 ? `M ${x(first.last)} ${y} H ${x(last.first)}` : '',
    open.before ? `M ${start} ${y} H ${start - ARROW} m 5 -4 l -5 4 l 5 4` : '',
    open.after ? `M ${end} ${y} H ${end + ARROW} m -5 -4 l 5 4 l -5 4` : '',
  ].join(' ');
}

const shortened = (words: string, most: number) =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;

/** What is said of a claim on the timeline, to those who do not see it. */
export function laneWords({ claim, disagreements }: Lane): string {
  const against = disagreements.map(({ reason }) => ` Disagrees: ${reason}`);
  return `${claim.statement} ${sayPeriod(claim.structure.period)}.${against.join('')}`;
}

interface LaneShapeProps {
  lane: Lane;
  x: At['x'];
  labels: number;
  width: number;
  href: string;
  current: boolean;
  onFocus: () => void;
  onOpen: () => void;
}

/** One claim on the timeline. Only the current one takes the tab key; arrows go from one to the next. */
export function LaneShape({ lane, x, labels, width, href, current, onFocus, onOpen }: LaneShapeProps) {
  const { claim, drawn, top } = lane;
  const y = top + LANE / 2;
  return (
    <a
      href={href}
      data-lane={claim.id}
      tabIndex={current ? 0 : -1}
      aria-label={laneWords(lane)}
      className="group/lane outline-none"
      onFocus={onFocus}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen();
      }}
    >
      <title>{laneWords(lane)}</title>
      <rect
        data-screen-only
        x={2}
        y={top + 1}
        width={width - 4}
        height={LANE - 2}
        rx={4}
        strokeWidth={2}
        className="fill-transparent stroke-transparent group-hover/lane:fill-hover group-focus-visible/lane:stroke-accent"
      />
      <text x={INDENT} y={y + 4} className="fill-ink text-base">
        {shortened(claim.statement, Math.floor((labels - 50) / 6.4))}
      </text>
      <path d={lines(drawn, x, y)} fill="none" strokeWidth={1.5} className="stroke-accent" />
      {drawn.marks.map((mark, nth) => (
        <MarkShape key={nth} mark={mark} x={x} y={y} />
      ))}
    </a>
  );
}
