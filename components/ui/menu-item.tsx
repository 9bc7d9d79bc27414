'use client';
import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';

interface MenuItemProps {
  onClick: () => void;
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem({ onClick, icon, shortcut, danger, disabled, children }: MenuItemProps) {
  return (
    <Base.Item onClick={onClick} disabled={disabled} className={clsx('option', danger && 'text-bad')}>
      {icon ? <span className="text-muted">{icon}</span> : null}
      <span className="flex-1">{children}</span>
      {shortcut ? <Kbd keys={shortcut} /> : null}
    </Base.Item>
  );
}
