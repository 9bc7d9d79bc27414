'use client';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, keyOf, type AnswerOf } from '@/lib/api/client';
import type { Ports } from './draft';
import { keep, noteGone, type Kept, type Place } from './kept-drafts';
import { leaveDraft, openDraft, type Opened } from './open-draft';

/** Lets the server forget a draft. Until it has, and from now on, it is offered nowhere in this browser. */
export async function forgetOnServer(queries: QueryClient, place: Place, slot: string): Promise<void> {
  noteGone(slot, true);
  await api('discardDraft', { params: { id: place.id }, body: { slot }, key: null });
  queries.setQueryData<AnswerOf<'listDrafts'>>(
    keyOf('listDrafts', {}, { projectId: place.projectId }),
    (now) => now && { ...now, items: now.items.filter((draft) => draft.slot !== slot) },
  );
  noteGone(slot, false);
}

/** Keeps a draft on the server, unless it is known there that these words are no draft any more. */
export async function keepOnServer(place: Place, slot: string, kept: Kept): Promise<{ gone: boolean }> {
  const { projectId, id } = place;
  const body = { projectId, slot, seq: kept.seq, body: JSON.stringify(kept) };
  const { gone } = await api('saveDraft', { params: { id }, body, key: null });
  noteGone(slot, false);
  return { gone };
}

/**
 * The draft of a place in this tab; null until it is known which of the kept words are this tab's. `send` sends them; what
 * it throws is looked at: refused for good, or to be tried again.
 */
export function useDraft(place: Place, initial: unknown, send: Ports['send'], base: number | null = null) {
  const queries = useQueryClient();
  const [open, setOpen] = useState<Opened | null>(null);
  const latest = useRef({ send, initial, base });
  useEffect(() => {
    latest.current = { send, initial, base };
  });
  const { userId, projectId, id } = place;
  const about = place.about?.join(' ') ?? '';
  useEffect(() => {
    const here: Place = { userId, projectId, id };
    const portsFor = (slot: string): Ports => ({
      projectId,
      about: about.split(' ').filter(Boolean),
      keep: (kept) => keep(here, slot, kept),
      save: (kept) => keepOnServer(here, slot, kept),
      discard: () => forgetOnServer(queries, here, slot),
      send: (said, key, from) => latest.current.send(said, key, from),
    });
    let mine: Opened | null = null;
    let left = false;
    void openDraft(here, latest.current.initial, portsFor, latest.current.base).then((got) => {
      if (left) return leaveDraft(got);
      got.draft.ports = portsFor(got.slot);
      mine = got;
      setOpen(got);
    });
    const wake = () => mine?.draft.wake();
    const hide = () => void (document.visibilityState === 'hidden' ? mine?.draft.flush() : wake());
    window.addEventListener('online', wake);
    window.addEventListener('focus', wake);
    document.addEventListener('visibilitychange', hide);
    return () => {
      left = true;
      window.removeEventListener('online', wake);
      window.removeEventListener('focus', wake);
      document.removeEventListener('visibilitychange', hide);
      if (mine) leaveDraft(mine);
    };
  }, [queries, userId, projectId, id, about]);
  return open;
}
