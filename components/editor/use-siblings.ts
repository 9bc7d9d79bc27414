'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { textOf, type Doc } from '@/lib/threads/body';
import { isBlank } from './document';
import { isGone, keep, keptAt, keptFrom, onKept, type InSlot, type Place } from './kept-drafts';
import { slotsInUse } from './open-draft';
import { forgetOnServer } from './use-draft';

/** Words written at the same place and not sent: in another tab that is open, or left behind here or on another device. */
export interface Sibling extends InSlot {
  where: 'open-tab' | 'left-here' | 'other-device';
  text: string;
}

function wordsOf(doc: unknown): string {
  try {
    return textOf(doc as Doc).trim();
  } catch {
    return '';
  }
}

/** What else was written at this place, and the way to forget one of them. */
export function useSiblings(place: Place, slot: string): { siblings: Sibling[]; forget: (slot: string) => void } {
  const queries = useQueryClient();
  const [local, setLocal] = useState<(InSlot & { inUse: boolean })[]>([]);
  const { userId, projectId, id } = place;
  useEffect(() => {
    let left = false;
    const look = () =>
      void slotsInUse().then((used) => {
        const others = keptAt({ userId, id }).filter((one) => one.slot !== slot);
        if (!left) setLocal(others.map((one) => ({ ...one, inUse: used.has(one.slot) })));
      });
    look();
    const unfollow = onKept(look);
    return () => {
      left = true;
      unfollow();
    };
  }, [userId, id, slot]);
  const onServer = useRead('listDrafts', {}, { projectId }).data?.items ?? [];
  const known = new Set([slot, ...local.map((one) => one.slot)]);
  const elsewhere = onServer.flatMap((draft): (InSlot & { where: Sibling['where'] })[] => {
    const kept = keptFrom(draft.body);
    if (draft.targetId !== id || known.has(draft.slot) || isGone(draft.slot) || !kept) return [];
    return [{ slot: draft.slot, kept: { ...kept, at: Date.parse(draft.updatedAt) }, where: 'other-device' }];
  });
  const here = local.map(({ inUse, ...one }) => ({
    ...one,
    where: inUse ? ('open-tab' as const) : ('left-here' as const),
  }));
  const siblings = [...here, ...elsewhere]
    .filter(({ kept }) => !isBlank(kept.doc))
    .map((one) => ({ ...one, text: wordsOf(one.kept.doc) }));
  const forget = (gone: string) => {
    keep(place, gone, null);
    void forgetOnServer(queries, place, gone).catch(() => {});
  };
  return { siblings, forget };
}
