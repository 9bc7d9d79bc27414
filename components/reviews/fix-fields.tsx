'use client';
import { ClaimField } from '@/components/claims/claim-field';
import { useRead } from '@/components/live/use-read';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { EntityMark } from '@/components/ui/entity-mark';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import type { EntityRef } from '@/lib/entities/entity';
import type { Fix } from './proposal';

interface FixFieldsProps {
  projectId: string;
  fix: Fix;
  onChange: (fix: Fix) => void;
}

const stances = [
  { value: 'supports', label: 'Supports' },
  { value: 'contradicts', label: 'Contradicts' },
  { value: 'context', label: 'Context' },
] as const;
const outlet: EntityRef = { id: '', type: '', name: 'The outlet itself' };

const entityLine = (entity: EntityRef) => (
  <>
    {entity.type && <EntityMark type={entity.type} />}
    <span className="truncate">{entity.name}</span>
  </>
);

/** The fields of a tag that a colleague may propose to change. */
export function FixFields({ projectId, fix, onChange }: FixFieldsProps) {
  const names = useRead('listEntityNames', { projectId });
  const entities: EntityRef[] = names.data?.items ?? [];
  const set = (change: Partial<Fix>) => onChange({ ...fix, ...change });
  if (fix.entity)
    return (
      <Field label="Entity">
        <Combobox
          items={entities}
          value={fix.entity}
          onValueChange={(entity) => entity && set({ entity })}
          itemKey={({ id }) => id}
          itemLabel={({ name }) => name}
          renderItem={entityLine}
        />
      </Field>
    );
  return (
    <>
      <ClaimField projectId={projectId} value={fix.claim} onValueChange={(claim) => claim && set({ claim })} />
      <div>
        <p aria-hidden className="mb-1 font-medium">
          Stance
        </p>
        <Segmented label="Stance" value={fix.stance} onValueChange={(stance) => set({ stance })} options={stances} />
      </div>
      <Field label="Said by">
        <Combobox
          items={[outlet, ...entities]}
          value={fix.speaker ?? outlet}
          onValueChange={(speaker) => set({ speaker: speaker?.id ? speaker : null })}
          itemKey={({ id }) => id}
          itemLabel={({ name }) => name}
          renderItem={entityLine}
        />
      </Field>
      <div className="flex flex-wrap gap-x-6">
        <Checkbox checked={fix.denies} onCheckedChange={(denies) => set({ denies })}>
          The speaker denies it
        </Checkbox>
        <Checkbox checked={fix.implied} onCheckedChange={(implied) => set({ implied })}>
          Implied, not said
        </Checkbox>
      </div>
      {fix.implied && (
        <Field label="How it is implied" optional>
          <Input value={fix.impliedHow} maxLength={500} onValueChange={(impliedHow) => set({ impliedHow })} />
        </Field>
      )}
    </>
  );
}
