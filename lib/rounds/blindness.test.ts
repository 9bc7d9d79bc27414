import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '@/lib/accounts/commands';
import { paths, type Operation } from '@/lib/api/paths';
import { api } from '@/lib/api/routes';
import type { Actor } from '@/lib/core/context';
import { closeAll, rows, team, type Team } from '@/lib/core/testing';
import { read as asActor } from '@/lib/core/db';
import { atOnce } from '@/lib/exports/at-once.fixtures';
import { makeExport } from '@/lib/exports/commands';
import { exportFormats } from '@/lib/exports/export-formats';
import { closeHub } from '@/lib/live/hub';
import { streams } from '@/lib/live/streams';
import { before, MARK, openBoth, work, type Before } from './blind.fixtures';
import { revealRound } from './commands';
import { doors } from './doors.fixtures';

// While a blind round is open, every door is tried as everybody else who may knock at it: an analyst of the round, a reviewer and a viewer
// outside it, and the lead who opened it. What each is answered must be to the letter what it was before the analyst did anything, so
// that neither words nor ids nor counts, versions or orders tell of it; and the same doors tell all of it after the reveal.

const NOWHERE = randomUUID();
let at: Team;
let there: Before;
let round: { id: string; version: number }[];
let askers: Actor[];
const tokens = new Map<string, string>();

