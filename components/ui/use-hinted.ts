'use client';
import { useCallback, useEffect, useRef, useState } from 'react';

/** ms of rest over a button until its hint shows; none while the one before has just gone. */
const DELAY = 450;
const NEIGHBOUR = 600;
/** ms in which the pointer may reach the hint itself. */
const REACH = 150;

const hintedAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;

/** The button whose hint is to be seen: the pointer rests on it, or the keys have led to it. `inHint`: whether something is part of the hint. */
export function useHinted(inHint: (target: EventTarget | null) => boolean) {
  const [at, setAt] = useState<HTMLElement | null>(null);
  const now = useRef<HTMLElement | null>(null);
  const gone = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((button: HTMLElement | null) => {
    clearTimeout(timer.current);
    if (now.current && !button) gone.current = performance.now();
    now.current = button;
    setAt(button);
  }, []);
  useEffect(() => {
    const later = (button: HTMLElement | null, wait: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => show(button?.isConnected ? button : null), wait);
    };
    const over = ({ target, pointerType }: PointerEvent) => {
      if (pointerType === 'touch') return;
      const button = hintedAt(target);
      if (inHint(target) || (button && button === now.current)) return clearTimeout(timer.current);
      if (!button) return now.current ? later(null, REACH) : clearTimeout(timer.current);
      const follows = now.current !== null || performance.now() - gone.current < NEIGHBOUR;
      later(button, follows ? 0 : DELAY);
    };
    const focus = ({ target }: FocusEvent) => {
      const button = hintedAt(target);
      if (button && target instanceof Element && target.matches(':focus-visible')) show(button);
    };
    const away = () => show(null);
    document.addEventListener('pointerover', over, { passive: true });
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', away);
    document.addEventListener('pointerdown', away, { passive: true });
    document.documentElement.addEventListener('pointerleave', away);
    // Where the pointer lies already while this comes.
    const first = document.querySelector<HTMLElement>('[data-hint]:hover');
    if (first) later(first, DELAY);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', away);
      document.removeEventListener('pointerdown', away);
      document.documentElement.removeEventListener('pointerleave', away);
    };
  }, [show, inHint]);
  return { at, hide: () => show(null) };
}
