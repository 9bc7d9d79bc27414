import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newWorld, openTab, Source, tellPage, type Tab, type World } from './line.fixtures';
import { pauseAfter } from './stream-reader';

let world: World;
beforeEach(() => {
  vi.useFakeTimers();
  world = newWorld();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const source = () => world.sources.at(-1)!;
const queries = () => world.sources.map(({ url }) => url.split('?')[1]);
const openSources = () => world.sources.filter(({ readyState }) => readyState !== Source.CLOSED);

describe('the tabs of a browser', () => {
  it('read one stream, and each is told each event once, in order', () => {
    const tabs = Array.from({ length: 7 }, () => openTab());
    expect(world.sources).toHaveLength(1);
    expect(source().url).toBe('/api/v1/projects/p/live?recent=60');
    for (const seq of [5, 6, 6, 5, 7]) source().event(seq);
    world.deliver();
    for (const { told } of tabs) expect(told).toEqual([5, 6, 7]);
  });

  it('go on where the one that read left off', async () => {
    const [first, second] = [openTab(), openTab()];
    source().event(8);
    world.deliver();
    first.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(queries()).toEqual(['recent=60', 'after=8']);
    expect(openSources()).toHaveLength(1);
    source().event(9);
    expect([first.told, second.told]).toEqual([[8], [8, 9]]);
  });

  it('hear, when they come later, what they may have missed while they loaded, and who is here', () => {
    const first = openTab();
    source().event(11);
    source().say({ name: 'here', data: { people: [{ userId: 'u' }] } });
    const late = openTab();
    world.deliver();
    expect([first.told, late.told]).toEqual([[11], [11]]);
    expect(late.here).toEqual([{ userId: 'u' }]);
  });

  it('ask again whoever reads after the one they asked has gone', async () => {
    const [first, second, third] = [openTab(), openTab(), openTab()];
    world.deliver(1, 2); // the second hears the third, and does not read yet
    first.leave();
    await vi.advanceTimersByTimeAsync(0);
    world.deliver();
    source().event(4);
    world.deliver();
    expect([second.told, third.told]).toEqual([[4], [4]]);
  });

  it('may hear two of them in the wrong order: what does not follow waits for what is between', async () => {
    const [first, , third] = [openTab(), openTab(), openTab()];
    world.deliver();
    source().event(4);
    world.deliver(1); // the second knows of it, the third does not yet
    first.leave();
    await vi.advanceTimersByTimeAsync(0);
    source().event(5);
    world.deliver(1, 1);
    world.deliver(1, 1);
    expect(third.told).toEqual([]);
    world.deliver();
    expect(third.told).toEqual([4, 5]);
  });

  it('all hear that their reader may not be here any more, and that what passes is another', () => {
    const tabs = [openTab(), openTab()];
    source().say({ name: 'passing', data: 3 });
    source().say({ name: 'bye', data: {} });
    world.deliver();
    expect(tabs.map(({ byes, passings }) => [byes, passings])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('a stream', () => {
  it('that is refused is told to every tab, one that only breaks is not, and both are tried again', async () => {
    const tabs = [openTab(), openTab()];
    source().fail();
    await vi.advanceTimersByTimeAsync(2000);
    world.deliver();
    expect(tabs.map(({ refusals }) => refusals)).toEqual([0, 0]);
    source().refuse();
    world.deliver();
    expect(tabs.map(({ refusals }) => refusals)).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(4000);
    expect(world.sources).toHaveLength(3);
  });

  it('tells what had happened before it began as past, to every tab; and so does a tab to one that comes later', () => {
    const tabs = [openTab(), openTab()];
    world.deliver();
    source().event(3);
    source().beat(3);
    source().event(4);
    world.deliver();
    for (const { told, late } of tabs) expect({ told, late }).toEqual({ told: [3, 4], late: [3] });
    const third = openTab();
    world.deliver();
    expect(third.late).toEqual([3, 4]);
    source().fail();
    vi.advanceTimersByTime(1000);
    source().event(5);
    source().beat(5);
    source().event(6);
    world.deliver();
    expect(third).toMatchObject({ told: [3, 4, 5, 6], late: [3, 4, 5] });
  });

  it('that is lost is opened again from the last event; a refused cursor reads everything anew', () => {
    const { told } = openTab();
    source().event(3);
    source().fail();
    vi.advanceTimersByTime(499);
    expect(world.sources).toHaveLength(1);
    vi.advanceTimersByTime(501);
    expect(queries()).toEqual(['recent=60', 'after=3']);
    tellPage('online');
    expect(world.sources).toHaveLength(2);
    source().fail();
    tellPage('online');
    expect(world.sources).toHaveLength(3);
    source().say({ name: 'reset', id: 1, data: {} });
    source().event(2);
    expect(told).toEqual([3, 'reset', 2]);
  });

  it('that beats is left alone; one that has gone silent is opened again, at once after sleep', () => {
    openTab();
    for (let beats = 0; beats < 10; beats += 1) {
      vi.advanceTimersByTime(10_000);
      source().beat(40);
    }
    expect(queries()).toEqual(['recent=60']);
    vi.advanceTimersByTime(31_000);
    expect(queries()).toEqual(['recent=60', 'after=40']);
    vi.setSystemTime(Date.now() + 3_600_000);
    tellPage('visibilitychange');
    expect(queries()).toEqual(['recent=60', 'after=40', 'after=40']);
  });

  it('that stays away leaves nobody here', () => {
    const tab = openTab();
    source().say({ name: 'here', data: { people: [{ userId: 'u' }] } });
    for (let tries = 0; tries < 4; tries += 1) {
      expect(tab.here).toHaveLength(1);
      source().fail();
      vi.advanceTimersByTime(30_000);
    }
    expect(tab.here).toEqual([]);
  });

  it('is tried less and less often, never by all at the same moment', () => {
    expect([0, 1, 4, 5, 40].map((failures) => pauseAfter(failures, 1))).toEqual([1000, 2000, 16_000, 30_000, 30_000]);
    expect(pauseAfter(0, 0)).toBe(500);
  });
});

// Everything that can happen between a log and the tabs of a browser, in any order; then the weather clears, and each tab must have been told
// all that it had not read, once and in order, or to read everything anew.
type Step =
  | { do: 'write'; seen: boolean; times: number }
  | { do: 'flow'; count: number }
  | { do: 'deliver'; count: number; turn: number }
  | { do: 'load'; seconds: number; meanwhile: number; flows: boolean }
  | { do: 'leave'; which: number }
  | { do: 'wait'; ms: number }
  | { do: 'break' | 'silence' | 'stop' | 'start' | 'online' };
const happens = <T extends object>(weight: number, step: T) => ({
  weight,
  arbitrary: fc.record(step as never) as fc.Arbitrary<Step>,
});
const step = fc.oneof(
  happens(4, { do: fc.constant('write'), seen: fc.boolean(), times: fc.integer({ min: 1, max: 8 }) }),
  happens(3, { do: fc.constant('flow'), count: fc.nat(4) }),
  happens(3, { do: fc.constant('deliver'), count: fc.nat(6), turn: fc.nat(5) }),
  happens(2, {
    do: fc.constant('load'),
    seconds: fc.integer({ min: 0, max: 25 }),
    meanwhile: fc.nat(2),
    flows: fc.boolean(),
  }),
  happens(1, { do: fc.constant('leave'), which: fc.nat(6) }),
  happens(2, { do: fc.constant('wait'), ms: fc.constantFrom(200, 3000, 29_000, 400_000) }),
  happens(2, { do: fc.constantFrom('break', 'silence', 'stop', 'start', 'online') }),
);

async function take(one: Step, tabs: Tab[]): Promise<void> {
  if (one.do === 'write') for (let left = one.times; left > 0; left -= 1) world.write(one.seen);
  else if (one.do === 'flow') source()?.flow(one.count);
  else if (one.do === 'deliver') world.deliver(one.count, one.turn);
  else if (one.do === 'leave') tabs.splice(one.which % Math.max(1, tabs.length), 1)[0]?.leave();
  else if (one.do === 'wait') await vi.advanceTimersByTimeAsync(one.ms);
  else if (one.do === 'break') source()?.fail();
  else if (one.do === 'silence') openSources().forEach((open) => (open.dead = true));
  else if (one.do === 'stop') world.up = false;
  else if (one.do === 'start') world.up = true;
  else if (one.do === 'online') tellPage('online');
  else if (one.do === 'load') {
    const from = world.head();
    for (let left = one.meanwhile; left > 0; left -= 1) world.write(true);
    if (one.flows) source()?.flow();
    await vi.advanceTimersByTimeAsync(one.seconds * 1000);
    tabs.push(openTab(from));
  }
  await vi.advanceTimersByTimeAsync(0);
}

async function clear(): Promise<void> {
  world.up = true;
  for (let round = 0; round < 12; round += 1) {
    await vi.advanceTimersByTimeAsync(9000); // a stream beats meanwhile, and is not taken for dead
    openSources().forEach((open) => open.flow());
    world.deliver();
  }
}

/** What a tab had still to be told since its page was last read whole. */
const missing = ({ told, since }: Tab) =>
  world.log.filter(({ seq, seen }) => seen && seq > since && !told.includes(seq)).map(({ seq }) => seq);
const repeated = ({ told }: Tab) => {
  const last = told.slice(told.lastIndexOf('reset') + 1) as number[];
  return last.filter((seq, index) => index > 0 && seq <= last[index - 1]!);
};

it('whatever breaks, and in whatever order: nothing is missed, nothing is told twice, and one stream is open', async () => {
  const seen = { resets: 0, takeovers: 0, tabs: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      world = newWorld();
      const tabs = [openTab()];
      for (const one of steps) await take(one, tabs);
      await clear();
      expect(openSources().length).toBe(tabs.length > 0 ? 1 : 0);
      for (const tab of tabs)
        expect({ missing: missing(tab), repeated: repeated(tab) }).toEqual({ missing: [], repeated: [] });
      seen.resets += tabs.filter(({ told }) => told.includes('reset')).length;
      seen.takeovers += world.sources.length > 1 ? 1 : 0;
      seen.tabs += tabs.length;
      tabs.forEach(({ leave }) => leave());
      await vi.advanceTimersByTimeAsync(0);
    }),
    { numRuns: 300 },
  );
  // The interesting ways were taken.
  expect(seen.resets).toBeGreaterThan(10);
  expect(seen.takeovers).toBeGreaterThan(100);
  expect(seen.tabs).toBeGreaterThan(300);
});
