import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api } from '@/lib/api/routes';
import { signInWithPassword } from '@/lib/auth/accounts';
import { actorById } from '@/lib/auth/sessions';
import { nobody, type Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import {
  acceptInvitation,
  createProject,
  inviteMember,
  removeMember,
  restoreInvitation,
  restoreMember,
  revokeInvitation,
  saveMember,
  saveProject,
} from './commands';
import { mayGrant, roles } from './role';
import { findInvitation, findMember, findProject, listInvitations, listMembers, listProjects } from './queries';

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

const typesOf = async (projectId: string, subjectId: string) =>
  (await eventsOf(projectId)).filter((event) => event.subjectId === subjectId).map((event) => event.type);
const membership = async (actor: Actor, projectId = at.projectId) => {
  const { items } = await read(at.lead, (ctx) => listMembers(ctx, projectId));
  return items.find((member) => member.userId === actor.userId)!;
};

describe('projects', () => {
  it('are led by whoever makes them, and start their own log', async () => {
    const { status, body } = await createProject({ actor: at.analyst, id: '', input: { name: '  A new desk ' } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'A new desk', role: 'lead', approvalsNeeded: 1, grades: false, version: 1 });
    expect(await eventsOf(body.id)).toEqual([
      {
        seq: 1,
        type: 'project.created',
        subjectType: 'project',
        subjectId: body.id,
        version: 1,
        actorId: at.analyst.userId,
        fields: [],
      },
    ]);
    const actor = (await actorById(at.analyst.userId))!;
    expect(await read(actor, (ctx) => findProject(ctx, body.id))).toEqual(body);
    expect((await read(actor, listProjects)).items.map((project) => project.id)).toEqual(
      expect.arrayContaining([body.id, at.projectId]),
    );
    await expectRefusal(createProject({ actor: at.analyst, id: '', input: { name: ' ' } }), 'invalid');
  });

  it('are made once for one key, whose answer comes back', async () => {
    const ask = () => createProject({ actor: at.other, id: '', input: { name: 'Once' }, key: 'a key of Otto' });
    const [first, second] = [await ask(), await ask()];
    expect(second).toEqual({ status: 201, body: first.body, replayed: true });
    expect(await rows().project.count({ where: { name: 'Once' } })).toBe(1);
  });

  it('are changed by a lead who saw the latest', async () => {
    const project = await read(at.lead, (ctx) => findProject(ctx, at.projectId));
    const change = { grades: true, approvalsNeeded: 2 };
    const ask = (actor: Actor, ifMatch: string | null) =>
      saveProject({ actor, id: at.projectId, input: change, ifMatch });
    await expectRefusal(ask(at.reviewer, `"${project.version}"`), 'forbidden');
    await expectRefusal(ask(at.lead, null), 'version-required');
    const { body } = await ask(at.lead, `"${project.version}"`);
    expect(body).toMatchObject({ ...change, version: project.version + 1 });
    expect(await rows().project.findUnique({ where: { id: at.projectId } })).toMatchObject(change);
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'project.saved', fields: Object.keys(change) });
    const stale = await expectRefusal(ask(at.lead, `"${project.version}"`), 'stale');
    expect(stale.extra.current).toEqual(body);
  });

  it('are nothing to outsiders', async () => {
    for (const find of [findProject, listMembers])
      await expectRefusal(
        read(at.outsider, async (ctx) => void (await find(ctx, at.projectId))),
        'not-found',
      );
    expect((await read(at.outsider, listProjects)).items.map((project) => project.id)).toEqual([at.elsewhere]);
  });
});

