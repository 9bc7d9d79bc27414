'use client';
import { useRead } from '@/components/live/use-read';
import { Field } from '@/components/ui/field';
import { absoluteTime } from '@/components/ui/moment';
import { Select } from '@/components/ui/select';
import { formatName } from './formats';

interface SinceChoiceProps {
  projectId: string;
  value: string | null;
  onChange: (exportId: string | null) => void;
}

/** All that is approved, or only what changed since one of the exports that were made. */
export function SinceChoice({ projectId, value, onChange }: SinceChoiceProps) {
  const made = (useRead('listExports', { projectId }, {}).data?.items ?? []).filter(({ manifest }) => manifest.claims);
  if (made.length === 0 && !value) return null;
  const options = made.map(({ id, createdAt, format, creator }) => ({
    value: id,
    label: `${absoluteTime(createdAt)}: ${formatName(format)}`,
    hint: creator.name,
  }));
  const known = !value || made.some(({ id }) => id === value);
  return (
    <Field label="Only what changed since an export">
      <Select
        value={value ?? 'all'}
        onValueChange={(next) => onChange(next === 'all' ? null : next)}
        options={[
          { value: 'all', label: 'No: all that is approved' },
          ...(known ? [] : [{ value, label: 'An earlier export' }]),
          ...options,
        ]}
        className="w-full max-w-80"
      />
    </Field>
  );
}
