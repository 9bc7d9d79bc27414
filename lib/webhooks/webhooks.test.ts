import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signedHeaders, webhookSecret } from '@/lib/auth/webhook-signing';
import { addClaim } from '@/lib/claims/commands/claims';
import { read } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { before, openBoth, work } from '@/lib/rounds/blind.fixtures';
import { revealRound } from '@/lib/rounds/commands';
import { addWebhook, deleteWebhook, renewSecret, replayDelivery, saveWebhook, testWebhook } from './commands';
import { forgetOld, makeDeliveries, sendDue } from './jobs';
import { PAUSES, pauseAfter, TRIES } from './pauses';
import { recipe } from './recipe';
import { listDeliveries, listWebhooks } from './queries';
import type { Webhook } from './webhook';

type Got = { path: string; headers: IncomingMessage['headers']; body: string };
let server: Server;
let port: number;
let got: Got[] = [];
let statuses: number[] = []; // of the next answers; 200 when none is left

async function answer(request: IncomingMessage, response: ServerResponse) {
  const path = request.url ?? '';
  let body = '';
  for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString();
  got.push({ path, headers: request.headers, body });
  if (path === '/slow') return void response.writeHead(200).write('x');
  if (path === '/away') return void response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
  response.writeHead(statuses.shift() ?? 200).end(path === '/long' ? 'é'.repeat(5000) : 'Taken.');
}

let at: Team;
beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
beforeEach(async () => {
  // Each test counts the deliveries of its own webhooks alone.
  await rows().webhook.updateMany({ data: { offAt: new Date() } });
  Object.assign(env(), { CLAIMBENCH_WEBHOOKS: true, CLAIMBENCH_FETCH_ALSO: ['127.0.0.1/32'] });
  [at, got, statuses] = [await team(), [], []];
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await closeAll();
});

const url = (path = '/hook') => `http://127.0.0.1:${port}${path}`;
const add = async (path?: string, kinds = ['claims']) =>
  (await addWebhook({ actor: at.lead, id: at.projectId, input: { address: url(path), kinds } })).body;
const claim = (statement: string) => addClaim({ actor: at.analyst, id: at.projectId, input: { statement } });
/** One look of a server. */
async function look(rules?: Parameters<typeof sendDue>[0]) {
  while (await makeDeliveries());
  return sendDue(rules, () => 0.5);
}
const logOf = async ({ id }: Webhook) => (await read(at.lead, (ctx) => listDeliveries(ctx, id, { limit: 50 }))).items;
/** The wait is over. */
const hasten = () => rows().delivery.updateMany({ where: { dueAt: { not: null } }, data: { dueAt: new Date(0) } });
const noticesOf = (userId: string) =>
  rows().notification.findMany({ where: { userId, kind: { startsWith: 'webhook-' } }, select: { kind: true } });

