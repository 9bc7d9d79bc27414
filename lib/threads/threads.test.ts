import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteArticle } from '@/lib/articles/commands';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows } from '@/lib/core/testing';
import { deleteHighlight } from '@/lib/highlights/commands/highlights';
import { deleteTag, restoreTag } from '@/lib/highlights/commands/tags';
import {
  addComment,
  closeThread,
  deleteComment,
  reopenThread,
  restoreComment,
  saveComment,
  startThread,
} from './commands';
import { findThread, listCommentVersions, listThreads } from './queries';
import { threadFilter, type SubjectType } from './thread';
import { desk, type Desk } from './threads.fixtures';

let at: Desk;
beforeAll(async () => {
  at = await desk();
});
afterAll(closeAll);

const start = async (type: SubjectType, id: string, text: string, more: object = {}, actor = at.analyst) =>
  (await startThread({ actor, id: at.projectId, input: { subject: { type, id }, body: { text }, ...more } })).body;
const reply = async (threadId: string, text: string, actor = at.other, more: object = {}) =>
  (await addComment({ actor, id: threadId, input: { body: { text }, ...more } })).body;
const thread = (id: string, actor = at.viewer) => read(actor, (ctx) => findThread(ctx, id));
const list = async (filter: object, actor: Actor = at.viewer) =>
  (await read(actor, (ctx) => listThreads(ctx, at.projectId, threadFilter.parse(filter)))).items;
const on = (version: number) => ({ ifMatch: `"${version}"` });
const lastEvents = async (count: number) => (await eventsOf(at.projectId)).slice(-count);

describe('starting a thread', () => {
  it('on words gives their language, as their article has it by now', async () => {
    const { id } = await at.bring();
    const { tag, claimId, highlight } = await at.cite({ statement: 'It met.' }, { where: id });
    const subjects = { tag: tag.id, highlight: highlight.id, claim: claimId, article: id } as const;
    const made = new Map<string, string>();
    for (const [type, about] of Object.entries(subjects)) {
      const { id: threadId, subject } = await start(type as SubjectType, about, 'In what language?');
      expect([type, subject.language]).toEqual([type, null]);
      made.set(type, threadId);
    }
    await rows().article.update({ where: { id }, data: { language: 'fr' } });
    for (const [type, threadId] of made)
      expect([type, (await thread(threadId)).subject.language]).toEqual([
        type,
        type === 'tag' || type === 'highlight' ? 'fr' : null,
      ]);
  });

  it('stores the first comment with it and says what it is about', async () => {
    const { tag, claimId, highlight } = await at.cite({ statement: 'The council met.' });
    const { id: entityId } = (await at.mention({ name: 'The mayor' })).tag.entity!;
    const labels = {
      article: [at.articleId, expect.stringMatching(/^Article/) as string],
      highlight: [highlight.id, highlight.quote],
      tag: [tag.id, highlight.quote],
      entity: [entityId, 'The mayor'],
      claim: [claimId, 'The council met.'],
    } as const;
    for (const [type, [id, label]] of Object.entries(labels)) {
      const made = await start(type as SubjectType, id, `On the ${type}.`);
      expect(made).toMatchObject({ subject: { type, id, label }, outcome: null, version: 1, creator: { name: 'Ana' } });
      expect(made.comments.map((comment) => comment.text)).toEqual([`On the ${type}.`]);
    }
    const onTag = (await list({ subjectType: 'tag', subjectId: tag.id }))[0]!;
    expect(onTag.subject).toMatchObject({ articleId: at.articleId, highlightId: highlight.id, claimId });
    const [started, added] = await lastEvents(2);
    expect([started, added]).toMatchObject([
      { type: 'thread.started', subjectType: 'thread', version: 1 },
      { type: 'comment.added', subjectType: 'comment', version: 1, fields: [] },
    ]);
    expect(await rows().comment.count({ where: { id: added!.subjectId, threadId: started!.subjectId } })).toBe(1);
  });

  it('is for analysts, in their own project, on something that is there, with a document that the list allows', async () => {
    const input = { subject: { type: 'article', id: at.articleId }, body: { text: 'a' } };
    const asked = (actor: Actor, change: object = {}) =>
      startThread({ actor, id: at.projectId, input: { ...input, ...change } });
    await expectRefusal(asked(at.viewer), 'forbidden');
    await expectRefusal(asked(at.outsider), 'not-found');
    const gone = await at.bring();
    await deleteArticle({ actor: at.lead, id: gone.id, input: {}, ...on(1) });
    await expectRefusal(asked(at.analyst, { subject: { type: 'article', id: gone.id } }), 'invalid');
    await expectRefusal(asked(at.analyst, { subject: { type: 'claim', id: at.articleId } }), 'invalid');
    await expectRefusal(asked(at.analyst, { body: { text: '  ' } }), 'invalid');
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [link] }] }],
    };
    const refusal = await expectRefusal(asked(at.analyst, { body }), 'invalid');
    expect(refusal.message).toMatch(/http/);
  });

  it('puts a mention under the name of its member, and refuses strangers', async () => {
    const mention = (id: string) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id, label: 'The boss' } }] }],
    });
    const input = (id: string) => ({ subject: { type: 'article', id: at.articleId }, body: mention(id) });
    const made = await startThread({ actor: at.analyst, id: at.projectId, input: input(at.lead.userId) });
    expect(made.body.comments[0]!.text).toBe('@Lena');
    await expectRefusal(
      startThread({ actor: at.analyst, id: at.projectId, input: input(at.outsider.userId) }),
      'invalid',
    );
  });
});

