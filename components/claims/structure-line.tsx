import { EntityLink } from '@/components/entities/entity-link';
import type { Claim } from '@/lib/claims/claim';
import { sayPeriod } from '@/lib/claims/period';
import { sayValue } from '@/lib/claims/value';

/** What a claim says, taken apart: subject, predicate, object or value, when, where. Nothing when it was not taken apart. */
export function StructureLine({ projectId, structure }: { projectId: string; structure: Claim['structure'] }) {
  const { subject, predicate, object, value, reading, place } = structure;
  const period = sayPeriod(structure.period);
  if (!subject && !predicate && !object && !value && !period && !place) return null;
  return (
    <div className="flex flex-col gap-1 text-md text-muted">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 empty:hidden">
        {subject && <EntityLink projectId={projectId} entity={subject} />}
        {predicate && <span className="wrap-anywhere">{predicate}</span>}
        {object ? (
          <EntityLink projectId={projectId} entity={object} />
        ) : (
          value && <span className="font-medium text-ink wrap-anywhere">{sayValue(value, reading)}</span>
        )}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 empty:hidden">
        {period && <span className="wrap-anywhere">{period}</span>}
        {place && (
          <span>
            in <EntityLink projectId={projectId} entity={place} />
          </span>
        )}
      </p>
    </div>
  );
}
