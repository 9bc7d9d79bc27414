'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keepUnsentWords, unsentWords, type Field } from '@/components/highlights/unsent-words';
import { useRead } from '@/components/live/use-read';
import { textOf, type Doc } from '@/lib/threads/body';
import { isBlank } from './document';
import { allKept, isGone, keep, keptFrom, onKept, type Kept, type Place } from './kept-drafts';
import { forgetOnServer } from './use-draft';

/** Words that were written about something and not sent. */
export interface Begun {
  /** A thread or a comment, or the thing itself. */
  placeId: string;
  text: string;
  /** When they changed last, in ms; null where that is not known. */
  at: number | null;
  forget: () => void;
}

/** The place of what was typed into a form: it has no field on a page that stands. */
const FORM = 'form';
const belongs = (id: string, kept: Kept, about: string) => id === about || kept.about.includes(about);
const wordsOf = ({ doc }: Kept) => (isBlank(doc) ? '' : textOf(doc as Doc).trim());

/** What one wrote about a thing and did not send, here or on another device, in a thread or in a form, wherever on its page that was. */
export function useBegun(projectId: string, about: string): Begun[] {
  const queries = useQueryClient();
  const userId = useRead('findMe', {}).data?.id;
  const drafts = useRead('listDrafts', {}, { projectId }).data?.items ?? [];
  const [here, setHere] = useState<ReturnType<typeof allKept>>([]);
  const [edited, setEdited] = useState<string | null>(null);
  const field: Field | null = userId === undefined ? null : { what: 'edit', userId, id: about };
  useEffect(() => {
    const look = () => {
      setHere(allKept());
      setEdited(userId === undefined ? null : unsentWords({ what: 'edit', userId, id: about }));
    };
    look();
    return onKept(look);
  }, [userId, about]);
  const local = here.filter(({ place }) => place.userId === userId && place.projectId === projectId);
  const known = new Set(local.map(({ slot }) => slot));
  const elsewhere = drafts.flatMap((draft) => {
    const kept = keptFrom(draft.body);
    if (!kept || !userId || known.has(draft.slot) || isGone(draft.slot)) return [];
    return [{ place: { userId, projectId, id: draft.targetId }, slot: draft.slot, kept }];
  });
  const forget = (place: Place, slot: string) => {
    keep(place, slot, null);
    void forgetOnServer(queries, place, slot).catch(() => {});
  };
  const said = [...local, ...elsewhere]
    .filter(({ place, kept }) => belongs(place.id, kept, about))
    .map(({ place, slot, kept }) => ({
      ...{ placeId: place.id, text: wordsOf(kept), at: kept.at },
      forget: () => forget(place, slot),
    }));
  const form = field && { placeId: FORM, text: edited ?? '', at: null, forget: () => letGo(field) };
  function letGo(one: Field) {
    keepUnsentWords(one, null);
    setEdited(null);
  }
  return [...said, ...(form ? [form] : [])].filter(({ text }) => text !== '');
}
