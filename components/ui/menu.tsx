'use client';
import { late } from './late';
import type { MenuProps } from './popup-props';
import { useLateTrigger } from './use-late-trigger';

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
