import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows } from '@/lib/core/testing';
import { reviseArticle } from '@/lib/highlights/commands/revise';
import { deleteTag } from '@/lib/highlights/commands/tags';
import { withdrawReview } from '@/lib/reviews/commands/withdraw';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { addComment, deleteComment, saveComment, startThread } from '@/lib/threads/commands';
import { readNotifications } from './commands';
import { notificationFilter } from './notification';
import { listNotifications } from './queries';

let at: Bench;
beforeAll(async () => {
  at = await bench();
});
afterAll(closeAll);

const inbox = (actor: Actor, filter: object = {}) =>
  read(actor, (ctx) => listNotifications(ctx, '', notificationFilter.parse(filter)));
const kinds = async (actor: Actor) => (await inbox(actor)).items.map((line) => line.kind);
/** Only what came since: marks everything read first. */
const emptied = async (...actors: Actor[]) => {
  for (const actor of actors) await readNotifications({ actor, id: '', input: {} });
};
const unread = async (actor: Actor) => (await inbox(actor, { state: 'unread' })).items;
const saying = (...pieces: (string | Actor)[]) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: pieces.map((piece) =>
        typeof piece === 'string'
          ? { type: 'text', text: piece }
          : { type: 'mention', attrs: { id: piece.userId, label: piece.name } },
      ),
    },
  ],
});
const start = async (actor: Actor, subject: { type: string; id: string }, body: object) =>
  (await startThread({ actor, id: at.projectId, input: { subject, body } })).body;

describe('a comment', () => {
  it('reaches whom it mentions, and whoever took part in its thread, each once and never its author', async () => {
    const made = await start(
      at.analyst,
      { type: 'article', id: at.articleId },
      saying('What of it, ', at.reviewer, '?'),
    );
    expect(await kinds(at.analyst)).toEqual([]);
    expect((await inbox(at.reviewer)).items).toMatchObject([
      {
        kind: 'mention',
        actor: { name: 'Ana' },
        words: 'mentioned you in',
        label: expect.stringMatching(/^Article/) as string,
        excerpt: 'What of it, @Rita?',
        href: `/projects/${at.projectId}/articles/${at.articleId}?thread=${made.id}#comment-${made.comments[0]!.id}`,
        read: false,
      },
    ]);
    await emptied(at.reviewer, at.analyst, at.other);
    const reply = (actor: Actor, body: object) => addComment({ actor, id: made.id, input: { body } });
    await reply(at.reviewer, saying('Nothing. ', at.analyst, at.reviewer, at.analyst));
    expect((await unread(at.analyst)).map((line) => line.kind)).toEqual(['mention']);
    expect(await unread(at.reviewer)).toEqual([]);
    await reply(at.other, saying('I see.'));
    expect((await unread(at.reviewer)).map((line) => [line.kind, line.actor.name])).toEqual([['reply', 'Otto']]);
    expect((await unread(at.analyst)).map((line) => line.kind)).toEqual(['reply', 'mention']);
    expect(await kinds(at.lead)).toEqual([]);
  });

  it('on words stands under them, in their language', async () => {
    await rows().article.update({ where: { id: at.articleId }, data: { language: 'fr' } });
    const { tag, highlight } = await at.cite({ statement: 'Said in French.' });
    await emptied(at.reviewer);
    const asked = saying('See, ', at.reviewer);
    await start(at.analyst, { type: 'article', id: at.articleId }, asked);
    await start(at.analyst, { type: 'tag', id: tag.id }, asked);
    await start(at.analyst, { type: 'highlight', id: highlight.id }, asked);
    const words = { label: highlight.quote, quoted: true, language: 'fr' };
    expect(await unread(at.reviewer)).toMatchObject([words, words, { quoted: false, language: null }]);
    await rows().article.update({ where: { id: at.articleId }, data: { language: null } });
    expect(await unread(at.reviewer)).toMatchObject([{ quoted: true, language: null }, {}, { quoted: false }]);
  });

  it('that is edited reaches only those whom it never mentioned before', async () => {
    await emptied(at.lead, at.other);
    const made = await start(at.analyst, { type: 'article', id: at.articleId }, saying('For ', at.lead));
    const id = made.comments[0]!.id;
    const save = (version: number, body: object) =>
      saveComment({ actor: at.analyst, id, input: { body }, ifMatch: `"${version}"` });
    await save(1, saying('For nobody.'));
    await save(2, saying('For ', at.lead, ' and ', at.other));
    expect((await unread(at.lead)).map((line) => line.kind)).toEqual(['mention']);
    expect((await unread(at.other)).map((line) => line.kind)).toEqual(['mention']);
  });

  it('does not reach former members, and shows no words any more once it is deleted', async () => {
    await emptied(at.lead);
    await rows().member.updateMany({
      where: { projectId: at.projectId, userId: at.viewer.userId },
      data: { deletedAt: new Date() },
    });
    const made = await start(at.analyst, { type: 'article', id: at.articleId }, saying(at.viewer, at.lead, ' secret'));
    expect(await rows().notification.count({ where: { userId: at.viewer.userId } })).toBe(0);
    await deleteComment({ actor: at.analyst, id: made.comments[0]!.id, input: {}, ifMatch: '"1"' });
    expect(await unread(at.lead)).toMatchObject([{ kind: 'mention', excerpt: null }]);
    await rows().member.updateMany({ where: { userId: at.viewer.userId }, data: { deletedAt: null } });
  });
});

