'use client';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';
import { useMenuParts } from './use-menu-parts';

interface MenuItemProps {
  onClick: () => void;
  icon?: ReactNode;
  shortcut?: string;
  command?: string;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem({ onClick, icon, shortcut, command, danger, disabled, children }: MenuItemProps) {
  const Base = useMenuParts();
  return (
    <Base.Item onClick={onClick} disabled={disabled} className={clsx('option', danger && 'text-bad')}>
      {icon ? <span className="text-muted">{icon}</span> : null}
      <span className="flex-1">{children}</span>
      {shortcut ? <Kbd keys={shortcut} command={command} /> : null}
    </Base.Item>
  );
}
