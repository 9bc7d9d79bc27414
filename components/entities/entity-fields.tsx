'use client';
import { Plus, X } from 'lucide-react';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { entityLook } from '@/components/ui/entity-look';
import { EntityMark } from '@/components/ui/entity-mark';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { Problem } from '@/lib/api/client';
import { knownSchemes, malformed } from '@/lib/entities/external-id';
import type { EntityDraft } from './entity-draft';
import { EntityField } from './entity-field';
import { typesOf } from './entity-types';

interface EntityFieldsProps {
  projectId: string;
  draft: EntityDraft;
  onChange: (draft: EntityDraft) => void;
  problem: Problem | null;
  exceptId?: string;
}

/** What an entity is called, and what is known of it. */
export function EntityFields({ projectId, draft, onChange, problem, exceptId }: EntityFieldsProps) {
  const names = useRead('listEntityNames', { projectId });
  const set = (change: Partial<EntityDraft>) => onChange({ ...draft, ...change });
  const types = [...new Set([...typesOf(names.data?.items ?? []), draft.type])];
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <Field label="Name" error={problem?.field('name')}>
          <Input value={draft.name} onValueChange={(name) => set({ name })} maxLength={300} autoComplete="off" />
        </Field>
        <Field label="Type" error={problem?.field('type')}>
          <Select
            value={draft.type}
            onValueChange={(type) => set({ type })}
            options={types.map((type) => ({
              value: type,
              label: entityLook(type).word,
              mark: <EntityMark type={type} decorative />,
            }))}
          />
        </Field>
      </div>
      {draft.type === 'unnamed-source' && (
        <EntityField
          projectId={projectId}
          label="Said to belong to"
          optional
          value={draft.institution}
          onValueChange={(institution) => set({ institution })}
          error={problem?.field('institutionId')}
          {...(exceptId ? { exceptId } : {})}
        />
      )}
      <Field label="Also written" optional hint="One spelling a line." error={problem?.field('aliases')}>
        <Textarea value={draft.aliases} onChange={(event) => set({ aliases: event.target.value })} rows={2} />
      </Field>
      <Field label="Description" optional error={problem?.field('description')}>
        <Textarea
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
          maxLength={4000}
        />
      </Field>
      <ExternalIds
        ids={draft.externalIds}
        refused={problem !== null}
        onChange={(externalIds) => set({ externalIds })}
      />
    </div>
  );
}

type Ids = EntityDraft['externalIds'];

interface ExternalIdsProps {
  ids: Ids;
  /** The form came back: what only was a hint while it was typed is now what is wrong. */
  refused: boolean;
  onChange: (ids: Ids) => void;
}

function ExternalIds({ ids, refused, onChange }: ExternalIdsProps) {
  const put = (at: number, change: Partial<Ids[number]>) =>
    onChange(ids.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">
        In other catalogues <span className="text-sm font-normal text-faint">optional</span>
      </legend>
      {ids.map(({ scheme, value }, at) => (
        <div key={at} className="flex flex-wrap items-start gap-1">
          <div className="w-40">
            <Select
              label="Catalogue"
              value={scheme}
              onValueChange={(next) => put(at, { scheme: next })}
              options={schemeOptions(scheme)}
            />
          </div>
          <Field
            label="Identifier"
            hideLabel
            className="min-w-40 flex-1"
            hint={refused ? null : doubt(scheme, value)}
            error={refused ? doubt(scheme, value) : null}
          >
            <Input value={value} onValueChange={(next) => put(at, { value: next })} maxLength={200} placeholder="Q42" />
          </Field>
          <IconButton
            label="Take this identifier out"
            icon={<X size={14} aria-hidden />}
            onClick={() => onChange(ids.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        className="self-start"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...ids, { scheme: 'wikidata', value: '' }])}
      >
        Add an identifier
      </Button>
    </fieldset>
  );
}

const schemeOptions = (scheme: string) => {
  const options = knownSchemes.map(({ id, name }) => ({ value: id, label: name }));
  return options.some(({ value }) => value === scheme) ? options : [...options, { value: scheme, label: scheme }];
};

const doubt = (scheme: string, value: string) => (value.trim() ? malformed({ scheme, value: value.trim() }) : null);
