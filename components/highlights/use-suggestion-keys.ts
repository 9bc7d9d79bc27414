'use client';
import { announce } from '@/components/ui/announce';
import { late } from '@/components/ui/late';
import { useKeys } from '@/components/ui/use-keys';
import { accept, leaveSuggestion, stepSuggestion } from './suggestion-actions';
import { useDesk } from './use-desk';
import { useSuggestionState } from './use-suggestions';

const deciding = late(() => import('./decide-suggestions'));

/** Decides of a name as a whole, as soon as what does it is here. */
async function decide(act: (how: typeof import('./decide-suggestions')) => Promise<void>): Promise<void> {
  const how = deciding.read() ?? (await deciding.fetch().catch(() => null));
  if (how) await act(how);
  else announce('Not done: the server did not answer. Try again.', true);
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
        run: () => void decide((how) => how.acceptSame(desk)),
      },
      {
        id: 'suggestion.reject',
        key: 'x',
        label: 'Reject it, for the whole project',
        enabled: looking,
        run: () => chosen && void decide((how) => how.reject(desk, chosen)),
      },
      { id: 'suggestion.leave', key: 'escape', label: 'Leave it', enabled: looking, run: () => leaveSuggestion(desk) },
    ],
    { enabled },
  );
}
