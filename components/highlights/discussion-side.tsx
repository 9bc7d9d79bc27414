'use client';
import { X } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { Quote } from '@/components/ui/quote';
import { Skeleton } from '@/components/ui/skeleton';
import { useKeys } from '@/components/ui/use-keys';
import type { Discussed } from './desk';
import { useDesk, useDeskState, useLanguage } from './use-desk';

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
    if (thread) desk.store.set({ discussed: { type: 'article', id: articleId, label: title } });
  }, [desk, thread, articleId, title]);
  return discussed ? <Side key={`${discussed.type} ${discussed.id}`} discussed={discussed} /> : null;
}

function Side({ discussed }: { discussed: Discussed }) {
  const desk = useDesk();
  const language = useLanguage();
  const { type, id, label } = discussed;
  const layer = desk.findLayer(id);
  const open = (layer?.tag ?? layer?.highlight)?.openThreads ?? 0;
  function close() {
    desk.store.set({ discussed: null });
    const entry = document.getElementById(`entry-${id}`) ?? desk.pane?.words.host;
    entry?.focus({ preventScroll: true });
  }
  useKeys('Discussion', [{ id: 'discussion.close', key: 'escape', label: 'Close the discussion', run: close }]);
  return (
    <aside
      aria-label="Discussion"
      className="fixed end-0 top-(--bar-height) bottom-(--dock-height) z-30 flex w-full max-w-md flex-col border-s border-line bg-page shadow-float"
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
          }}
        />
      </div>
    </aside>
  );
}
