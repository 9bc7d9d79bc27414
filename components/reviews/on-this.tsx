import { AvatarStack } from '@/components/ui/avatar-stack';
import type { Person } from '@/lib/core/words';
import { sayOn } from './holds';

interface OnThisProps {
  people: readonly Person[] | undefined;
  /** Tells it when it comes up while one is there. */
  live?: boolean;
}

/** Colleagues who are on the same thing just now. */
export function OnThis({ people = [], live = false }: OnThisProps) {
  const words = people.length > 0 && (
    <span className="inline-flex items-center gap-1.5 rounded-full bg-accent-soft py-0.5 ps-1 pe-2.5 text-sm">
      <AvatarStack label="On this" people={people} /> {sayOn(people)}
    </span>
  );
  return live ? <span role="status">{words}</span> : words || null;
}
