'use client';
import { useMemo } from 'react';
import { useRead } from '@/components/live/use-read';
import { colleaguesOn, takenBefore } from './holds';

/** What colleagues are on just now, kept in step by the event stream. */
export function useColleagues(projectId: string, myId: string) {
  const { data } = useRead('listHolds', { projectId });
  return useMemo(() => ({ on: colleaguesOn(data, myId), taken: takenBefore(data, myId) }), [data, myId]);
}