describe('members', () => {
  it('are seen by every member', async () => {
    const { items } = await read(at.viewer, (ctx) => listMembers(ctx, at.projectId));
    expect(items.map((member) => [member.name, member.role])).toEqual([
      ['Ana', 'analyst'],
      ['Lena', 'lead'],
      ['Otto', 'analyst'],
      ['Rita', 'reviewer'],
      ['Vera', 'viewer'],
    ]);
  });

  it('get another role, are removed and come back', async () => {
    const { id, version } = await membership(at.viewer);
    const call = { actor: at.lead, id, within: at.projectId };
    const { body: saved } = await saveMember({ ...call, input: { role: 'analyst' }, ifMatch: `"${version}"` });
    expect(saved).toMatchObject({ role: 'analyst', version: version + 1 });
    await removeMember({ ...call, input: {}, ifMatch: `"${saved.version}"` });
    expect(await membership(at.viewer)).toBeUndefined();
    expect((await actorById(at.viewer.userId))!.projects).toEqual([]);
    const { body: back } = await restoreMember({ ...call, input: {}, ifMatch: `"${saved.version + 1}"` });
    expect(back).toMatchObject({ role: 'analyst', version: version + 3 });
    expect((await rows().member.findUnique({ where: { id } }))!.deletedAt).toBeNull();
    expect(await typesOf(at.projectId, id)).toEqual(['member.saved', 'member.removed', 'member.restored']);
  });

  it('are the lead’s to change, and those of another project are not there', async () => {
    const { id, version } = await membership(at.analyst);
    const change = { id, input: { role: 'viewer' as const }, ifMatch: `"${version}"` };
    await expectRefusal(saveMember({ ...change, actor: at.reviewer }), 'forbidden');
    await expectRefusal(saveMember({ ...change, actor: at.outsider }), 'not-found');
    await expectRefusal(saveMember({ ...change, actor: at.lead, within: at.elsewhere }), 'not-found');
    await expectRefusal(restoreMember({ ...change, actor: at.lead, input: {} }), 'not-found');
  });

  it('always have a lead among them', async () => {
    const { id, version } = await membership(at.lead);
    const call = { actor: at.lead, id, ifMatch: `"${version}"` };
    const refusal = await expectRefusal(saveMember({ ...call, input: { role: 'reviewer' } }), 'not-allowed-now');
    expect(refusal.extra.missing).toMatchObject([{ code: 'another-lead' }]);
    await expectRefusal(removeMember({ ...call, input: {} }), 'not-allowed-now');
    // A second lead whose account is disabled could not act either.
    const other = await membership(at.reviewer);
    await saveMember({ actor: at.lead, id: other.id, input: { role: 'lead' }, ifMatch: `"${other.version}"` });
    await rows().user.update({ where: { id: at.reviewer.userId }, data: { disabledAt: new Date() } });
    await expectRefusal(removeMember({ ...call, input: {} }), 'not-allowed-now');
    await rows().user.update({ where: { id: at.reviewer.userId }, data: { disabledAt: null } });
    expect((await saveMember({ ...call, input: { role: 'reviewer' } })).body.role).toBe('reviewer');
  });

  it('never grant above their own role', () => {
    expect(roles.map((own) => roles.filter((granted) => mayGrant(own, granted)).length)).toEqual([1, 2, 3, 4]);
  });
});

