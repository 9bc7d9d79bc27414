'use client';
import { useEffect } from 'react';
import { useDesk } from './use-desk';

/** Gives the focus back to the text when the calling part goes and nothing else has taken it: keys go on there. */
export function useBackToText(): void {
  const desk = useDesk();
  useEffect(
    () => () => {
      if (document.activeElement === document.body) desk.pane?.words.host.focus({ preventScroll: true });
    },
    [desk],
  );
}
