import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows } from '@/lib/core/testing';
import { deleteTag } from '@/lib/highlights/commands/tags';
import { closeThread, deleteComment, liftObjection, restoreComment, saveComment, startThread } from './commands';
import { listThreads, objectionsTo } from './queries';
import { threadFilter, type SubjectType } from './thread';
import { desk, type Desk } from './threads.fixtures';

let at: Desk;
beforeAll(async () => {
  at = await desk();
});
afterAll(closeAll);

const start = async (type: SubjectType, id: string, text: string, more: object = {}, actor = at.analyst) =>
  (await startThread({ actor, id: at.projectId, input: { subject: { type, id }, body: { text }, ...more } })).body;
const on = (version: number) => ({ ifMatch: `"${version}"` });
const lastEvents = async (count: number) => (await eventsOf(at.projectId)).slice(-count);
const list = async (filter: object) =>
  (await read(at.viewer, (ctx) => listThreads(ctx, at.projectId, threadFilter.parse(filter)))).items;

describe('an objection', () => {
  const claimVersion = async (id: string) => (await rows().claim.findUniqueOrThrow({ where: { id } })).version;
  const openOn = async (claimId: string) =>
    ((await read(at.viewer, (ctx) => objectionsTo(ctx, at.projectId, [claimId]))).get(claimId) ?? []).filter(
      (objection) => !objection.lifted,
    );

  it('needs a claim to block: the claim itself, or a citation of it', async () => {
    const { tag, claimId, highlight } = await at.cite({ statement: 'Blocked.' });
    const mention = await at.mention({ name: 'Somebody' });
    const before = await claimVersion(claimId);
    await start('tag', tag.id, 'Not these words.', { blocksApproval: true });
    await start('claim', claimId, 'Not this claim.', { blocksApproval: true });
    expect(await openOn(claimId)).toMatchObject([{ text: 'Not these words.', tagId: tag.id }, { tagId: null }]);
    expect(await claimVersion(claimId)).toBe(before + 2);
    for (const [type, id] of [
      ['article', at.articleId],
      ['highlight', highlight.id],
      ['entity', mention.entityId],
      ['tag', mention.tag.id],
    ] as const)
      await expectRefusal(start(type, id, 'No.', { blocksApproval: true }), 'invalid');
  });

  it('stays open when the other side closes the thread', async () => {
    const { claimId } = await at.cite({ statement: 'Settled by one side.' });
    const made = await start('claim', claimId, 'I object.', { blocksApproval: true }, at.other);
    await closeThread({ actor: at.analyst, id: made.id, input: { outcome: 'settled' }, ...on(1) });
    expect(await openOn(claimId)).toHaveLength(1);
    expect(await list({ objections: 'open', subjectType: 'claim', subjectId: claimId })).toHaveLength(1);
  });

  it('is withdrawn by its author alone, by a word or by deleting it', async () => {
    const { claimId } = await at.cite({ statement: 'Withdrawn.' });
    const made = await start('claim', claimId, 'I object.', { blocksApproval: true }, at.other);
    const [comment] = made.comments;
    const withdraw = (actor: Actor) =>
      saveComment({ actor, id: comment!.id, input: { blocksApproval: false }, ...on(1) });
    await expectRefusal(withdraw(at.lead), 'forbidden');
    await withdraw(at.other);
    expect(await openOn(claimId)).toEqual([]);
    expect(await lastEvents(1)).toMatchObject([{ type: 'comment.saved', fields: ['blocksApproval'] }]);
    await saveComment({ actor: at.other, id: comment!.id, input: { blocksApproval: true }, ...on(2) });
    expect(await openOn(claimId)).toMatchObject([{ text: 'I object.' }]);
    const before = await claimVersion(claimId);
    await deleteComment({ actor: at.other, id: comment!.id, input: {}, ...on(3) });
    expect(await openOn(claimId)).toEqual([]);
    await restoreComment({ actor: at.other, id: comment!.id, input: {}, ...on(4) });
    expect(await openOn(claimId)).toHaveLength(1);
    expect(await claimVersion(claimId)).toBe(before + 2);
  });

  it('is lifted by a lead with a reason, keeps its words, and stands as dissent from then on', async () => {
    const { claimId } = await at.cite({ statement: 'Lifted.' });
    const [comment] = (await start('claim', claimId, 'I object.', { blocksApproval: true }, at.other)).comments;
    const lift = (actor: Actor, input: object, version: number) =>
      liftObjection({ actor, id: comment!.id, input, ...on(version) });
    await expectRefusal(lift(at.reviewer, { reason: 'No.' }, 1), 'forbidden');
    await expectRefusal(lift(at.lead, {}, 1), 'invalid');
    const { body: lifted } = await lift(at.lead, { reason: 'Said beside it.' }, 1);
    expect(lifted).toMatchObject({
      text: 'I object.',
      blocksApproval: true,
      lifted: { by: { name: 'Lena' }, reason: 'Said beside it.' },
    });
    expect(await lastEvents(1)).toMatchObject([{ type: 'comment.lifted', fields: ['blocksApproval'], version: 2 }]);
    expect(await openOn(claimId)).toEqual([]);
    const all = await read(at.viewer, (ctx) => objectionsTo(ctx, at.projectId, [claimId]));
    expect(all.get(claimId)).toMatchObject([{ lifted: { reason: 'Said beside it.' } }]);
    await expectRefusal(lift(at.lead, { reason: 'Again.' }, 2), 'not-allowed-now');
    await expectRefusal(
      saveComment({ actor: at.other, id: comment!.id, input: { blocksApproval: false }, ...on(2) }),
      'not-allowed-now',
    );
    await expectRefusal(deleteComment({ actor: at.other, id: comment!.id, input: {}, ...on(2) }), 'not-allowed-now');
  });

  it('is nothing to lift when the comment is none', async () => {
    const [comment] = (await start('article', at.articleId, 'Just words.')).comments;
    await expectRefusal(
      liftObjection({ actor: at.lead, id: comment!.id, input: { reason: 'Why not.' }, ...on(1) }),
      'not-allowed-now',
    );
  });

  it('goes with what it is about, when that is deleted', async () => {
    const { claimId, tag } = await at.cite({ statement: 'Deleted.' });
    await start('tag', tag.id, 'Not these words.', { blocksApproval: true });
    await deleteTag({ actor: at.analyst, id: tag.id, input: {}, ...on(1) });
    expect(await openOn(claimId)).toEqual([]);
  });
});
