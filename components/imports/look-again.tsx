import { Refusal } from '@/components/live/refusal';
import { Button } from '@/components/ui/button';
import type { Problem } from '@/lib/api/client';

/** Why nothing was brought in. Where more has changed since the dry run, it is made again. */
export function LookAgain({ problem, onAgain }: { problem: Problem | null; onAgain: () => void }) {
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      <Refusal problem={problem} />
      {problem?.code === 'stale' && (
        <Button className="self-start" onClick={onAgain}>
          Look again
        </Button>
      )}
    </div>
  );
}