describe('a verdict', () => {
  it('against a tag reaches its author, at the words', async () => {
    await emptied(at.analyst);
    const { tag, highlight } = await at.cite({ statement: 'Judged.' });
    await at.judge(tag.id, 'accept');
    expect(await unread(at.analyst)).toEqual([]);
    await at.judge(tag.id, 'needs-work');
    await at.judge(tag.id, 'reject', at.lead);
    const lines = await unread(at.analyst);
    expect(lines.map((line) => [line.kind, line.actor.name])).toEqual([
      ['tag-rejected', 'Lena'],
      ['tag-sent-back', 'Otto'],
    ]);
    expect(lines[0]).toMatchObject({
      ...{ label: highlight.quote, quoted: true, language: null },
      href: `/projects/${at.projectId}/articles/${at.articleId}?highlight=${highlight.id}`,
    });
    await deleteTag({ actor: at.analyst, id: tag.id, input: {}, ifMatch: await at.version(at.tagNow(tag.id)) });
    expect((await unread(at.analyst))[0]).toMatchObject({ label: null, quoted: false, href: null, excerpt: null });
  });

  it('that is taken back is not told any more, unless it was read', async () => {
    await emptied(at.analyst);
    const { tag } = await at.cite({ statement: 'Judged and taken back.' });
    const unsaid = async (verdict: 'reject' | 'needs-work', ...readers: Actor[]) => {
      const { reviews } = await at.judge(tag.id, verdict);
      expect(await unread(at.analyst)).toHaveLength(1);
      await emptied(...readers);
      const { id } = reviews.at(-1)!;
      await withdrawReview({ actor: at.other, id, input: {}, ifMatch: await at.version(at.tagNow(tag.id)) });
    };
    await unsaid('reject');
    expect(await unread(at.analyst)).toEqual([]);
    await unsaid('needs-work', at.analyst);
    expect((await inbox(at.analyst, { state: 'read' })).items[0]).toMatchObject({ kind: 'tag-sent-back' });
  });

  it('on a claim, and its becoming stale, reach whoever made it; staleness whoever had approved it, too', async () => {
    const { claimId } = await at.inReview();
    await emptied(at.analyst, at.other, at.reviewer);
    await at.decide(claimId, 'needs-work');
    await at.submit(claimId);
    await at.decide(claimId, 'accept');
    await at.cite({ id: claimId }, { stance: 'contradicts', by: at.other });
    const lines = await unread(at.analyst);
    expect(lines.map((line) => [line.kind, line.actor.name])).toEqual([
      ['claim-stale', 'Otto'],
      ['claim-approved', 'Rita'],
      ['claim-sent-back', 'Rita'],
    ]);
    expect(lines[0]).toMatchObject({
      words: 'made the claim stale',
      label: expect.stringMatching(/^Claim/) as string,
      href: `/projects/${at.projectId}/claims/${claimId}`,
    });
    expect((await unread(at.reviewer)).map((line) => [line.kind, line.actor.name])).toEqual([['claim-stale', 'Otto']]);
    const { claimId: other } = await at.inReview();
    await at.decide(other, 'reject');
    expect((await unread(at.analyst))[0]).toMatchObject({ kind: 'claim-rejected' });
    expect(await unread(at.other)).toEqual([]);
  });
});

