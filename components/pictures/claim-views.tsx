'use client';
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';

const VIEWS = [
  ['', 'List'],
  ['/timeline', 'Timeline'],
  ['/graph', 'Graph'],
] as const;

/** The claims as a list or as a picture; the filters in the address go along. */
export function ClaimViews({ projectId }: { projectId: string }) {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const base = `/projects/${projectId}/claims`;
  return (
    <nav aria-label="Claims as" className="inline-flex rounded-sm border border-edge/45 bg-paper p-px">
      {VIEWS.map(([path, words]) => {
        const here = pathname === `${base}${path}`;
        return (
          <Link
            key={path}
            href={`${base}${path}${search ? `?${search}` : ''}`}
            aria-current={here ? 'page' : undefined}
            className={clsx(
              'inline-flex h-6 touch items-center rounded-sm px-2 text-sm',
              here ? 'bg-accent-soft font-medium text-accent forced-colors:outline-2' : 'text-muted hover:text-ink',
            )}
          >
            {words}
          </Link>
        );
      })}
    </nav>
  );
}
