'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Count } from '@/components/ui/count';
import { placeHref, placeOf, type Place } from './places';

interface RailLinkProps {
  projectId: string;
  place: Place;
  /** 0 shows nothing. */
  count: number;
}

/** One row of the rail; closed, its icon with the name on hover. */
export function RailLink({ projectId, place, count }: RailLinkProps) {
  const { Icon, label, path } = place;
  const here = placeOf(projectId, usePathname()) === place;
  return (
    <Link
      href={placeHref(projectId, path)}
      aria-current={here ? 'page' : undefined}
      title={label}
      className="relative flex h-7 items-center gap-2.5 rounded-sm px-2 text-muted transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-press aria-[current]:font-semibold aria-[current]:text-ink rail-closed:justify-center rail-closed:px-0 pointer-coarse:h-11"
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 truncate rail-closed:sr-only">{label}</span>
      {count > 0 ? (
        <span className="rail-closed:absolute rail-closed:-top-0.5 rail-closed:right-0">
          <Count value={count} strong />
        </span>
      ) : null}
    </Link>
  );
}
