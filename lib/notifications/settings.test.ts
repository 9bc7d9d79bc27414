import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows } from '@/lib/core/testing';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { reviewTags } from '@/lib/reviews/commands/tags';
import { addComment, startThread } from '@/lib/threads/commands';
import { muteSubject, readNotifications, saveNoticeSetting } from './commands';
import { notificationFilter } from './notification';
import { findNoticeSetting, listNotifications } from './queries';

let at: Bench;
beforeAll(async () => {
  at = await bench();
});
afterAll(closeAll);

const inbox = (actor: Actor, filter: object = {}) =>
  read(actor, (ctx) => listNotifications(ctx, '', notificationFilter.parse(filter)));
const unread = async (actor: Actor) => (await inbox(actor, { state: 'unread' })).items;
const emptied = (actor: Actor) => readNotifications({ actor, id: '', input: {} });
const set = (actor: Actor, input: object) => saveNoticeSetting({ actor, id: '', input });
const mute = (actor: Actor, type: string, id: string, muted: boolean) =>
  muteSubject({ actor, id: '', input: { type, id, muted } });
const start = async (actor: Actor, subject: { type: string; id: string }, text = 'Is it so?') =>
  (await startThread({ actor, id: at.projectId, input: { subject, body: { text } } })).body;
const say = async (actor: Actor, threadId: string, text = 'Yes.') =>
  (await addComment({ actor, id: threadId, input: { body: { text } } })).body;
const mention = (actor: Actor) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id: actor.userId, label: actor.name } }] }],
});

describe('lines about one thing', () => {
  it('stand together: who was last, how many, and the first that was not read', async () => {
    await emptied(at.analyst);
    const thread = await start(at.analyst, { type: 'article', id: at.articleId });
    const first = await say(at.other, thread.id, 'First.');
    await say(at.other, thread.id, 'Second.');
    await say(at.reviewer, thread.id, 'Third.');
    const [line, ...more] = await unread(at.analyst);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      ...{ kind: 'reply', count: 3, many: 'replies', people: 2, actor: { name: 'Rita' }, excerpt: 'First.' },
      href: expect.stringContaining(`#comment-${first.id}`) as string,
    });
    expect(line!.ids).toHaveLength(3);
    // What comes while one reads stays unread.
    await say(at.reviewer, thread.id, 'Fourth.');
    await readNotifications({ actor: at.analyst, id: '', input: { ids: line!.ids } });
    expect(await unread(at.analyst)).toMatchObject([{ count: 1, excerpt: 'Fourth.' }]);
    expect((await inbox(at.analyst, { state: 'read', limit: '1' })).items).toMatchObject([
      { count: 3, excerpt: 'Third.', read: true },
    ]);
  });

  it('that are verdicts on several tags stand under their article, and lead to the words of the first', async () => {
    await emptied(at.analyst);
    await rows().article.update({ where: { id: at.articleId }, data: { language: 'fr' } });
    const tags = [];
    for (const statement of ['One.', 'Two.']) tags.push(await at.cite({ statement }));
    for (const { tag } of tags) await at.judge(tag.id, 'reject');
    expect(await unread(at.analyst)).toMatchObject([
      {
        ...{ kind: 'tag-rejected', count: 2, label: expect.stringMatching(/^Article/) as string },
        ...{ quoted: false, language: null },
        href: `/projects/${at.projectId}/articles/${at.articleId}?highlight=${tags[0]!.highlight.id}`,
      },
    ]);
  });
});

describe('a kind', () => {
  it('that is switched off is not shown, counted or marked, and is there again when it is switched on', async () => {
    await emptied(at.analyst);
    const thread = await start(at.analyst, { type: 'article', id: at.articleId });
    await say(at.other, thread.id);
    expect((await set(at.analyst, { off: ['reply'] })).body.off).toEqual(['reply']);
    expect(await inbox(at.analyst, { state: 'unread' })).toMatchObject({ items: [], unread: 0 });
    expect((await emptied(at.analyst)).body).toEqual({ read: 0, unread: 0 });
    await set(at.analyst, { off: [] });
    expect(await unread(at.analyst)).toMatchObject([{ kind: 'reply' }]);
    await expectRefusal(set(at.analyst, { off: ['gossip'] }), 'invalid');
  });

  it('of which nobody needs to hear is off until somebody asks for it: an accepted tag', async () => {
    await emptied(at.other);
    expect((await read(at.other, findNoticeSetting)).off).toEqual(['tag-accepted']);
    const { tag } = await at.cite({ statement: 'Good.' }, { by: at.other });
    await at.judge(tag.id, 'accept', at.lead);
    expect(await unread(at.other)).toEqual([]);
    await set(at.other, { off: [] });
    expect(await unread(at.other)).toMatchObject([{ kind: 'tag-accepted', actor: { name: 'Lena' } }]);
    await emptied(at.other);
    const mentions = [
      await at.mention({ name: 'Mayor' }, at.other),
      await at.mention({ name: 'Mayor, the' }, at.other),
    ];
    const items = mentions.map(({ tag }) => ({ id: tag.id, version: tag.version }));
    await reviewTags({ actor: at.lead, id: at.projectId, input: { verdict: 'accept', tags: items } });
    expect(await unread(at.other)).toMatchObject([
      { kind: 'tag-accepted', count: 1, label: expect.any(String) as string },
    ]);
  });
});

describe('what is muted', () => {
  it('is a thread, or a claim with the threads on it; who is mentioned hears of it all the same', async () => {
    await emptied(at.analyst);
    const { claimId, tag } = await at.cite({ statement: 'Loud.' });
    const onClaim = await start(at.analyst, { type: 'claim', id: claimId });
    const onTag = await start(at.analyst, { type: 'tag', id: tag.id });
    const other = await start(at.analyst, { type: 'article', id: at.articleId });
    for (const thread of [onClaim, onTag, other]) await say(at.other, thread.id);
    expect(await unread(at.analyst)).toHaveLength(3);
    const { body } = await mute(at.analyst, 'claim', claimId, true);
    expect(body.muted).toMatchObject([{ type: 'claim', id: claimId, label: 'Loud.', quoted: false }]);
    expect(await unread(at.analyst)).toHaveLength(1);
    await mute(at.analyst, 'thread', other.id, true);
    expect(await unread(at.analyst)).toEqual([]);
    await addComment({ actor: at.other, id: onTag.id, input: { body: mention(at.analyst) } });
    expect(await unread(at.analyst)).toMatchObject([{ kind: 'mention' }]);
    const { muted } = (await mute(at.analyst, 'thread', onTag.id, true)).body;
    expect(muted.find(({ id }) => id === onTag.id)).toMatchObject({ quoted: true, language: 'fr' });
    await mute(at.analyst, 'thread', onTag.id, false);
    await mute(at.analyst, 'claim', claimId, false);
    await mute(at.analyst, 'thread', other.id, false);
    expect(await unread(at.analyst)).toHaveLength(4);
  });

  it('is something that can be seen, and is one’s own', async () => {
    const { claimId } = await at.cite({ statement: 'Quiet.' });
    await expectRefusal(mute(at.outsider, 'claim', claimId, true), 'not-found');
    await expectRefusal(mute(at.analyst, 'article', at.articleId, true), 'invalid');
    await mute(at.reviewer, 'claim', claimId, true);
    expect((await read(at.analyst, findNoticeSetting)).muted).toEqual([]);
    expect(await rows().accountEvent.count({ where: { userId: at.reviewer.userId, type: 'notifications.set' } })).toBe(
      1,
    );
  });
});
