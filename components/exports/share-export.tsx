'use client';
import { Share } from '@/components/links/share';
import { useHere } from '@/components/members/use-here';
import type { MadeExport } from '@/lib/exports/export';

interface ShareExportProps {
  made: MadeExport;
  size?: 'small' | 'medium';
}

/** Shares an export by a link, for whoever may. */
export function ShareExport({ made, size = 'small' }: ShareExportProps) {
  const { may } = useHere(made.projectId);
  return may('link.make') === true ? <Share kind="export" id={made.id} name={made.fileName} size={size} /> : null;
}
