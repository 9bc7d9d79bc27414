import clsx from 'clsx';
import Link from 'next/link';
import type { Figure } from './figures';
import { fills, outline } from './tones';

const GAP = 0.4; // hundredths of the width between two parts

/** All of them with a link to their list; their parts as one bar, and below it each part in words with its number: a link to the list of exactly those. */
export function StateBar({ figures, href }: { figures: readonly Figure[]; href: string }) {
  const total = figures.reduce((sum, { n }) => sum + n, 0);
  const there = figures.filter(({ n }) => n > 0);
  const ends = there.map((_, at) => there.slice(0, at).reduce((sum, { n }) => sum + n, 0));
  return (
    <div className="flex flex-col gap-2">
      <Link href={href} className="self-start rounded-sm text-muted hover:underline">
        <span className="text-2xl font-semibold text-ink tabular-nums">{total.toLocaleString('en')}</span> in all
      </Link>
      <svg aria-hidden viewBox="0 0 100 3" preserveAspectRatio="none" className="h-3 w-full overflow-hidden rounded-sm">
        {total === 0 && <rect width={100} height={3} className={clsx(fills.none, outline)} />}
        {there.map(({ id, n, tone }, at) => (
          <rect
            key={id}
            x={(ends[at]! / total) * 100}
            width={Math.max(0.6, (n / total) * 100 - (at < there.length - 1 ? GAP : 0))}
            height={3}
            vectorEffect="non-scaling-stroke"
            className={clsx(fills[tone], outline)}
          />
        ))}
      </svg>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
        {figures.map((figure) => (
          <li key={figure.id}>
            <FigureLink figure={figure} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A figure with its colour and its words, leading to its list. */
function FigureLink({ figure: { words, n, href, tone } }: { figure: Figure }) {
  return (
    <Link
      href={href}
      className={clsx(
        'inline-flex min-h-6 items-center gap-1.5 rounded-sm hover:underline touch',
        n === 0 && 'text-faint',
      )}
    >
      <svg aria-hidden viewBox="0 0 8 8" className="size-2 shrink-0">
        <rect width={8} height={8} rx={1.5} className={clsx(n === 0 ? fills.none : fills[tone], outline)} />
      </svg>
      <span className="font-semibold tabular-nums">{n.toLocaleString('en')}</span> {words}
    </Link>
  );
}
