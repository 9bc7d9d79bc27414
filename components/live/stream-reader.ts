import type { EventView } from '@/lib/activity/activity';
import type { Presence } from '@/lib/activity/presence';

const LONGEST = 30_000; // ms between two tries
const SILENT = 25_000; // ms: a stream beats every 10 s; one that does not is dead, whatever the browser believes
const LOOK = 5000; // ms
const UNSURE = 3; // tries that failed in a row, after which it is not known any more who is here

/** Milliseconds before the next try after `failures` in a row, at random within a half so that not all come back at once. */
export const pauseAfter = (failures: number, random: number): number =>
  Math.min(LONGEST, 1000 * 2 ** failures) * (0.5 + random / 2);

/**
 * What is read in the stream, piece by piece. `past`: it had happened before this stream began. `reached`: all of the log up to there has been
 * told. `bye`: the page's reader may not be here any more. `refused`: a stream was asked for and not given, for a reason that only another read can tell.
 */
export type Reader = {
  event: (event: EventView, past: boolean) => void;
  reset: (seq: number) => void;
  reached: (seq: number) => void;
  here: (people: Presence[]) => void;
  passing: () => void;
  inbox: () => void;
  bye: () => void;
  refused: () => void;
};

function openStream(url: string, reader: Reader, hears: () => void): EventSource {
  const source = new EventSource(url);
  const on = (name: string, take: (event: MessageEvent<string>) => void) =>
    source.addEventListener(name, (event: MessageEvent<string>) => {
      hears();
      take(event);
    });
  let past = true;
  on('message', ({ data }) => reader.event(JSON.parse(data) as EventView, past));
  on('reset', ({ lastEventId }) => reader.reset(Number(lastEventId)));
  on('beat', ({ lastEventId }) => {
    past = false;
    reader.reached(Number(lastEventId));
  });
  on('here', ({ data }) => reader.here((JSON.parse(data) as { people: Presence[] }).people));
  on('passing', () => reader.passing());
  on('inbox', () => reader.inbox());
  on('bye', () => reader.bye());
  return source;
}

/**
 * Reads the stream until the signal; comes back by itself, since an EventSource gives up at the first refusal, and believes for minutes in a
 * connection that went with the network or with sleep.
 */
export function readStream(address: string, place: () => string, signal: AbortSignal, reader: Reader): Promise<void> {
  return new Promise((done) => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let heardAt = 0;
    const open = () => {
      clearTimeout(timer);
      source?.close();
      heardAt = Date.now();
      source = openStream(`${address}?${place()}`, reader, () => {
        heardAt = Date.now();
        failures = 0;
      });
      source.onerror = () => {
        // What broke on its way the browser would try again by itself; what the server said no to it has closed.
        if (source?.readyState === EventSource.CLOSED) reader.refused();
        source?.close();
        if (failures === UNSURE) reader.here([]);
        clearTimeout(timer);
        timer = setTimeout(open, pauseAfter(failures++, Math.random()));
      };
    };
    const look = setInterval(() => {
      if (source?.readyState !== EventSource.CLOSED && Date.now() - heardAt > SILENT) open();
    }, LOOK);
    const atOnce = () => {
      if (source?.readyState === EventSource.CLOSED || Date.now() - heardAt > SILENT) open();
    };
    globalThis.addEventListener('online', atOnce);
    globalThis.addEventListener('visibilitychange', atOnce);
    signal.addEventListener('abort', () => {
      globalThis.removeEventListener('online', atOnce);
      globalThis.removeEventListener('visibilitychange', atOnce);
      clearTimeout(timer);
      clearInterval(look);
      source?.close();
      done();
    });
    open();
  });
}
