import type { EventView } from '@/lib/activity/activity';

// One stream for all tabs of a browser: whoever holds the lock reads it and passes it on. Browsers allow six connections
// to a host, and a stream keeps one.

const MARGIN = 30; // s: what a page shows was read at most this long before it began to listen
const KEPT = 270; // s that the server reaches back for who has no place in the log yet
const LONGEST = 30_000; // ms between two tries

type Message =
  | { kind: 'events'; events: EventView[] }
  | { kind: 'reset'; seq: number }
  | { kind: 'passing' }
  | { kind: 'inbox' }
  | { kind: 'joined' };
/** Events of the log; that everything is to be read anew; that what passes, and is in no log, is another; that one's own inbox is. */
export type Told = { events: EventView[] } | { reset: true } | { passing: true } | { inbox: true };

/** Milliseconds before the next try after `failures` in a row, at random within a half so that not all come back at once. */
export const pauseAfter = (failures: number, random: number): number =>
  Math.min(LONGEST, 1000 * 2 ** failures) * (0.5 + random / 2);

/** Where one page stands in the log, and the last events, for tabs that have just been opened. */
function position(tell: (told: Told) => void) {
  const began = Date.now();
  let recent: { at: number; event: EventView }[] = [];
  let last = 0;
  return {
    take(events: EventView[]) {
      const fresh = events.filter((event) => event.seq > last);
      if (fresh.length === 0) return;
      const now = Date.now();
      last = fresh.at(-1)!.seq;
      recent = [...recent.filter(({ at }) => now - at < MARGIN * 1000), ...fresh.map((event) => ({ at: now, event }))];
      tell({ events: fresh });
    },
    startAnew(seq: number) {
      last = seq;
      tell({ reset: true });
    },
    recent: () => recent.map(({ event }) => event),
    /** From where the server is asked to go on. */
    query() {
      if (last > 0) return `after=${last}`;
      const seconds = Math.ceil((Date.now() - began) / 1000) + MARGIN;
      return seconds <= KEPT ? `recent=${seconds}` : 'after=unknown';
    },
  };
}

/** Tells of what happens in a project, each event once and in order, until the returned function is called. */
export function follow(projectId: string, tell: (told: Told) => void): () => void {
  const name = `claimbench.live.${projectId}`;
  const channel = new BroadcastChannel(name);
  const pass = (message: Message) => channel.postMessage(message);
  const stop = new AbortController();
  const here = position(tell);
  let leads = false;
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'events') here.take(data.events);
    else if (data.kind === 'reset') here.startAnew(data.seq);
    else if (data.kind === 'passing') tell({ passing: true });
    else if (data.kind === 'inbox') tell({ inbox: true });
    else if (leads) pass({ kind: 'events', events: here.recent() });
  };
  pass({ kind: 'joined' });

  const lead = () => {
    leads = true;
    return readStream(`/api/v1/projects/${projectId}/live`, here.query, stop.signal, {
      event(event) {
        here.take([event]);
        pass({ kind: 'events', events: [event] });
      },
      reset(seq) {
        here.startAnew(seq);
        pass({ kind: 'reset', seq });
      },
      passing() {
        tell({ passing: true });
        pass({ kind: 'passing' });
      },
      inbox() {
        tell({ inbox: true });
        pass({ kind: 'inbox' });
      },
    });
  };
  // Locks need a secure context; on plain http from another machine every tab reads for itself.
  if (navigator.locks) navigator.locks.request(name, { signal: stop.signal }, lead).catch(() => {});
  else void lead();
  return () => {
    stop.abort();
    channel.close();
  };
}

type Reader = {
  event: (event: EventView) => void;
  reset: (seq: number) => void;
  passing: () => void;
  inbox: () => void;
};

/** Reads the stream until the signal; comes back by itself, since an EventSource gives up at the first refusal. */
function readStream(address: string, place: () => string, signal: AbortSignal, reader: Reader): Promise<void> {
  return new Promise((done) => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let again = false;
    const open = () => {
      source = new EventSource(`${address}?${place()}`);
      source.onopen = () => {
        // What came while nobody listened was told to nobody.
        if (again) reader.inbox();
        again = true;
        failures = 0;
      };
      source.onmessage = ({ data }: MessageEvent<string>) => reader.event(JSON.parse(data) as EventView);
      source.addEventListener('passing', () => reader.passing());
      source.addEventListener('inbox', () => reader.inbox());
      source.addEventListener('reset', ({ lastEventId }) => reader.reset(Number(lastEventId)));
      source.onerror = () => {
        source?.close();
        timer = setTimeout(open, pauseAfter(failures++, Math.random()));
      };
    };
    const atOnce = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      open();
    };
    globalThis.addEventListener('online', atOnce);
    signal.addEventListener('abort', () => {
      globalThis.removeEventListener('online', atOnce);
      clearTimeout(timer);
      source?.close();
      done();
    });
    open();
  });
}
