'use client';
import { useRead } from '@/components/live/use-read';
import { hatchingSheet } from '@/components/ui/entity-look';

/** Gives each type that the project added its hatching, wherever on the page it is drawn. */
export function TypeHatchings({ projectId }: { projectId: string }) {
  const { data } = useRead('listEntityTypes', { projectId });
  return data && data.items.length > 0 ? <style>{hatchingSheet(data.items)}</style> : null;
}
