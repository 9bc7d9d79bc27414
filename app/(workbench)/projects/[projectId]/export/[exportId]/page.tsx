import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ExportPage } from '@/components/exports/export-page';
import { Hydrate } from '@/components/live/hydrate';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';
import { findExport } from '@/lib/exports/queries/exports';

type Props = { params: Promise<{ projectId: string; exportId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exportId } = await idsOf(params);
  const { fileName } = await readPage((ctx) => findExport(ctx, exportId));
  return { title: fileName };
}

export default async function OneExportPage({ params }: Props) {
  const { projectId, exportId: id } = await idsOf(params);
  const made = await readPage((ctx) => findExport(ctx, id));
  if (made.projectId !== projectId) notFound();
  return (
    <Hydrate answers={[[keyOf('findExport', { id }), made]]}>
      <ExportPage projectId={projectId} exportId={id} />
    </Hydrate>
  );
}
