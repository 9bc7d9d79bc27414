import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { EntityPage } from '@/components/entities/entity-page';
import { ALL_MENTIONS } from '@/components/entities/spellings';
import { firstPage } from '@/components/live/first-page';
import { Hydrate } from '@/components/live/hydrate';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';
import { readEntity } from '@/lib/entities/queries';
import { listMentions } from '@/lib/highlights/queries';

type Props = { params: Promise<{ projectId: string; entityId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { entityId } = await idsOf(params);
  const { name } = await readPage((ctx) => readEntity(ctx, entityId));
  return { title: name };
}

export default async function OneEntityPage({ params }: Props) {
  const { projectId, entityId: id } = await idsOf(params);
  const { entity, mentions } = await readPage(async (ctx) => ({
    entity: await readEntity(ctx, id),
    mentions: await listMentions(ctx, id, { limit: ALL_MENTIONS }),
  }));
  if (entity.projectId !== projectId) notFound();
  if (entity.mergedInto) redirect(`/projects/${projectId}/entities/${entity.mergedInto}`);
  return (
    <Hydrate
      answers={[
        [keyOf('findEntity', { id }), entity],
        firstPage(keyOf('listMentions', { id }, { limit: ALL_MENTIONS }), mentions),
      ]}
    >
      <EntityPage projectId={projectId} entityId={id} />
    </Hydrate>
  );
}
