'use client';
import { X } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState, type CSSProperties } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { Quote } from '@/components/ui/quote';
import { Skeleton } from '@/components/ui/skeleton';
import { useKeys } from '@/components/ui/use-keys';
import type { Desk, Discussed } from './desk';
import { useDesk, useDeskState, useLanguage, useLying } from './use-desk';

// The editor weighs more than all the rest of the reader: it comes when somebody discusses.
const threads = late(() => import('@/components/threads/thread-panel').then((file) => file.ThreadPanel), {
  atRest: false,
});

/** The threads beside the words: on what D was pressed on, or all of the article when the address leads to one of them. */
export function DiscussionSide({ title }: { title: string }) {
  const desk = useDesk();
  const { articleId } = desk.place;
  const discussed = useDeskState((state) => state.discussed);
  const thread = useSearchParams().get('thread');
  useEffect(() => {
    if (thread) desk.store.set({ discussed: { type: 'article', id: articleId, highlightId: null, label: title } });
  }, [desk, thread, articleId, title]);
  return discussed ? <Side key={`${discussed.type} ${discussed.id}`} discussed={discussed} /> : null;
}

const isHere = (desk: Desk, { type, id }: Discussed): boolean =>
  type === 'article' || (type === 'tag' ? desk.findTag(id) : desk.findHighlight(id)) !== undefined;

/** How high the bars above the text stand: another one more or less in them moves what begins below. */
function useBarHeight(): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const bar = document.querySelector<HTMLElement>('[data-bar="top"]');
    if (!bar) return;
    const observer = new ResizeObserver(() => setHeight(bar.offsetHeight));
    observer.observe(bar);
    return () => observer.disconnect();
  }, []);
  return height;
}

/**
 * Over the margin where there is one, from the bars above the text to the foot of the screen: it takes no room of its own there, so that
 * the text does not move. On a phone over all that lies below the frame's bar, else over a part of the text.
 */
function Side({ discussed }: { discussed: Discussed }) {
  const desk = useDesk();
  const language = useLanguage();
  const barHeight = useBarHeight();
  const { type, id, highlightId, label } = discussed;
  const gone = useLying(({ isRead }) => isRead && !isHere(desk, discussed));
  const layer = desk.findLayer(id);
  const open = (layer?.tag ?? layer?.highlight)?.openThreads ?? 0;
  function close() {
    desk.store.set({ discussed: null });
    const entry = document.getElementById(`entry-${id}`) ?? desk.pane?.words.host;
    entry?.focus({ preventScroll: true });
  }
  useKeys('Discussion', [{ id: 'discussion.close', key: 'escape', label: 'Close the discussion', run: close }]);
  return (
    <div
      style={{ '--side-top': `calc(var(--bar-height) + ${barHeight}px)` } as CSSProperties}
      className="lg:sticky lg:z-10 lg:top-(--side-top) lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:h-0"
    >
      <aside
        aria-label="Discussion"
        className="fixed end-0 top-(--bar-height) bottom-(--dock-height) z-30 flex w-full max-w-md flex-col border-s border-line bg-page shadow-float sm:top-(--side-top) lg:absolute lg:-inset-x-4 lg:top-0 lg:bottom-auto lg:h-[calc(100dvh-var(--side-top)-var(--dock-height))] lg:w-auto lg:max-w-none lg:shadow-none"
      >
        <header className="flex items-start gap-2 border-b border-line px-4 py-2">
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold">Discussion</h2>
            <p className="line-clamp-2 text-sm text-muted">
              {layer ? <Quote lang={language}>{layer.highlight.quote}</Quote> : label}
            </p>
          </div>
          <IconButton label="Close the discussion" icon={<X size={16} aria-hidden />} onClick={close} />
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
          <LatePart
            of={threads}
            // Somebody pressed D to write: until the field is here, a letter is no key of the reader.
            loading={
              <>
                <KeyBarrier />
                <Skeleton lines={4} />
              </>
            }
            onMissing={close}
            with={{
              projectId: desk.place.projectId,
              subject: { type, id },
              startWriting: type !== 'article' && open === 0,
              mayBlock: Boolean(layer?.tag?.claim),
              gone: gone && highlightId !== null && { id, highlightId, what: type },
            }}
          />
        </div>
      </aside>
    </div>
  );
}
