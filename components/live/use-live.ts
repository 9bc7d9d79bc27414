'use client';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get, Problem, type AnswerOf } from '@/lib/api/client';
import { noteDoers } from './doers';
import { NOBODY, setHere } from './here';
import { isOld, type News } from './invalidate';
import { follow } from './line';
import { MANY, readSingles, singleNews, type Singles } from './one-by-one';

const TOGETHER = 100; // ms in which events are gathered: one write may tell of several

// One's own, on whatever device it changed.
const INBOX = ['listNotifications', 'findNoticeSetting'];

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

/** Marks answers old as events come in, and reads those on the screen again; never a second time while the first is under way. */
function gather(client: QueryClient) {
  let waiting: News[] = [];
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async () => {
    busy = true;
    const events = waiting;
    waiting = [];
    const fresh = await freshen(client, events).catch(() => new Set<string>());
    await client.invalidateQueries({
      predicate: (query) => !fresh.has(query.queryHash) && isOld(query.queryKey, query.state.data, events),
    });
    busy = false;
    if (waiting.length) timer = setTimeout(() => void flush(), TOGETHER);
  };
  return {
    add(events: News[]) {
      if (waiting.length === 0 && !busy) timer = setTimeout(() => void flush(), TOGETHER);
      waiting.push(...events);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Keeps what this page shows of a project in step with what colleagues do. */
export function useLive(projectId: string, me: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const news = gather(client);
    const leave = follow(projectId, (told) => {
      if ('events' in told) {
        noteDoers(
          told.events.map(({ actorId }) => actorId),
          me,
          told.past,
        );
        news.add(told.events);
      } else if ('here' in told) setHere(told.here);
      else if ('passing' in told) void client.invalidateQueries({ queryKey: ['listHolds'] });
      else if ('inbox' in told) for (const name of INBOX) void client.invalidateQueries({ queryKey: [name] });
      // Too far behind, or not a member any more: what is on the screen is asked for again, and says what became of it.
      else void client.invalidateQueries();
    });
    return () => {
      leave();
      setHere(NOBODY);
      news.stop();
    };
  }, [client, projectId, me]);
}
