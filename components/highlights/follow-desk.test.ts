import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pane } from '@/components/articles/pane';
import { Desk, type Lying } from './desk';
import { noFilter } from './filter';
import { AFTER_MARKS, followDesk, followSettled } from './follow-desk';
import type { Layer } from './layer';
import { aHighlight, ana, aTag, otto } from './layers.fixtures';

const A_FRAME = 16;
/** When what follows the marks is told at the earliest: the frame that shows them is painted when the next begins. */
const SETTLED = 2 * A_FRAME + AFTER_MARKS;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, A_FRAME));
  vi.stubGlobal('cancelAnimationFrame', (frame: ReturnType<typeof setTimeout>) => clearTimeout(frame));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const own = aHighlight(10, 20, [aTag({ author: ana })]);
const others = aHighlight(0, 5, [aTag({ author: otto })], { author: otto });

/** A desk with one highlight on it, and what was drawn and told since, in order. */
function followed() {
  const desk = new Desk(
    { projectId: 'p', articleId: 'a', articleVersion: 1, me: { ...ana, role: 'analyst' } },
    new QueryClient(),
  );
  desk.put(own);
  const done: string[] = [];
  const drawn = (marks: readonly Layer[]) => done.push(`drawn ${marks.map(({ start }) => start).join()}`);
  desk.store.set({ pane: { setMarks: drawn } as unknown as Pane });
  const stop = [
    followDesk(desk),
    desk.lying.subscribe(() => done.push('told')),
    followSettled(desk, ({ all }: Lying) => done.push(`settled ${all.length}`)),
  ];
  vi.runAllTimers();
  return { desk, done: done.splice(0) && done, stop: () => stop.forEach((one) => one()) };
}

/** Until what follows at once has followed. */
const atOnce = () => Promise.resolve();

it('draws what changed before it is told, once for what changes together, and lets the rest follow', async () => {
  const { desk, done } = followed();
  desk.put(others);
  desk.store.set({ underWay: [aHighlight(30, 40, [], { version: 0 })] });
  expect(done).toEqual([]);
  await atOnce();
  expect(done).toEqual(['drawn 0,10,30', 'told']);
  vi.advanceTimersByTime(SETTLED - 1);
  desk.store.set({ underWay: [] });
  await atOnce();
  expect(done.slice(2)).toEqual(['drawn 0,10', 'told']);
  vi.advanceTimersByTime(1);
  expect(done.slice(4)).toEqual(['settled 2']);
});

it('does nothing where nothing changed, and for other answers', async () => {
  const { desk, done } = followed();
  desk.queries.setQueryData(['listHighlights', { id: 'another' }], { items: [others], nextCursor: null });
  desk.store.set({ lit: ['x'] });
  await atOnce();
  vi.runAllTimers();
  expect(done).toEqual([]);
});

it('draws what the filters let through, and is still when it is called off', async () => {
  const { desk, done, stop } = followed();
  desk.lay({ ...noFilter, author: otto.id });
  expect([...done, desk.lying.get().shown.length, desk.lying.get().all.length]).toEqual(['drawn ', 'told', 0, 1]);
  desk.put(others);
  await atOnce();
  expect(desk.lying.get().shown.map(({ start }) => start)).toEqual([0]);
  const before = done.length;
  stop();
  desk.put(aHighlight(50, 60, []));
  await atOnce();
  vi.runAllTimers();
  expect(done).toHaveLength(before);
});
