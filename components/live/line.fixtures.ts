import { vi } from 'vitest';
import type { EventView } from '@/lib/activity/activity';
import { follow, type Told } from './line';

// A browser and a server made of nothing but their order of things: tabs that share a lock and a channel, a log, and a network that
// delivers when it is told to, falls silent, or breaks.

const TOO_FAR = 20; // events
const RECENT = 300_000; // ms

type Block = { name: string; id?: number; data: unknown };

export class World {
  log: { seq: number; at: number; seen: boolean }[] = [];
  sources: Source[] = [];
  up = true;
  readonly page = new EventTarget();
  private readonly channels = new Set<Channel>();
  private waiting: { from: Channel; to: Channel; data: unknown }[] = [];
  private readonly queue: { work: () => Promise<void>; signal: AbortSignal }[] = [];
  private held = false;

  head = () => this.log.length;
  write(seen: boolean): void {
    this.log.push({ seq: this.head() + 1, at: Date.now(), seen });
  }

  /** What a stream begins with, by the server's rules. */
  start(url: string): { at: number; reset: boolean } {
    const query = new URL(url, 'http://x').searchParams;
    const after = query.get('after');
    const head = this.head();
    if (after === null) {
      const since = Date.now() - Math.min(RECENT, Number(query.get('recent')) * 1000);
      return { at: this.log.filter(({ at }) => at <= since).length, reset: false };
    }
    const cursor = /^\d+$/.test(after) ? Number(after) : Infinity;
    return cursor <= head && head - cursor <= TOO_FAR ? { at: cursor, reset: false } : { at: head, reset: true };
  }

  post(from: Channel, data: unknown): void {
    for (const to of this.channels) if (to !== from) this.waiting.push({ from, to, data: structuredClone(data) });
  }
  /** What one tab says to another comes in its order; which two tabs come first, nobody promises. */
  deliver(count = Infinity, turn = 0): void {
    for (let left = count; left > 0 && this.waiting.length > 0; left -= 1) {
      const firsts = this.waiting.filter(
        (one, index) => this.waiting.findIndex(({ from, to }) => from === one.from && to === one.to) === index,
      );
      const next = firsts[turn % firsts.length]!;
      this.waiting = this.waiting.filter((one) => one !== next);
      if (this.channels.has(next.to)) next.to.onmessage({ data: next.data });
    }
  }
  join = (channel: Channel) => void this.channels.add(channel);
  part = (channel: Channel) => void this.channels.delete(channel);

  readonly locks = {
    request: (_: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>) => {
      this.queue.push({ work, signal });
      if (!this.held) void this.next();
      return Promise.resolve();
    },
  };
  private async next(): Promise<void> {
    const turn = this.queue.shift();
    this.held = turn !== undefined;
    if (!turn) return;
    if (!turn.signal.aborted) await turn.work();
    await this.next();
  }
}

class Channel {
  onmessage = (_: { data: unknown }) => {};
  constructor() {
    world.join(this);
  }
  postMessage(data: unknown) {
    world.post(this, data);
  }
  close() {
    world.part(this);
  }
}

/** A stream as the browser has it. Nothing comes by itself: `flow` brings what the server has said by now. */
export class Source {
  static CLOSED = 2;
  readyState = 1;
  onerror = () => {};
  /** Up to where the server has sent; null before the first. */
  private at: number | null = null;
  dead = false;
  private readonly takers = new Map<string, (event: { data: string; lastEventId: string }) => void>();
  constructor(readonly url: string) {
    world.sources.push(this);
  }
  addEventListener(name: string, take: (event: { data: string; lastEventId: string }) => void) {
    this.takers.set(name, take);
  }
  close() {
    this.readyState = Source.CLOSED;
  }
  say({ name, id, data }: Block) {
    if (this.readyState !== Source.CLOSED && !this.dead)
      this.takers.get(name)!({ data: JSON.stringify(data), lastEventId: String(id ?? '') });
  }
  event = (seq: number) => this.say({ name: 'message', id: seq, data: { seq, type: 'tag.added' } as EventView });
  beat = (seq: number) => this.say({ name: 'beat', id: seq, data: {} });
  /** The server answers, and gives no stream. */
  refuse() {
    this.readyState = Source.CLOSED;
    this.onerror();
  }
  fail() {
    if (this.readyState !== Source.CLOSED) this.onerror();
  }
  /** Brings at most so many of what waits, then a beat if all is told. */
  flow(count = Infinity) {
    if (this.dead || this.readyState === Source.CLOSED) return;
    if (!world.up) return this.fail();
    if (this.at === null) {
      const { at, reset } = world.start(this.url);
      this.at = at;
      if (reset) this.say({ name: 'reset', id: at, data: {} });
    }
    for (const { seq, seen } of world.log.slice(this.at, this.at + count)) {
      this.at = seq;
      if (seen) this.event(seq);
    }
    if (this.at === world.head()) this.beat(this.at);
  }
}

export let world = new World();

/** A world of its own for a test, with nothing left of the one before. */
export function newWorld(): World {
  vi.clearAllTimers();
  world = new World();
  const { page } = world;
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.stubGlobal('navigator', { locks: world.locks });
  return world;
}
export const tellPage = (name: string) => world.page.dispatchEvent(new Event(name));

/** A tab whose page was read when the log reached `from`. `told` is what it was told; `since` up to where its page was right when it was last read. */
export function openTab(from = world.head()) {
  const tab = {
    told: [] as (number | 'reset')[],
    late: [] as number[],
    since: from,
    here: [] as unknown[],
    byes: 0,
    refusals: 0,
    passings: 0,
    leave: () => {},
  };
  tab.leave = follow('p', (news: Told) => {
    if ('events' in news) {
      const seqs = news.events.map(({ seq }) => seq);
      tab.told.push(...seqs);
      if (news.past) tab.late.push(...seqs);
    } else if ('here' in news) tab.here = news.here;
    else if ('bye' in news) tab.byes += 1;
    else if ('refused' in news) tab.refusals += 1;
    else if ('passing' in news) tab.passings += 1;
    else {
      tab.told.push('reset');
      tab.since = world.head();
    }
  });
  return tab;
}
export type Tab = ReturnType<typeof openTab>;
