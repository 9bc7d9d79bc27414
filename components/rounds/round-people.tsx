import { Check } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Time } from '@/components/ui/time';
import type { Round } from '@/lib/rounds/round';

/** Who does the round, and who has handed in. */
export function RoundPeople({ round: { analysts } }: { round: Round }) {
  const done = analysts.filter(({ handedInAt }) => handedInAt).length;
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="mb-2 flex items-baseline gap-2 font-semibold">
        People
        <span className="text-sm font-normal text-muted tabular-nums">
          {done} of {analysts.length} handed in
        </span>
      </h2>
      <ul className="flex flex-col gap-1">
        {analysts.map(({ analyst, handedInAt }) => (
          <li key={analyst.id} className="flex min-h-8 items-center gap-2">
            <Avatar name={analyst.name} id={analyst.id} decorative />
            <span className="min-w-0 flex-1 truncate">{analyst.name}</span>
            {handedInAt ? (
              <span className="flex items-center gap-1 text-sm text-good">
                <Check size={14} aria-hidden />
                <span className="sr-only">handed in </span>
                <Time at={handedInAt} />
              </span>
            ) : (
              <span className="text-sm text-muted">not yet</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
