import { entityTypes } from '@/lib/entities/entity';

/** The types of a project: those that every project has, then those that its entities brought. */
export function typesOf(entities: readonly { type: string }[]): string[] {
  const known: readonly string[] = entityTypes;
  const added = new Set(entities.map(({ type }) => type).filter((type) => !known.includes(type)));
  return [...known, ...[...added].sort((a, b) => a.localeCompare(b, 'en'))];
}
