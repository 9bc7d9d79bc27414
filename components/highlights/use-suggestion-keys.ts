'use client';
import { useKeys } from '@/components/ui/use-keys';
import { acceptable } from './suggestion';
import { accept, acceptAll, leaveSuggestion, reject, stepSuggestion } from './suggestion-actions';
import { suggestionsOf } from './suggestion-desk';
import { useDesk } from './use-desk';
import { useSuggestionState } from './use-suggestions';

/** Accepts every place of the name that is looked at. */
export function acceptSame(desk: ReturnType<typeof useDesk>): void {
  const { open, chosen } = suggestionsOf(desk).get();
  if (!chosen) return;
  void acceptAll(
    desk,
    acceptable(
      open,
      open.filter(({ pair }) => pair === chosen.pair),
    ),
  );
}

/** The keys that walk through what is suggested, and decide about the one that is looked at. */
export function useSuggestionKeys(enabled: boolean) {
  const desk = useDesk();
  const chosen = useSuggestionState((state) => state.chosen);
  const looking = chosen !== null;
  useKeys(
    'Suggestions',
    [
      { id: 'suggestion.next', key: '.', label: 'Next suggestion', repeat: true, run: () => stepSuggestion(desk, 1) },
      {
        id: 'suggestion.previous',
        key: ',',
        label: 'Previous suggestion',
        repeat: true,
        run: () => stepSuggestion(desk, -1),
      },
      {
        id: 'suggestion.accept',
        key: 'enter',
        label: 'Accept it',
        enabled: looking,
        run: () => chosen && accept(desk, chosen),
      },
      {
        id: 'suggestion.accept-same',
        key: 'shift+enter',
        label: 'Accept every place of this name',
        enabled: looking,
        run: () => acceptSame(desk),
      },
      {
        id: 'suggestion.reject',
        key: 'x',
        label: 'Reject it, for the whole project',
        enabled: looking,
        run: () => chosen && void reject(desk, chosen),
      },
      { id: 'suggestion.leave', key: 'escape', label: 'Leave it', enabled: looking, run: () => leaveSuggestion(desk) },
    ],
    { enabled },
  );
}
