'use client';
import { useSyncExternalStore } from 'react';
import { subscribeTour, tourAt, type TourAt } from './tour-state';

/** Where this person is in the tour; `left` on the server, which does not know. */
export const useTour = (userId: string): TourAt =>
  useSyncExternalStore(
    subscribeTour,
    () => tourAt(userId),
    () => 'left',
  );
