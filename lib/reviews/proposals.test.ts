import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listClaimVersions } from '@/lib/claims/queries/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal } from '@/lib/core/testing';
import { saveTag } from '@/lib/highlights/commands/tags';
import { listNotifications } from '@/lib/notifications/queries';
import { notificationFilter } from '@/lib/notifications/notification';
import { listThreads } from '@/lib/threads/queries';
import { threadFilter } from '@/lib/threads/thread';
import { declineProposal, takeProposal } from './commands/proposals';
import { withdrawReview } from './commands/withdraw';
import { bench, type Bench } from './reviews.fixtures';

let at: Bench;
beforeAll(async () => {
  at = await bench();
});
afterAll(closeAll);

const on = (version: number) => ({ ifMatch: `"${version}"` });
const inbox = async (actor: Actor) =>
  (await read(actor, (ctx) => listNotifications(ctx, '', notificationFilter.parse({ state: 'unread' })))).items;
const take = (actor: Actor, id: string, version: number) => takeProposal({ actor, id, input: {}, ...on(version) });

describe('a fix proposed for a tag', () => {
  const proposed = async (statement: string) => {
    const { tag, claimId } = await at.cite({ statement });
    const proposal = { stance: 'contradicts', denies: true };
    const { review, version } = await at.judge(tag.id, 'needs-work', at.other, { proposal });
    return { tag, claimId, review, version };
  };

  it('is taken over by its author alone, who stays the author, and the reviewer may accept it then', async () => {
    const { tag, review, version } = await proposed('Taken.');
    await expectRefusal(take(at.other, review.id, version), 'forbidden');
    await expectRefusal(take(at.lead, review.id, version), 'forbidden');
    await expectRefusal(take(at.outsider, review.id, version), 'not-found');
    await expectRefusal(take(at.analyst, review.id, 1), 'stale');
    const events = (await eventsOf(at.projectId)).length;
    const { body } = await take(at.analyst, review.id, version);
    expect(body.tag).toMatchObject({
      stance: 'contradicts',
      denies: true,
      author: { name: 'Ana' },
      proposedBy: { name: 'Otto' },
      reviewState: 'unreviewed',
      overtaken: [{ id: review.id, reply: { kind: 'taken', reason: null } }],
    });
    expect((await eventsOf(at.projectId)).slice(events)).toMatchObject([
      { type: 'tag.saved', subjectId: tag.id, actorId: at.analyst.userId },
      { type: 'proposal.taken', subjectType: 'tag', subjectId: tag.id, version: version + 1 },
    ]);
    expect((await inbox(at.other))[0]).toMatchObject({ kind: 'proposal-taken', actor: { name: 'Ana' } });
    expect(await at.judge(tag.id, 'accept')).toMatchObject({ reviewState: 'accepted', proposedBy: { name: 'Otto' } });
  });

  it('is its proposer’s words no more when the author goes on from it, or takes it back', async () => {
    const { tag, review, version } = await proposed('Taken, and changed.');
    const { body } = await take(at.analyst, review.id, version);
    await expectRefusal(take(at.analyst, review.id, body.tag!.version), 'not-allowed-now');
    const undo = { stance: 'supports', denies: false };
    const back = await saveTag({ actor: at.analyst, id: tag.id, input: undo, ...on(body.tag!.version) });
    expect(back.body).toMatchObject({ proposedBy: null, reviewState: 'needs-work' });
    const again = await take(at.analyst, review.id, back.body.version);
    expect(again.body.tag).toMatchObject({ proposedBy: { name: 'Otto' } });
    const moved = await saveTag({
      actor: at.analyst,
      id: tag.id,
      input: { confidence: 3 },
      ...on(again.body.tag!.version),
    });
    expect(moved.body.proposedBy).toBeNull();
  });

  it('is declined with a reason, which answers the reviewer’s, and may be taken over later all the same', async () => {
    const { tag, review, version } = await proposed('Declined.');
    const decline = (input: object) => declineProposal({ actor: at.analyst, id: review.id, input, ...on(version) });
    await expectRefusal(decline({ reason: ' ' }), 'invalid');
    const { body } = await decline({ reason: 'The mayor says so himself.' });
    expect(body.tag).toMatchObject({
      stance: 'supports',
      reviewState: 'needs-work',
      reviews: [{ reply: { kind: 'declined', reason: 'The mayor says so himself.' } }],
    });
    const filter = threadFilter.parse({ subjectType: 'tag', subjectId: tag.id });
    const { items } = await read(at.viewer, (ctx) => listThreads(ctx, at.projectId, filter));
    expect(items.map(({ comments }) => comments.map(({ author, text }) => `${author.name}: ${text}`))).toEqual([
      ['Otto: Because of needs-work.', 'Ana: The mayor says so himself.'],
    ]);
    expect((await inbox(at.other)).map(({ kind }) => kind)).toContain('proposal-declined');
    expect((await take(at.analyst, review.id, body.tag!.version)).body.tag).toMatchObject({ stance: 'contradicts' });
  });

  it('stays once it was taken over: its proposer takes the verdict back no more', async () => {
    const { review, version } = await proposed('Stays.');
    const { body } = await take(at.analyst, review.id, version);
    const withdraw = { actor: at.other, id: review.id, input: {}, ...on(body.tag!.version) };
    await expectRefusal(withdrawReview(withdraw), 'not-allowed-now');
  });
});

describe('another wording proposed for a claim', () => {
  const statement = 'The council met on Monday, in public.';

  it('becomes the author’s when they take it over, and its proposer may approve it', async () => {
    const { claimId } = await at.inReview();
    await expectRefusal(at.decide(claimId, 'needs-work', at.reviewer, { proposal: { note: 'x' } }), 'invalid');
    const same = { proposal: { statement: (await at.claimNow(claimId)).statement } };
    await expectRefusal(at.decide(claimId, 'needs-work', at.reviewer, same), 'invalid');
    const { review, status, version } = await at.decide(claimId, 'needs-work', at.reviewer, {
      proposal: { statement },
    });
    expect([status, review.proposal, review.reply]).toEqual(['draft', { statement }, null]);
    await expectRefusal(take(at.other, review.id, version), 'forbidden');
    await expectRefusal(take(at.reviewer, review.id, version), 'forbidden');
    const { body } = await take(at.analyst, review.id, version);
    expect(body.claim).toMatchObject({ statement, wording: 2, writer: { name: 'Ana' }, creator: { name: 'Ana' } });
    expect(await at.approval(claimId)).toMatchObject({ proposedBy: { name: 'Rita' } });
    const { items } = await read(at.viewer, (ctx) => listClaimVersions(ctx, claimId));
    expect(items.map(({ author, proposedBy }) => [author.name, proposedBy?.name ?? null])).toEqual([
      ['Ana', 'Rita'],
      ['Ana', null],
    ]);
    await at.submit(claimId);
    expect(await at.decide(claimId, 'accept')).toMatchObject({ status: 'approved' });
  });

  it('is about the wording that it was proposed for', async () => {
    const { claimId } = await at.inReview();
    const { review, version } = await at.decide(claimId, 'needs-work', at.reviewer, { proposal: { statement } });
    const { body } = await take(at.analyst, review.id, version);
    await expectRefusal(take(at.analyst, review.id, body.claim!.version), 'not-allowed-now');
  });
});
