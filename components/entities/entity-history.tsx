'use client';
import { SubjectHistory } from '@/components/activity/subject-history';
import { useRead } from '@/components/live/use-read';
import { ChangedWords } from '@/components/ui/changed-words';
import { Time } from '@/components/ui/time';
import type { Entity } from '@/lib/entities/entity';
import { changesOf, type Change } from './entity-changes';

/** What each change took the place of, word by word, and what happened to the entity. */
export function EntityHistory({ entity }: { entity: Entity }) {
  const versions = useRead('listEntityVersions', { id: entity.id });
  const told = changesOf(entity, versions.data?.items ?? []);
  return (
    <SubjectHistory projectId={entity.projectId} subjectId={entity.id} versions={versions}>
      {told.length > 0 && (
        <ol aria-label="What was changed" className="flex flex-col">
          {told.map(({ version, changes }) => (
            <li key={version.id} className="flex flex-col gap-1 border-b border-line py-2">
              <p className="text-muted">
                Changed by {version.replacedBy.name}, <Time at={version.replacedAt} />
              </p>
              {changes.map((change) => (
                <Changed key={change.label} change={change} />
              ))}
            </li>
          ))}
        </ol>
      )}
    </SubjectHistory>
  );
}

const Changed = ({ change: { label, before, after } }: { change: Change }) => (
  <p dir="auto" className="wrap-anywhere">
    <span className="text-muted">{label}: </span>
    <ChangedWords before={before} after={after} />
  </p>
);