describe('a list of threads', () => {
  it('holds what lies below its subject, and follows the filters', async () => {
    const other = await desk();
    const here = async (filter: object, actor = other.viewer) =>
      (await read(actor, (ctx) => listThreads(ctx, other.projectId, threadFilter.parse(filter)))).items.map(
        (found) => found.comments[0]!.text,
      );
    const begin = (type: SubjectType, id: string, text: string, actor: Actor, blocksApproval = false) =>
      startThread({ actor, id: other.projectId, input: { subject: { type, id }, body: { text }, blocksApproval } });
    const { tag, highlight, claimId } = await other.cite({ statement: 'One.' });
    const { tag: mention, entityId } = await other.mention({ name: 'Mayor' });
    await begin('article', other.articleId, 'article', other.analyst);
    await begin('highlight', highlight.id, 'highlight', other.analyst);
    await begin('tag', tag.id, 'tag', other.other, true);
    await begin('claim', claimId, 'claim', other.other);
    await begin('tag', mention.id, 'mention', other.lead);
    const { body: last } = await begin('entity', entityId, 'entity', other.lead);

    const below = (subjectType: SubjectType, subjectId: string) => here({ subjectType, subjectId });
    expect(await below('article', other.articleId)).toEqual(['mention', 'tag', 'highlight', 'article']);
    expect(await below('highlight', highlight.id)).toEqual(['tag', 'highlight']);
    expect(await below('tag', tag.id)).toEqual(['tag']);
    expect(await below('claim', claimId)).toEqual(['claim', 'tag']);
    expect(await below('entity', entityId)).toEqual(['entity', 'mention']);
    expect(await here({ subjectType: 'tag' })).toEqual(['mention', 'tag']);
    expect(await here({ objections: 'open' })).toEqual(['tag']);
    expect(await here({ mine: 'started' }, other.other)).toEqual(['claim', 'tag']);
    await addComment({ actor: other.analyst, id: last.id, input: { body: { text: 'a reply' } } });
    expect(await here({ mine: 'took-part' }, other.analyst)).toEqual(['entity', 'highlight', 'article']);
    await closeThread({ actor: other.analyst, id: last.id, input: { outcome: 'settled' }, ...on(2) });
    expect(await here({ state: 'closed' })).toEqual(['entity']);
    expect(await here({ state: 'open' })).toHaveLength(5);
    expect(threadFilter.safeParse({ subjectId: claimId }).success).toBe(false);
    await expectRefusal(here({}, other.outsider), 'not-found');
  });

  it('comes in pages without gap or double', async () => {
    const { claimId } = await at.cite({ statement: 'Paged.' });
    for (let index = 0; index < 5; index++) await start('claim', claimId, `${index}`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const filter = { subjectType: 'claim', subjectId: claimId, limit: '2', ...(cursor ? { cursor } : {}) };
      const page: Awaited<ReturnType<typeof listThreads>> = await read(at.viewer, (ctx) =>
        listThreads(ctx, at.projectId, threadFilter.parse(filter)),
      );
      seen.push(...page.items.map((found) => found.comments[0]!.text));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['4', '3', '2', '1', '0']);
  });

  it('hides the threads of what was deleted, until it comes back', async () => {
    const { tag, claimId, highlight } = await at.cite({ statement: 'Hidden.' });
    const made = await start('tag', tag.id, 'About the tag.', { blocksApproval: true });
    await deleteTag({ actor: at.analyst, id: tag.id, input: {}, ...on(1) });
    expect(await list({ subjectType: 'claim', subjectId: claimId })).toEqual([]);
    await expectRefusal(thread(made.id), 'not-found');
    await expectRefusal(reply(made.id, 'Too late.'), 'not-found');
    await restoreTag({ actor: at.analyst, id: tag.id, input: {}, ...on(2) });
    expect(await thread(made.id)).toMatchObject({ id: made.id });
    await deleteHighlight({ actor: at.analyst, id: highlight.id, input: {}, ...on(1) });
    await expectRefusal(thread(made.id), 'not-found');
  });
});