describe('a webhook', () => {
  it('is a lead’s, where the operator allows any, and its secret is said once and kept nowhere', async () => {
    const input = { address: url(), kinds: ['claims'] };
    await expectRefusal(addWebhook({ actor: at.reviewer, id: at.projectId, input }), 'forbidden');
    await expectRefusal(
      read(at.reviewer, (ctx) => listWebhooks(ctx, at.projectId)),
      'forbidden',
    );
    env().CLAIMBENCH_WEBHOOKS = false;
    await expectRefusal(addWebhook({ actor: at.lead, id: at.projectId, input }), 'not-allowed-now');
    env().CLAIMBENCH_WEBHOOKS = true;
    const made = await addWebhook({ actor: at.lead, id: at.projectId, input, key: 'once' });
    expect(made.body.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const again = await addWebhook({ actor: at.lead, id: at.projectId, input, key: 'once' });
    expect([again.replayed, again.body.id, again.body.secret]).toEqual([true, made.body.id, undefined]);
    const [listed] = (await read(at.lead, (ctx) => listWebhooks(ctx, at.projectId))).items;
    expect(listed).toEqual({ ...made.body, secret: undefined });
    const stored = JSON.stringify(
      await rows().webhook.findFirst({ where: { id: made.body.id } }),
      (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    );
    expect(stored).not.toContain(made.body.secret!.slice(6));
  });

  it.each([
    'ftp://example.org/',
    'https://me:word@example.org/',
    'example.org',
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://2130706434/',
  ])('has no address like %s', async (address) => {
    const input = { address, kinds: ['claims'] };
    await expectRefusal(addWebhook({ actor: at.lead, id: at.projectId, input }), 'invalid');
  });
});

describe('a delivery', () => {
  it('is the event as the log has it, of the chosen kinds, signed so that only the right secret fits', async () => {
    await claim('Before it was set up.');
    const webhook = await add();
    const { body } = await claim('The bridge is closed.');
    expect(await look()).toBe(1);
    const [event] = (await eventsOf(at.projectId)).filter(({ subjectId }) => subjectId === body.id);
    const sent = JSON.parse(got[0]!.body) as { type: string; timestamp: string; data: object };
    expect(sent).toEqual({
      type: 'claim.added',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/),
      data: { ...event, projectId: at.projectId, at: sent.timestamp },
    });
    expect(got[0]!.body).not.toContain('bridge');
    const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = got[0]!.headers;
    const by = (secret: string) =>
      `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
        .update(`${String(id)}.${String(time)}.${got[0]!.body}`)
        .digest('base64')}`;
    expect(signature).toBe(by(webhook.secret!));
    expect(signature).not.toBe(by(webhookSecret(env().AUTH_SECRET, webhook.id, 2)));
    const shown = (await import(`data:text/javascript,${encodeURIComponent(recipe)}`)) as {
      isGenuine: (headers: object, body: string, secret: string) => boolean;
    };
    const { headers } = got[0]!;
    expect(shown.isGenuine(headers, got[0]!.body, webhook.secret!)).toBe(true);
    expect(shown.isGenuine(headers, `${got[0]!.body} `, webhook.secret!)).toBe(false);
    expect(shown.isGenuine({ ...headers, 'webhook-timestamp': '1' }, got[0]!.body, webhook.secret!)).toBe(false);
    expect(Math.abs(Number(time) * 1000 - Date.now())).toBeLessThan(60_000);
    const [logged] = await logOf(webhook);
    expect(logged).toMatchObject({
      ...{ id, state: 'delivered', tries: 1, status: 200, answer: 'Taken.', failure: null, dueAt: null },
      event: { seq: event!.seq, type: 'claim.added' },
    });
    // A new secret signs from the next one on.
    const renewed = await renewSecret({ actor: at.lead, id: webhook.id, input: {}, ifMatch: '"1"' });
    await testWebhook({ actor: at.lead, id: webhook.id, input: {} });
    await look();
    const next = got[1]!;
    const timeOf = Number(next.headers['webhook-timestamp']) * 1000;
    expect(next.headers).toMatchObject(
      signedHeaders(renewed.body.secret!, String(next.headers['webhook-id']), timeOf, next.body),
    );
    expect(JSON.parse(next.body)).toMatchObject({ type: 'webhook.test', data: { projectId: at.projectId } });
  });

  it('that fails is tried again later under the same id, with the same bytes; and one that is replayed as well', async () => {
    const webhook = await add();
    await claim('The bridge is open.');
    statuses = [500];
    expect(await look()).toBe(1);
    const [waiting] = await logOf(webhook);
    expect(waiting).toMatchObject({ state: 'waiting', tries: 1, status: 500 });
    expect(Date.parse(waiting!.dueAt!) - Date.now()).toBeGreaterThan(3000);
    expect(await look()).toBe(0);
    await hasten();
    expect(await look()).toBe(1);
    const [arrived] = await logOf(webhook);
    expect(arrived).toMatchObject({ id: waiting!.id, state: 'delivered', tries: 2, status: 200 });
    expect(arrived!.attempts).toMatchObject([
      { at: waiting!.triedAt, status: 500, answer: 'Taken.', failure: null },
      { at: arrived!.triedAt, status: 200 },
    ]);
    await replayDelivery({ actor: at.lead, id: waiting!.id, input: {} });
    expect(await look()).toBe(1);
    expect(new Set(got.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)).size).toBe(1);
    expect(got).toHaveLength(3);
    expect((await rows().webhook.findFirstOrThrow({ where: { id: webhook.id } })).failingSince).toBeNull();
  });

  it('is sent by one of two servers, each of many once', async () => {
    await add();
    for (let i = 0; i < 12; i++) await claim(`Claim ${i}.`);
    const both = await Promise.all([look(), look()]);
    expect(both[0]! + both[1]! + (await look())).toBe(12);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(12);
  });

  it('whose server ended while sending is sent by another a minute later', async () => {
    const webhook = await add();
    await claim('The bridge is open.');
    while (await makeDeliveries());
    const lost = { webhookId: webhook.id };
    await rows().delivery.updateMany({ where: lost, data: { leasedUntil: new Date(Date.now() + 60_000) } });
    expect(await look()).toBe(0);
    await rows().delivery.updateMany({ where: lost, data: { leasedUntil: new Date(Date.now() - 1) } });
    expect(await look()).toBe(1);
  });

  it('follows no redirect, waits for no slow answer, and keeps the first bytes of a long one', async () => {
    const hooks = [await add('/away'), await add('/slow'), await add('/long')] as const;
    await claim('The bridge is open.');
    const rules = { resolve: () => Promise.resolve([]), permits: () => true, ms: 300 };
    expect(await look(rules)).toBe(3);
    expect(got.map(({ path }) => path).sort()).toEqual(['/away', '/long', '/slow']);
    const [away, slow, long] = [await logOf(hooks[0]), await logOf(hooks[1]), await logOf(hooks[2])];
    expect(away[0]).toMatchObject({ state: 'waiting', status: 302 });
    expect(slow[0]).toMatchObject({ state: 'waiting', status: null, failure: 'No answer within 0.3 seconds.' });
    expect(slow[0]!.ms).toBeLessThan(2000);
    expect(long[0]!.answer).toBe('é'.repeat(500));
    expect(long[0]!.attempts).toMatchObject([{ status: 200, answer: 'é'.repeat(200) }]);
    expect(slow[0]!.attempts).toMatchObject([{ status: null, answer: null, failure: slow[0]!.failure }]);
  });

  it('goes to no private address, whatever a name resolved to before', async () => {
    const webhook = await add();
    await rows().webhook.update({ where: { id: webhook.id }, data: { address: `http://hook.test:${port}/hook` } });
    let names = ['127.0.0.1'];
    const rules = { resolve: () => Promise.resolve(names), permits: (address: string) => address === '127.0.0.1' };
    await claim('One.');
    expect([await look(rules), got.length]).toEqual([1, 1]);
    // The name is given to another host, of which one address lies inside.
    names = ['127.0.0.1', '10.0.0.5'];
    await claim('Two.');
    expect([await look(rules), got.length]).toEqual([1, 1]);
    expect((await logOf(webhook))[0]).toMatchObject({
      state: 'waiting',
      status: null,
      failure: 'hook.test lies in a private network, which this server does not contact.',
    });
  });
});

