'use client';
import { useEffect } from 'react';
import { late } from './late';
import { LatePart } from './late-part';

const popup = late(() => import('./tooltip-popup').then((file) => file.TooltipPopup));

const HINTED = '[data-hint]';
const isHinted = ({ target }: Event) => target instanceof Element && target.closest(HINTED) !== null;

/** Shows what `Tooltip` says of a button, one at a time. Mounted once, by `UiRoot`. */
export function Tooltips() {
  useEffect(() => {
    // A hint that cannot come is only a hint.
    const fetch = (event: Event) => isHinted(event) && void popup.fetch().catch(() => {});
    const moments = ['pointerover', 'focusin'] as const;
    moments.forEach((moment) => document.addEventListener(moment, fetch, { passive: true }));
    return () => moments.forEach((moment) => document.removeEventListener(moment, fetch));
  }, []);
  return <LatePart of={popup} with={{}} wanted={false} />;
}
