'use client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Quote } from '@/components/ui/quote';
import { begunWords, hasWork, type Draft } from './draft';
import { useDesk, useDeskState, useLanguage } from './use-desk';

/** Tags that could not be saved while another was being written, or were left: nothing written is lost. `text`: the article’s, as far as it is there. */
export function RefusedDrafts({ text }: { text: string | undefined }) {
  const desk = useDesk();
  const language = useLanguage();
  const refused = useDeskState((state) => state.refused);
  if (refused.length === 0) return null;
  const stands = ({ start, end, quote }: Draft) => text === undefined || text.slice(start, end) === quote;
  const without = (at: number) => refused.filter((_, index) => index !== at);
  return (
    <Notice tone={refused.every(({ problem }) => problem === null) ? 'warn' : 'bad'} title="Not saved yet" live>
      <ul className="flex flex-col gap-1">
        {refused.map((draft, at) => (
          <li key={draft.key} className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
              <Quote lang={language}>{draft.quote}</Quote> {begunWords(draft)}
              {' · '}
              <span className="text-muted">
                {draft.problem ?? 'Left without saving.'}
                {stands(draft) ? '' : ' Its words do not stand here any more.'}
              </span>
            </span>
            <Button
              size="small"
              disabled={!stands(draft)}
              onClick={() => {
                const { draft: current } = desk.store.get();
                // What is being written waits in its place.
                const waits = current && hasWork(current) && current.key !== draft.key ? [current] : [];
                desk.store.set({ refused: [...without(at), ...waits], draft });
              }}
            >
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
