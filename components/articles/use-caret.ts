'use client';
import { useEffect, type RefObject } from 'react';
import type { Desk } from '@/components/highlights/desk';
import { useDeskState } from '@/components/highlights/use-desk';
import { announce } from '@/components/ui/announce';
import { isMac } from '@/components/ui/keys';
import type { KeyBinding } from '@/components/ui/keymap';
import { useKeys } from '@/components/ui/use-keys';
import { caretBox, moveCaret, placeCaret, type CaretStep, type CaretUnit, type Way } from './caret';
import { moveByScreen, moveToEnd } from './caret-screen';
import { sayStep } from './caret-words';
import { snapKeys } from './snap-keys';

/** A screen and the whole text are none of the caret's own units. */
type Unit = CaretUnit | 'screen' | 'text';
type Move = readonly [key: string, label: string, way: Way, unit: Unit];

const moves = (word: string): Move[] => [
  ['arrowright', 'Caret: character to the right', 'right', 'character'],
  ['arrowleft', 'Caret: character to the left', 'left', 'character'],
  [`${word}+arrowright`, 'Caret: word to the right', 'right', 'word'],
  [`${word}+arrowleft`, 'Caret: word to the left', 'left', 'word'],
  ['arrowdown', 'Caret: next line', 'forward', 'line'],
  ['arrowup', 'Caret: previous line', 'backward', 'line'],
  [`${word}+arrowdown`, 'Caret: next paragraph', 'forward', 'paragraph'],
  [`${word}+arrowup`, 'Caret: previous paragraph', 'backward', 'paragraph'],
  ['home', 'Caret: beginning of the line', 'backward', 'lineboundary'],
  ['end', 'Caret: end of the line', 'forward', 'lineboundary'],
  ['pagedown', 'Caret: next screen', 'forward', 'screen'],
  ['pageup', 'Caret: previous screen', 'backward', 'screen'],
  ['mod+home', 'Caret: beginning of the article', 'backward', 'text'],
  ['mod+end', 'Caret: end of the article', 'forward', 'text'],
];

function move({ pane }: Desk, extend: boolean, way: Way, unit: Unit): void {
  if (!pane) return;
  const isNew = pane.words.caret() === null;
  pane.words.host.focus({ preventScroll: true });
  const say = (step: CaretStep | null) => step && announce(sayStep(pane.words.text, step));
  const direction = way === 'backward' ? 'backward' : 'forward';
  // The first key puts it where somebody reads.
  if (isNew) placeCaret(pane);
  else if (unit === 'screen') moveByScreen(pane, extend, direction, say);
  else say(unit === 'text' ? moveToEnd(pane, extend, direction) : moveCaret(pane, extend, way, unit));
}

/**
 * Whether a key is the caret's: while the focus is in the article's text; to the sides also while it is nowhere, as in a page that was just opened,
 * where up and down scroll.
 */
function isCarets(desk: Desk, way?: Way): boolean {
  const { activeElement, body } = document;
  if (!desk.pane) return false;
  return activeElement === desk.pane.words.host || (activeElement === body && (way === 'right' || way === 'left'));
}

/** Listed by `?` wherever the focus is. */
function bindingsOf(desk: Desk, word: string): KeyBinding[] {
  const steps = moves(word).flatMap(([key, label, way, unit]) =>
    [false, true].map((extend): KeyBinding => ({
      id: `caret.${extend ? 'select' : 'move'}.${way}.${unit}`,
      key: extend ? withShift(key) : key,
      label: extend ? label.replace('Caret:', 'Select:') : label,
      repeat: true,
      get enabled() {
        return isCarets(desk, way);
      },
      run: () => move(desk, extend, way, unit),
    })),
  );
  const snaps = snapKeys(() => desk.pane).map((binding) => ({
    ...binding,
    get enabled() {
      return isCarets(desk);
    },
  }));
  return [...steps, ...snaps];
}

const withShift = (key: string): string => (key.includes('+') ? key.replace('+', '+shift+') : `shift+${key}`);

/** Arrow keys in the article: a caret of our own, for browsers have none in text that cannot be edited. `line` is where it is drawn. */
export function useCaret(desk: Desk, line: RefObject<HTMLElement | null>) {
  const pane = useDeskState((state) => state.pane);
  useKeys('Article text', pane ? bindingsOf(desk, isMac() ? 'alt' : 'mod') : []);

  useEffect(() => {
    if (!pane) return;
    const { host } = pane.words;
    const draw = () => {
      const box = document.activeElement === host ? caretBox(pane) : null;
      const origin = box && line.current?.parentElement?.getBoundingClientRect();
      if (!line.current) return;
      const isHidden = !box || !origin;
      // Said again it would be a change of the page, each time something is laid out.
      if (line.current.hidden !== isHidden) line.current.hidden = isHidden;
      if (!box || !origin) return;
      line.current.style.height = `${box.height}px`;
      line.current.style.translate = `${box.left - origin.left - 1}px ${box.top - origin.top}px`;
    };
    const enter = () => {
      // A click has put the caret where it was aimed; Tab has put it nowhere.
      if (host.matches(':focus-visible')) placeCaret(pane);
      draw();
    };
    const unfollow = pane.onLayout(draw);
    host.addEventListener('focus', enter);
    host.addEventListener('blur', draw);
    document.addEventListener('selectionchange', draw);
    return () => {
      unfollow();
      host.removeEventListener('focus', enter);
      host.removeEventListener('blur', draw);
      document.removeEventListener('selectionchange', draw);
    };
  }, [pane, line]);
}
