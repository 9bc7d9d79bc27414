'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Autosave } from '@/components/live/autosave';
import { useForget } from '@/components/live/use-forget';
import { api, get, keyOf, type AnswerOf } from '@/lib/api/client';
import type { Assessment } from '@/lib/claims/claim';
import { bodyOf, judgmentOf, noJudgment, type Judgment } from './judgment';

/** One's own judgment of a claim, saved as it is stated. `mine` is what the server holds of it. */
export function useJudgment(claimId: string, userId: string, mine: Assessment | null) {
  const client = useQueryClient();
  const forget = useForget();
  const [save] = useState(() => {
    const params = { id: claimId };
    const key = keyOf('listAssessments', params);
    return new Autosave<Judgment, Assessment>(noJudgment, mine, {
      send: (judgment, version) =>
        api('assessClaim', {
          params,
          body: bodyOf(judgment)!,
          ...(version === null ? {} : { ifMatch: version }),
        }),
      current: async () =>
        (await get('listAssessments', params)).items.find(({ analyst }) => analyst.id === userId) ?? null,
      valueOf: judgmentOf,
      ready: (judgment) => bodyOf(judgment) !== null,
      onSaved(saved) {
        client.setQueryData<AnswerOf<'listAssessments'>>(key, (list) => {
          if (!list) return list;
          const others = list.items.filter(({ id }) => id !== saved.id);
          const at = list.items.findIndex(({ id }) => id === saved.id);
          return { ...list, items: others.toSpliced(at === -1 ? others.length : at, 0, saved) };
        });
        forget('listHistory', 'listClaims');
      },
    });
  });
  useEffect(() => {
    if (mine) save.adopt(mine);
  }, [save, mine]);
  // What was typed and not sent yet goes out when the page is left.
  useEffect(() => {
    const leave = () => void save.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);
  return { save, now: useSyncExternalStore(save.subscribe, save.get, save.get) };
}
