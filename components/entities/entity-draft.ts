import type { z } from 'zod';
import { formDraft } from '@/components/live/form-draft';
import type { Entity, entityInput, EntityRef } from '@/lib/entities/entity';

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

const draftOf = ({ type, name, aliases, description, externalIds, institution }: Entity): EntityDraft => ({
  type,
  name,
  aliases: aliases.join('\n'),
  description,
  externalIds,
  institution,
});

type Input = z.input<typeof entityInput>;

const lines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** What the server is sent for a new entity. Rows without an identifier are left out. */
export const inputOf = (draft: EntityDraft): Required<Omit<Input, 'newInstitution'>> => ({
  type: draft.type.trim(),
  name: draft.name.trim(),
  aliases: lines(draft.aliases),
  description: draft.description,
  externalIds: draft.externalIds
    .map(({ scheme, value }) => ({ scheme: scheme.trim(), value: value.trim() }))
    .filter(({ scheme, value }) => scheme && value),
  institutionId: draft.type === 'unnamed-source' ? (draft.institution?.id ?? null) : null,
});

/** An entity's form when others may change the entity too. */
export const entityForm = formDraft({
  draftOf,
  inputOf,
  parts: [
    { part: 'Name', reads: ({ name }) => name, fields: ['name'] },
    { part: 'Type', reads: ({ type }) => type.replaceAll('-', ' '), fields: ['type'] },
    { part: 'Aliases', reads: ({ aliases }) => lines(aliases).join('\n'), fields: ['aliases'] },
    { part: 'Description', reads: ({ description }) => description, fields: ['description'] },
    {
      part: 'External ids',
      reads: ({ externalIds }) => externalIds.map(({ scheme, value }) => `${scheme} ${value}`).join('\n'),
      fields: ['externalIds'],
    },
    { part: 'Institution', reads: ({ institution }) => institution?.name ?? '', fields: ['institution'] },
  ],
});
