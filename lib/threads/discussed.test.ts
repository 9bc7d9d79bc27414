import { afterAll, beforeAll, expect, it } from 'vitest';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal } from '@/lib/core/testing';
import { deleteTag } from '@/lib/highlights/commands/tags';
import { addComment, closeThread, deleteComment, startThread } from './commands';
import { findThread } from './queries';
import { listDiscussed } from './queries/discussed';
import { desk, type Desk } from './threads.fixtures';

let at: Desk;
beforeAll(async () => {
  at = await desk();
});
afterAll(closeAll);

const start = async (type: string, id: string) =>
  (await startThread({ actor: at.analyst, id: at.projectId, input: { subject: { type, id }, body: { text: 'So?' } } }))
    .body;
const on = (version: number) => `"${version}"`;
const discussed = async (actor = at.viewer) => (await read(actor, (ctx) => listDiscussed(ctx, at.articleId))).items;

it('says which words of an article are discussed, how much, and whether that is settled', async () => {
  const { tag, highlight, claimId } = await at.cite({ statement: 'The council met.' });
  const second = (await at.mention({ name: 'The mayor' })).tag;
  await start('claim', claimId);
  await start('article', at.articleId);
  expect(await discussed()).toEqual([]);

  const first = await start('tag', tag.id);
  const input = { body: { text: 'No.' } };
  await addComment({ actor: at.other, id: first.id, input });
  const { body: last } = await addComment({ actor: at.other, id: first.id, input });
  await start('highlight', highlight.id);
  await start('tag', second.id);
  expect(await discussed()).toEqual([
    { type: 'tag', id: tag.id, comments: 3, open: true },
    { type: 'highlight', id: highlight.id, comments: 1, open: true },
    { type: 'tag', id: second.id, comments: 1, open: true },
  ]);

  await deleteComment({ actor: at.other, id: last.id, input: {}, ifMatch: on(last.version) });
  const { version } = await read(at.viewer, (ctx) => findThread(ctx, first.id));
  await closeThread({ actor: at.analyst, id: first.id, input: { outcome: 'settled' }, ifMatch: on(version) });
  expect((await discussed())[0]).toEqual({ type: 'tag', id: tag.id, comments: 2, open: false });
  // Another thread on the same tag counts with it.
  await start('tag', tag.id);
  expect((await discussed())[0]).toEqual({ type: 'tag', id: tag.id, comments: 3, open: true });

  await deleteTag({ actor: at.analyst, id: second.id, input: {}, ifMatch: on(1) });
  expect((await discussed()).map(({ id }) => id)).toEqual([tag.id, highlight.id]);
});

it('knows no article of another project', () =>
  expectRefusal(
    read({ ...at.viewer, projects: [] }, (ctx) => listDiscussed(ctx, at.articleId)),
    'not-found',
  ));
