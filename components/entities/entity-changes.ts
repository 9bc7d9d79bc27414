import { entityLook } from '@/components/ui/entity-look';
import type { Entity, EntityBefore, EntityVersion } from '@/lib/entities/entity';

export interface Change {
  label: string;
  before: string;
  after: string;
}

const labels: Record<keyof EntityBefore, string> = {
  name: 'Name',
  type: 'Type',
  aliases: 'Aliases',
  description: 'Description',
  externalIds: 'External ids',
  institution: 'Institution',
};

type Said = Required<EntityBefore>;
const written: { [F in keyof Said]: (said: Said[F]) => string } = {
  name: (name) => name,
  type: (type) => entityLook(type).word,
  aliases: (aliases) => aliases.join(', '),
  description: (description) => description,
  externalIds: (ids) => ids.map(({ scheme, value }) => `${scheme} ${value}`).join(', '),
  institution: (name) => name ?? '',
};
const write = <F extends keyof Said>(field: F, said: Said): string => written[field](said[field]);

/** Each change of an entity, newest first, with what it took the place of beside what came: `versions` as the server lists them. */
export function changesOf(
  entity: Entity,
  versions: readonly EntityVersion[],
): { version: EntityVersion; changes: Change[] }[] {
  let said: Said = { ...entity, institution: entity.institution?.name ?? null };
  return versions.map((version) => {
    const earlier: Said = { ...said, ...version.before };
    const fields = (Object.keys(labels) as (keyof Said)[]).filter((field) => field in version.before);
    const changes = fields.map((field) => ({
      label: labels[field],
      before: write(field, earlier),
      after: write(field, said),
    }));
    said = earlier;
    return { version, changes };
  });
}