describe('comments', () => {
  it('are answered in the thread, which counts as changed', async () => {
    const made = await start('article', at.articleId, 'First.');
    const answer = await reply(made.id, 'Second.');
    expect(answer).toMatchObject({ threadId: made.id, author: { name: 'Otto' }, text: 'Second.', version: 1 });
    const after = await thread(made.id);
    expect(after.comments.map((comment) => comment.text)).toEqual(['First.', 'Second.']);
    expect(after.version).toBe(2);
    expect(after.updatedAt > made.updatedAt).toBe(true);
    await expectRefusal(addComment({ actor: at.viewer, id: made.id, input: { body: { text: 'a' } } }), 'forbidden');
  });

  it('are changed by whoever wrote them, and keep what they said', async () => {
    const [comment] = (await start('article', at.articleId, 'As it was.')).comments;
    const save = (actor: Actor, version: number, text: string) =>
      saveComment({ actor, id: comment!.id, input: { body: { text } }, ...on(version) });
    await expectRefusal(save(at.lead, 1, 'Another’s.'), 'forbidden');
    const { body: once } = await save(at.analyst, 1, 'As it is.');
    expect(once).toMatchObject({ text: 'As it is.', edits: 1, version: 2 });
    expect(once.editedAt).not.toBeNull();
    const stale = await expectRefusal(save(at.analyst, 1, 'Too late.'), 'stale');
    expect(stale.extra.current).toMatchObject({ text: 'As it is.', version: 2 });
    await save(at.analyst, 2, 'As it stays.');
    const { items } = await read(at.viewer, (ctx) => listCommentVersions(ctx, comment!.id));
    expect(items.map(({ number, text }) => [number, text])).toEqual([
      [3, 'As it stays.'],
      [2, 'As it is.'],
      [1, 'As it was.'],
    ]);
    expect(items[2]!.at).toBe(comment!.createdAt);
    expect(await lastEvents(1)).toMatchObject([{ type: 'comment.saved', version: 3, fields: ['body'] }]);
  });

  it('leave their place when they are deleted, and come back with their words', async () => {
    const made = await start('article', at.articleId, 'Stays.');
    const gone = await reply(made.id, 'Goes.', at.analyst);
    await expectRefusal(deleteComment({ actor: at.lead, id: gone.id, input: {}, ...on(1) }), 'forbidden');
    const { body: deleted } = await deleteComment({ actor: at.analyst, id: gone.id, input: {}, ...on(1) });
    expect(deleted).toMatchObject({ deleted: true, version: 2 });
    const [, placeholder] = (await thread(made.id)).comments;
    expect(placeholder).toMatchObject({ id: gone.id, deleted: true, text: '' });
    expect(JSON.stringify(placeholder)).not.toContain('Goes');
    await expectRefusal(
      read(at.viewer, (ctx) => listCommentVersions(ctx, gone.id)),
      'not-found',
    );
    await expectRefusal(
      saveComment({ actor: at.analyst, id: gone.id, input: { blocksApproval: false }, ...on(2) }),
      'not-found',
    );
    await restoreComment({ actor: at.analyst, id: gone.id, input: {}, ...on(2) });
    expect((await thread(made.id)).comments[1]).toMatchObject({ deleted: false, text: 'Goes.', version: 3 });
    expect((await lastEvents(2)).map((event) => event.type)).toEqual(['comment.deleted', 'comment.restored']);
  });

  it('take a thread out of the lists when none is left', async () => {
    const { claimId } = await at.cite({ statement: 'Alone.' });
    const made = await start('claim', claimId, 'A slip.');
    await deleteComment({ actor: at.analyst, id: made.comments[0]!.id, input: {}, ...on(1) });
    expect(await list({ subjectType: 'claim', subjectId: claimId })).toEqual([]);
  });
});

