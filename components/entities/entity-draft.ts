import type { z } from 'zod';
import type { Entity, entityChange, entityInput, EntityRef } from '@/lib/entities/entity';

/** An entity as its form holds it: one alias a line. */
export interface EntityDraft {
  readonly type: string;
  readonly name: string;
  readonly aliases: string;
  readonly description: string;
  readonly externalIds: readonly { readonly scheme: string; readonly value: string }[];
  readonly institution: EntityRef | null;
}

export const blankEntity: EntityDraft = {
  type: 'person',
  name: '',
  aliases: '',
  description: '',
  externalIds: [],
  institution: null,
};

export const draftOf = ({ type, name, aliases, description, externalIds, institution }: Entity): EntityDraft => ({
  type,
  name,
  aliases: aliases.join('\n'),
  description,
  externalIds,
  institution,
});

type Input = z.input<typeof entityInput>;
type Change = z.input<typeof entityChange>;

const lines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** What the server is sent for a new entity. Rows without an identifier are left out. */
export const inputOf = (draft: EntityDraft): Required<Input> => ({
  type: draft.type.trim(),
  name: draft.name.trim(),
  aliases: lines(draft.aliases),
  description: draft.description,
  externalIds: draft.externalIds
    .map(({ scheme, value }) => ({ scheme: scheme.trim(), value: value.trim() }))
    .filter(({ scheme, value }) => scheme && value),
  institutionId: draft.type === 'unnamed-source' ? (draft.institution?.id ?? null) : null,
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const fields = ['type', 'name', 'aliases', 'description', 'externalIds', 'institutionId'] as const;

/** The fields that the form gives another value than the entity had. */
export function changeOf(before: EntityDraft, after: EntityDraft): Change {
  const [old, young] = [inputOf(before), inputOf(after)];
  return Object.fromEntries(
    fields.filter((field) => !same(old[field], young[field])).map((field) => [field, young[field]]),
  );
}

/** Whether what the form changes is, in the entity as it is now, still as it was when the form was opened. */
export function mayResend(change: Change, before: EntityDraft, now: EntityDraft): boolean {
  const [old, current] = [inputOf(before), inputOf(now)];
  return fields.every((field) => !(field in change) || same(old[field], current[field]));
}

/** Their version with my changes on top. */
export function merged(before: EntityDraft, mine: EntityDraft, theirs: EntityDraft): EntityDraft {
  const changed = (Object.keys(mine) as (keyof EntityDraft)[]).filter((field) => !same(before[field], mine[field]));
  return { ...theirs, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) };
}

type Part = { part: string; reads: (draft: EntityDraft) => string; field: keyof EntityDraft };
const parts: readonly Part[] = [
  { part: 'Name', reads: ({ name }) => name, field: 'name' },
  { part: 'Type', reads: ({ type }) => type.replaceAll('-', ' '), field: 'type' },
  { part: 'Aliases', reads: ({ aliases }) => lines(aliases).join('\n'), field: 'aliases' },
  { part: 'Description', reads: ({ description }) => description, field: 'description' },
  {
    part: 'External ids',
    reads: ({ externalIds }) => externalIds.map(({ scheme, value }) => `${scheme} ${value}`).join('\n'),
    field: 'externalIds',
  },
  { part: 'Institution', reads: ({ institution }) => institution?.name ?? '', field: 'institution' },
];

/** The parts that two drafts say differently, in words; blank is the empty string. */
export const differences = (
  before: EntityDraft,
  after: EntityDraft,
): { part: string; before: string; after: string }[] =>
  parts
    .map(({ part, reads }) => ({ part, before: reads(before), after: reads(after) }))
    .filter((one) => one.before !== one.after);

/** My draft with one part as they have it. */
export function withPart(mine: EntityDraft, theirs: EntityDraft, part: string): EntityDraft {
  const field = parts.find((one) => one.part === part)?.field;
  return field ? { ...mine, [field]: theirs[field] } : mine;
}
