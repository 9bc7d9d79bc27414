'use client';
import { useEffect } from 'react';
import type { Desk } from '@/components/highlights/desk';
import { useDesk, useDeskState } from '@/components/highlights/use-desk';
import { useSuggestionState } from '@/components/highlights/use-suggestions';
import type { Suggestion } from '@/components/highlights/suggestion';
import { suggestionsOf } from '@/components/highlights/suggestion-desk';
import { lookAt } from '@/components/highlights/suggestion-actions';
import { entityLook } from '@/components/ui/entity-look';
import type { Pane } from './pane';
import { flash, type SuggestedTone, suggestedTones } from './flashes';

/**
 * Marks what is suggested with dotted lines: drawn by the browser over the words near the screen, so that the marks of tags, the
 * margin and the selection know nothing of it. A click on such words looks at the suggestion.
 */
export function useSuggested() {
  const desk = useDesk();
  const pane = useDeskState((state) => state.pane);
  const open = useSuggestionState((state) => state.open);
  const chosen = useSuggestionState((state) => state.chosen);

  useEffect(() => {
    if (!pane) return;
    let seen = '';
    const draw = () => {
      const near = pane.nearby();
      // The ranges are live: as long as neither the stretch nor its nodes are others, they are where they should be.
      const now = `${near.start} ${near.end} ${pane.drawn}`;
      if (now === seen) return;
      seen = now;
      const byTone = new Map<SuggestedTone, Suggestion[]>(suggestedTones.map((tone) => [tone, []]));
      for (const one of open) {
        if (one.start >= near.end) break;
        if (one.end > near.start) byTone.get(entityLook(one.type).tone)?.push(one);
      }
      for (const [tone, spans] of byTone) flash(pane.words, `suggested-${tone}`, spans);
    };
    draw();
    return pane.onLayout(draw);
  }, [pane, open]);

  useEffect(() => {
    if (!pane || !chosen) return;
    const draw = () => flash(pane.words, 'suggested-here', [chosen]);
    draw();
    const unfollow = pane.onLayout(draw);
    return () => {
      unfollow();
      flash(pane.words, 'suggested-here', []);
    };
  }, [pane, chosen]);

  useLookingAt(desk, pane);
}

function useLookingAt(desk: Desk, pane: Pane | null) {
  useEffect(() => {
    const host = pane?.words.host;
    const click = (event: MouseEvent) => {
      const { target } = event;
      if (getSelection()?.type === 'Range' || (target instanceof Element && target.closest('mark'))) return;
      const at = pane?.words.caret() ?? null;
      const { open: all } = suggestionsOf(desk).get();
      const under = at === null ? undefined : all.find(({ start, end }) => start < at && at < end);
      lookAt(desk, under ?? null);
    };
    host?.addEventListener('click', click);
    return () => host?.removeEventListener('click', click);
  }, [desk, pane]);
}
