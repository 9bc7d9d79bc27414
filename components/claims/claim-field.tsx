'use client';
import { useRead } from '@/components/live/use-read';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';

export interface ClaimRef {
  readonly id: string;
  readonly statement: string;
}

interface ClaimFieldProps {
  projectId: string;
  label?: string;
  value: ClaimRef | null;
  onValueChange: (claim: ClaimRef | null) => void;
  /** Never this one. */
  exceptId?: string;
  placeholder?: string;
}

/** One claim of the project, found by typing words of it. */
export function ClaimField(props: ClaimFieldProps) {
  const { projectId, label = 'Claim', value, onValueChange, exceptId, placeholder = 'None' } = props;
  const claims = useRead('listClaimStatements', { projectId });
  const items = (claims.data?.items ?? []).filter(({ id }) => id !== exceptId);
  return (
    <Field label={label}>
      <Combobox<ClaimRef>
        label={label}
        items={items}
        value={value && (items.find(({ id }) => id === value.id) ?? value)}
        onValueChange={(one) => onValueChange(one && { id: one.id, statement: one.statement })}
        itemKey={({ id }) => id}
        itemLabel={({ statement }) => statement}
        placeholder={placeholder}
        emptyText={claims.isPending ? 'Reading the claims.' : 'No such claim.'}
      />
    </Field>
  );
}
