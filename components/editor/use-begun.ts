'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { textOf, type Doc } from '@/lib/threads/body';
import { isBlank } from './document';
import { allKept, isGone, keep, keptFrom, onKept, type Kept, type Place } from './kept-drafts';
import { forgetOnServer } from './use-draft';

/** Words that were written about something and not sent. */
export interface Begun {
  place: Place;
  slot: string;
  text: string;
  /** When they changed last, in ms. */
  at: number;
}

const belongs = (id: string, kept: Kept, about: string) => id === about || kept.about.includes(about);
const wordsOf = ({ doc }: Kept) => (isBlank(doc) ? '' : textOf(doc as Doc).trim());

/** What one wrote about a thing and did not send, here or on another device, wherever on its page that was; and the way to forget it. */
export function useBegun(projectId: string, about: string): { begun: Begun[]; forget: (one: Begun) => void } {
  const queries = useQueryClient();
  const userId = useRead('findMe', {}).data?.id;
  const drafts = useRead('listDrafts', {}, { projectId }).data?.items ?? [];
  const [here, setHere] = useState<ReturnType<typeof allKept>>([]);
  useEffect(() => {
    const look = () => setHere(allKept());
    look();
    return onKept(look);
  }, []);
  const local = here.filter(({ place }) => place.userId === userId && place.projectId === projectId);
  const known = new Set(local.map(({ slot }) => slot));
  const elsewhere = drafts.flatMap((draft) => {
    const kept = keptFrom(draft.body);
    if (!kept || !userId || known.has(draft.slot) || isGone(draft.slot)) return [];
    return [{ place: { userId, projectId, id: draft.targetId }, slot: draft.slot, kept }];
  });
  const begun = [...local, ...elsewhere]
    .filter(({ place, kept }) => belongs(place.id, kept, about))
    .map(({ place, slot, kept }) => ({ place, slot, text: wordsOf(kept), at: kept.at }))
    .filter(({ text }) => text !== '');
  function forget({ place, slot }: Begun) {
    keep(place, slot, null);
    void forgetOnServer(queries, place, slot).catch(() => {});
  }
  return { begun, forget };
}
