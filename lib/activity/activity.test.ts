import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api } from '@/lib/api/routes';
import { openSession } from '@/lib/auth/sessions';
import { addPublisher, deleteArticle, saveArticle } from '@/lib/articles/commands';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal } from '@/lib/core/testing';
import { inviteMember } from '@/lib/members/commands';
import { openRound, revealRound } from '@/lib/rounds/commands';
import { startThread } from '@/lib/threads/commands';
import { desk, type Desk } from '@/lib/threads/threads.fixtures';
import { events } from '@/lib/events';
import { changesFilter, historyKinds, short, type HistoryKind } from './activity';
import { listEvents, listHistory } from './queries';
import { listChanges } from './queries/changes';

let at: Desk;
let made: { articleId: string; claimId: string; entityId: string; highlightId: string; tagId: string; quote: string };
beforeAll(async () => {
  at = await desk();
  const { entityId } = await at.mention({ name: 'The mayor' }, at.other);
  const { claimId, highlight, tag } = await at.cite({ statement: 'The mayor left early.' });
  const body = { text: 'Did she?' };
  await startThread({
    actor: at.other,
    id: at.projectId,
    input: { subject: { type: 'claim', id: claimId }, body },
  });
  const input = { email: 'guest@example.org', role: 'viewer' };
  await inviteMember({ actor: at.lead, id: at.projectId, input });
  made = {
    articleId: at.articleId,
    claimId,
    entityId,
    highlightId: highlight.id,
    tagId: tag.id,
    quote: highlight.quote,
  };
});
afterAll(closeAll);

const logOf = (actor: Actor, query: { after?: number; limit?: number } = {}) =>
  read(actor, (ctx) => listEvents(ctx, at.projectId, { after: 0, limit: 50, ...query }));
type Asked = {
  limit?: number;
  cursor?: string;
  subjectId?: string;
  actorId?: string;
  kind?: HistoryKind;
  from?: string;
  to?: string;
};
const historyOf = (actor: Actor, query: Asked = {}) =>
  read(actor, (ctx) => listHistory(ctx, at.projectId, { limit: 50, ...query }));

it('gives the log in its order, from where one left off, without text', async () => {
  const { items, nextCursor } = await logOf(at.viewer);
  expect(nextCursor).toBeNull();
  expect(items.map((event) => event.seq)).toEqual(items.map((_, index) => index + 1));
  expect(items[0]).toEqual({
    seq: 1,
    type: 'article.added',
    subjectType: 'article',
    subjectId: at.articleId,
    version: 1,
    actorId: at.analyst.userId,
    at: items[0]!.at,
    fields: [],
  });
  expect(JSON.stringify(items)).not.toMatch(/mayor|guest/);
  const first = await logOf(at.viewer, { limit: 3 });
  const rest = await logOf(at.viewer, { after: Number(first.nextCursor) });
  expect([...first.items, ...rest.items]).toEqual(items);
});

it('words the log, newest first, with what each line is about', async () => {
  const { items } = await historyOf(at.viewer);
  const page = `/projects/${at.projectId}`;
  const lineOf = (type: string) => items.find((line) => line.type === type);
  expect(items.map((line) => line.seq)).toEqual(items.map((_, index) => items.length - index));
  expect(lineOf('entity.added')).toMatchObject({
    actor: { id: at.other.userId, name: 'Otto' },
    words: 'added the entity',
    label: 'The mayor',
    href: `${page}/entities/${made.entityId}`,
  });
  expect(lineOf('claim.added')).toMatchObject({
    label: 'The mayor left early.',
    href: `${page}/claims/${made.claimId}`,
  });
  expect(lineOf('tag.added')).toMatchObject({
    label: `“${made.quote}” for “The mayor left early.”`,
    href: `${page}/articles/${made.articleId}?highlight=${made.highlightId}&tag=${made.tagId}`,
  });
  expect(lineOf('comment.added')).toMatchObject({
    label: 'The mayor left early.',
    href: expect.stringMatching(`^${page}/claims/${made.claimId}\\?thread=`),
  });
  expect(lineOf('member.invited')).toMatchObject({ label: null, href: null });
});

