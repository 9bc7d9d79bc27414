import type { QueryClient } from '@tanstack/react-query';
import { get, Problem, type AnswerOf } from '@/lib/api/client';
import { isOld, isReckoned, type News } from './invalidate';
import { MANY, readSingles, singleNews, type Singles } from './one-by-one';
import { readAgain } from './read-again';

const AFTER_PAINT = 50; // ms: what a colleague did is seen before what follows from it is asked for
const TOGETHER = 100; // ms in which events are gathered: one write may tell of several
const RECKONED = 5000; // ms: what takes a server long to reckon, while colleagues tag on and on

const orGone = (error: unknown) => {
  if (error instanceof Problem && error.status === 404) return null;
  throw error;
};
const read: Singles = {
  highlight: (id) => get('findHighlight', { id }).catch(orGone),
  tag: (id) => get('findTag', { id }).catch(orGone),
};

/** Brings long lists of highlights up to date by what changed alone; answers which of them. */
async function freshen(client: QueryClient, events: readonly News[]): Promise<Set<string>> {
  const fresh = new Set<string>();
  for (const query of client.getQueryCache().findAll({ queryKey: ['listHighlights'], type: 'active' })) {
    const { data, fetchStatus } = query.state as { data?: AnswerOf<'listHighlights'>; fetchStatus: string };
    const { id } = query.queryKey[1] as { id: string };
    const { version } = (query.queryKey[2] ?? {}) as { version?: number };
    // What stood on an earlier version is another list.
    if (!data || version || data.items.length < MANY || fetchStatus !== 'idle') continue;
    const news = singleNews(query.queryKey, data.items, events);
    if (!news) continue;
    fresh.add(query.queryHash);
    if (news.length === 0) continue;
    const change = await readSingles(id, data.items, news, read);
    client.setQueryData<AnswerOf<'listHighlights'>>(
      query.queryKey,
      (now) => now && { ...now, items: change(now.items) },
    );
  }
  return fresh;
}

/** Flushes what was gathered, soon, but not more often than every so many ms, and never a second time while the first is under way. */
function every(ms: number, flush: (events: News[]) => Promise<void>) {
  let waiting: News[] = [];
  let busy = false;
  let flushedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const plan = () => {
    timer = setTimeout(() => void go(), Math.max(TOGETHER, flushedAt + ms - Date.now()));
  };
  const go = async () => {
    busy = true;
    flushedAt = Date.now();
    const events = waiting;
    waiting = [];
    await flush(events);
    busy = false;
    if (waiting.length) plan();
  };
  return {
    add(events: News[]) {
      if (waiting.length === 0 && !busy) plan();
      waiting.push(...events);
    },
    stop: () => clearTimeout(timer),
  };
}

/**
 * Marks answers old as events come in, and reads those on the screen again: at once, and what is long in reckoning at most every few seconds.
 */
export function gather(client: QueryClient) {
  const soon = every(0, async (events) => {
    const fresh = await freshen(client, events).catch(() => new Set<string>());
    if (fresh.size > 0) await new Promise((done) => setTimeout(done, AFTER_PAINT));
    await readAgain(client, {
      predicate: ({ queryKey, queryHash, state }) =>
        !fresh.has(queryHash) && !isReckoned(queryKey) && isOld(queryKey, state.data, events),
    });
  });
  const later = every(RECKONED, (events) =>
    readAgain(client, {
      predicate: ({ queryKey, state }) => isReckoned(queryKey) && isOld(queryKey, state.data, events),
    }),
  );
  return {
    add(events: News[]) {
      soon.add(events);
      later.add(events);
    },
    stop() {
      soon.stop();
      later.stop();
    },
  };
}