async function ask(actor: Actor, path: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${tokens.get(actor.userId)}`, 'if-match': '"1"' };
  const response = await api.request(`/api/v1${path}`, { ...init, headers });
  return { status: response.status, body: await response.text() };
}

/** Things of each kind that somebody may ask for by id: of most kinds the first and the last, which a round hides or all see. */
async function subjects(): Promise<Record<string, string[]>> {
  const idsOf = async (table: string) => {
    const all = await rows().$queryRawUnsafe<{ id: string }[]>(
      `SELECT id::text FROM "${table}" WHERE project_id = '${at.projectId}' ORDER BY id`,
    );
    return [...new Set([all[0]!.id, all.at(-1)!.id])];
  };
  return {
    projects: [at.projectId],
    articles: [there.read, there.elsewhere],
    questions: [there.question],
    rounds: [round[0]!.id],
    claims: [there.taken, there.judged],
    entities: [there.town, there.radio],
    highlights: await idsOf('highlight'),
    tags: await idsOf('tag'),
    threads: await idsOf('thread'),
    comments: await idsOf('comment'),
  };
}

function urlsOf(operation: string, known: Record<string, string[]>): string[] {
  const [, template] = paths[operation as Operation];
  const noun = /(\w+)\/\{\w+\}/.exec(template)?.[1] ?? '';
  return (known[noun] ?? [NOWHERE]).flatMap((id) =>
    doors[operation]!.map((query) =>
      `${template.replace(/\{\w+\}/, id)}${query}`
        .replace('READ', there.read)
        .replace('JUDGED', there.judged)
        .replace('ANALYST', at.analyst.userId)
        .replace('ROUND', round[0]!.id)
        .replace('CLAIMS', [there.taken, there.judged].join(',')),
    ),
  );
}

/** What each asker is answered at every door, by asker and address. */
async function allDoors(known: Record<string, string[]>): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const operation of Object.keys(doors))
    for (const url of urlsOf(operation, known))
      await Promise.all(
        askers.map(async (actor) => {
          const { status, body } = await ask(actor, url);
          answers.set(`${actor.name} ${url}`, `${status} ${body}`);
        }),
      );
  return answers;
}

/** The same without what a problem says of its own request. */
const plain = (answer: string) => answer.replace(/"(reference|instance)":"[^"]*"/g, '');

async function exportsOf(actor: Actor): Promise<string[]> {
  const files = [];
  for (const format of exportFormats) {
    const { body } = atOnce(await makeExport({ actor, id: at.projectId, input: { format } }));
    files.push(`${body.sha256} ${JSON.stringify({ ...body.manifest, by: 'whoever' })}`);
  }
  return files;
}

let exported: string[];

async function listen(actor: Actor): Promise<() => Promise<string[]>> {
  const response = await api.request(`/api/v1/projects/${at.projectId}/live`, {
    headers: { authorization: `Bearer ${tokens.get(actor.userId)}` },
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const types: string[] = [];
  const ended = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      types.push(...[...part.value.matchAll(/"type":"([^"]+)"/g)].map(([, type]) => type!));
  })();
  return async () => {
    await rows().$executeRaw`SELECT 1`;
    await reader.cancel();
    await ended;
    return types;
  };
}

beforeAll(async () => {
  at = await team();
  there = await before(at);
  round = [...(await openBoth(at, there))];
  askers = [at.other, at.viewer, at.lead];
  for (const actor of [...askers, at.analyst]) {
    const input = { name: 'doors', scopes: ['read', 'write'] };
    const { body } = await createToken({ actor, id: actor.userId, input });
    tokens.set(actor.userId, (body as { secret: string }).secret);
  }
  exported = await exportsOf(at.lead);
}, 60_000);
afterAll(async () => {
  for (const close of [...streams().open]) close();
  await closeHub();
  await closeAll();
});

describe('while a blind round is open', () => {
  it('nobody is answered otherwise at any door because of what an analyst did', async () => {
    const known = await subjects();
    const first = await allDoors(known);
    const stop = await listen(at.other);
    await work(at, there);
    const after = await allDoors(known);
    const told = [...first].flatMap(([door, answer]) =>
      plain(after.get(door)!) === plain(answer) ? [] : [[door, answer, after.get(door)]],
    );
    expect(told).toEqual([]);
    expect((await stop()).filter((type) => !type.startsWith('export.'))).toEqual([]);
  }, 120_000);
});

/** What the analyst did, by table: the ids that an open round hides. */
async function hiddenIds(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of [
    'highlight',
    'tag',
    'assessment',
    'grade',
    'thread',
    'comment',
    'matrix_cell',
    'notification',
    'event',
  ]) {
    const id = table === 'event' ? 'seq' : 'id';
    const hidden = await rows().$queryRawUnsafe<{ id: string }[]>(
      `SELECT ${id}::text AS id FROM ${table} WHERE project_id = '${at.projectId}' AND blind_round_id IS NOT NULL
       AND (blind_for = '${at.analyst.userId}' OR '${table}' = 'notification')`,
    );
    found[table] = hidden.map((row) => row.id);
  }
  return found;
}

describe('what the analyst did', () => {
  it('is there, in every table that hides rows', async () => {
    const hidden = await hiddenIds();
    for (const [table, ids] of Object.entries(hidden)) expect([table, ids.length > 0]).toEqual([table, true]);
    expect(hidden.event!.length).toBeGreaterThan(15);
  });

  it('is answered 404 to every request that names it, whoever asks and whatever they would do with it', async () => {
    const hidden = await hiddenIds();
    const nouns = { highlights: hidden.highlight, tags: hidden.tag, threads: hidden.thread, comments: hidden.comment };
    const seen: string[] = [];
    for (const [operation, [method, template]] of Object.entries(paths)) {
      const noun = /(\w+)\/\{id\}/.exec(template)?.[1] as keyof typeof nouns;
      for (const id of nouns[noun]?.slice(-2) ?? [])
        for (const actor of askers) {
          const more = method === 'get' ? {} : { method: method.toUpperCase(), body: '{}' };
          const { status, body } = await ask(actor, template.replace('{id}', id), more);
          if (status !== 404 || body.includes(MARK)) seen.push(`${actor.name} ${operation} ${status}`);
        }
    }
    expect(seen).toEqual([]);
  }, 60_000);

  it('cannot be reached through requests that name it in their body', async () => {
    const { highlight, tag, thread } = await hiddenIds();
    const [ids, tags] = [highlight!, tag!.map((id) => ({ id, version: 1 }))];
    const at1 = `/articles/${there.read}`;
    const in1 = `/projects/${at.projectId}`;
    const tries: [string, object][] = [
      [`${at1}/highlights/delete`, { ids }],
      [`${at1}/highlights/restore`, { ids }],
      [`${at1}/tags/delete`, { tags, highlights: [] }],
      [`${at1}/tags/restore`, { tags, highlights: [] }],
      [`${at1}/tags/change`, { items: tags.map((one) => ({ ...one, change: { confidence: 1 } })) }],
      [`${in1}/threads`, { subject: { type: 'tag', id: tag![0] }, body: { text: 'x' } }],
      [`${in1}/threads`, { subject: { type: 'highlight', id: ids[0] }, body: { text: 'x' } }],
      [`/entities/${there.town}/splits`, { tagIds: [tag![0]], name: 'x', reason: 'x' }],
      [`${in1}/reviews/withdraw`, { ids: thread }],
    ];
    for (const [path, body] of tries) {
      const answer = await ask(at.lead, path, { method: 'POST', body: JSON.stringify(body) });
      expect([path, [404, 409, 422].includes(answer.status), answer.body.includes(MARK)]).toEqual([path, true, false]);
    }
    const review = { verdict: 'accept', tags: tags.map(({ id }) => ({ id, version: 1 })) };
    const { body } = await ask(at.other, `${in1}/reviews`, { method: 'POST', body: JSON.stringify(review) });
    expect(JSON.parse(body)).toMatchObject({ accepted: [], problems: tags.map(() => ({ code: 'not-found' })) });
  });

  it('is in no export, whoever makes it, the analyst too', async () => {
    expect(await exportsOf(at.lead)).toEqual(exported);
    expect(await exportsOf(at.analyst)).toEqual(exported);
    expect(exported.join(' ')).not.toContain(MARK);
  });

  it('is under a policy: the role that every request works under counts none of it', async () => {
    const hidden = await hiddenIds();
    const counts = (actor: Actor) =>
      asActor(actor, async ({ db }) => {
        const seen: Record<string, number> = {};
        for (const [table, ids] of Object.entries(hidden)) {
          const [row] = await db.$queryRawUnsafe<{ n: number }[]>(
            `SELECT count(*)::int AS n FROM ${table} WHERE ${table === 'event' ? 'seq' : 'id'}::text = ANY ($1)`,
            ids,
          );
          seen[table] = row!.n;
        }
        return seen;
      });
    const none = Object.fromEntries(Object.keys(hidden).map((table) => [table, 0]));
    for (const actor of askers) expect(await counts(actor)).toEqual(none);
    const own = Object.fromEntries(Object.entries(hidden).map(([table, ids]) => [table, ids.length]));
    expect(await counts(at.analyst)).toEqual({ ...own, notification: 0 });
  });
});

it('after the reveal the same doors tell all of it', async () => {
  for (const { id } of round) {
    const { version } = await rows().round.findUniqueOrThrow({ where: { id } });
    await revealRound({ actor: at.lead, id, input: {}, ifMatch: `"${version}"` });
  }
  for (const ids of Object.values(await hiddenIds())) expect(ids).toEqual([]);
  const open = await allDoors(await subjects());
  const shown = [...open]
    .filter(([, answer]) => answer.includes(MARK))
    .map(([door]) => door.replace(/[0-9a-f-]{36}/g, 'id'));
  for (const door of [
    'articles/id/highlights',
    'claims/id/citations',
    'claims/id/assessments',
    'projects/id/threads',
    'entities/id/mentions',
  ])
    expect([door, shown.includes(`Otto /${door}`)]).toEqual([door, true]);
  expect(open.get(`Otto /notifications`)).toContain(MARK);
  expect(await exportsOf(at.lead)).not.toEqual(exported);
}, 60_000);
