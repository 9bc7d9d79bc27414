import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { countUnread } from '@/lib/notifications/queries';
import { createToken } from '@/lib/accounts/commands';
import { api } from '@/lib/api/routes';
import { actorById } from '@/lib/auth/sessions';
import { read } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { makeDeliveries } from '@/lib/webhooks/jobs';
import { closeAll, eventsOf, expectRefusal, rows } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { makeWaiting } from '@/lib/exports/jobs';
import { shareClaim } from '@/lib/links/commands';
import { showLink } from '@/lib/links/api/shown';
import { inviteMember } from '@/lib/members/commands';
import { findInvitation, listProjects } from '@/lib/members/queries';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { giveBack, tellTakenBack } from '@/scripts/cli/taken-back';
import { verifyChain } from '@/scripts/cli/verify-chain';
import { verifyRules } from '@/scripts/cli/verify-rules';
import { archiveOf, bringIn, content, fileOf } from './archives.fixtures';
import { bringArchive, giveBackProject, takeBackProject } from './commands';
import { findOrigin } from './queries/leaving';

let at: Bench;
let archive: string;
beforeAll(async () => {
  at = await bench();
  await at.bring();
  await at.approved();
  archive = (await archiveOf(at.lead, at.projectId)).join('');
});
afterAll(closeAll);

const me = async () => (await actorById(at.outsider.userId))!;
const takeBack = async (id: string, head: number) => takeBackProject({ actor: await me(), id, input: { head } });
const backOf = async (id: string) => (await read(await me(), (ctx) => findOrigin(ctx, id))).archive!.back!;
const heard = () => {
  const said: string[] = [];
  return { said, speech: { say: (line: string) => void said.push(line), warn() {}, passing() {} } };
};
const invite = async (id: string, email: string) =>
  (await inviteMember({ actor: await me(), id, input: { email, role: 'analyst' } })).body;

describe('a project that came', () => {
  it('is taken back by whoever brought it in, is like one that never was, and comes back whole by the command line', async () => {
    const { projectId, head, lead } = await bringIn(at.outsider, archive);
    await expectRefusal(takeBackProject({ actor: lead, id: projectId, input: {} }), 'invalid');
    const { secret } = (
      await createToken({ actor: await me(), id: '', input: { name: 'A script', days: 1, scopes: ['read', 'write'] } })
    ).body;
    const get = async (path: string) => {
      const headers = { authorization: `Bearer ${secret}` };
      return (await api.request(`http://localhost:3000/api/v1${path}`, { headers })).status;
    };
    const reads = ['', '/articles', '/events', '/members', '/live', '/origin', '/archive'];
    expect(await get(`/projects/${projectId}`)).toBe(200);
    expect((await takeBack(projectId, head)).body).toEqual({ projectId });
    for (const path of reads) expect(await get(`/projects/${projectId}${path}`), path).toBe(404);
    const { id: articleId } = await rows().article.findFirstOrThrow({ where: { projectId } });
    expect(await get(`/articles/${articleId}`)).toBe(404);
    expect((await read(await me(), (ctx) => listProjects(ctx))).items.map(({ id }) => id)).not.toContain(projectId);
    await expectRefusal(takeBack(projectId, head + 1), 'not-found');
    await expectRefusal(addEntity({ actor: lead, id: projectId, input: { type: 'person', name: 'Eve' } }), 'not-found');
    expect((await eventsOf(projectId)).at(-1)).toMatchObject({ type: 'project.taken-back', actorId: lead.userId });
    const told = heard();
    await tellTakenBack(told.speech);
    expect(told.said.join()).toContain(`${projectId}  The project: by ${lead.name}`);
    await expectFaultless();

    await giveBack(projectId, {}, told.speech);
    expect(told.said.at(-1)).toContain('its one member');
    expect(await get(`/projects/${projectId}`)).toBe(200);
    await expectFaultless();
    // Of archives and their ways an archive tells nothing.
    expect(content(await archiveOf(await me(), projectId)).join('')).toBe(
      archive.slice(0, archive.lastIndexOf('{"sha256"')),
    );
    await expectRefusal(giveBackProject({ actor: lead, id: '', input: { projectId } }), 'not-found');
    await expectRefusal(giveBack(projectId, {}, told.speech), 'invalid');
  });

  /** The chain holds, and no rule is broken. */
  async function expectFaultless() {
    const db = new pg.Client({ connectionString: env().DATABASE_URL });
    await db.connect();
    const faults = [...(await verifyChain(db)).faults, ...(await verifyRules(db)).faults];
    await db.end();
    // The projects of these tests are made as rows, of which their log says nothing.
    expect(faults.filter((fault) => !fault.endsWith('the log does not tell of it'))).toEqual([]);
  }

  it('takes its links, invitations, jobs, webhooks and inboxes with it', async () => {
    const { projectId } = await bringIn(at.outsider, archive);
    const claim = await rows().claim.findFirstOrThrow({ where: { projectId, status: 'approved' } });
    const { body: link } = await shareClaim({ actor: await me(), id: claim.id, input: {} });
    const secret = new URL(link.address!).pathname.split('/').at(-1)!;
    const show = async () => (await showLink(new Request('http://localhost:3000/shared/x'), secret)).status;
    const { invitation } = await invite(projectId, 'new@desk.example');
    const token = new URL(invitation!.link!).pathname.split('/').at(-1)!;
    const own = { projectId, createdBy: at.outsider.userId };
    const job = await rows().exportJob.create({ data: { ...own, format: 'json', filter: {}, createdAt: new Date() } });
    const about = { subjectType: 'claim', subjectId: claim.id, thingId: claim.id, actorId: at.lead.userId };
    await rows().notification.create({
      data: { projectId, userId: at.outsider.userId, kind: 'mention', ...about, createdAt: new Date() },
    });
    const inbox = async () => read(await me(), countUnread);
    await rows().webhook.create({
      data: { ...own, address: 'https://desk.example/', kinds: ['claim'], toldSeq: 0, createdAt: new Date() },
    });
    expect([await show(), (await findInvitation(token)).projectId, await inbox()]).toEqual([200, projectId, 1]);

    const { head, since } = await backOf(projectId);
    expect(since).toBe(2);
    await takeBack(projectId, head);
    expect(await show()).toBe(404);
    await expectRefusal(findInvitation(token), 'not-found');
    expect(await inbox()).toBe(0);
    expect([await makeDeliveries(), await makeWaiting()]).toEqual([false, 0]);
    expect(await rows().exportJob.findUniqueOrThrow({ where: { id: job.id } })).toMatchObject({ state: 'waiting' });
    // The database itself lets nobody into it.
    const again = rows().member.updateMany({ where: { projectId }, data: { deletedAt: null } });
    await expect(again).rejects.toThrow('was taken back');
  });
  it('stays once somebody else has worked in it, or when more was done than was seen', async () => {
    const { projectId, head } = await bringIn(at.outsider, archive);
    await invite(projectId, at.analyst.email);
    const refusal = await expectRefusal(takeBack(projectId, head), 'stale');
    expect(refusal.extra.current).toMatchObject({ since: 1, why: null });
    const analyst = (await actorById(at.analyst.userId))!;
    const { head: now } = await backOf(projectId);
    await expectRefusal(takeBackProject({ actor: analyst, id: projectId, input: { head: now } }), 'forbidden');
    await addEntity({ actor: analyst, id: projectId, input: { type: 'person', name: 'Eve' } });
    const { why } = await backOf(projectId);
    expect(why).toMatch(/^Ana worked in it since/);
    expect((await expectRefusal(takeBack(projectId, now + 1), 'not-allowed-now')).message).toBe(why);
    const begun = takeBackProject({ actor: at.lead, id: at.projectId, input: { head: 1 } });
    expect((await expectRefusal(begun, 'not-allowed-now')).message).toContain('begun here');
  });
});

