'use client';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRead } from '@/components/live/use-read';
import { Combobox } from '@/components/ui/combobox';
import { EntityMark } from '@/components/ui/entity-mark';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import type { EntityRef } from '@/lib/entities/entity';

interface EntityFieldProps {
  projectId: string;
  label: string;
  value: EntityRef | null;
  onValueChange: (entity: EntityRef | null) => void;
  /** Only entities of this type. */
  type?: string;
  /** Never this one. */
  exceptId?: string;
  error?: ReactNode;
  optional?: boolean;
  placeholder?: string;
}

/** One entity of the project, found by typing its name or an alias; or none. */
export function EntityField(props: EntityFieldProps) {
  const { projectId, label, value, onValueChange, type, exceptId, error, optional, placeholder = 'None' } = props;
  const names = useRead('listEntityNames', { projectId });
  const items = (names.data?.items ?? []).filter((one) => (!type || one.type === type) && one.id !== exceptId);
  const chosen = value && (items.find((one) => one.id === value.id) ?? { ...value, aliases: [] });
  return (
    <Field label={label} error={error} optional={optional ?? false}>
      <div className="flex items-center gap-1">
        <Combobox
          label={label}
          items={items}
          value={chosen}
          onValueChange={(one) => onValueChange(one && { id: one.id, type: one.type, name: one.name })}
          itemKey={(one) => one.id}
          itemLabel={(one) => [one.name, ...one.aliases].join(' · ')}
          renderItem={(one) => (
            <>
              <EntityMark type={one.type} />
              <span className="min-w-0 truncate">{one.name}</span>
            </>
          )}
          placeholder={placeholder}
          emptyText={names.isPending ? 'Reading the entities.' : 'No entity of this name.'}
        />
        {value && (
          <IconButton
            label={`Take ${value.name} out`}
            size="small"
            icon={<X size={14} aria-hidden />}
            onClick={() => onValueChange(null)}
          />
        )}
      </div>
    </Field>
  );
}