describe('an outcome', () => {
  const sides = (mine: string, theirs: string) => [
    { holderId: at.analyst.userId, text: mine },
    { holderId: at.other.userId, text: theirs },
  ];
  const both = (outcome: string) =>
    outcome === 'agreed-to-differ' ? { positions: sides('It is.', 'It is not.') } : {};

  it.each(['settled', 'agreed-to-differ', 'withdrawn'] as const)(
    '%s closes a thread until it is reopened',
    async (outcome) => {
      const made = await start('article', at.articleId, 'Which is it?');
      const close = (actor: Actor, version: number) =>
        closeThread({ actor, id: made.id, input: { outcome, note: ' Enough. ', ...both(outcome) }, ...on(version) });
      await expectRefusal(close(at.viewer, 1), 'forbidden');
      const { body: closed } = await close(at.analyst, 1);
      expect(closed.outcome).toMatchObject({ kind: outcome, note: 'Enough.', by: { name: 'Ana' } });
      await expectRefusal(close(at.analyst, 2), 'not-allowed-now');
      await expectRefusal(reply(made.id, 'And yet.'), 'not-allowed-now');
      const { body: open } = await reopenThread({ actor: at.other, id: made.id, input: {}, ...on(2) });
      expect(open.outcome).toBeNull();
      await expectRefusal(reopenThread({ actor: at.other, id: made.id, input: {}, ...on(3) }), 'not-allowed-now');
      expect((await lastEvents(2)).map(({ type, version }) => [type, version])).toEqual([
        ['thread.closed', 2],
        ['thread.reopened', 3],
      ]);
    },
  );

  it('is given on the comments that were seen', async () => {
    const made = await start('article', at.articleId, 'Done?');
    await reply(made.id, 'Not yet.');
    await expectRefusal(
      closeThread({ actor: at.analyst, id: made.id, input: { outcome: 'settled' }, ...on(1) }),
      'stale',
    );
    await expectRefusal(
      closeThread({ actor: at.analyst, id: made.id, input: { outcome: 'settled' } }),
      'version-required',
    );
  });

  it('withdraws a thread only for whoever started it, or a lead', async () => {
    const made = await start('article', at.articleId, 'Mine.');
    const withdraw = (actor: Actor) => closeThread({ actor, id: made.id, input: { outcome: 'withdrawn' }, ...on(1) });
    await expectRefusal(withdraw(at.other), 'forbidden');
    expect((await withdraw(at.lead)).body.outcome?.kind).toBe('withdrawn');
  });
});
