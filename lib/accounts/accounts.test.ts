import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { countRequest, forgetParcels } from '@/lib/auth/quotas';
import { actorById, findSession, findToken, openSession } from '@/lib/auth/sessions';
import { api } from '@/lib/api/routes';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addClaim } from '@/lib/claims/commands/claims';
import { createProject } from '@/lib/members/commands';
import { createToken, leaveTour, revokeSessions, revokeToken } from './commands';
import { findMe, listSessions, listTokens } from './queries';

// Read at the first use, which is later.
process.env.CLAIMBENCH_RATE = '40';

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

const logOf = async (userId: string) =>
  (await rows().accountEvent.findMany({ where: { userId }, orderBy: { at: 'asc' } })).map((event) => [
    event.type,
    event.subjectId,
  ]);
const make = (input: object, key: string | null = null) => createToken({ actor: at.analyst, id: '', input, key });

it('says who is asking, and in which projects', async () => {
  const { userId: id, name, email } = at.analyst;
  const memberships = [{ projectId: at.projectId, project: 'The project', role: 'analyst' }];
  expect(await read(at.analyst, findMe)).toEqual({ id, name, email, tourLeft: false, memberships });
});

it('remembers of a person, not of a browser, that they left the tour', async () => {
  const leave = () => leaveTour({ actor: at.viewer, id: '', input: {} });
  expect((await leave()).body).toMatchObject({ id: at.viewer.userId, tourLeft: true });
  // From the help menu it is walked, and left, as often as anybody likes.
  expect((await leave()).body.tourLeft).toBe(true);
  expect(await logOf(at.viewer.userId)).toEqual([['tour.left', at.viewer.userId]]);
  expect((await read(at.viewer, findMe)).tourLeft).toBe(true);
  expect((await read(at.reviewer, findMe)).tourLeft).toBe(false);
});

