import { Button } from '@/components/ui/button';

/** Says that what stands in the fields was typed before and not saved. */
export function TypedAgain({ onBegin }: { onBegin: () => void }) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      You wrote this here before and did not save it.
      <Button size="small" variant="quiet" onClick={onBegin}>
        Begin anew
      </Button>
    </p>
  );
}
