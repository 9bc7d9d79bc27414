import clsx from 'clsx';
import Link from 'next/link';
import type { Figure } from './figures';
import { fills } from './tones';

/** Figures under each other, each with its bar on one scale: each leads to its list. */
export function BarList({ figures, label }: { figures: readonly Figure[]; label: string }) {
  const most = Math.max(1, ...figures.map(({ n }) => n));
  return (
    <ul aria-label={label} className="flex flex-col">
      {figures.map(({ id, words, n, href, tone }) => (
        <li key={id}>
          <Link
            href={href}
            className={clsx(
              'grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 rounded-sm py-1 hover:bg-hover touch',
              n === 0 && 'text-faint',
            )}
          >
            <span className="min-w-8 text-lg font-semibold tabular-nums">{n.toLocaleString('en')}</span>
            <span className="flex min-w-0 flex-col gap-1">
              <span className="wrap-anywhere">{words}</span>
              <Bar share={n / most} tone={tone} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A bar as long as a share of its place. */
function Bar({ share, tone }: { share: number; tone: Figure['tone'] }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 2"
      preserveAspectRatio="none"
      className="h-1.5 w-full overflow-hidden rounded-full"
    >
      <rect width={100} height={2} className="fill-press forced-colors:fill-[Canvas]" />
      {share > 0 && (
        <rect
          width={Math.max(1, share * 100)}
          height={2}
          className={clsx(fills[tone], 'forced-colors:fill-[CanvasText]')}
        />
      )}
    </svg>
  );
}
