'use client';
import { CancelledError, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useRead } from '@/components/live/use-read';
import { get, keyOf } from '@/lib/api/client';
import { indexStatements } from '@/lib/claims/similar';
import { indexNames, type NamedEntity } from '@/lib/entities/matching';
import { typesOf } from './choices';

/** What stands in the place of a choice until it is known what there is to choose from: nobody makes a second one of what is known. */
const sayUnread = (what: string, { data, error }: { data: unknown; error: unknown }): string | null => {
  if (data !== undefined) return null;
  return error ? `The project’s ${what} could not be read.` : `The project’s ${what} are being read.`;
};

/** The project's entities, ready to be matched against words, with what is said of pairs of them. `unread` says why there are none yet. */
export function useNames(projectId: string) {
  const { data, error } = useRead('listEntityNames', { projectId });
  const { data: said } = useRead('listDistinctions', { projectId }, { kind: 'entity' });
  const names = useMemo(() => {
    const entities = data?.items ?? [];
    return { entities, index: indexNames(entities), types: typesOf(entities) };
  }, [data]);
  return { ...names, told: said?.items ?? [], unread: sayUnread('entities', { data, error }) };
}

/** Waits for the project's entities; none where they cannot be read. */
export function useNamesRead(projectId: string): () => Promise<readonly NamedEntity[]> {
  const client = useQueryClient();
  return async function read(): Promise<readonly NamedEntity[]> {
    const queryFn = () => get('listEntityNames', { projectId });
    try {
      return (await client.ensureQueryData({ queryKey: keyOf('listEntityNames', { projectId }), queryFn })).items;
    } catch (error) {
      // One that somebody made meanwhile has the others read anew.
      return error instanceof CancelledError ? read() : [];
    }
  };
}

/** The project's claims, ready to be compared with a sentence. `unread` says why there are none yet. */
export function useStatements(projectId: string) {
  const { data, error } = useRead('listClaimStatements', { projectId });
  const statements = useMemo(() => {
    const claims = data?.items ?? [];
    return { claims, index: indexStatements(claims) };
  }, [data]);
  return { ...statements, unread: sayUnread('claims', { data, error }) };
}
