'use client';
import { useRead } from '@/components/live/use-read';
import { entityLook } from '@/components/ui/entity-look';
import { EntityMark } from '@/components/ui/entity-mark';
import { Select } from '@/components/ui/select';
import { entityTypes } from '@/lib/entities/entity';
import type { ImportCheck } from '@/lib/imports/import';

const NONE = 'no-tag';

/** The types of the project with their marks, and none. */
function optionsOf(types: readonly string[]) {
  return [
    ...types.map((type) => ({
      value: type,
      label: entityLook(type).word,
      mark: <EntityMark type={type} decorative />,
    })),
    { value: NONE, label: 'Passage without a tag' },
  ];
}

interface LabelTypesProps {
  projectId: string;
  labels: ImportCheck['labels'];
  disabled: boolean;
  onType: (label: string, type: string | null) => void;
}

/** What the labels of the other tool are here: guessed from their names, and to be put right. */
export function LabelTypes({ projectId, labels, disabled, onType }: LabelTypesProps) {
  const added = useRead('listEntityTypes', { projectId });
  if (labels.length === 0) return null;
  const guessed = labels.flatMap(({ type }) => type ?? []);
  const options = optionsOf([...new Set([...entityTypes, ...(added.data?.items ?? []), ...guessed])]);
  return (
    <section aria-labelledby="labels" className="flex flex-col gap-2">
      <h3 id="labels" className="font-semibold">
        Labels
      </h3>
      <ul className="divide-y divide-line border-y border-line">
        {labels.map(({ label, count, type, example }) => (
          <li key={label} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
            <span className="min-w-32 flex-1 wrap-anywhere">
              <span className="font-medium">{label}</span>{' '}
              <span className="text-muted">
                {count.toLocaleString('en')} ×, as in “{example.length > 60 ? `${example.slice(0, 59)}…` : example}”
              </span>
            </span>
            <div className="w-52">
              <Select
                label={`What ${label} is here`}
                disabled={disabled}
                value={type ?? NONE}
                onValueChange={(value) => onType(label, value === NONE ? null : value)}
                options={options}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
