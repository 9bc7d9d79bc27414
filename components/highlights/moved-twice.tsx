'use client';
import { Button } from '@/components/ui/button';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { Quote } from '@/components/ui/quote';
import { useKeys } from '@/components/ui/use-keys';
import type { MoveConflict } from './desk';
import { saveMove } from './move-edges';
import { useBeside } from './use-beside';
import { useDesk, useLanguage } from './use-desk';

/** The same edges were moved here and elsewhere: both are shown, and one is chosen. */
export function MovedTwice({ conflict: { highlight, wanted } }: { conflict: MoveConflict }) {
  const desk = useDesk();
  const language = useLanguage();
  const panel = useBeside<HTMLDivElement>(highlight);
  const leave = () => desk.store.set({ movedTwice: null });
  useKeys('Moved twice', [{ id: 'moved.leave', key: 'escape', label: 'Keep what is saved', run: leave }]);
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label="These words were moved elsewhere meanwhile"
      className="floating absolute z-30 flex w-100 flex-col gap-2 overflow-y-auto p-3"
    >
      <KeyBarrier />
      <p className="font-medium">These words were moved elsewhere meanwhile</p>
      <p className="wrap-anywhere">
        <span className="text-sm text-faint">Saved</span> <Quote lang={language}>{highlight.quote}</Quote>
      </p>
      <p className="wrap-anywhere">
        <span className="text-sm text-faint">Yours</span> <Quote lang={language}>{wanted.quote}</Quote>
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={leave}>Keep what is saved</Button>
        <Button variant="primary" autoFocus onClick={() => void saveMove(desk, highlight, wanted)}>
          Use yours
        </Button>
      </div>
    </div>
  );
}
