import { Select } from '@/components/ui/select';
import type { ImportCheck } from '@/lib/imports/import';
import { entityTypes } from '@/lib/entities/entity';

const NONE = 'no-tag';
const words = (type: string) => (type[0]?.toUpperCase() ?? '') + type.slice(1).replaceAll('-', ' ');
const options = [
  ...entityTypes.map((type) => ({ value: type as string, label: words(type) })),
  { value: NONE, label: 'Passage without a tag' },
];

interface LabelTypesProps {
  labels: ImportCheck['labels'];
  disabled: boolean;
  onType: (label: string, type: string | null) => void;
}

/** What the labels of the other tool are here: guessed from their names, and to be put right. */
export function LabelTypes({ labels, disabled, onType }: LabelTypesProps) {
  if (labels.length === 0) return null;
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
                options={
                  type && !options.some(({ value }) => value === type)
                    ? [...options, { value: type, label: words(type) }]
                    : options
                }
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
