'use client';
import { useEffect, useEffectEvent, useState } from 'react';

const FIELD = 'input, textarea, [contenteditable]';
const isText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;

/**
 * Whoever opens a dialog by a key goes on typing. Where the dialog has to come first (`waits`), what is typed meanwhile is kept and goes
 * into its first field; Escape takes the dialog back.
 */
export function useTypedAhead(waits: boolean, open: boolean, close: () => void) {
  const [ahead, setAhead] = useState(false);
  if (waits && !ahead) setAhead(true);
  if (!open && ahead) setAhead(false);
  const giveUp = useEffectEvent(close);
  useEffect(() => {
    if (!ahead) return;
    let typed = '';
    const keep = (event: KeyboardEvent) => {
      if (event.key === 'Escape') return giveUp();
      if (!isText(event) && event.key !== 'Backspace') return;
      event.preventDefault();
      event.stopPropagation();
      typed = event.key === 'Backspace' ? typed.slice(0, -1) : typed + event.key;
    };
    // The first focus in the dialog is where the keys would have gone.
    const put = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !target.closest('[data-portal-host]')) return;
      if (typed && target.matches(FIELD)) document.execCommand('insertText', false, typed);
      setAhead(false);
    };
    document.addEventListener('keydown', keep, true);
    document.addEventListener('focusin', put);
    return () => {
      document.removeEventListener('keydown', keep, true);
      document.removeEventListener('focusin', put);
    };
  }, [ahead]);
}