describe('invitations', () => {
  const password = 'a sentence is a good password';
  const invite = (email: string, role = 'analyst', key: string | null = null) =>
    inviteMember({ actor: at.lead, id: at.projectId, input: { email, role }, key });
  const take = (link: string, input: object = { name: 'Nia', password }) =>
    acceptInvitation({ actor: nobody, id: secretOf(link), input, address: '192.0.2.7' });
  const secretOf = (link: string) => new URL(link).pathname.split('/').pop()!;

  beforeAll(async () => {
    at = await team();
  });

  it('take an existing account in at once', async () => {
    const { status, body } = await invite(` ${at.outsider.email.toUpperCase()}`, 'viewer');
    expect(status).toBe(201);
    expect(body).toMatchObject({ member: { userId: at.outsider.userId, role: 'viewer' }, invitation: null });
    expect(await typesOf(at.projectId, body.member!.id)).toEqual(['member.invited']);
    await expectRefusal(invite(at.outsider.email), 'invalid');
    await removeMember({ actor: at.lead, id: body.member!.id, input: {}, ifMatch: '"1"' });
    const { body: again } = await invite(at.outsider.email, 'reviewer');
    expect(again.member).toMatchObject({ id: body.member!.id, role: 'reviewer', version: 3 });
  });

  it('are a lead’s to make, for an address', async () => {
    const input = { email: 'somebody@example.org', role: 'viewer' };
    await expectRefusal(inviteMember({ actor: at.reviewer, id: at.projectId, input }), 'forbidden');
    await expectRefusal(invite('no address'), 'invalid');
    await expectRefusal(invite('a@b.example', 'owner'), 'invalid');
  });

  it('make an account and a member in one write, once', async () => {
    const { body } = await invite('nia@example.org', 'reviewer');
    const { link, expiresAt, id } = body.invitation!;
    const made = (await rows().invitation.findUnique({ where: { id } }))!;
    expect(made.expiresAt.getTime() - made.createdAt.getTime()).toBe(7 * 24 * 3_600_000);
    expect(await findInvitation(secretOf(link!))).toEqual({
      projectId: at.projectId,
      project: 'The project',
      email: 'nia@example.org',
      role: 'reviewer',
      hasAccount: false,
      expiresAt,
    });
    await expectRefusal(take(link!, { name: 'Nia', password: 'fourteen signs' }), 'invalid');
    expect((await take(link!)).body).toEqual({ projectId: at.projectId, email: 'nia@example.org' });
    const user = (await signInWithPassword('nia@example.org', password, '192.0.2.7'))!;
    expect((await actorById(user.id))!.projects).toEqual([{ id: at.projectId, role: 'reviewer' }]);
    expect(await rows().invitation.findUnique({ where: { id } })).toMatchObject({ acceptedBy: user.id });
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'member.joined', actorId: user.id });
    await expectRefusal(take(link!), 'not-found');
    await expectRefusal(findInvitation(secretOf(link!)), 'not-found');
  });

  it('are taken up over HTTP without a session', async () => {
    const { body } = await invite('http@example.org');
    const post = (input: object) =>
      api.request(`/api/v1/invitations/${secretOf(body.invitation!.link!)}`, {
        method: 'POST',
        body: JSON.stringify(input),
      });
    expect((await post({ name: 'Hal', password: 'short' })).status).toBe(422);
    const done = await post({ name: 'Hal', password });
    expect([done.status, await done.json()]).toEqual([201, { projectId: at.projectId, email: 'http@example.org' }]);
    expect((await post({ name: 'Hal', password })).status).toBe(404);
  });

  it('leave nothing behind when two take one up at the same moment', async () => {
    const { body } = await invite('twice@example.org');
    const outcomes = await Promise.allSettled([take(body.invitation!.link!), take(body.invitation!.link!)]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await rows().user.count({ where: { email: 'twice@example.org' } })).toBe(1);
    expect(await rows().member.count({ where: { user: { email: 'twice@example.org' } } })).toBe(1);
  });

  it('ask an account that has come since for its own password', async () => {
    const { body: here } = await invite('mo@example.org');
    const { body: there } = await inviteMember({
      actor: at.outsider,
      id: at.elsewhere,
      input: { email: 'mo@example.org', role: 'viewer' },
    });
    await take(here.invitation!.link!);
    expect(await findInvitation(secretOf(there.invitation!.link!))).toMatchObject({ hasAccount: true });
    const wrong = { name: 'Mo', password: 'this is not the password' };
    await expectRefusal(take(there.invitation!.link!, wrong), 'invalid');
    await take(there.invitation!.link!);
    expect(await rows().member.count({ where: { user: { email: 'mo@example.org' } } })).toBe(2);
  });

  it('end after seven days, and when a newer link is made', async () => {
    const { body: old } = await invite('late@example.org');
    const { body: late } = await invite('late@example.org');
    await expectRefusal(take(old.invitation!.link!), 'not-found');
    await rows().invitation.update({ where: { id: late.invitation!.id }, data: { expiresAt: new Date() } });
    await expectRefusal(take(late.invitation!.link!), 'not-found');
    expect(await rows().user.count({ where: { email: 'late@example.org' } })).toBe(0);
  });

  it('are listed for leads until they are taken up, and withdrawn ones open nothing until they stand again', async () => {
    const listed = async () => (await read(at.lead, (ctx) => listInvitations(ctx, at.projectId))).items;
    const { body } = await invite('lost@example.org', 'reviewer');
    const { id, link } = body.invitation!;
    expect((await listed())[0]).toMatchObject({ id, email: 'lost@example.org', role: 'reviewer' });
    expect((await listed())[0]!.inviter).toEqual({ id: at.lead.userId, name: at.lead.name });
    expect(JSON.stringify(await listed())).not.toContain(secretOf(link!));
    await expectRefusal(
      read(at.reviewer, (ctx) => listInvitations(ctx, at.projectId)),
      'forbidden',
    );
    const asked = { id, input: {} };
    await expectRefusal(revokeInvitation({ actor: at.reviewer, ...asked }), 'forbidden');
    await revokeInvitation({ actor: at.lead, ...asked });
    expect((await listed()).map((one) => one.id)).not.toContain(id);
    await expectRefusal(take(link!), 'not-found');
    await expectRefusal(revokeInvitation({ actor: at.lead, ...asked }), 'not-allowed-now');
    await restoreInvitation({ actor: at.lead, ...asked });
    expect((await listed())[0]).toMatchObject({ id, expiresAt: body.invitation!.expiresAt });
    await take(link!, { name: 'Lou', password });
    expect((await listed()).map((one) => one.id)).not.toContain(id);
    await expectRefusal(revokeInvitation({ actor: at.lead, ...asked }), 'not-found');
    expect(await typesOf(at.projectId, id)).toEqual(['member.invited', 'invitation.revoked', 'invitation.restored']);
  });

  it('never stand again beside a newer link, for a member, or after their seven days', async () => {
    const { body: old } = await invite('again@example.org');
    const { body: newer } = await invite('again@example.org');
    const restore = (id: string) => restoreInvitation({ actor: at.lead, id, input: {} });
    await expectRefusal(restore(old.invitation!.id), 'not-allowed-now');
    await take(newer.invitation!.link!, { name: 'Ada', password });
    await expectRefusal(restore(old.invitation!.id), 'not-allowed-now');
    const { body: late } = await invite('too.late@example.org');
    const { id } = late.invitation!;
    const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000);
    await rows().invitation.update({ where: { id }, data: { createdAt: longAgo, expiresAt: longAgo } });
    await expectRefusal(restore(id), 'not-allowed-now');
  });

  it('end when whoever was invited joins by an account of their own', async () => {
    const { body } = await invite('elsewhere@example.org');
    const { body: there } = await inviteMember({
      ...{ actor: at.outsider, id: at.elsewhere },
      input: { email: 'elsewhere@example.org', role: 'viewer' },
    });
    await take(there.invitation!.link!);
    expect((await invite('elsewhere@example.org')).body.member).toMatchObject({ role: 'analyst' });
    await expectRefusal(take(body.invitation!.link!), 'not-found');
  });

  it('show the link once: neither the row nor the stored answer holds it', async () => {
    const first = await invite('once@example.org', 'viewer', 'a key of Lena');
    const again = await invite('once@example.org', 'viewer', 'a key of Lena');
    expect(first.body.invitation!.link).toMatch(/^http:\/\/localhost:3000\/invitations\/[\w-]{32}$/);
    const { link: _, ...rest } = first.body.invitation!;
    expect(again).toEqual({ status: 201, body: { member: null, invitation: rest }, replayed: true });
    const stored = await rows().idempotencyAnswer.findFirst({ where: { key: 'a key of Lena' } });
    expect(JSON.stringify(stored!.body)).not.toContain(secretOf(first.body.invitation!.link!));
  });

  it('are not for outsiders to read: a member is found in one’s own projects only', async () => {
    const { id } = await membership(at.analyst);
    const elsewhere = { ...at.outsider, projects: [{ id: at.elsewhere, role: 'lead' as const }] };
    await expectRefusal(
      read(elsewhere, (ctx) => findMember(ctx, id)),
      'not-found',
    );
  });
});
