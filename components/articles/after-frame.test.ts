import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterFrame } from './after-frame';

let frames: (() => void)[] = [];
/** The next frame begins: what waits for it runs, and what asks for the one after it meanwhile waits. */
const frame = () => frames.splice(0).forEach((run) => run());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('counts from the frame after the one that is being made, however long that takes', () => {
  const run = vi.fn();
  afterFrame(run, 60);
  vi.advanceTimersByTime(200);
  frame();
  vi.advanceTimersByTime(200);
  frame();
  vi.advanceTimersByTime(59);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5000);
  expect(run).toHaveBeenCalledOnce();
});

it('goes on in a page that has no frames', () => {
  const run = vi.fn();
  afterFrame(run, 60);
  vi.advanceTimersByTime(560);
  expect(run).toHaveBeenCalledOnce();
});

it('is still when it is called off, at any time', () => {
  const run = vi.fn();
  afterFrame(run, 60)();
  const cancel = afterFrame(run, 60);
  frame();
  frame();
  cancel();
  vi.advanceTimersByTime(5000);
  expect(run).not.toHaveBeenCalled();
});
