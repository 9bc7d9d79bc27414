'use client';
import { useEffect, useState, type RefObject } from 'react';
import type { Desk } from '@/components/highlights/desk';
import { useDeskState } from '@/components/highlights/use-desk';
import { isMac } from '@/components/ui/keys';
import type { KeyBinding } from '@/components/ui/keymap';
import { useKeys } from '@/components/ui/use-keys';
import { caretBox, moveCaret, placeCaret, type CaretUnit } from './caret';

type Move = readonly [key: string, label: string, direction: 'forward' | 'backward', unit: CaretUnit];

const moves = (word: string): Move[] => [
  ['arrowright', 'Caret: next character', 'forward', 'character'],
  ['arrowleft', 'Caret: previous character', 'backward', 'character'],
  [`${word}+arrowright`, 'Caret: next word', 'forward', 'word'],
  [`${word}+arrowleft`, 'Caret: previous word', 'backward', 'word'],
  ['arrowdown', 'Caret: next line', 'forward', 'line'],
  ['arrowup', 'Caret: previous line', 'backward', 'line'],
  [`${word}+arrowdown`, 'Caret: next paragraph', 'forward', 'paragraph'],
  [`${word}+arrowup`, 'Caret: previous paragraph', 'backward', 'paragraph'],
  ['home', 'Caret: beginning of the line', 'backward', 'lineboundary'],
  ['end', 'Caret: end of the line', 'forward', 'lineboundary'],
];

function bindingsOf(desk: Desk, word: string): KeyBinding[] {
  return moves(word).flatMap(([key, label, direction, unit]) =>
    [false, true].map((extend) => ({
      id: `caret.${extend ? 'select' : 'move'}.${direction}.${unit}`,
      key: extend ? withShift(key) : key,
      label: extend ? label.replace('Caret:', 'Select:') : label,
      repeat: true,
      run: () => desk.pane && moveCaret(desk.pane, extend, direction, unit),
    })),
  );
}

const withShift = (key: string): string => (key.includes('+') ? key.replace('+', '+shift+') : `shift+${key}`);

/** Arrow keys in the article: a caret of our own, for browsers have none in text that cannot be edited. `line` is where it is drawn. */
export function useCaret(desk: Desk, line: RefObject<HTMLElement | null>) {
  const pane = useDeskState((state) => state.pane);
  const [inside, setInside] = useState(false);
  const bindings = inside ? bindingsOf(desk, isMac() ? 'alt' : 'mod') : [];
  useKeys('Article text', bindings, { enabled: inside });

  useEffect(() => {
    if (!pane) return;
    const { host } = pane.words;
    const draw = () => {
      const box = document.activeElement === host ? caretBox(pane) : null;
      const origin = line.current?.parentElement?.getBoundingClientRect();
      if (!line.current) return;
      line.current.hidden = !box || !origin;
      if (!box || !origin) return;
      line.current.style.height = `${box.height}px`;
      line.current.style.translate = `${box.left - origin.left - 1}px ${box.top - origin.top}px`;
    };
    const enter = () => {
      setInside(true);
      // A click has put the caret where it was aimed; Tab has put it nowhere.
      if (host.matches(':focus-visible')) placeCaret(pane);
      draw();
    };
    const leave = () => {
      setInside(false);
      draw();
    };
    const unfollow = pane.onLayout(draw);
    host.addEventListener('focus', enter);
    host.addEventListener('blur', leave);
    document.addEventListener('selectionchange', draw);
    return () => {
      unfollow();
      host.removeEventListener('focus', enter);
      host.removeEventListener('blur', leave);
      document.removeEventListener('selectionchange', draw);
    };
  }, [pane, line]);
}
