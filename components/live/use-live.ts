'use client';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isOld, type News } from './invalidate';
import { follow } from './line';

const TOGETHER = 100; // ms in which events are gathered: one write may tell of several

/** Marks answers old as events come in, and reads those on the screen again; never a second time while the first is under way. */
function gather(client: QueryClient) {
  let waiting: News[] = [];
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async () => {
    busy = true;
    const events = waiting;
    waiting = [];
    await client.invalidateQueries({ predicate: (query) => isOld(query.queryKey, query.state.data, events) });
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
export function useLive(projectId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const news = gather(client);
    const leave = follow(projectId, (told) => {
      if ('events' in told) news.add(told.events);
      else void client.invalidateQueries();
    });
    return () => {
      leave();
      news.stop();
    };
  }, [client, projectId]);
}
