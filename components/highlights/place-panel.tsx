'use client';
import { Button } from '@/components/ui/button';
import { ChangedWords } from '@/components/ui/changed-words';
import { useKeys } from '@/components/ui/use-keys';
import type { Highlight } from '@/lib/highlights/highlight';
import type { Draft } from './draft';
import { placeWords } from './place-words';
import { useBeside } from './use-beside';
import { useDesk, useLanguage } from './use-desk';

/** Beside words that were selected for a highlight which had lost its own: are these the words? */
export function PlacePanel({ draft, lost }: { draft: Draft; lost: Highlight }) {
  const desk = useDesk();
  const language = useLanguage();
  const panel = useBeside<HTMLDivElement>(draft);
  const place = () => void placeWords(desk, lost, draft);
  const leave = () => {
    desk.store.set({ placing: null, draft: null });
    desk.backToText(draft.end);
  };
  useKeys('Placing lost words', [
    { id: 'place.accept', key: 'enter', label: 'These are the words', run: place },
    { id: 'place.leave', key: 'escape', label: 'Not now', run: leave },
  ]);
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label="Placing lost words"
      className="floating absolute z-30 flex w-100 flex-col gap-2 overflow-y-auto p-3"
    >
      <p lang={language} className="quoted wrap-anywhere">
        <ChangedWords before={lost.quote} after={draft.quote} />
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="primary" onClick={place}>
          These are the words
        </Button>
        <Button size="small" onClick={leave}>
          Not now
        </Button>
      </div>
    </div>
  );
}
