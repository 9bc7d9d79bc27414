'use client';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useRead } from '@/components/live/use-read';
import type { Article } from '@/lib/articles/article';
import { refusedPairs } from '@/lib/entities/refusal';
import { candidatesOf, openSuggestions, type Suggestion } from './suggestion';
import { readThrough, suggestionsOf, type SuggestionState } from './suggestion-desk';
import { useDesk, useDeskState, useDeskView } from './use-desk';

/** A part of what is suggested; the component renders again when that part is another. */
export function useSuggestionState<P>(part: (state: SuggestionState) => P): P {
  const store = suggestionsOf(useDesk());
  return useSyncExternalStore(
    store.subscribe,
    () => part(store.get()),
    () => part(store.get()),
  );
}

const none: readonly Suggestion[] = [];

/** The first screen and the composer's answers come first, ms. */
const AFTER = 300;

/** Has the article read through for names, once it is on the screen, and keeps what is suggested in step with what is tagged. */
export function useSuggestions(article: Article, enabled: boolean) {
  const { desk, all } = useDeskView();
  const [reading, setReading] = useState<ReturnType<typeof readThrough> | null>(null);
  const text = useDeskState((state) => state.pane?.words.text);
  const english = article.language === null || article.language.startsWith('en');
  const { projectId } = desk.place;
  const names = useRead('listEntityNames', { projectId }, {}, { enabled }).data;
  const refusals = useRead('listSuggestionRefusals', { projectId }, {}, { enabled }).data;

  useEffect(() => {
    if (!enabled || text === undefined) return;
    let begun: ReturnType<typeof readThrough> | null = null;
    const timer = setTimeout(() => setReading((begun = readThrough(desk, text, english))), AFTER);
    return () => {
      clearTimeout(timer);
      begun?.close();
      setReading(null);
    };
  }, [desk, text, english, enabled]);

  useEffect(() => {
    if (names) reading?.lookFor(names.items);
  }, [reading, names]);

  const known = useSuggestionState((state) => state.known);
  const found = useSuggestionState((state) => state.found);
  const refused = useMemo(() => refusals && refusedPairs(refusals.items), [refusals]);
  // Until it is known what was refused, nothing is suggested.
  const candidates = useMemo(() => (refused ? candidatesOf(known, found, refused) : none), [known, found, refused]);
  useEffect(() => {
    const store = suggestionsOf(desk);
    const { open: before, chosen } = store.get();
    const now = openSuggestions(candidates, all);
    // The same ones stay the same list: nothing is drawn again for a tag on other words.
    const open = now.length === before.length && now.every((one, at) => one === before[at]) ? before : now;
    // A colleague may have rejected the one that is looked at.
    store.set({ open, chosen: open.some(({ id }) => id === chosen?.id) ? chosen : null });
  }, [desk, candidates, all]);
  useGivingWay();
}

/** Words that are selected, a tag that is opened or a panel: the suggestion that was looked at gives way. */
function useGivingWay() {
  const desk = useDesk();
  const busy = useDeskState(
    ({ draft, asking, picking, chosen, unfolded }) =>
      draft !== null || asking !== null || picking.length > 0 || (chosen !== null && unfolded),
  );
  useEffect(() => {
    if (busy) suggestionsOf(desk).set({ chosen: null });
  }, [desk, busy]);
}
