'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { Crumb } from './crumbs';
import { placeHref, placeOf } from './places';
import { useCrumbs } from './use-crumbs';

function Step({ crumb, last }: { crumb: Crumb; last: boolean }) {
  if (last || !crumb.href) {
    return (
      <span
        dir="auto"
        className={last ? 'truncate font-medium' : 'truncate text-muted'}
        aria-current={last ? 'page' : undefined}
      >
        {crumb.label}
      </span>
    );
  }
  return (
    <Link href={crumb.href} dir="auto" className="truncate rounded-sm text-muted hover:text-ink">
      {crumb.label}
    </Link>
  );
}

/** The path to this page: the section by its address, the rest as the page says through `Where`. */
export function WhereAmI({ projectId }: { projectId: string }) {
  const place = placeOf(projectId, usePathname());
  const said = useCrumbs();
  const section: Crumb[] = place ? [{ label: place.label, href: placeHref(projectId, place.path) }] : [];
  const steps = [...section, ...said];
  return (
    <nav aria-label="Where am I" className="min-w-0">
      <ol className="flex min-w-0 items-center">
        {steps.map((crumb, at) => (
          <li key={at} className={`flex min-w-0 items-center ${at < steps.length - 1 ? 'shrink-0 max-sm:hidden' : ''}`}>
            <Step crumb={crumb} last={at === steps.length - 1} />
            {at < steps.length - 1 ? (
              <span aria-hidden className="px-1.5 text-edge">
                /
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
