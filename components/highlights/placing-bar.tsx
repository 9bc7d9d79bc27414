'use client';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/use-keys';
import type { Highlight } from '@/lib/highlights/highlight';
import { may } from '@/lib/permissions';
import { OldWords } from './old-words';
import { useDesk } from './use-desk';

/** The lost words and their old context at the foot of the screen, while one looks for them in the text. */
export function PlacingBar({ lost }: { lost: Highlight }) {
  const desk = useDesk();
  const { me } = desk.place;
  const mayMove = may({ userId: me.id, role: me.role }, 'highlight.move', lost) === true;
  const stop = () => {
    desk.store.set({ placing: null, draft: null });
    desk.pane?.words.host.focus({ preventScroll: true });
  };
  useKeys('Placing lost words', [{ id: 'place.stop', key: 'escape', label: 'Stop looking', run: stop }]);
  return (
    <aside
      data-bar="bottom"
      aria-label="Lost words, as they stood"
      className="fixed start-(--rail-width) end-0 bottom-(--dock-height) z-20 flex max-h-[30dvh] flex-wrap items-start gap-3 overflow-y-auto border-t border-line bg-paper px-4 py-3 shadow-float"
    >
      <div className="min-w-0 flex-1 basis-72">
        <p className="line-clamp-4 wrap-anywhere">
          <OldWords highlight={lost} />
        </p>
        <p role="status" className="text-sm text-muted">
          {mayMove
            ? 'This is about where they stood. Select the words in the text; Enter says that these are the words.'
            : 'This is about where they stood. Their author can show where they are now.'}
        </p>
      </div>
      <Button size="small" onClick={stop}>
        Stop looking
      </Button>
    </aside>
  );
}
