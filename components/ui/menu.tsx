'use client';
import type { ReactElement, ReactNode } from 'react';
import { late } from './late';
import { useLateTrigger, type Lent } from './use-late-trigger';

export interface MenuProps {
  /** One button. */
  trigger: ReactElement<Lent>;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  className?: string;
  /** `MenuItem`, `MenuLink`, `MenuChoice`, `MenuSeparator`. */
  children: ReactNode;
}

const popup = late(() => import('./menu-popup').then((file) => file.MenuPopup));

export function Menu({ trigger, ...rest }: MenuProps) {
  const { put, by, popup: Popup } = useLateTrigger(popup, 'menu');
  return (
    <>
      {put(trigger)}
      {Popup ? <Popup by={by} {...rest} /> : null}
    </>
  );
}
