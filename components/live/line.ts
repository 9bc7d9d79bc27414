import type { EventView } from '@/lib/activity/activity';
import type { Presence } from '@/lib/activity/presence';
import { readStream, type Reader } from './stream-reader';

// One stream for all tabs of a browser: whoever holds the lock reads it and passes it on. Browsers allow six connections
// to a host, and a stream keeps one.

const READ = 30_000; // ms: what a page shows was read at most this long before it began to listen
const OPENING = 30_000; // ms until a stream that was asked for begins, or is given up
const REMEMBERED = 90_000; // ms that events are kept for tabs that have just been opened
const KEPT = 270; // s that the server reaches back for who has no place in the log yet

/** All that may be seen in the log after `from`, up to `to`. `past`: it is told late, to a page or a stream that has just begun. */
type Stretch = { from: number; to: number; events: EventView[]; past: boolean };
type Message =
  | ({ kind: 'news' } & Stretch)
  | { kind: 'reset'; seq: number }
  | { kind: 'here'; people: Presence[] }
  | { kind: 'passing' }
  | { kind: 'inbox' }
  | { kind: 'bye' }
  | { kind: 'refused' }
  // Who has begun to read for all; who asks where all are; and the answer, with who is here.
  | { kind: 'leads' }
  | { kind: 'joined'; who: string }
  | ({ kind: 'welcome'; who: string; people: Presence[]; whole: number } & Stretch);
/**
 * Events of the log, `past` when they had happened before they could be told; that everything is to be read anew; who is here; that what passes, and is in no log, is another; that
 * one’s own inbox is; an end for good; that the server does not let anybody of this browser listen.
 */
export type Told =
  | { events: EventView[]; past: boolean }
  | { reset: true }
  | { here: Presence[] }
  | { passing: true }
  | { inbox: true }
  | { bye: true }
  | { refused: true };

/** Where one page stands in the log, and the last events, for tabs that have just been opened. */
function position(tell: (told: Told) => void) {
  const began = Date.now();
  let recent: { at: number; events: EventView[]; from: number }[] = [];
  let whole = began - READ; // from this moment on `recent` holds everything
  let last = 0;
  return {
    /** Goes on to `to`. What stands before it is known here already. */
    take({ to, events, past }: Stretch) {
      const fresh = events.filter((event) => event.seq > last);
      if (to <= last) return;
      const now = Date.now();
      const kept = recent.findIndex(({ at }) => now - at < REMEMBERED);
      const dropped = recent.splice(0, kept < 0 ? recent.length : kept);
      whole = dropped.at(-1)?.at ?? whole;
      recent.push({ at: now, events: fresh, from: last });
      last = to;
      if (fresh.length > 0) tell({ events: fresh, past });
    },
    startAnew(seq: number) {
      last = seq;
      recent = [];
      whole = Date.now();
      tell({ reset: true });
    },
    /** The last events, all of them since `whole`. */
    recent: () => ({
      whole,
      from: recent[0]?.from ?? last,
      to: last,
      events: recent.flatMap(({ events }) => events),
      past: true,
    }),
    last: () => last,
    /** Whether what is whole since then is all that this page may have missed. */
    suffices: (since: number) => since <= began - READ,
    /** From where the server is asked to go on. */
    query() {
      if (last > 0) return `after=${last}`;
      const seconds = Math.ceil((Date.now() - began + READ + OPENING) / 1000);
      return seconds <= KEPT ? `recent=${seconds}` : 'after=unknown';
    },
  };
}
type Position = ReturnType<typeof position>;

/**
 * What a page makes of the messages of whoever reads for all. Until it is welcomed it may have missed what was told before it came, and it may
 * not hear two leaders in the order in which they spoke: what does not follow on what it knows waits until it has asked.
 */
function listener(here: Position, me: string, tell: (told: Told) => void, pass: (message: Message) => void) {
  let welcomed = false;
  const ask = () => {
    welcomed = false;
    pass({ kind: 'joined', who: me });
  };
  const hear = (message: Message) => {
    if (message.kind === 'reset') {
      welcomed = true;
      here.startAnew(message.seq);
    } else if (message.kind === 'here') tell({ here: message.people });
    else if (message.kind === 'passing') tell({ passing: true });
    else if (message.kind === 'inbox') tell({ inbox: true });
    else if (message.kind === 'bye') tell({ bye: true });
    else if (message.kind === 'refused') tell({ refused: true });
    else if (message.kind === 'leads' && !welcomed) ask();
    else if (message.kind === 'news' && welcomed) {
      if (message.from > here.last()) ask();
      else here.take(message);
    } else if (message.kind === 'welcome' && message.who === me) {
      welcomed = true;
      const whole = here.last() > 0 ? message.from <= here.last() : here.suffices(message.whole);
      if (whole) here.take(message);
      else here.startAnew(message.to);
      tell({ here: message.people });
    }
  };
  return { ask, hear };
}

/** What whoever reads for all makes of the stream: their own page is told, and all others. */
function forAll(here: Position, tell: (told: Told) => void, pass: (message: Message) => void) {
  let people: Presence[] = [];
  const news = (to: number, events: EventView[], past = false) => {
    const from = here.last();
    if (to <= from) return;
    here.take({ from, to, events, past });
    pass({ kind: 'news', from, to, events, past });
  };
  const reader: Reader = {
    event: (event, past) => news(event.seq, [event], past),
    reached: (seq) => news(seq, []),
    reset(seq) {
      here.startAnew(seq);
      pass({ kind: 'reset', seq });
    },
    here(now) {
      people = now;
      tell({ here: now });
      pass({ kind: 'here', people });
    },
    passing() {
      tell({ passing: true });
      pass({ kind: 'passing' });
    },
    inbox() {
      tell({ inbox: true });
      pass({ kind: 'inbox' });
    },
    bye() {
      tell({ bye: true });
      pass({ kind: 'bye' });
    },
    refused() {
      tell({ refused: true });
      pass({ kind: 'refused' });
    },
  };
  const welcome = (who: string) => pass({ kind: 'welcome', who, people, ...here.recent() });
  return { reader, welcome };
}

/** Tells of what happens in a project, each event once and in order, and of who is here, until the returned function is called. */
export function follow(projectId: string, tell: (told: Told) => void): () => void {
  const name = `claimbench.live.${projectId}`;
  const channel = new BroadcastChannel(name);
  const pass = (message: Message) => channel.postMessage(message);
  const stop = new AbortController();
  const here = position(tell);
  const { ask, hear } = listener(here, `${Math.random()}`, tell, pass);
  const { reader, welcome } = forAll(here, tell, pass);
  let leads = false;
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (!leads) hear(data);
    else if (data.kind === 'joined') welcome(data.who);
  };
  ask();

  const lead = () => {
    leads = true;
    pass({ kind: 'leads' });
    return readStream(`/api/v1/projects/${projectId}/live`, here.query, stop.signal, reader);
  };
  // Locks need a secure context; on plain http from another machine every tab reads for itself.
  if (navigator.locks) navigator.locks.request(name, { signal: stop.signal }, lead).catch(() => {});
  else void lead();
  return () => {
    stop.abort();
    channel.close();
  };
}
