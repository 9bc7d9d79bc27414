import type { Metadata } from 'next';
import { EntityFilters } from '@/components/entities/entity-filters';
import { EntityTable } from '@/components/entities/entity-table';
import { NewEntity } from '@/components/entities/new-entity';
import { RefusedNames } from '@/components/entities/refused-names';
import { ButtonLink } from '@/components/ui/button-link';
import { Page } from '@/components/frame/page';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Entities' };

export default async function EntitiesPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page
      title="Entities"
      width="flush"
      actions={
        <>
          <ButtonLink href={`/projects/${projectId}/entities/same`}>Same or not</ButtonLink>
          <NewEntity projectId={projectId} />
        </>
      }
      toolbar={<EntityFilters projectId={projectId} />}
    >
      <EntityTable projectId={projectId} />
      <div className="max-w-2xl px-4 py-6 empty:hidden md:px-6">
        <RefusedNames projectId={projectId} entityId={null} />
      </div>
    </Page>
  );
}