it('tells the history of one thing, page by page', async () => {
  const change = { actor: at.analyst, id: at.articleId };
  await saveArticle({ ...change, input: { language: 'en' }, ifMatch: '"1"' });
  await saveArticle({ ...change, input: { language: 'fr' }, ifMatch: '"2"' });
  const all = await historyOf(at.analyst, { subjectId: at.articleId });
  expect(all.items.map((line) => line.type)).toEqual(['article.saved', 'article.saved', 'article.added']);
  const first = await historyOf(at.analyst, { subjectId: at.articleId, limit: 2 });
  const rest = await historyOf(at.analyst, { subjectId: at.articleId, limit: 2, cursor: first.nextCursor! });
  expect([...first.items, ...rest.items]).toEqual(all.items);
  expect(rest.nextCursor).toBeNull();
  const foreign = Buffer.from(JSON.stringify(['The mayor', at.projectId])).toString('base64url');
  await expectRefusal(historyOf(at.analyst, { cursor: foreign }), 'invalid');
});

it('keeps the name of what was deleted, and leads nowhere', async () => {
  const { id } = await at.bring();
  await deleteArticle({ actor: at.lead, id, input: {}, ifMatch: '"1"' });
  const { items } = await historyOf(at.analyst, { subjectId: id });
  expect(items.map((line) => [line.type, line.href])).toEqual([
    ['article.deleted', null],
    ['article.added', null],
  ]);
  expect(items[0]!.label).toMatch(/^Article \d+$/);
});

it('is nothing to outsiders, over HTTP too', async () => {
  await expectRefusal(logOf(at.outsider), 'not-found');
  await expectRefusal(historyOf(at.outsider), 'not-found');
  const { encode } = await import('next-auth/jwt');
  const { env } = await import('@/lib/core/env');
  const sid = await openSession(at.outsider.userId, 'test');
  const cookie = `next-auth.session-token=${await encode({ token: { sid }, secret: env().AUTH_SECRET })}`;
  for (const path of ['events', 'history', 'members', 'articles'])
    expect([
      path,
      (await api.request(`/api/v1/projects/${at.projectId}/${path}`, { headers: { cookie } })).status,
    ]).toEqual([path, 404]);
  expect((await api.request(`/api/v1/projects/${at.elsewhere}/events`, { headers: { cookie } })).status).toBe(200);
});

it('cuts no character in half', () => {
  expect(short(`${'a'.repeat(118)}😀bc`)).toBe(`${'a'.repeat(118)}…`);
  expect(short('a'.repeat(120))).toBe('a'.repeat(120));
});

it('narrows the history to a person and to a kind of thing', async () => {
  const { items: all } = await historyOf(at.viewer);
  const { items: theirs } = await historyOf(at.viewer, { actorId: at.other.userId });
  expect(theirs.map((line) => line.seq)).toEqual(
    all.filter((line) => line.actorId === at.other.userId).map((line) => line.seq),
  );
  const { items: argued } = await historyOf(at.viewer, { kind: 'threads' });
  expect(argued.map((line) => line.type)).toEqual(['comment.added', 'thread.started']);
  const { items: both } = await historyOf(at.viewer, { kind: 'threads', actorId: at.lead.userId });
  expect(both).toEqual([]);
});

it('narrows the history to a time, and pages through each filter without a gap', async () => {
  const { items: all } = await historyOf(at.viewer);
  const [newest, middle] = [all[0]!, all[Math.floor(all.length / 2)]!];
  const seqs = (lines: { seq: number }[]) => lines.map(({ seq }) => seq);
  const narrowings: [Asked, (line: (typeof all)[number]) => boolean][] = [
    [{ from: middle.at }, ({ at }) => at >= middle.at],
    [{ to: middle.at }, ({ at }) => at < middle.at],
    [
      { from: middle.at, to: newest.at, kind: 'articles' },
      ({ at, type }) => at >= middle.at && at < newest.at && /^(article|publisher|echo)\./.test(type),
    ],
    [
      { from: '2000-01-01T00:00:00Z', kind: 'claims', actorId: at.analyst.userId },
      ({ type, actorId }) => type.startsWith('claim.') && actorId === at.analyst.userId,
    ],
    [{ subjectId: made.claimId, kind: 'claims' }, ({ subjectId }) => subjectId === made.claimId],
    [{ to: '2000-01-01T00:00:00Z' }, () => false],
    [{ from: '2999-01-01T00:00:00Z' }, () => false],
  ];
  for (const [asked, fits] of narrowings) {
    const seen: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Awaited<ReturnType<typeof historyOf>> = await historyOf(at.viewer, {
        ...asked,
        limit: 1,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...seqs(page.items));
      cursor = page.nextCursor;
    } while (cursor);
    expect([asked, seen]).toEqual([asked, seqs(all.filter(fits))]);
  }
});

