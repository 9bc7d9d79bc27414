'use client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Quote } from '@/components/ui/quote';
import { useDesk, useDeskState } from './use-desk';

/** Tags that could not be saved while another was being written: nothing typed is lost. */
export function RefusedDrafts() {
  const desk = useDesk();
  const refused = useDeskState((state) => state.refused);
  if (refused.length === 0) return null;
  const without = (at: number) => refused.filter((_, index) => index !== at);
  return (
    <Notice tone="bad" title="Not saved yet" live>
      <ul className="flex flex-col gap-1">
        {refused.map((draft, at) => (
          <li key={draft.key} className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 flex-1 basis-40 truncate">
              <Quote>{draft.quote}</Quote> <span className="text-muted">{draft.problem}</span>
            </span>
            <Button size="small" onClick={() => desk.store.set({ refused: without(at), draft })}>
              Open
            </Button>
            <Button size="small" variant="quiet" onClick={() => desk.store.set({ refused: without(at) })}>
              Drop
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
