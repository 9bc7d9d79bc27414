'use client';
import { useEffect, useLayoutEffect, useRef, type PointerEvent } from 'react';
import { copyQuote } from '@/components/editor/quoted-words';
import { useDesk } from '@/components/highlights/use-desk';
import './pane.css';
import { Pane } from './pane';

interface ArticlePaneProps {
  text: string;
  label: string;
  lang: string | null;
  /** Where the pages of the file begin that the text was read from. */
  pages?: readonly number[] | undefined;
}

const idsAt = (target: EventTarget | null): string[] => {
  const mark = target instanceof Element ? target.closest<HTMLElement>('mark[data-ids]') : null;
  return mark?.dataset.ids?.split(' ') ?? [];
};

/** The article's words. React makes the empty column; everything in it is made by `Pane` from the exact text, and marked by the desk. */
export function ArticlePane({ text, label, lang, pages }: ArticlePaneProps) {
  const desk = useDesk();
  const host = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!host.current) return;
    const pane = new Pane(host.current, text, desk.lying.get().shown);
    desk.store.set({ pane });
    return () => {
      desk.store.set({ pane: null });
      pane.close();
    };
  }, [desk, text]);

  useEffect(() => desk.pane?.words.setPages(pages ?? []), [desk, text, pages]);

  const point = (event: PointerEvent) => desk.light(idsAt(event.target));

  return (
    <div
      ref={host}
      data-pane
      data-quiet-focus
      role="region"
      aria-label={label}
      lang={lang ?? ''}
      tabIndex={0}
      className="article-text"
      onPointerOver={point}
      onPointerLeave={() => desk.light([])}
      onClick={(event) => {
        if (getSelection()?.type !== 'Range') desk.pick(idsAt(event.target));
      }}
      onCopy={(event) => {
        const selected = desk.pane?.words.selected();
        if (!selected) return;
        // The browser would put blank lines between paragraphs: the exact words go instead.
        const quote = text.slice(selected.start, selected.end);
        event.clipboardData.setData('text/plain', quote);
        const { articleId, articleVersion: version } = desk.place;
        copyQuote(event.clipboardData, { articleId, version, ...selected, quote });
        event.preventDefault();
      }}
    />
  );
}
