'use client';
import { Share } from '@/components/links/share';
import { useHere } from '@/components/members/use-here';
import type { MadeExport } from '@/lib/exports/export';

/** Shares an export by a link, for whoever may. */
export function ShareExport({ made }: { made: MadeExport }) {
  const { may } = useHere(made.projectId);
  return may('link.make') === true ? <Share kind="export" id={made.id} name={made.fileName} /> : null;
}