describe('tokens', () => {
  it('are shown once, stored as a hash, and open the door within their scopes', async () => {
    const { status, body } = await make({ name: 'script', scopes: ['read'], days: 30 });
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^cb_[\w-]{32}$/);
    expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(30 * 24 * 3_600_000);
    expect(JSON.stringify(await rows().token.findUnique({ where: { id: body.id } }))).not.toContain(body.secret);
    const { secret, ...listed } = body;
    expect((await read(at.analyst, listTokens)).items).toEqual([listed]);
    expect(await findToken(secret!)).toMatchObject({ actor: { userId: at.analyst.userId }, scopes: ['read'] });
    const headers = { authorization: `Bearer ${secret}` };
    expect((await api.request('/api/v1/me', { headers })).status).toBe(200);
    const write = await api.request('/api/v1/projects', { method: 'POST', headers, body: '{"name":"x"}' });
    expect(write.status).toBe(403);
    expect(await logOf(at.analyst.userId)).toEqual([['token.created', body.id]]);
  });

  it('that may write may read', async () => {
    expect((await make({ name: 'both', scopes: ['write'] })).body.scopes).toEqual(['read', 'write']);
  });

  it.each([
    { name: 'too long', days: 366 },
    { name: 'nothing', scopes: [] },
    { name: ' ' },
    { name: 'x', role: 'lead' },
  ])('are refused as %j', async (input) => {
    await expectRefusal(make(input), 'invalid');
  });

  it('leave no secret in the answer that is stored for a repeated key', async () => {
    const first = await make({ name: 'retried' }, 'a key of Ana');
    const { secret, ...rest } = first.body;
    expect(await make({ name: 'retried' }, 'a key of Ana')).toEqual({ status: 201, body: rest, replayed: true });
    const stored = await rows().idempotencyAnswer.findFirst({ where: { key: 'a key of Ana' } });
    expect(JSON.stringify(stored!.body)).not.toContain(secret);
  });

  it('end at once when revoked, by their owner only', async () => {
    const { body } = await make({ name: 'lost' });
    const call = { id: body.id, input: {} };
    await expectRefusal(revokeToken({ ...call, actor: at.lead }), 'not-found');
    expect((await revokeToken({ ...call, actor: at.analyst })).body).toEqual({ revoked: 1 });
    expect(await findToken(body.secret!)).toBeNull();
    await expectRefusal(revokeToken({ ...call, actor: at.analyst }), 'not-found');
    expect((await logOf(at.analyst.userId)).at(-1)).toEqual(['token.revoked', body.id]);
  });

  it('that let nobody in are told why', async () => {
    const { body } = await make({ name: 'short' });
    const ask = async (authorization: string | null) => {
      const answer = await api.request('/api/v1/me', { headers: authorization === null ? {} : { authorization } });
      const { title } = (await answer.json()) as { title: string };
      return [answer.status, title, answer.headers.get('www-authenticate')];
    };
    const invalid = 'Bearer realm="Claimbench", error="invalid_token"';
    expect(await ask(null)).toEqual([401, 'Sign in first.', 'Bearer realm="Claimbench"']);
    const basic = [401, expect.stringContaining('“Bearer cb_…”'), 'Bearer realm="Claimbench"'];
    expect(await ask('Basic YTpi')).toEqual(basic);
    const unknown = [401, expect.stringContaining('not known here'), invalid];
    expect(await ask(`Bearer cb_${'x'.repeat(32)}`)).toEqual(unknown);
    await rows().token.update({ where: { id: body.id }, data: { expiresAt: new Date('2026-01-02T03:04:05Z') } });
    const ended = 'This token ended at 2026-01-02 03:04 UTC. Make a new one.';
    expect(await ask(`Bearer ${body.secret}`)).toEqual([401, ended, invalid]);
    expect((await read(at.analyst, listTokens)).items.find(({ id }) => id === body.id)).toMatchObject({ ended: true });
    await revokeToken({ id: body.id, input: {}, actor: at.analyst });
    expect(await ask(`Bearer ${body.secret}`)).toEqual(unknown);
  });

  it('that are limited to projects are strangers in the others and to their account, and cannot be widened', async () => {
    const input = { name: 'Elsewhere' };
    const { id: elsewhere } = (await createProject({ actor: at.analyst, id: '', input })).body;
    const analyst = (await actorById(at.analyst.userId))!;
    expect(analyst.projects.map(({ id }) => id)).toEqual([at.projectId, elsewhere]);
    const asked = { name: 'one project', scopes: ['read', 'write'], projectIds: [elsewhere] };
    const { body } = await createToken({ actor: analyst, id: '', input: asked });
    expect(body.projectIds).toEqual([elsewhere]);
    const ask = async (path: string, sent?: object, key?: string) => {
      const headers = { authorization: `Bearer ${body.secret}`, ...(key ? { 'idempotency-key': key } : {}) };
      const more = sent ? { method: 'POST', body: JSON.stringify(sent) } : {};
      const response = await api.request(`/api/v1${path}`, { headers, ...more });
      return [response.status, await response.json()] as [number, { items: { id: string }[]; memberships: unknown }];
    };
    expect((await ask('/projects'))[1].items.map(({ id }) => id)).toEqual([elsewhere]);
    expect((await ask('/me'))[1].memberships).toHaveLength(1);
    expect((await ask('/tokens'))[1].items.map(({ id }) => id)).toEqual([body.id]);
    // Reads, writes of a project and of what lies in it, and an answer that was given to its account before.
    const claims = (id: string) => `/projects/${id}/claims`;
    const statement = { statement: 'The bridge is closed.' };
    const { body: claim } = await addClaim({ actor: analyst, id: at.projectId, input: statement, key: 'again' });
    expect((await ask(claims(elsewhere), statement))[0]).toBe(201);
    for (const path of [claims(at.projectId), `/claims/${claim.id}`]) expect((await ask(path))[0]).toBe(404);
    expect((await ask(claims(at.projectId), statement, 'again'))[0]).toBe(404);
    expect((await ask(`/claims/${claim.id}/submit`, {}))[0]).toBe(404);
    // Nothing of the account: no project, no wider token.
    expect((await ask('/projects', { name: 'Mine' }))[0]).toBe(403);
    expect((await ask('/tokens', { name: 'wider' }))[0]).toBe(403);
    // Whoever left the project reaches nothing by it any more.
    await rows().member.updateMany({
      where: { projectId: elsewhere, userId: analyst.userId },
      data: { deletedAt: new Date() },
    });
    expect((await findToken(body.secret!))?.actor.projects).toEqual([]);
    expect((await ask(claims(at.projectId)))[0]).toBe(404);
    const strange = { actor: at.other, id: '', input: asked };
    expect((await expectRefusal(createToken(strange), 'invalid')).message).toContain('no project of yours');
  });

  it('say when they were used last, to the minute, without holding a request up', async () => {
    const { body } = await make({ name: 'used' });
    const usedAt = async () => (await rows().token.findUniqueOrThrow({ where: { id: body.id } })).usedAt;
    await Promise.all([findToken(body.secret!), findToken(body.secret!)]);
    const first = await vi.waitFor(async () => (await usedAt()) ?? Promise.reject(new Error('not yet')));
    await findToken(body.secret!);
    expect(await usedAt()).toEqual(first);
    await rows().token.update({ where: { id: body.id }, data: { usedAt: new Date(first.getTime() - 61_000) } });
    await findToken(body.secret!);
    await vi.waitFor(async () => expect((await usedAt())!.getTime()).toBeGreaterThanOrEqual(first.getTime()));
  });
});

