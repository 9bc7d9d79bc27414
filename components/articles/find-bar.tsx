'use client';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '@/components/highlights/use-desk';
import { useNamesRead } from '@/components/highlights/use-names';
import { controlLook } from '@/components/ui/control-look';
import { IconButton } from '@/components/ui/icon-button';
import { useKeys } from '@/components/ui/use-keys';
import { foundWords } from './found-words';
import { useHits } from './use-hits';

/** Finds words in this article: lit in the text, one after the other. */
export function FindBar({ text }: { text: string }) {
  const desk = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const { here, step, count } = useHits(text, typed);
  const readNames = useNamesRead(desk.place.projectId);

  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const close = async () => {
    const { pane } = desk;
    desk.store.set({ finding: false });
    pane?.words.host.focus({ preventScroll: true });
    if (!here || !pane) return;
    const caret = pane.words.caret();
    const names = (await readNames()).flatMap(({ name, aliases }) => [name, ...aliases]);
    // Names may be long in coming, and somebody elsewhere by then.
    const stayed = desk.pane === pane && pane.words.caret() === caret && !desk.store.get().finding;
    const words = foundWords(text, here, names);
    if (stayed) pane.words.select(words.start, words.end);
  };
  useKeys('Find in this article', [
    { id: 'find.next', key: 'enter', label: 'Next place', whileTyping: true, repeat: true, run: () => step(1) },
    {
      id: 'find.previous',
      key: 'shift+enter',
      label: 'Previous place',
      whileTyping: true,
      repeat: true,
      run: () => step(-1),
    },
    {
      id: 'find.close',
      key: 'escape',
      label: 'Close, with the found name or words selected',
      whileTyping: true,
      run: () => void close(),
    },
  ]);

  return (
    <search className="flex min-w-0 items-center gap-1">
      <input
        ref={field}
        type="search"
        aria-label="Find in this article"
        placeholder="Find in this article"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        // Its own cross would stand beside the one that closes the bar.
        className={`${controlLook} h-7 w-52 min-w-24 [&::-webkit-search-cancel-button]:hidden`}
      />
      <span role="status" className="min-w-24 px-1 text-sm whitespace-nowrap text-muted">
        {count}
      </span>
      <IconButton
        label="Previous place"
        size="small"
        icon={<ChevronUp size={15} aria-hidden />}
        onClick={() => step(-1)}
      />
      <IconButton
        label="Next place"
        size="small"
        icon={<ChevronDown size={15} aria-hidden />}
        onClick={() => step(1)}
      />
      <IconButton label="Close" size="small" icon={<X size={15} aria-hidden />} onClick={() => void close()} />
    </search>
  );
}