describe('a webhook to which nothing arrives', () => {
  it('has its deliveries given up after eight tries, and its leads are told once, and again only after one arrived', async () => {
    const webhook = await add();
    await claim('One.');
    await claim('Two.');
    statuses = Array<number>(2 * TRIES).fill(503);
    for (let tries = 0; tries < 2 * TRIES; tries++) {
      expect(await look()).toBe(1);
      await hasten();
    }
    expect(await look()).toBe(0);
    expect((await logOf(webhook)).map(({ state, tries }) => [state, tries])).toEqual(
      Array(2).fill(['given-up', TRIES]),
    );
    // Sent again, and failing again: what is kept of it does not grow.
    const [over] = await logOf(webhook);
    expect(over!.attempts).toHaveLength(TRIES);
    statuses = [502];
    await replayDelivery({ actor: at.lead, id: over!.id, input: {} });
    await look();
    expect((await logOf(webhook))[0]!.attempts.map(({ status }) => status)).toEqual([
      ...Array<number>(TRIES - 1).fill(503),
      502,
    ]);
    expect(await noticesOf(at.lead.userId)).toEqual([{ kind: 'webhook-gave-up' }]);
    expect(await noticesOf(at.analyst.userId)).toEqual([]);
    await claim('Three.');
    await look();
    const { failingSince, gaveUpAt } = await rows().webhook.findUniqueOrThrow({ where: { id: webhook.id } });
    expect([failingSince, gaveUpAt]).toEqual([null, null]);
  });

  it('is switched off after three days, told of, and goes on from then on when it is switched on again', async () => {
    const webhook = await add();
    await claim('One.');
    const days = new Date(Date.now() - 73 * 3_600_000);
    await rows().webhook.update({ where: { id: webhook.id }, data: { failingSince: days } });
    statuses = [500];
    await look();
    expect(await noticesOf(at.lead.userId)).toEqual([{ kind: 'webhook-switched-off' }]);
    const [off] = (await read(at.lead, (ctx) => listWebhooks(ctx, at.projectId))).items;
    expect(off).toMatchObject({ on: false, version: 2 });
    await expectRefusal(testWebhook({ actor: at.lead, id: webhook.id, input: {} }), 'not-allowed-now');
    await claim('While it was off.');
    await saveWebhook({ actor: at.lead, id: webhook.id, input: { on: true }, ifMatch: '"2"' });
    const { body } = await claim('After.');
    await hasten();
    expect(await look()).toBe(2);
    const about = got.map(({ body: sent }) => (JSON.parse(sent) as { data: { subjectId: string } }).data.subjectId);
    expect(about.at(-1)).toBe(body.id);
    await deleteWebhook({ actor: at.lead, id: webhook.id, input: {}, ifMatch: '"3"' });
    await claim('After its end.');
    expect(await look()).toBe(0);
  });

  it('is tried after longer and longer pauses, each a fifth more or less by chance', () => {
    expect(PAUSES.map((_, i) => [pauseAfter(i + 1, 0), pauseAfter(i + 1, 1)])).toEqual(
      PAUSES.map((seconds) => [seconds * 800, seconds * 1200]),
    );
    expect(pauseAfter(TRIES, 0.5)).toBeNull();
  });
});

