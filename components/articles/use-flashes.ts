'use client';
import { useEffect } from 'react';
import type { Desk } from '@/components/highlights/desk';
import type { Layer } from '@/components/highlights/layer';
import { useDeskState } from '@/components/highlights/use-desk';
import { flash, flashNothing, type Flash } from './flashes';
import type { Pane } from './pane';

const spansOf = (desk: Desk, ids: readonly string[]): Layer[] =>
  desk.lying.get().all.filter(({ id }) => ids.includes(id));

/** Lights a span, also where its line is drawn again, until the answer is called. */
function lightUp(pane: Pane | null, name: Flash, start: number, end: number): () => void {
  if (!pane || start >= end) return () => {};
  const show = () => flash(pane.words, name, [{ start, end }]);
  show();
  const unfollow = pane.onLayout(show);
  return () => {
    unfollow();
    flash(pane.words, name, []);
  };
}

/** Lights what the pointer, the keys and the composer are at, in the text. */
export function useFlashes(desk: Desk) {
  const pane = useDeskState((state) => state.pane);
  const lit = useDeskState((state) => state.lit);
  const chosen = useDeskState((state) => state.chosen);
  const draft = useDeskState((state) => state.draft);
  const moving = useDeskState((state) => state.moving);
  const [start, end] = [draft?.start ?? 0, draft?.end ?? 0];

  useEffect(() => {
    if (!pane || lit.length === 0) return;
    const show = () => flash(pane.words, 'lit', spansOf(desk, lit));
    show();
    const unfollow = [pane.onLayout(show), desk.lying.subscribe(show)];
    return () => {
      unfollow.forEach((stop) => stop());
      flash(pane.words, 'lit', []);
    };
  }, [pane, desk, lit]);

  const moved = moving !== null;
  useEffect(() => {
    if (!pane || chosen === null) return;
    let drawn = -1;
    const show = () => {
      if (drawn === pane.drawn) return;
      drawn = pane.drawn;
      const spans = spansOf(desk, [chosen]);
      flash(pane.words, 'chosen', moved ? [] : spans);
      for (const { id, letter } of spans) pane.segmentOf(id)?.setAttribute('data-chosen', letter);
    };
    const changed = () => {
      drawn = -1;
      show();
    };
    show();
    const unfollow = [pane.onLayout(show), desk.lying.subscribe(changed)];
    return () => {
      unfollow.forEach((stop) => stop());
      flash(pane.words, 'chosen', []);
      pane.segmentOf(chosen)?.removeAttribute('data-chosen');
    };
  }, [pane, desk, chosen, moved]);

  const [from, to] = [moving?.start ?? 0, moving?.end ?? 0];
  useEffect(() => lightUp(pane, 'moving', from, to), [pane, from, to]);
  useEffect(() => lightUp(pane, 'selected', start, end), [pane, start, end]);

  useEffect(() => flashNothing, []);
}
