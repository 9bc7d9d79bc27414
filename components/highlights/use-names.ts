'use client';
import { useMemo } from 'react';
import { useRead } from '@/components/live/use-read';
import { indexStatements } from '@/lib/claims/similar';
import { indexNames } from '@/lib/entities/matching';
import { typesOf } from './choices';

/** The project's entities, ready to be matched against words, with what is said of pairs of them. */
export function useNames(projectId: string) {
  const { data, isPending } = useRead('listEntityNames', { projectId });
  const { data: said } = useRead('listDistinctions', { projectId }, { kind: 'entity' });
  const names = useMemo(() => {
    const entities = data?.items ?? [];
    return { entities, index: indexNames(entities), types: typesOf(entities), isPending };
  }, [data, isPending]);
  return { ...names, told: said?.items ?? [] };
}

/** The project's claims, ready to be compared with a sentence. */
export function useStatements(projectId: string) {
  const { data, isPending } = useRead('listClaimStatements', { projectId });
  return useMemo(() => {
    const claims = data?.items ?? [];
    return { claims, index: indexStatements(claims), isPending };
  }, [data, isPending]);
}