describe('the door', () => {
  const asked = async (body: string, query = '') => {
    const { secret } = (
      await createToken({ actor: await me(), id: '', input: { name: 'A script', days: 1, scopes: ['read', 'write'] } })
    ).body;
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/jsonl' };
    const response = await api.request(`http://localhost:3000/api/v1/archives${query}`, {
      method: 'POST',
      headers,
      body,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('takes the file as the body, and writes with the plan of the dry run', async () => {
    const dry = await asked(archive);
    expect(dry).toMatchObject({ status: 200, body: { projectId: null } });
    const { plan } = dry.body.check as { plan: string };
    expect(await asked(archive, `?plan=${plan}x`)).toMatchObject({ status: 422 });
    expect(await asked(archive, `?plan=${'f'.repeat(64)}`)).toMatchObject({ status: 412, body: { code: 'stale' } });
    const done = await asked(archive, `?plan=${plan}`);
    expect(done).toMatchObject({ status: 200, body: { check: { plan } } });
    const { projectId, head } = done.body as { projectId: string; head: number };
    expect((await backOf(projectId)).head).toBe(head);
    expect(await asked('')).toMatchObject({ status: 422 });
  });

  it('refuses a file that is over the limit of the server, said or not, and keeps nothing of it', async () => {
    const limit = env() as { CLAIMBENCH_ARCHIVE_MB: number };
    const was = limit.CLAIMBENCH_ARCHIVE_MB;
    limit.CLAIMBENCH_ARCHIVE_MB = 1;
    const refused = await asked('x'.repeat(1024 * 1024 + 1));
    limit.CLAIMBENCH_ARCHIVE_MB = was;
    expect(refused).toMatchObject({ status: 413, body: { code: 'too-large' } });
    expect(refused.body.title).toMatch(/over 1 MB.*command line/);
  });

  it('gives a repeated key the first answer, for the same bytes alone', async () => {
    const key = createHash('sha256').update('once').digest('hex');
    const { check } = (await bringArchive({ actor: await me(), id: '', input: { file: fileOf(archive) } })).body;
    const send = async (text: string) =>
      bringArchive({ actor: await me(), id: '', key, input: { file: fileOf(text), plan: check.plan } });
    const first = (await send(archive)).body;
    expect((await send(archive)).body).toEqual(first);
    await expectRefusal(send(`${archive} `), 'key-reused');
  });
});