it('nothing that a blind round hides leaves before the reveal, and all of it after', async () => {
  const there = await before(at);
  const rounds = [...(await openBoth(at, there))];
  const webhook = await add('/hook', ['tags', 'claims', 'threads']);
  await work(at, there);
  await look();
  const hidden = await rows().event.findMany({ where: { projectId: at.projectId, blindRoundId: { not: null } } });
  const sent = () => got.map(({ body }) => (JSON.parse(body) as { data: { seq: number } }).data.seq);
  const secret = hidden.map(({ seq }) => Number(seq));
  expect(secret.length).toBeGreaterThan(5);
  expect(sent().filter((seq) => secret.includes(seq))).toEqual([]);
  expect((await logOf(webhook)).filter(({ event }) => secret.includes(event!.seq))).toEqual([]);
  for (const round of rounds)
    await revealRound({ actor: at.lead, id: round.id, input: {}, ifMatch: `"${round.version}"` });
  const due = await rows().delivery.count({ where: { webhookId: webhook.id, dueAt: { not: null } } });
  expect(due).toBeGreaterThan(5);
  await look();
  expect(sent().filter((seq) => secret.includes(seq)).length).toBeGreaterThan(5);
  expect(new Set(sent()).size).toBe(sent().length);
});

it('what was delivered is kept for thirty days, and what waits until it has arrived', async () => {
  const webhook = await add();
  await claim('One.');
  await look();
  await claim('Two.');
  while (await makeDeliveries());
  const old = new Date(Date.now() - 31 * 24 * 3_600_000);
  await rows().delivery.updateMany({ where: { webhookId: webhook.id }, data: { createdAt: old } });
  expect(await forgetOld()).toBe(1);
  expect((await logOf(webhook)).map(({ state }) => state)).toEqual(['waiting']);
});
