import Link from 'next/link';
import { EntityMark } from '@/components/ui/entity-mark';
import type { EntityRef } from '@/lib/entities/entity';

/** An entity by its letter and name, leading to its page. */
export function EntityLink({ projectId, entity }: { projectId: string; entity: EntityRef }) {
  return (
    <Link
      href={`/projects/${projectId}/entities/${entity.id}`}
      className="rounded-sm font-medium underline decoration-line underline-offset-2 wrap-anywhere hover:decoration-edge"
    >
      <span className="mr-1 inline-block">
        <EntityMark type={entity.type} />
      </span>
      {entity.name}
    </Link>
  );
}
