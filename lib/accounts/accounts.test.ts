import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSession, findToken, openSession } from '@/lib/auth/sessions';
import { api } from '@/lib/api/routes';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { createToken, leaveTour, revokeSessions, revokeToken } from './commands';
import { findMe, listSessions, listTokens } from './queries';

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
