'use client';
import { useEffect } from 'react';
import type { Layer } from '@/components/highlights/layer';
import { useDeskState } from '@/components/highlights/use-desk';
import { flash, flashNothing } from './flashes';

function spansOf(layers: readonly Layer[], ids: readonly string[]): Layer[] {
  return ids.length === 0 ? [] : layers.filter(({ id }) => ids.includes(id));
}

/** Lights what the pointer, the keys and the composer are at, in the text. */
export function useFlashes(layers: readonly Layer[]) {
  const pane = useDeskState((state) => state.pane);
  const lit = useDeskState((state) => state.lit);
  const chosen = useDeskState((state) => state.chosen);
  const draft = useDeskState((state) => state.draft);
  const moving = useDeskState((state) => state.moving);
  const [start, end] = [draft?.start ?? 0, draft?.end ?? 0];

  useEffect(() => {
    if (pane) flash(pane.words, 'lit', spansOf(layers, lit));
  }, [pane, layers, lit]);

  const moved = moving !== null;
  useEffect(() => {
    if (!pane) return;
    const spans = spansOf(layers, chosen === null ? [] : [chosen]);
    let drawn = -1;
    const show = () => {
      if (drawn === pane.drawn) return;
      drawn = pane.drawn;
      flash(pane.words, 'chosen', moved ? [] : spans);
      for (const { id, letter } of spans) pane.segmentOf(id)?.setAttribute('data-chosen', letter);
    };
    show();
    const unfollow = pane.onLayout(show);
    return () => {
      unfollow();
      for (const { id } of spans) pane.segmentOf(id)?.removeAttribute('data-chosen');
    };
  }, [pane, layers, chosen, moved]);

  useEffect(() => {
    if (pane) flash(pane.words, 'moving', moving ? [moving] : []);
  }, [pane, moving]);

  useEffect(() => {
    if (pane) flash(pane.words, 'selected', start < end ? [{ start, end }] : []);
  }, [pane, start, end]);

  useEffect(() => flashNothing, []);
}
