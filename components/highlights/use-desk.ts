'use client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Desk, DeskState, Lying } from './desk';

/** The desk of the article that is open, and what lies on it: as it was when its marks were painted. What must not wait asks `useLying`. */
export interface DeskView extends Lying {
  readonly desk: Desk;
}

/** The desk alone: the same for as long as the article is open, so that who wants no more does not render with every highlight. */
export const DeskContext = createContext<Desk | null>(null);
export const DeskViewContext = createContext<DeskView | null>(null);
/** Apart from the desk, which outlives a correction of it. */
export const LanguageContext = createContext<string | null>(null);

/** The language of the article that is open, for `lang` where its words are quoted; blank where nobody said it. */
export const useLanguage = (): string => useContext(LanguageContext) ?? '';

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

/** A part of what lies on the desk at this moment; the component renders again when that part is another. */
export function useLying<P>(part: (lying: Lying) => P): P {
  const { lying } = useDesk();
  return useSyncExternalStore(
    lying.subscribe,
    () => part(lying.get()),
    () => part(lying.get()),
  );
}
