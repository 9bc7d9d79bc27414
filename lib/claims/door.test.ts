import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api } from '@/lib/api/routes';
import { hashOf, newSecret } from '@/lib/auth/secrets';
import type { Actor } from '@/lib/core/context';
import { closeAll, rows, team, type Team } from '@/lib/core/testing';
import { assessmentView, claimView } from './claim';

let at: Team;
let tokens: Map<Actor, string>;
beforeAll(async () => {
  at = await team();
  tokens = new Map();
  for (const actor of [at.viewer, at.analyst, at.outsider]) {
    const secret = `cb_${newSecret()}`;
    const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
    const token = { userId: actor.userId, name: 'test', secretHash: hashOf(secret), scopes: ['read', 'write'] };
    await rows().token.create({ data: { ...token, ...times } });
    tokens.set(actor, secret);
  }
});
afterAll(closeAll);

async function send(
  method: string,
  path: string,
  { as = at.analyst, body, ...headers }: { as?: Actor; body?: object } & Record<string, unknown> = {},
) {
  const response = await api.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens.get(as)}`, ...(headers as Record<string, string>) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, etag: response.headers.get('etag'), text: await response.text() };
}
const claims = () => `/projects/${at.projectId}/claims`;
const add = async (statement: string) =>
  claimView.parse(JSON.parse((await send('POST', claims(), { body: { statement } })).text));

describe('claims over the API', () => {
  it('carry their version as ETag, and take it back as If-Match', async () => {
    const { id } = await add('Tagged.');
    const found = await send('GET', `/claims/${id}`, { as: at.viewer });
    expect([found.status, found.etag]).toEqual([200, '"1"']);
    const saved = await send('PATCH', `/claims/${id}`, { body: { statement: 'Retagged.' }, 'if-match': found.etag });
    expect([saved.status, saved.etag]).toEqual([200, '"2"']);
    const late = await send('PATCH', `/claims/${id}`, { body: { statement: 'Late.' }, 'if-match': '"1"' });
    expect(late.status).toBe(412);
    expect(JSON.parse(late.text)).toMatchObject({ code: 'stale', current: { statement: 'Retagged.', version: 2 } });
    expect((await send('POST', `/claims/${id}/submit`)).status).toBe(428);
    const submitted = await send('POST', `/claims/${id}/submit`, { 'if-match': '"2"' });
    expect(JSON.parse(submitted.text)).toMatchObject({ status: 'in-review', version: 3 });
    const twice = await send('POST', `/claims/${id}/submit`, { 'if-match': '"3"' });
    expect([twice.status, (JSON.parse(twice.text) as { code: string }).code]).toEqual([409, 'not-allowed-now']);
  });

  it('take one’s first judgment without a version, the next on one’s own', async () => {
    const { id } = await add('To be judged.');
    const path = `/claims/${id}/assessments/mine`;
    const first = await send('PUT', path, { body: { likelihood: 75 }, 'if-none-match': '*' });
    expect([first.status, first.etag]).toEqual([200, '"1"']);
    assessmentView.parse(JSON.parse(first.text));
    expect((await send('PUT', path, { body: { likelihood: 70 }, 'if-none-match': '*' })).status).toBe(412);
    expect((await send('PUT', path, { body: { likelihood: 70 } })).status).toBe(428);
    const next = await send('PUT', path, { body: { likelihood: 70 }, 'if-match': '"1"' });
    expect([next.status, next.etag]).toEqual([200, '"2"']);
  });

  it('answer a repeated key to the byte', async () => {
    const request = { body: { statement: 'Sent twice.' }, 'idempotency-key': 'sent twice' };
    const first = await send('POST', claims(), request);
    expect(await send('POST', claims(), request)).toEqual(first);
    expect(first.status).toBe(201);
  });

  it('list what the filters name, and nothing to an outsider', async () => {
    const listed = await send('GET', `${claims()}?status=draft&sort=statement&limit=500`);
    expect(listed.status).toBe(200);
    for (const item of (JSON.parse(listed.text) as { items: unknown[] }).items) claimView.parse(item);
    expect((await send('GET', `${claims()}?status=open`)).status).toBe(422);
    expect((await send('GET', `${claims()}?orderBy=id`)).status).toBe(422);
    expect((await send('GET', claims(), { as: at.outsider })).status).toBe(404);
    const { id } = await add('Unseen.');
    for (const path of ['', '/versions', '/assessments', '/citations'])
      expect((await send('GET', `/claims/${id}${path}`, { as: at.outsider })).status).toBe(404);
  });
});