describe('an inbox', () => {
  it('comes in pages, with the number of all that is unread', async () => {
    await emptied(at.reviewer);
    const before = (await inbox(at.reviewer)).items.length;
    for (let index = 0; index < 5; index++)
      await start(at.analyst, { type: 'article', id: at.articleId }, saying(`${index} `, at.reviewer));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof inbox>> = await inbox(at.reviewer, {
        limit: '2',
        ...(cursor ? { cursor } : {}),
      });
      expect(page.unread).toBe(5);
      seen.push(...page.items.map((line) => line.excerpt ?? ''));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(before + 5);
    expect(seen.slice(0, 5)).toEqual(['4 @Rita', '3 @Rita', '2 @Rita', '1 @Rita', '0 @Rita']);
  });

  it('is read line by line, up to a moment, or as a whole, and by its owner alone', async () => {
    await emptied(at.reviewer, at.other);
    for (const text of ['one ', 'two ', 'three '])
      await start(at.analyst, { type: 'article', id: at.articleId }, saying(text, at.reviewer));
    const [last, second, first] = await unread(at.reviewer);
    const mark = async (actor: Actor, input: object) => (await readNotifications({ actor, id: '', input })).body;
    expect(await mark(at.other, { ids: [first!.id] })).toEqual({ read: 0, unread: 0 });
    expect(await mark(at.reviewer, { ids: [first!.id] })).toEqual({ read: 1, unread: 2 });
    expect(await mark(at.reviewer, { ids: [first!.id] })).toEqual({ read: 0, unread: 2 });
    expect(await mark(at.reviewer, { until: second!.at })).toEqual({ read: 1, unread: 1 });
    expect((await unread(at.reviewer)).map((line) => line.id)).toEqual([last!.id]);
    expect((await inbox(at.reviewer, { state: 'read', limit: '1' })).items).toMatchObject([
      { id: second!.id, read: true },
    ]);
    expect(await mark(at.reviewer, {})).toEqual({ read: 1, unread: 0 });
    const log = await rows().accountEvent.findMany({
      where: { userId: at.reviewer.userId, type: 'notifications.read' },
    });
    expect(log.length).toBeGreaterThanOrEqual(3);
    await expectRefusal(mark(at.reviewer, { ids: ['x'] }), 'invalid');
  });

  it('is nobody else’s to look into, and closes with the membership', async () => {
    await start(at.analyst, { type: 'article', id: at.articleId }, saying('For ', at.reviewer));
    const others = await read(at.lead, (ctx) => ctx.db.notification.count({ where: { userId: at.reviewer.userId } }));
    expect(others).toBe(0);
    const left = { ...at.reviewer, projects: [] };
    expect(await inbox(left)).toMatchObject({ items: [], unread: 0 });
  });
});

it('a correction that loses words tells whoever highlighted or tagged them, once an article', async () => {
  const { id: where } = await at.bring();
  for (const statement of ['Lost, one.', 'Lost, two.']) await at.cite({ statement }, { where });
  await at.cite({ statement: 'Lost, of another.' }, { where, by: at.other });
  await emptied(at.analyst, at.other, at.viewer);
  const input = { text: 'Another text altogether, about something else.', reason: 'It was withdrawn.' };
  await reviseArticle({ actor: at.lead, id: where, input });
  for (const actor of [at.analyst, at.other])
    expect(await unread(actor)).toMatchObject([
      { kind: 'words-lost', actor: { id: at.lead.userId }, href: `/projects/${at.projectId}/articles/${where}` },
    ]);
  expect(await unread(at.viewer)).toEqual([]);
});
