'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { MeMenu } from '@/components/frame/me-menu';
import { setPaletteOpen } from '@/components/frame/palette-signal';
import { Palette } from '@/components/search/palette';
import { useKeys } from '@/components/ui/use-keys';
import type { Me } from '@/lib/accounts/account';
import { roles } from '@/lib/members/role';
import { leave } from './leave';

const links = [
  { href: '/projects', label: 'Projects' },
  { href: '/account', label: 'Account' },
] as const;

interface OuterFrameProps {
  me: Me;
  here: (typeof links)[number]['href'];
  children: ReactNode;
}

/** Around the pages that are in no project. */
export function OuterFrame({ me, here, children }: OuterFrameProps) {
  const highest = roles.findLast((role) => me.memberships.some((one) => one.role === role)) ?? 'viewer';
  useKeys('Everywhere', [
    { id: 'search.open', key: 'mod+k', label: 'Go to a project', run: () => setPaletteOpen(true) },
  ]);
  return (
    <div className="flex flex-1 flex-col">
      <header
        data-frame-part
        className="sticky top-0 z-20 flex h-(--bar-height) shrink-0 items-center gap-4 border-b border-line bg-page px-4 md:px-6"
      >
        <Link href="/" className="rounded-sm font-semibold max-sm:sr-only">
          Claimbench
        </Link>
        <nav aria-label="Outside projects" className="flex items-center gap-1">
          {links.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              aria-current={href === here ? 'page' : undefined}
              className="flex h-7 touch items-center rounded-sm px-2 text-muted hover:bg-hover hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
            >
              {label}
            </Link>
          ))}
        </nav>
        <span className="ml-auto">
          <MeMenu me={{ ...me, role: highest }} onSignOut={(where) => void leave(where)} />
        </span>
      </header>
      <main id="main" className="flex flex-1 flex-col pb-12">
        {children}
      </main>
      <Palette projectId={null} />
    </div>
  );
}
