import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { revokeSessions } from '@/lib/accounts/commands';
import { oldAfter } from '@/components/live/invalidate';
import type { EventView } from '@/lib/activity/activity';
import { api } from '@/lib/api/routes';
import { addPublisher } from '@/lib/articles/commands';
import { openSession } from '@/lib/auth/sessions';
import type { Actor } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { closeAll, eventsOf, rows, team, type Team } from '@/lib/core/testing';
import { removeMember, saveMember } from '@/lib/members/commands';
import { readNotifications } from '@/lib/notifications/commands';
import { closeHub } from './hub';
import { streams } from './streams';

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(async () => {
  for (const close of [...streams().open]) close();
  await closeHub();
  await closeAll();
});

const cookieOf = async (actor: Actor) => {
  const sid = await openSession(actor.userId, 'test');
  return `next-auth.session-token=${await encode({ token: { sid }, secret: env().AUTH_SECRET })}`;
};

/** A stream as a browser has it. `upTo` answers the events until one of that sequence number; `ended` waits for the end. */
async function connect(actor: Actor, { query = '', headers = {}, projectId = at.projectId } = {}) {
  const response = await api.request(`/api/v1/projects/${projectId}/live${query}`, {
    headers: { cookie: await cookieOf(actor), ...headers },
  });
  expect(response.status).toBe(200);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const seen: EventView[] = [];
  const blocks: string[] = [];
  let rest = '';
  const more = async () => {
    const { done, value } = await reader.read();
    const parts = (rest + (value ?? '')).split('\n\n');
    rest = parts.pop()!;
    blocks.push(...parts);
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data && !part.startsWith('event:')) {
        const event = JSON.parse(data) as EventView;
        expect(part).toContain(`id: ${event.seq}`);
        seen.push(event);
      }
    }
    return !done;
  };
  const upTo = async (seq: number) => {
    while ((seen.at(-1)?.seq ?? 0) < seq && (await more()));
    return seen.map((event) => event.seq);
  };
  const ended = async () => {
    while (await more());
    return seen.map((event) => event.type);
  };
  return { response, upTo, ended, more, seen, blocks, close: () => reader.cancel() };
}

let serial = 0;
const write = (actor = at.analyst, id = at.projectId) =>
  addPublisher({ actor, id, input: { name: `Outlet ${++serial}` } });
