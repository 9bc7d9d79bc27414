'use client';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import type { Entity } from '@/lib/entities/entity';
import { GradeLines } from './grade-lines';
import { ThingGrade } from './thing-grade';

/** How reliable an entity is as a source: what each analyst gave, side by side. Nothing of what speaks nowhere. */
export function SpeakerGrade({ entity }: { entity: Pick<Entity, 'id' | 'projectId' | 'type' | 'name'> }) {
  const { id, projectId, type, name } = entity;
  const { grades: on } = useHere(projectId);
  const { data } = useRead('listEntityGrades', { id }, {}, { enabled: on });
  if (!on || !data || !(data.speaks || type === 'unnamed-source')) return null;
  return (
    <section aria-labelledby="as-a-source" className="flex flex-col gap-2">
      <h2 id="as-a-source" className="flex items-center gap-2 text-lg font-semibold">
        As a source
        <ThingGrade projectId={projectId} type="entity" id={id} title={`Reliability of ${name}`} grades={data} />
      </h2>
      {data.settled || data.mine || data.others.length + data.hidden + data.earlier.length > 0 ? (
        <GradeLines grades={data} />
      ) : (
        <p className="text-muted">Nobody has graded how reliable it is. Until then the publisher’s letter holds.</p>
      )}
    </section>
  );
}
