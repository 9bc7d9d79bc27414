import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { follow } from '@/components/live/line';
import { createToken } from '@/lib/accounts/commands';
import { api } from '@/lib/api/routes';
import { addPublisher } from '@/lib/articles/commands';
import { closePools } from '@/lib/core/db';
import { closeAll, eventsOf, rows, team, type Team } from '@/lib/core/testing';
import { closeHub } from './hub';
import { streams } from './streams';

// The whole line, from the log in PostgreSQL to what a browser's tabs are told, through a server that is restarted, a database that throws
// everybody out, and streams that are cut: the tabs' own code, the door's own code, a real database. Only the browser is stood in for.

let at: Team;
let bearer: string;
/** Whether the server can be reached. */
let up = true;

class Stream {
  static CLOSED = 2;
  readyState = 0;
  onerror = () => {};
  private readonly takers = new Map<string, (event: { data: string; lastEventId: string }) => void>();
  private readonly stop = new AbortController();
  constructor(url: string) {
    void this.read(url)
      .catch(() => {})
      .then(() => this.readyState !== Stream.CLOSED && this.onerror());
  }
  addEventListener(name: string, take: (event: { data: string; lastEventId: string }) => void) {
    this.takers.set(name, take);
  }
  close() {
    this.readyState = Stream.CLOSED;
    this.stop.abort();
  }
  private async read(url: string) {
    if (!up) return;
    const headers = { authorization: `Bearer ${bearer}` };
    const response = await api.request(new Request(`http://localhost${url}`, { headers, signal: this.stop.signal }));
    if (response.status !== 200) return;
    this.readyState = 1;
    let rest = '';
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + part).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) this.take(block);
    }
  }
  private take(block: string) {
    const field = (name: string) => RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const data = field('data');
    if (data !== undefined && this.readyState !== Stream.CLOSED)
      this.takers.get(field('event') ?? 'message')?.({ data, lastEventId: field('id') ?? '' });
  }
}

beforeAll(async () => {
  at = await team();
  const input = { name: 'line', scopes: ['read', 'write'] };
  bearer = ((await createToken({ actor: at.lead, id: at.lead.userId, input })).body as { secret: string }).secret;
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('navigator', {}); // without locks each tab reads for itself: both ways to the log at once
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
});
const leaving: (() => void)[] = [];
afterEach(() => leaving.splice(0).forEach((leave) => leave()));
afterAll(async () => {
  for (const close of [...streams().open]) close();
  await closeHub();
  vi.unstubAllGlobals();
  await closeAll();
});

function tab() {
  const told: (number | 'reset')[] = [];
  leaving.push(
    follow(at.projectId, (news) => {
      if ('events' in news) told.push(...news.events.map(({ seq }) => seq));
      else if ('reset' in news) told.push('reset');
    }),
  );
  return told;
}
const write = () => addPublisher({ actor: at.analyst, id: at.projectId, input: { name: `Outlet ${randomUUID()}` } });
const writes = async (count: number) => {
  for (let left = count; left > 0; left -= 1) await write();
};
const headOf = async () => (await eventsOf(at.projectId)).at(-1)?.seq ?? 0;

/** As when the process is asked to end, and another begins: its streams, its ear and its pools go, and nobody answers for a while. */
async function restartServer(meanwhile: () => Promise<unknown>) {
  up = false;
  for (const close of [...streams().open]) close();
  await closeHub();
  await meanwhile();
  await closePools();
  up = true;
}
/** As when the database is restarted: every connection to it is cut, in the middle of whatever it does. */
const restartDatabase = () =>
  rows()
    .$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;

it('tells every tab everything once, in order, through restarts of the server and of the database', async () => {
  const tabs = [tab(), tab()];
  await vi.waitFor(() => expect(streams().open.size).toBe(2));
  await writes(3);
  await restartServer(() => writes(4));
  await writes(2);
  for (let times = 0; times < 2; times += 1) {
    await vi.waitFor(() => expect(tabs[0]).toHaveLength(9 + times * 3), 15_000);
    await restartDatabase().catch(() => {});
    await vi.waitFor(() => writes(1), 10_000);
    for (const close of streams().open) close();
    await writes(2);
  }
  const head = await headOf();
  expect(head).toBe(15);
  const all = Array.from({ length: head }, (_, index) => index + 1);
  for (const told of tabs) await vi.waitFor(() => expect(told).toEqual(all), 20_000);
});

it('answers 503 while the database throws everybody out, and lets in again after', async () => {
  const ask = () =>
    api.request(`/api/v1/projects/${at.projectId}/live`, { headers: { authorization: `Bearer ${bearer}` } });
  const answers: Response[] = [];
  await vi.waitFor(
    async () => {
      const [answer] = await Promise.all([ask(), restartDatabase().catch(() => {})]);
      answers.push(answer);
      expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(2);
    },
    { timeout: 20_000, interval: 10 },
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
  const refused = answers.filter(({ status }) => status === 503);
  for (const one of refused) expect(await one.json()).toMatchObject({ code: 'unavailable' });
  await Promise.all(answers.map(({ body }) => body?.locked || body?.cancel()));
  await vi.waitFor(async () => expect((await ask()).status).toBe(200), 10_000);
});
