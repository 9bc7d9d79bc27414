import { useState, useSyncExternalStore } from 'react';
import { forgetTyped, keepTyped, onTyped, typedAt, type TextPlace } from './typed-texts';

/** A text that is being typed; leaving the page, or loading it anew, does not lose it. */
export function useTypedText(place: TextPlace) {
  const [before] = useState(() => typedAt(place) !== '');
  const [begun, setBegun] = useState(false);
  // The server, which renders first, knows of nothing that a browser keeps.
  const [text, found] = [
    useSyncExternalStore(
      onTyped,
      () => typedAt(place),
      () => '',
    ),
    useSyncExternalStore(
      onTyped,
      () => before,
      () => false,
    ),
  ];
  return {
    text,
    write(next: string) {
      if (next === '') setBegun(true);
      keepTyped(place, next);
    },
    /** Something stood here when the page was opened. */
    found,
    /** It still does. */
    again: found && !begun && text !== '',
    /** It was saved; what was typed meanwhile stays. */
    forget: (saved: string) => forgetTyped(place, saved),
  };
}
