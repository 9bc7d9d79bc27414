'use client';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { drawn, type Served } from './use-serving';

interface ServingProps {
  serving: Served;
  /** Citations come in an order; mentions come by name. */
  ordered?: boolean;
  onChange: (change: { order?: string | null; every?: string | null; seed?: string | null }) => void;
}

const orders = [
  { value: 'reading', label: 'In reading order' },
  { value: 'confidence', label: 'Weakest confidence first' },
  { value: 'agreement', label: 'Lowest agreement first' },
] as const;
const samples = [
  { value: 'all', label: 'All of them' },
  { value: '2', label: 'Every 2nd' },
  { value: '5', label: 'Every 5th' },
  { value: '10', label: 'Every 10th' },
  { value: '20', label: 'Every 20th' },
];

/** What comes first, and how many are looked at: all, or a sample that anybody can draw again by its seed. */
export function Serving({ serving, ordered = true, onChange }: ServingProps) {
  const { order = 'reading', every, seed } = serving;
  const sample = every ? String(every) : 'all';
  const known = samples.some(({ value }) => value === sample);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {ordered && (
        <div className="w-56 max-w-full">
          <Select
            label="Order"
            value={order}
            onValueChange={(next) => onChange({ order: next === 'reading' ? null : next })}
            options={orders}
          />
        </div>
      )}
      <div className="w-36">
        <Select
          label="Sample"
          value={sample}
          onValueChange={(next) =>
            onChange(next === 'all' ? { every: null, seed: null } : { every: next, seed: String(seed ?? drawn()) })
          }
          options={known ? samples : [...samples, { value: sample, label: `Every ${sample}th` }]}
        />
      </div>
      {every && (
        <span className="flex items-center gap-1 text-muted">
          drawn with seed {seed}
          <Button variant="quiet" size="small" onClick={() => onChange({ seed: drawn() })}>
            Draw again
          </Button>
        </span>
      )}
    </div>
  );
}
