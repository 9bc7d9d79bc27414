import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { late } from '@/components/ui/late';
import { gather } from './gather';
import type { News } from './invalidate';
import { news } from './news';

const saved: News = { type: 'claim.saved', subjectType: 'claim', subjectId: 'c', version: 2 };

/** A screen that shows a list of claims and one of webhooks; counts how often each is read. */
async function screen() {
  const client = new QueryClient();
  const times = { listClaims: 0, listWebhooks: 0 };
  for (const name of ['listClaims', 'listWebhooks'] as const)
    new QueryObserver(client, {
      queryKey: [name, {}],
      queryFn: () => (times[name] += 1),
      staleTime: Infinity,
    }).subscribe(() => {});
  await expect.poll(() => times).toEqual({ listClaims: 1, listWebhooks: 1 });
  return { client, times };
}

test('events that come before the file which reads them wait for it, and make old what they are about', async () => {
  const { client, times } = await screen();
  let come = () => {};
  const piece = late(() => new Promise<typeof gather>((done) => (come = () => done(gather))), { atRest: false });
  const line = news(client, piece.fetch);
  line.add([saved]);
  line.add([{ ...saved, version: 3 }]);
  come();
  await expect.poll(() => times).toEqual({ listClaims: 2, listWebhooks: 1 });
  line.stop();
});

test('where that file cannot be fetched, everything on the screen is read again; the next event asks for it once more', async () => {
  const { client, times } = await screen();
  let gone = true;
  const piece = late(async () => (gone ? Promise.reject(new Error('gone')) : gather), { atRest: false });
  const line = news(client, piece.fetch);
  line.add([saved]);
  await expect.poll(() => times).toEqual({ listClaims: 2, listWebhooks: 2 });
  gone = false;
  line.add([saved]);
  await expect.poll(() => times).toEqual({ listClaims: 3, listWebhooks: 2 });
  line.stop();
});

test('a page that was left reads nothing any more', async () => {
  const { client, times } = await screen();
  const line = news(client, () => Promise.reject(new Error('gone')));
  line.add([saved]);
  line.stop();
  await new Promise((done) => setTimeout(done, 50));
  expect(times).toEqual({ listClaims: 1, listWebhooks: 1 });
});
