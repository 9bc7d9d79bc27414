import { allKept, keep, noteGone } from './kept-drafts';
import { keepOnServer } from './use-draft';

/**
 * Before somebody signs out of this browser: what they wrote and did not send goes to the server, and from here it goes away. What the
 * server did not take stays: words are not lost for tidiness.
 */
export async function leaveDrafts(): Promise<void> {
  await Promise.all(
    allKept().map(({ place, slot, kept }) =>
      keepOnServer(place, slot, kept).then(
        () => {
          keep(place, slot, null);
          // It is a draft still, for the next time.
          noteGone(slot, false);
        },
        () => {},
      ),
    ),
  );
}
