import type { NamedEntity } from '@/lib/entities/matching';
import type { Desk } from './desk';
import { makeStore, type Store } from './store';
import type { Suggestion } from './suggestion';
import type { Told } from './suggestion-messages';

export interface SuggestionState {
  /** Names of the project that stand in the text, in reading order. */
  readonly known: readonly Suggestion[];
  /** Names that nobody knows yet, in reading order. */
  readonly found: readonly Suggestion[];
  /** What of them is suggested now. */
  readonly open: readonly Suggestion[];
  /** Whether the text was read to its end. */
  readonly isRead: boolean;
  /** The one that keys act on. */
  readonly chosen: Suggestion | null;
}

const empty: SuggestionState = { known: [], found: [], open: [], isRead: false, chosen: null };

const stores = new WeakMap<Desk, Store<SuggestionState>>();

/** The suggestions of a desk: beside its state, so that whatever is typed or chosen there leaves them alone. */
export function suggestionsOf(desk: Desk): Store<SuggestionState> {
  const known = stores.get(desk) ?? makeStore(empty);
  stores.set(desk, known);
  return known;
}

function knownOf(text: string, { spellings, hits }: Extract<Told, { kind: 'known' }>): Suggestion[] {
  const known: Suggestion[] = [];
  for (let at = 0; at < hits.length; at += 3) {
    const [start = 0, end = 0, number = 0] = hits.subarray(at, at + 3);
    const spelling = spellings[number];
    if (!spelling) continue;
    const { name, entity, pair } = spelling;
    known.push({
      id: `${start} ${end} ${entity.id}`,
      start,
      end,
      quote: text.slice(start, end),
      name,
      type: entity.type,
      entity,
      pair,
    });
  }
  return known;
}

const foundOf = (text: string, { names }: Extract<Told, { kind: 'found' }>): Suggestion[] =>
  names.map(({ start, end, type, pair }) => {
    const quote = text.slice(start, end);
    return { id: `${start} ${end} new ${type}`, start, end, quote, name: quote, type, entity: null, pair };
  });

/** A reading whose files could not be fetched begins anew after this long, ms, and then after twice as long each time. */
const AGAIN = 5_000;
const MOST = 160_000;

/** Has a text read through in a worker of its own, for as long as it is open. Without a network it is read when there is one again. */
export function readThrough(desk: Desk, text: string, english: boolean) {
  const store = suggestionsOf(desk);
  let entities: readonly NamedEntity[] | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  let pause = AGAIN;
  let worker = begin();

  function begin(): Worker {
    const begun = new Worker(new URL('./suggestions.worker.ts', import.meta.url));
    const again = () => {
      begun.terminate();
      later = setTimeout(() => (worker = begin()), pause);
      pause = Math.min(2 * pause, MOST);
    };
    begun.onerror = again;
    begun.onmessage = ({ data }: MessageEvent<Told>) => {
      // Its files are here: what goes wrong from now on would go wrong again.
      begun.onerror = null;
      if (data.kind === 'unfetched') again();
      else if (data.kind === 'known') store.set({ known: knownOf(text, data) });
      else if (data.kind === 'read') store.set({ isRead: true });
      else store.set({ found: [...store.get().found, ...foundOf(text, data)] });
    };
    begun.postMessage({ text, english, entities });
    return begun;
  }

  return {
    lookFor(names: readonly NamedEntity[]) {
      entities = names;
      worker.postMessage({ entities });
    },
    close() {
      clearTimeout(later);
      worker.terminate();
      store.set(empty);
    },
  };
}