const headOf = async (projectId = at.projectId) => (await eventsOf(projectId)).at(-1)?.seq ?? 0;
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a stream', () => {
  it('brings what was written as ids, without text, and may not be held back on its way', async () => {
    await write();
    const head = await headOf();
    const stream = await connect(at.viewer);
    expect(Object.fromEntries(stream.response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    const { body } = await write();
    await stream.upTo(head + 1);
    expect(stream.seen).toEqual([
      {
        seq: head + 1,
        type: 'publisher.added',
        subjectType: 'publisher',
        subjectId: body.id,
        version: 1,
        actorId: at.analyst.userId,
        at: stream.seen[0]!.at,
        fields: [],
      },
    ]);
    await stream.close();
  });

  it('misses and repeats nothing while many write at once, in two projects', async () => {
    const from = await headOf();
    const streams = [await connect(at.viewer), await connect(at.analyst), await connect(at.lead)];
    const others = await connect(at.outsider, { projectId: at.elsewhere });
    const writers = [at.analyst, at.other, at.reviewer, at.lead];
    await Promise.all([
      ...numbers(1, 40).map((number) => write(writers[number % 4])),
      ...numbers(1, 10).map(() => write(at.outsider, at.elsewhere)),
    ]);
    for (const stream of streams) {
      expect(await stream.upTo(from + 40)).toEqual(numbers(from + 1, from + 40));
      await stream.close();
    }
    expect(await others.upTo(10)).toEqual(numbers(1, 10));
    await others.close();
  });

  it('tells a person that their inbox changed, whichever of their devices or colleagues did it, and nobody else', async () => {
    const [hers, his] = [await connect(at.analyst), await connect(at.viewer)];
    const told = async (stream: typeof hers) => {
      const before = stream.blocks.length;
      while (!stream.blocks.slice(before).some((block) => block.startsWith('event: inbox')) && (await stream.more()));
    };
    const own = { actorId: at.lead.userId, subjectType: 'claim', subjectId: at.projectId, thingId: at.projectId };
    const line = { ...own, projectId: at.projectId, userId: at.analyst.userId, kind: 'mention', createdAt: new Date() };
    await rows().notification.create({ data: line });
    const quiet = his.blocks.length;
    await readNotifications({ actor: at.analyst, id: '', input: {} });
    await told(hers);
    const head = await headOf();
    await write();
    await his.upTo(head + 1);
    expect(his.blocks.slice(quiet).filter((block) => block.startsWith('event: inbox'))).toEqual([]);
    await Promise.all([hers.close(), his.close()]);
  });

  it('goes on after the last event that somebody had, by header or address', async () => {
    const head = await headOf();
    await write();
    await write();
    const byHeader = await connect(at.viewer, { headers: { 'last-event-id': String(head - 1) } });
    const byAddress = await connect(at.viewer, { query: `?after=${head}` });
    await write();
    expect(await byHeader.upTo(head + 3)).toEqual(numbers(head, head + 3));
    expect(await byAddress.upTo(head + 3)).toEqual(numbers(head + 1, head + 3));
    await Promise.all([byHeader.close(), byAddress.close()]);
  });

  it('brings the last seconds too for who asks', async () => {
    const head = await headOf();
    const stream = await connect(at.viewer, { query: '?recent=300' });
    expect(await stream.upTo(head)).toEqual(numbers(1, head));
    await stream.close();
  });

  it.each(['x', '-1', '99999', '1e3', ''])('says “reset” to the cursor %j, and goes on from here', async (cursor) => {
    const head = await headOf();
    const stream = await connect(at.viewer, { query: `?after=${cursor}` });
    await write();
    expect(await stream.upTo(head + 1)).toEqual([head + 1]);
    expect(stream.blocks).toContain(`event: reset\ndata: {}\nid: ${head}`);
    await stream.close();
  });

  it('is for members only', async () => {
    const path = `/api/v1/projects/${at.projectId}/live`;
    expect((await api.request(path)).status).toBe(401);
    expect((await api.request(path, { headers: { cookie: await cookieOf(at.outsider) } })).status).toBe(404);
    expect(
      (await api.request('/api/v1/projects/x/live', { headers: { cookie: await cookieOf(at.lead) } })).status,
    ).toBe(404);
  });

  it('leaves nothing behind when its reader goes away', async () => {
    const before = streams().open.size;
    const stream = await connect(at.viewer);
    expect(streams().open.size).toBe(before + 1);
    await stream.close();
    await vi.waitFor(() => expect(streams().open.size).toBe(before));
  });

  it('ends when the process is asked to end, even for a reader who fetches nothing', async () => {
    const before = new Set(streams().open);
    const stream = await connect(at.viewer);
    await Promise.all(numbers(1, 20).map(() => write()));
    for (const close of streams().open) if (!before.has(close)) close();
    await stream.ended();
    expect(streams().open.size).toBe(before.size);
  });

  it('is refused by a server that ends, on a connection that ends too', async () => {
    streams().ending = true;
    try {
      const headers = { cookie: await cookieOf(at.viewer) };
      const response = await api.request(`/api/v1/projects/${at.projectId}/live`, { headers });
      expect([response.status, response.headers.get('connection')]).toEqual([503, 'close']);
    } finally {
      streams().ending = false;
    }
  });

  it('tells whoever got another role, at once: their screens ask who they are', async () => {
    const stream = await connect(at.reviewer);
    const member = (await rows().member.findFirst({ where: { userId: at.reviewer.userId } }))!;
    await saveMember({ actor: at.lead, id: member.id, input: { role: 'viewer' }, ifMatch: `"${member.version}"` });
    await stream.upTo(await headOf());
    expect(stream.seen.map(({ type, subjectId }) => [type, subjectId])).toEqual([['member.saved', member.id]]);
    expect(oldAfter('member.saved').all).toEqual(expect.arrayContaining(['findMe', 'findProject']));
    await stream.close();
  });

  it('ends with the membership, at once and without the event that ended it', async () => {
    const stream = await connect(at.other);
    const member = (await rows().member.findFirst({ where: { userId: at.other.userId } }))!;
    await removeMember({ actor: at.lead, id: member.id, input: {}, ifMatch: `"${member.version}"` });
    expect(await stream.ended()).toEqual([]);
    expect(stream.blocks.at(-1)).toBe('event: bye\ndata: {}');
  });
});

describe.concurrent('when something fails', () => {
  it('catches up from the log after the listener lost its connection', async ({ expect }) => {
    const stream = await connect(at.viewer);
    const from = await headOf();
    const [killed] = await rows().$queryRaw<
      { count: bigint }[]
    >`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'claimbench live'`;
    expect(Number(killed!.count)).toBeGreaterThan(0);
    for (let i = 0; i < 5; i++) await write();
    expect(await stream.upTo(from + 5)).toEqual(numbers(from + 1, from + 5));
    await write();
    expect(await stream.upTo(from + 6)).toEqual(numbers(from + 1, from + 6));
    await stream.close();
  });

  it('finds within seconds what nobody called out', async ({ expect }) => {
    const mute = await team();
    const stream = await connect(mute.viewer, { projectId: mute.projectId });
    await rows().$executeRaw`WITH added AS (
        INSERT INTO event (project_id, seq, type, subject_type, subject_id, version, actor_id, at, fields, hash)
        VALUES (${mute.projectId}::uuid, 1, 'project.saved', 'project', ${mute.projectId}::uuid, 2, ${mute.lead.userId}::uuid, now(), '{}', '\\x00'))
      UPDATE project SET head_seq = 1 WHERE id = ${mute.projectId}::uuid`;
    expect(await stream.upTo(1)).toEqual([1]);
    await stream.close();
  });

  it('ends within 15 seconds of a membership that was taken away past the log, and says so', async ({ expect }) => {
    const { projectId, other } = await team();
    const stream = await connect(other, { projectId });
    const began = Date.now();
    await rows().member.updateMany({ where: { projectId, userId: other.userId }, data: { deletedAt: new Date() } });
    await stream.ended();
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(stream.blocks.at(-1)).toBe('event: bye\ndata: {}');
  });

  it('ends within 15 seconds of signing out everywhere', async ({ expect }) => {
    const stream = await connect(at.reviewer);
    const began = Date.now();
    await revokeSessions({ actor: at.reviewer, id: '', input: {} });
    await stream.ended();
    expect(Date.now() - began).toBeLessThan(15_000);
  });
});
