import type { Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { findHead } from '@/lib/activity/queries';
import { callerFrom, type Caller } from '@/lib/auth/actor';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { roleIn } from '@/lib/members/queries';
import { eventsAfter } from './feed';
import { announce, watch, watchInbox, type Place } from './hub';
import { streams } from './streams';

const BEAT = 10_000; // ms: session and membership are looked at again, and a beat keeps proxies from closing and tells the page that it still hears
const UNCHECKED = 15_000; // ms that a stream may go on without a look that succeeded
const LIFE = 10 * 60_000; // ms, give or take a tenth: browsers come back by themselves
const SLOW = 20_000; // ms that a reader may take for one event
const TOO_FAR = 5000; // events: whoever is further behind reads everything anew
const RECENT = 300; // s
const MOST = 1000; // streams a process

type Start = { at: number; reset: boolean };
type Live = {
  projectId: string;
  actor: Actor;
  headers: Headers;
  place: Place;
  /** Whether the reader's inbox changed and they were not told yet. */
  inbox: { changed: boolean };
  end: AbortSignal;
  close: () => void;
};

/**
 * The log of a project as Server-Sent Events: the id is the sequence number, the data an `EventView`, never text. Goes on
 * after `Last-Event-ID` or `?after=` without a gap and nothing twice; without either from now on, or with `?recent=n` from
 * n seconds back. A cursor that is none of this log gets an event `reset`: read everything anew. Beside the log, without an id: `here`, who
 * is at what, whenever that changes; `inbox`, that the reader's own inbox changed, on whatever device; `beat`, whose id says how far all is
 * told, as soon as what was there before is, and then every 10 seconds; `bye` before an end that is for good. Throws `not-found`.
 */
export async function openStream(c: Context, { actor }: Caller, projectId: string): Promise<Response> {
  roleIn({ actor }, projectId);
  if (streams().ending || streams().open.size >= MOST)
    throw new Refusal('busy', 'The server takes no more streams just now. Try again in a moment.');
  const ended = new AbortController();
  const close = () => ended.abort();
  const { sleep, wake } = sleeper();
  const { place, leave } = watch(projectId, wake);
  const inbox = { changed: false };
  const unwatch = watchInbox(actor.userId, () => {
    inbox.changed = true;
    wake();
  });
  streams().open.add(close);
  ended.signal.addEventListener('abort', () => {
    streams().open.delete(close);
    leave();
    unwatch();
    wake();
  });
  const { signal, headers } = c.req.raw;
  signal.addEventListener('abort', close);
  if (signal.aborted) close();
  try {
    const start = await startOf(c, actor, projectId);
    const live: Live = { projectId, actor, headers, place, inbox, end: ended.signal, close };
    const response = streamSSE(c, async (stream) => {
      stream.onAbort(close);
      const life = setTimeout(close, LIFE * (0.9 + Math.random() / 5));
      await follow(stream, live, start, sleep).finally(() => {
        clearTimeout(life);
        close();
        stream.abort(); // what a reader has not fetched must not hold the answer open
      });
    });
    response.headers.set('cache-control', 'no-cache, no-transform');
    response.headers.set('x-accel-buffering', 'no');
    // A connection that is kept for further requests would hold a server that is asked to end for seconds more.
    response.headers.set('connection', 'close');
    return response;
  } catch (error) {
    close();
    throw error;
  }
}

/** Lets one loop sleep for some milliseconds, or until it is woken. */
function sleeper() {
  let wake = () => {};
  const sleep = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  return { sleep, wake: () => wake() };
}

async function startOf(c: Context, actor: Actor, projectId: string): Promise<Start> {
  const given = c.req.header('last-event-id') ?? c.req.query('after');
  const recent = Math.min(RECENT, Number(c.req.query('recent')) || 0);
  const { head, before } = await read(actor, (ctx) => findHead(ctx, projectId, new Date(Date.now() - recent * 1000)));
  announce(projectId, head);
  if (given === undefined) return { at: recent > 0 ? before : head, reset: false };
  const cursor = /^\d{1,15}$/.test(given) ? Number(given) : Infinity;
  return cursor <= head && head - cursor <= TOO_FAR ? { at: cursor, reset: false } : { at: head, reset: true };
}

async function follow(stream: SSEStreamingApi, live: Live, start: Start, sleep: (ms: number) => Promise<void>) {
  const { place, projectId, inbox, end } = live;
  const send = (write: Promise<unknown>) => inTime(write, live);
  await send(stream.write('retry: 2000\n\n'));
  if (start.reset) await send(stream.writeSSE({ event: 'reset', id: String(start.at), data: '{}' }));
  let { at } = start;
  let told = place.passed;
  let checkedAt = Date.now();
  let saidHere = 0;
  let caughtUp = false;
  while (!end.aborted && Date.now() - checkedAt < UNCHECKED) {
    try {
      const next = await eventsAfter(place, live.actor, projectId, at);
      const due = Date.now() - checkedAt >= BEAT;
      if (due || next.events.some(({ type }) => type.startsWith('member.') || type === 'project.taken-back')) {
        if (!(await stillMay(live))) return void (await send(stream.writeSSE({ event: 'bye', data: '{}' })));
        checkedAt = Date.now();
      }
      for (const event of next.events) {
        if (end.aborted) return;
        await send(stream.writeSSE({ id: String(event.seq), data: JSON.stringify(event) }));
      }
      at = next.at;
      // What comes before the first beat had happened before this stream began.
      if (due || (!caughtUp && place.head <= at)) {
        await send(stream.writeSSE({ event: 'beat', id: String(at), data: '{}' }));
        caughtUp = true;
      }
      // Without an id: it is no place in the log, and the reader keeps theirs.
      if (place.passed !== told) await send(stream.writeSSE({ event: 'passing', data: String((told = place.passed)) }));
      if (inbox.changed) await send(stream.writeSSE({ event: 'inbox', data: String((inbox.changed = false)) }));
      const { version, said } = place.crowd;
      if (version > saidHere) await send(stream.writeSSE({ event: 'here', data: said }));
      saidHere = version;
      const isTold = place.head <= at && place.passed === told && place.crowd.version === saidHere && !inbox.changed;
      if (isTold && !end.aborted) await sleep(BEAT - (Date.now() - checkedAt));
    } catch {
      await sleep(1000); // the database is away: tried again until too much time has gone unchecked
    }
  }
}

/** Waits for a write, but not past the stream's end; a reader who does not keep up is dropped, and resumes from the log. */
async function inTime(write: Promise<unknown>, { end, close }: Live) {
  if (end.aborted) return;
  const timer = setTimeout(close, SLOW);
  let stop = () => {};
  const ended = new Promise<void>((done) => (stop = done));
  end.addEventListener('abort', stop);
  await Promise.race([write, ended]);
  end.removeEventListener('abort', stop);
  clearTimeout(timer);
}

/** Whether the session or token is alive and its owner still a member: rows decide, as for every request. */
async function stillMay(live: Live): Promise<boolean> {
  const caller = await callerFrom(live.headers, false);
  if (caller?.actor.userId !== live.actor.userId) return false;
  live.actor = caller.actor;
  return caller.actor.projects.some((project) => project.id === live.projectId);
}
