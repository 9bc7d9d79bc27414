'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { noteDoers } from './doers';
import { NOBODY, setHere } from './here';
import { follow } from './line';
import { news } from './news';
import { readAgain } from './read-again';

// One's own, on whatever device it changed.
const INBOX = ['listNotifications', 'findNoticeSetting'];
// Of what passes by itself, without a line in the log.
const PASSING = ['listHolds', 'listDeliveries', 'findWebhook', 'listWebhooks'];

/** Keeps what this page shows of a project in step with what colleagues do. */
export function useLive(projectId: string, me: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const gathered = news(client);
    const leave = follow(projectId, (told) => {
      if ('events' in told) {
        noteDoers(
          told.events.map(({ actorId }) => actorId),
          me,
          told.past,
        );
        gathered.add(told.events);
      } else if ('here' in told) setHere(told.here);
      else if ('passing' in told) for (const name of PASSING) void readAgain(client, { queryKey: [name] });
      else if ('inbox' in told) for (const name of INBOX) void readAgain(client, { queryKey: [name] });
      // Whoever was taken out of the project while no stream was open, or is signed out, is told by what it answers.
      else if ('refused' in told) void readAgain(client, { queryKey: ['findProject'] });
      // Too far behind, or not a member any more: what is on the screen is asked for again, and says what became of it.
      else void readAgain(client);
    });
    return () => {
      leave();
      setHere(NOBODY);
      gathered.stop();
    };
  }, [client, projectId, me]);
}
