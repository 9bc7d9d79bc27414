'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { noteDoers } from './doers';
import { gather, readAgain } from './gather';
import { NOBODY, setHere } from './here';
import { follow } from './line';

// One's own, on whatever device it changed.
const INBOX = ['listNotifications', 'findNoticeSetting'];
// Of what passes by itself, without a line in the log.
const PASSING = ['listHolds', 'listDeliveries', 'findWebhook', 'listWebhooks'];

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
      else if ('passing' in told) for (const name of PASSING) void readAgain(client, { queryKey: [name] });
      else if ('inbox' in told) for (const name of INBOX) void readAgain(client, { queryKey: [name] });
      // Too far behind, or not a member any more: what is on the screen is asked for again, and says what became of it.
      else void readAgain(client);
    });
    return () => {
      leave();
      setHere(NOBODY);
      news.stop();
    };
  }, [client, projectId, me]);
}
