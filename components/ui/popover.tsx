'use client';
import { late } from './late';
import type { PopoverProps } from './popup-props';
import { useLateTrigger } from './use-late-trigger';

const popup = late(() => import('./popover-popup').then((file) => file.PopoverPopup));

/** A small panel at its button: filters, details, who is here. */
export function Popover({ trigger, ...rest }: PopoverProps) {
  const { put, by, popup: Popup } = useLateTrigger(popup, 'dialog', rest.open);
  return (
    <>
      {put(trigger)}
      {Popup ? <Popup by={by} {...rest} /> : null}
    </>
  );
}