it('has a kind for everything that can happen', () => {
  const starts: string[] = Object.values(historyKinds).flat();
  expect(Object.keys(events).filter((type) => !starts.some((start) => type.startsWith(start)))).toEqual([]);
});

describe('what changed, by cursor', () => {
  const changesOf = (actor: Actor, query: { after?: string; limit?: number }, projectId = at.projectId) =>
    read(actor, (ctx) => listChanges(ctx, projectId, { limit: 50, ...query }));

  it('tells everything once and in its order to who follows while many write at once', async () => {
    let cursor = (await changesOf(at.viewer, { after: 'now' })).cursor;
    const begun = Number(cursor.split('.')[0]);
    let writing = true;
    const write = async (who: Actor, name: string) => {
      for (let n = 0; n < 8; n++) await addPublisher({ actor: who, id: at.projectId, input: { name: `${name} ${n}` } });
    };
    const all = Promise.all([write(at.lead, 'One'), write(at.analyst, 'Two'), write(at.other, 'Three')]);
    const told: number[] = [];
    const follow = async () => {
      for (;;) {
        const last = !writing;
        const page = await changesOf(at.viewer, { after: cursor, limit: 3 });
        told.push(...page.items.map(({ seq }) => seq));
        cursor = page.cursor;
        if (last && !page.more) return;
      }
    };
    await Promise.all([follow(), all.finally(() => (writing = false))]);
    expect(told).toEqual(Array.from({ length: 24 }, (_, n) => begun + 1 + n));
    expect(await changesOf(at.viewer, { after: cursor })).toEqual({ items: [], cursor, more: false });
  });

  it('tells what a blind round hid when it is revealed, to who was past it long since', async () => {
    const round = { name: 'Blind', blind: true, articleIds: [at.articleId] };
    const analystIds = [at.analyst.userId, at.other.userId];
    const { body } = await openRound({ actor: at.lead, id: at.projectId, input: { ...round, analystIds } });
    const { cursor } = await changesOf(at.lead, { after: 'now' });
    const { highlight } = await at.mention({ name: 'Unseen' }, at.other);
    const own = await changesOf(at.other, { after: cursor });
    const others = await changesOf(at.lead, { after: cursor });
    expect(own.items.map(({ type }) => type)).toContain('highlight.saved');
    expect(others.items.map(({ subjectId }) => subjectId)).not.toContain(highlight.id);
    await revealRound({ actor: at.lead, id: body.id, input: {}, ifMatch: `"${body.version}"` });
    const after = [];
    let next = others.cursor;
    for (let more = true; more;) {
      const page = await changesOf(at.lead, { after: next, limit: 2 });
      after.push(...page.items);
      [next, more] = [page.cursor, page.more];
    }
    expect(after.map(({ type }) => type)).toContain('highlight.saved');
    expect(after.at(-1)!.type).toBe('round.revealed');
    expect(new Set(after.map(({ seq }) => seq)).size).toBe(after.length);
    // Nothing of the log is missing to who followed from the beginning.
    const everything = await changesOf(at.lead, { limit: 500 });
    const { items } = await logOf(at.lead, { limit: 500 });
    expect(everything.items.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(items.map(({ seq }) => seq));
  });

  it.each([['1'], ['x.y'], ['1.2.3'], ['-1.0']])('refuses %s, which it never told', (after) => {
    expect(changesFilter.safeParse({ after }).success).toBe(false);
  });
  it('refuses a cursor of another log, and strangers', async () => {
    await expectRefusal(changesOf(at.viewer, { after: '99999.99999' }), 'invalid');
    await expectRefusal(changesOf(at.outsider, {}), 'not-found');
  });
});
