'use client';
import { useEffect } from 'react';
import { useRead } from '@/components/live/use-read';
import { useDesk } from './use-desk';

/** Reads what is said on the words of the article, and puts it on the desk. */
export function ReadSaid() {
  const { store, place } = useDesk();
  const { data } = useRead('listDiscussed', { id: place.articleId });
  useEffect(() => {
    if (data) store.set({ said: new Map(data.items.map((one) => [one.id, one])) });
  }, [data, store]);
  return null;
}
