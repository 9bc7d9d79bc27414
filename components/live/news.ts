import type { QueryClient } from '@tanstack/react-query';
import { late } from '@/components/ui/late';
import type { News } from './invalidate';
import { readAgain } from './read-again';

type Gathering = ReturnType<typeof import('./gather').gather>;
const gathering = late(() => import('./gather').then((file) => file.gather));

/**
 * Takes events from the moment the line is open. What they make old is worked out by a file that comes after the page; where it cannot be
 * fetched, everything on the screen is read again.
 */
export function news(client: QueryClient, fetch = gathering.fetch) {
  let made: Gathering | undefined;
  let left = false;
  return {
    add(events: News[]): void {
      fetch().then(
        (gather) => left || (made ??= gather(client)).add(events),
        () => left || void readAgain(client),
      );
    },
    stop(): void {
      left = true;
      made?.stop();
    },
  };
}
