'use client';
import { useSyncExternalStore } from 'react';
import { NO_CRUMBS, readCrumbs, subscribeCrumbs, type Crumb } from './crumbs';

/** What the page has said about where it is, after the section. */
export function useCrumbs(): readonly Crumb[] {
  return useSyncExternalStore(subscribeCrumbs, readCrumbs, () => NO_CRUMBS);
}
