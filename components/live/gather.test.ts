import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gather } from './gather';
import type { News } from './invalidate';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tagged: News = { type: 'tag.added', subjectType: 'tag', subjectId: 't', version: 1 };

/** How often each of these is read while something shows it. */
function shown(client: QueryClient, ...names: string[]) {
  const reads = Object.fromEntries(names.map((name) => [name, 0]));
  const leave = names.map((name) => {
    const queryFn = () => Promise.resolve((reads[name]! += 1));
    return new QueryObserver(client, { queryKey: [name, {}, {}], queryFn }).subscribe(() => {});
  });
  return { reads, leave: () => leave.forEach((stop) => stop()) };
}

it('reads again at once what is old, and every few seconds what is long in reckoning, until all is told', async () => {
  const client = new QueryClient();
  const { reads, leave } = shown(client, 'findClaim', 'findAgreement', 'listDifferences');
  const news = gather(client);
  await vi.advanceTimersByTimeAsync(0);
  expect(reads).toEqual({ findClaim: 1, findAgreement: 1, listDifferences: 1 });
  news.add([tagged]);
  await vi.advanceTimersByTimeAsync(200);
  expect(reads).toEqual({ findClaim: 2, findAgreement: 2, listDifferences: 2 });
  for (let seconds = 0; seconds < 20; seconds += 1) {
    news.add([tagged]);
    await vi.advanceTimersByTimeAsync(1000);
  }
  await vi.advanceTimersByTimeAsync(6000);
  expect(reads.findClaim).toBe(22);
  expect(reads.findAgreement).toBeGreaterThan(4);
  expect(reads.findAgreement).toBeLessThan(8);
  expect(reads.listDifferences).toBe(reads.findAgreement);
  const { ...before } = reads;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reads).toEqual(before);
  news.add([tagged]);
  news.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reads).toEqual(before);
  leave();
  client.clear();
});

it('reads anew what is being read for the first time: that began before what it must show', async () => {
  const client = new QueryClient();
  let log = 0; // how many events the server knows of
  const queryFn = async ({ signal }: { signal: AbortSignal }) => {
    const seen = log;
    await new Promise((done) => setTimeout(done, 2000));
    signal.throwIfAborted();
    return seen;
  };
  const observer = new QueryObserver(client, { queryKey: ['findReviewQueue', {}, {}], queryFn });
  const leave = observer.subscribe(() => {});
  const news = gather(client);
  await vi.advanceTimersByTimeAsync(500);
  log = 1;
  news.add([tagged]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(observer.getCurrentResult()).toMatchObject({ status: 'success', data: 1 });
  // While it is read again, what comes makes it old once more, and no event begins it anew for ever.
  for (log = 2; log < 40; log += 1) {
    news.add([tagged]);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(observer.getCurrentResult().data).toBeGreaterThan(20);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(observer.getCurrentResult().data).toBe(40);
  news.stop();
  leave();
  client.clear();
});
