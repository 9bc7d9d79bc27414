'use client';
import { useState } from 'react';
import type { Late } from './late';
import { useLate } from './use-late';
import { useTypedAhead } from './use-typed-ahead';

interface Asked {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  ready?: boolean;
}

/** The panel of a dialog once it was opened and has come. `waits`: it was opened, and is not there yet. */
export function useLateDialog<Panel>(piece: Late<Panel>, { open, onOpenChange, ready = true }: Asked) {
  const close = () => onOpenChange(false);
  const come = useLate(piece, open, close);
  const waits = open && !(come && ready);
  const [opened, setOpened] = useState(false);
  if (open && !opened) setOpened(true);
  useTypedAhead(waits, open, close);
  return { Panel: opened ? come : null, waits };
}
