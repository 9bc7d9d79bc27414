import { afterEach, expect, it, vi } from 'vitest';
import type { EventView } from '@/lib/activity/activity';
import { follow, pauseAfter, type Told } from './line';

// Channels are Node's own; a browser's lock and stream are stood in for, one of each.
class Source {
  static CLOSED = 2;
  static opened: Source[] = [];
  onopen = () => {};
  onmessage = (_: { data: string }) => {};
  onerror = () => {};
  readyState = 1;
  reset = (_: { lastEventId: string }) => {};
  passing = (_: { lastEventId: string }) => {};
  constructor(readonly url: string) {
    Source.opened.push(this);
  }
  addEventListener(name: 'reset' | 'passing', listener: (event: { lastEventId: string }) => void) {
    this[name] = listener;
  }
  close() {
    this.readyState = Source.CLOSED;
  }
  say(seq: number) {
    this.onmessage({ data: JSON.stringify(event(seq)) });
  }
}
const event = (seq: number) => ({ seq, type: 'tag.added' }) as EventView;

const queue: (() => Promise<void>)[] = [];
let held = false;
async function next() {
  const work = queue.shift();
  held = Boolean(work);
  if (!work) return;
  await work();
  await next();
}
const locks = {
  request: (_: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>) =>
    new Promise<void>((done, fail) => {
      const turn = () => work().then(done);
      signal.addEventListener('abort', () => {
        const index = queue.indexOf(turn);
        if (index >= 0) fail(queue.splice(index, 1));
      });
      queue.push(turn);
      if (!held) void next();
    }),
};
const page = new EventTarget();
vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
vi.stubGlobal('EventSource', Source);
vi.stubGlobal('navigator', { locks });

const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
  Source.opened = [];
});
let serial = 0;
function tab(projectId = `p${++serial}`) {
  const told: (number | 'reset' | 'passing')[] = [];
  const leave = follow(projectId, (news: Told) => {
    if ('events' in news) told.push(...news.events.map((one) => one.seq));
    else told.push('reset' in news ? 'reset' : 'passing');
  });
  leaving.push(leave);
  return { projectId, told, leave };
}
const sources = () => Source.opened;
const source = () => sources().at(-1)!;

it('one tab reads for all, and each event is told once, in order', async () => {
  const first = tab();
  const second = tab(first.projectId);
  expect(sources()).toHaveLength(1);
  expect(source().url).toMatch(/^\/api\/v1\/projects\/p1\/live\?recent=3\d$/);
  for (const seq of [5, 6, 6, 5, 7]) source().say(seq);
  expect(first.told).toEqual([5, 6, 7]);
  await vi.waitFor(() => expect(second.told).toEqual([5, 6, 7]));
});

it('another tab goes on where the first one left off', async () => {
  const first = tab();
  const second = tab(first.projectId);
  source().say(8);
  await vi.waitFor(() => expect(second.told).toEqual([8]));
  first.leave();
  await vi.waitFor(() => expect(sources()).toHaveLength(2));
  expect(sources()[0]!.readyState).toBe(Source.CLOSED);
  expect(source().url).toContain('?after=8');
  source().say(9);
  expect([first.told, second.told]).toEqual([[8], [8, 9]]);
});

it('a tab that comes later hears what it may have missed while it loaded', async () => {
  const first = tab();
  source().say(11);
  const late = tab(first.projectId);
  await vi.waitFor(() => expect(late.told).toEqual([11]));
  expect(first.told).toEqual([11]);
});

it('a lost stream is opened again from the last event, a refused cursor reads everything anew', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { told } = tab();
    source().say(3);
    source().onerror();
    vi.advanceTimersByTime(499);
    expect(sources()).toHaveLength(1);
    vi.advanceTimersByTime(501);
    expect(sources().map((one) => one.url.split('?')[1])).toEqual([expect.stringMatching('recent='), 'after=3']);
    page.dispatchEvent(new Event('online'));
    expect(sources()).toHaveLength(2);
    source().onerror();
    page.dispatchEvent(new Event('online'));
    expect(sources()).toHaveLength(3);
    source().reset({ lastEventId: '1' });
    source().say(2);
    expect(told).toEqual([3, 'reset', 2]);
  } finally {
    vi.useRealTimers();
  }
});

it('tries less and less often, never all at the same moment', () => {
  expect([0, 1, 4, 5, 40].map((failures) => pauseAfter(failures, 1))).toEqual([1000, 2000, 16_000, 30_000, 30_000]);
  expect(pauseAfter(0, 0)).toBe(500);
});

it('every tab is told that what passes is another, and keeps its place in the log', async () => {
  const first = tab();
  const second = tab(first.projectId);
  await vi.waitFor(() => expect(sources()).toHaveLength(1));
  source().say(4);
  source().passing({ lastEventId: '' });
  await vi.waitFor(() =>
    expect([first.told, second.told]).toEqual([
      [4, 'passing'],
      [4, 'passing'],
    ]),
  );
});
