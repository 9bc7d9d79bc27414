'use client';
import { useMemo, useSyncExternalStore } from 'react';
import type { Presence } from '@/lib/activity/presence';
import { NOBODY, readHere, subscribeHere } from './here';
import { useRead } from './use-read';

export interface Colleague {
  id: string;
  name: string;
  /** Where they read, while that is known: an offset in this text. */
  place: { textVersion: number; at: number } | null;
}

const placeOf = ({ textVersion, at }: Presence): Colleague['place'] =>
  textVersion === null || at === null ? null : { textVersion, at };

/** The others who are at this article or claim just now, by name. */
export function useColleagues(projectId: string, subjectId: string): readonly Colleague[] {
  const people = useSyncExternalStore(subscribeHere, readHere, () => NOBODY);
  const me = useRead('findMe', {}).data?.id;
  const others = useMemo(
    () => people.filter((one) => one.userId !== me && (one.articleId ?? one.claimId) === subjectId),
    [people, me, subjectId],
  );
  const members = useRead('listMembers', { projectId }, {}, { enabled: others.length > 0 }).data?.items;
  return useMemo(() => {
    const names = new Map(members?.map(({ userId, name }) => [userId, name]));
    // Whoever is no member any more is on their way out.
    const named = others.flatMap((one): Colleague[] => {
      const name = names.get(one.userId);
      return name === undefined || me === undefined ? [] : [{ id: one.userId, name, place: placeOf(one) }];
    });
    return named.sort((a, b) => a.name.localeCompare(b.name));
  }, [others, members, me]);
}
