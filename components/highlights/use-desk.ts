'use client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Desk, DeskState } from './desk';
import type { Layer } from './layer';

/** The desk of the article that is open, and what lies on it. */
export interface DeskView {
  readonly desk: Desk;
  /** Everything over the text, in reading order. */
  readonly all: readonly Layer[];
  /** What the filters let through. */
  readonly shown: readonly Layer[];
  /** Tags whose words the shown version does not hold. */
  readonly lost: readonly Layer[];
  /** The highlights are here, the first of them at least. */
  readonly isRead: boolean;
}

/** The desk alone: the same for as long as the article is open, so that who wants no more does not render with every highlight. */
export const DeskContext = createContext<Desk | null>(null);
export const DeskViewContext = createContext<DeskView | null>(null);

export function useDeskView(): DeskView {
  const view = useContext(DeskViewContext);
  if (!view) throw new Error('useDeskView: not within a reader.');
  return view;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk: not within a reader.');
  return desk;
}

/** A part of the desk's state; the component renders again when that part is another. */
export function useDeskState<P>(part: (state: DeskState) => P): P {
  const { store } = useDesk();
  return useSyncExternalStore(
    store.subscribe,
    () => part(store.get()),
    () => part(store.get()),
  );
}
