'use client';
import { Chip } from '@/components/ui/chip';
import { restings, restingsIn, sayResting, type Resting } from '@/lib/claims/resting';

interface RestingChipsProps {
  /** As it stands in an address: some of them with commas between. */
  value: string;
  onChange: (value: string | null) => void;
}

/** What claims rest on, as filters that combine. */
export function RestingChips({ value, onChange }: RestingChipsProps) {
  const chosen = restingsIn(value);
  const toggle = (one: Resting) => {
    const next = restings.filter((other) => (other === one) !== chosen.includes(other));
    onChange(next.join(',') || null);
  };
  return (
    <div role="group" aria-label="What they rest on" className="flex flex-wrap items-center gap-2">
      {restings.map((one) => (
        <Chip key={one} pressed={chosen.includes(one)} onClick={() => toggle(one)} hint={sayResting[one].means}>
          {sayResting[one].label}
        </Chip>
      ))}
    </div>
  );
}
