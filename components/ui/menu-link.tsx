'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useMenuParts } from './use-menu-parts';

interface MenuLinkProps {
  href: string;
  icon?: ReactNode;
  current?: boolean;
  children: ReactNode;
}

/** A menu row that goes somewhere. */
export function MenuLink({ href, icon, current, children }: MenuLinkProps) {
  const Base = useMenuParts();
  return (
    <Base.LinkItem
      render={<Link href={href} />}
      closeOnClick
      aria-current={current ? 'true' : undefined}
      className="option aria-current:font-semibold"
    >
      {icon ? <span className="text-muted">{icon}</span> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Base.LinkItem>
  );
}