describe('how much may be asked', () => {
  const asked = (secret: string, address = '192.0.2.1') =>
    api.request('/api/v1/me', { headers: { authorization: `Bearer ${secret}`, 'x-real-ip': address } });

  it('stands on every answer to a token, which is refused beyond it and told how long', async () => {
    const { body } = await make({ name: 'eager' });
    const first = await asked(body.secret!);
    expect(first.headers.get('ratelimit-policy')).toBe('"token";q=40;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"token";r=39;t=\d+$/);
    const rest = await Promise.all(Array.from({ length: 45 }, () => asked(body.secret!)));
    expect(rest.filter(({ status }) => status === 200)).toHaveLength(39);
    const refused = rest.find(({ status }) => status === 429)!;
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1);
    expect(refused.headers.get('ratelimit')).toMatch(/^"token";r=0;t=\d+$/);
    expect(await refused.json()).toMatchObject({ code: 'rate-limited', status: 429 });
    // Another token of the same person is counted for itself.
    expect((await asked((await make({ name: 'calm' })).body.secret!)).status).toBe(200);
  });

  it('is counted by address where nobody is known: guesses at tokens end there', async () => {
    const guesses = [];
    for (let n = 0; n < 12; n++) guesses.push((await asked(`cb_${'x'.repeat(32)}`, '192.0.2.7')).status);
    expect(guesses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect((await asked(`cb_${'x'.repeat(32)}`, '192.0.2.8')).status).toBe(401);
  });

  it('is the same count for every instance, and begins anew when its minute is over', async () => {
    let letIn = 0;
    const ask = () => countRequest('token', 'shared', 80).then(() => (letIn += 1));
    for (let n = 0; n < 25; n++) await ask();
    forgetParcels(); // what another instance knows: nothing
    await Promise.allSettled(Array.from({ length: 100 }, ask));
    // The first instance took in parcels of two: at most one of what it took was never used.
    expect(letIn).toBeGreaterThanOrEqual(79);
    expect(letIn).toBeLessThanOrEqual(80);
    await rows()
      .$executeRaw`UPDATE rate_limit SET expire = clock_timestamp() - interval '1 s' WHERE key = 'api-token:shared'`;
    forgetParcels();
    expect(await countRequest('token', 'shared', 80)).toMatchObject({ limit: 80, left: 79 });
  });
});

describe('sessions', () => {
  it('are listed with the asking one marked, and end everywhere but here, one by one, or everywhere', async () => {
    const secrets = [];
    for (const agent of ['here', 'phone', 'library']) secrets.push(await openSession(at.other.userId, agent));
    const [here, phone, library] = secrets as [string, string, string];
    const asking = (await findSession(here))!;
    const { items } = await read(asking.actor, listSessions);
    expect(items.map((session) => [session.agent, session.current])).toEqual(
      expect.arrayContaining([
        ['here', true],
        ['phone', false],
        ['library', false],
      ]),
    );
    const revoke = (input: object) =>
      revokeSessions({ actor: asking.actor, id: '', sessionId: asking.sessionId, input });
    const { id } = items.find((session) => session.agent === 'phone')!;
    await expectRefusal(revokeSessions({ actor: at.analyst, id: '', input: { id } }), 'not-found');
    expect((await revoke({ id })).body).toEqual({ revoked: 1 });
    expect(await findSession(phone)).toBeNull();
    expect((await revoke({ spareCurrent: true })).body).toEqual({ revoked: 1 });
    expect([await findSession(library), (await findSession(here))?.sessionId]).toEqual([null, asking.sessionId]);
    expect((await revoke({})).body).toEqual({ revoked: 1 });
    expect(await findSession(here)).toBeNull();
    expect(await logOf(at.other.userId)).toEqual([
      ['session.revoked', id],
      ['sessions.revoked', at.other.userId],
      ['sessions.revoked', at.other.userId],
    ]);
  });
});
