'use client';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { draftOn, hasWork, isWritten } from '@/components/highlights/draft';
import type { Desk } from '@/components/highlights/desk';
import { wordsIn } from '@/lib/anchoring/snap';

function offer(desk: Desk): void {
  const { pane, store } = desk;
  const { draft, picking } = store.get();
  const selected = pane?.words.selected();
  const words = selected && pane ? wordsIn(pane.words.text, selected) : null;
  if (!words || !pane) {
    // An offer lives as long as its words are selected; one that was refused stays until somebody answers it.
    if (draft?.step !== 'offer' || draft.problem) return;
    if (isWritten(draft)) desk.setAside(draft);
    store.set({ draft: null });
    return;
  }
  if (draft && (draft.step !== 'offer' || draft.problem)) return;
  if (draft?.start === words.start && draft.end === words.end) return;
  const quote = pane.words.text.slice(words.start, words.end);
  // What was typed goes on to the other words. The tag that was chosen is no longer what keys are about.
  const typed = draft && hasWork(draft) ? { query: draft.query, note: draft.note, impliedHow: draft.impliedHow } : {};
  store.set({
    draft: { ...draftOn({ ...words, quote }, crypto.randomUUID()), ...typed },
    chosen: null,
    picking: picking.length > 0 ? [] : picking,
  });
}

/** Opens the composer when words are selected, by mouse, touch or keys; while the pointer is down it waits. */
export function useSelection(desk: Desk, enabled: boolean) {
  useEffect(() => {
    if (!enabled) return;
    let down = false;
    let released = 0;
    const press = () => {
      down = true;
    };
    const release = () => {
      down = false;
      // The selection that a click collapses is still there until the event has run its course.
      clearTimeout(released);
      released = window.setTimeout(() => {
        released = 0;
        offer(desk);
      });
    };
    // A key that follows the pointer at once is meant for the composer: it is there before the key is looked at.
    const key = () => {
      if (released === 0 || down) return;
      clearTimeout(released);
      released = 0;
      flushSync(() => offer(desk));
    };
    const change = () => {
      if (!down) offer(desk);
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('pointerup', release, true);
    document.addEventListener('pointercancel', release, true);
    document.addEventListener('selectionchange', change);
    document.addEventListener('keydown', key, true);
    return () => {
      clearTimeout(released);
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('pointerup', release, true);
      document.removeEventListener('pointercancel', release, true);
      document.removeEventListener('selectionchange', change);
    };
  }, [desk, enabled]);
}
