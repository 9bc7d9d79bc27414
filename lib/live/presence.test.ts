import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Presence } from '@/lib/activity/presence';
import { createToken } from '@/lib/accounts/commands';
import { addArticle, deleteArticle } from '@/lib/articles/commands';
import { api } from '@/lib/api/routes';
import { addClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { closeAll, eventsOf, rows, team, type Team } from '@/lib/core/testing';
import { closeHub } from './hub';
import { streams } from './streams';

// Who is here: said through the door, heard on the streams of every instance.

let at: Team;
let article: string;
let claim: string;
const tokens = new Map<string, string>();
const open: { close: () => Promise<void> }[] = [];

async function tokenOf(actor: Actor) {
  if (!tokens.has(actor.userId)) {
    const input = { name: 'presence', scopes: ['read', 'write'] };
    const { body } = await createToken({ actor, id: actor.userId, input });
    tokens.set(actor.userId, (body as { secret: string }).secret);
  }
  return tokens.get(actor.userId)!;
}
const ask = async (actor: Actor, path: string, method = 'GET', body?: object) =>
  api.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${await tokenOf(actor)}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const sign = (actor: Actor, said: Record<string, unknown>, method = 'PUT', project = at.projectId) =>
  ask(actor, `/projects/${project}/presence`, method, said);

/** The stream of somebody; `sees` waits until it says that exactly these are here. */
async function watching(actor: Actor, project = at.projectId) {
  const response = await ask(actor, `/projects/${project}/live`);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let now: Presence[] | null = null;
  let said = 0;
  void (async () => {
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + part.value).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks)
        if (block.startsWith('event: here')) {
          said += 1;
          now = (JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as { people: Presence[] }).people;
        }
    }
  })();
  const close = () => reader.cancel();
  open.push({ close });
  const sees = (...people: Partial<Presence>[]) =>
    vi.waitFor(() => {
      expect(now).toHaveLength(people.length);
      expect(now).toEqual(expect.arrayContaining(people.map((one) => expect.objectContaining(one) as Presence)));
    }, 5000);
  return { sees, close, times: () => said };
}

beforeAll(async () => {
  at = await team();
  const { body } = await addArticle({ actor: at.analyst, id: at.projectId, input: { text: 'Words to read.' } });
  article = body.id;
  const made = await addClaim({ actor: at.analyst, id: at.projectId, input: { statement: 'They stand.' } });
  claim = made.body.id;
});
beforeEach(async () => {
  for (const { close } of open.splice(0)) await close();
  await closeHub();
  await rows().presence.deleteMany({});
});
afterAll(async () => {
  for (const close of [...streams().open]) close();
  await closeHub();
  await closeAll();
});

describe('who is here', () => {
  it('is seen by colleagues, a viewer too, with where they read, and is gone when they say so', async () => {
    const stream = await watching(at.lead);
    await stream.sees();
    const events = await eventsOf(at.projectId);
    const slot = randomUUID();
    const reads = { slot, articleId: article, textVersion: 1, at: 6 };
    expect(await (await sign(at.viewer, reads)).json()).toEqual({ here: true });
    await stream.sees({ userId: at.viewer.userId, articleId: article, claimId: null, textVersion: 1, at: 6 });
    await sign(at.analyst, { slot: randomUUID(), claimId: claim });
    const analyst = { userId: at.analyst.userId, articleId: null, claimId: claim, at: null };
    await stream.sees({ userId: at.viewer.userId, at: 6 }, analyst);
    await sign(at.viewer, { slot }, 'DELETE');
    await stream.sees(analyst);
    // What was under way while they left brings nobody back.
    expect(await (await sign(at.viewer, reads)).json()).toEqual({ here: false });
    await stream.sees(analyst);
    expect(await eventsOf(at.projectId)).toEqual(events);
  });

  it('is one person at one place, however many tabs, where they were last', async () => {
    const stream = await watching(at.lead);
    const [one, other] = [randomUUID(), randomUUID()];
    await sign(at.analyst, { slot: one, articleId: article, textVersion: 1, at: 0 });
    await sign(at.analyst, { slot: other, articleId: article, textVersion: 1, at: 9 });
    await sign(at.analyst, { slot: randomUUID(), claimId: claim });
    await stream.sees({ articleId: article, at: 9 }, { claimId: claim });
    await sign(at.analyst, { slot: other }, 'DELETE');
    await stream.sees({ articleId: article, at: 0 }, { claimId: claim });
  });

  it('is known at once to an instance that begins to listen, and to who comes later', async () => {
    await sign(at.analyst, { slot: randomUUID(), articleId: article });
    const first = await watching(at.lead);
    await first.sees({ userId: at.analyst.userId });
    const second = await watching(at.viewer);
    await second.sees({ userId: at.analyst.userId });
  });

  it('ends by itself when no sign comes any more, and stays while signs come, without a word about each', async () => {
    const slot = randomUUID();
    await sign(at.analyst, { slot, articleId: article });
    await rows()
      .$executeRaw`UPDATE presence SET seen_at = clock_timestamp() - interval '34 s' WHERE id = ${slot}::uuid`;
    await sign(at.other, { slot: randomUUID(), articleId: article });
    const stream = await watching(at.lead);
    await stream.sees({ userId: at.analyst.userId }, { userId: at.other.userId });
    await stream.sees({ userId: at.other.userId });
    const times = stream.times();
    const again = randomUUID();
    await sign(at.other, { slot: again, articleId: article });
    await sign(at.other, { slot: again, articleId: article });
    await sign(at.analyst, { slot: randomUUID(), articleId: article });
    await stream.sees({ userId: at.analyst.userId }, { userId: at.other.userId });
    expect(stream.times()).toBe(times + 1);
  });

  it('is of one project: what is elsewhere, or was deleted, nobody can be at', async () => {
    const elsewhere = await watching(at.outsider, at.elsewhere);
    await sign(at.analyst, { slot: randomUUID(), articleId: article });
    await elsewhere.sees();
    expect((await sign(at.outsider, { slot: randomUUID(), articleId: article })).status).toBe(404);
    expect((await sign(at.outsider, { slot: randomUUID(), articleId: article }, 'PUT', at.elsewhere)).status).toBe(404);
    const { body } = await addArticle({ actor: at.lead, id: at.projectId, input: { text: 'Soon gone.' } });
    await deleteArticle({ actor: at.lead, id: body.id, input: {}, ifMatch: '"1"' });
    expect((await sign(at.analyst, { slot: randomUUID(), articleId: body.id })).status).toBe(404);
  });

  it.each([
    [{}],
    [{ articleId: 'x' }],
    [{ both: true }],
    [{ claim: true, at: 3, textVersion: 1 }],
    [{ article: true, at: 3 }],
    [{ article: true, at: -1, textVersion: 1 }],
    [{ article: true, at: '1e99', textVersion: 1 }],
  ])('refuses %j', async (odd: Record<string, unknown>) => {
    const { both, claim: onClaim, article: onArticle, ...rest } = odd;
    const said = {
      slot: randomUUID(),
      ...(both || onClaim ? { claimId: claim } : {}),
      ...(both || onArticle ? { articleId: article } : {}),
      ...rest,
    };
    expect((await sign(at.analyst, said)).status).toBe(422);
  });
});
