import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reopenClaim, saveClaim } from '@/lib/claims/commands/claims';
import { claimStatuses, type ClaimStatus } from '@/lib/claims/claim';
import type { Actor } from '@/lib/core/context';
import { closeAll, eventsOf, expectRefusal, rows } from '@/lib/core/testing';
import { deleteTag } from '@/lib/highlights/commands/tags';
import { liftObjection, startThread } from '@/lib/threads/commands';
import type { Basis } from './basis';
import { reviewClaim } from './commands/claims';
import { withdrawReview } from './commands/withdraw';
import { bench, type Bench } from './reviews.fixtures';
import { basisHash } from './steps';

let at: Bench;
beforeAll(async () => {
  at = await bench();
});
afterAll(closeAll);

const verdicts = ['accept', 'reject', 'needs-work'] as const;
const codes = (missing: { code: string }[]) => missing.map((one) => one.code);
const missingIn = (refusal: { extra: Record<string, unknown> }) => codes(refusal.extra.missing as { code: string }[]);
const statusOf = async (id: string) => (await at.claimNow(id)).status;
const object = async (claimId: string, actor: Actor = at.other) =>
  (
    await startThread({
      actor,
      id: at.projectId,
      input: { subject: { type: 'claim', id: claimId }, body: { text: 'I object.' }, blocksApproval: true },
    })
  ).body;
const withSettings = async (approvalsNeeded: number) =>
  rows().project.update({ where: { id: at.projectId }, data: { approvalsNeeded } });

/** A claim that was brought to this status by what people do. */
const claimIn: Record<ClaimStatus, () => Promise<string>> = {
  draft: async () => (await at.cite({ statement: 'A draft.' })).claimId,
  'in-review': async () => (await at.inReview()).claimId,
  approved: async () => (await at.approved()).claimId,
  rejected: async () => {
    const { claimId } = await at.inReview();
    await at.decide(claimId, 'reject');
    return claimId;
  },
  stale: async () => {
    const { claimId } = await at.approved();
    const { tag } = await at.cite({ id: claimId });
    await at.judge(tag.id, 'accept');
    await at.cite({ id: claimId }, { stance: 'contradicts', by: at.other });
    return claimId;
  },
};

describe('a verdict on a claim, in each of its states', () => {
  const outcome: Record<ClaimStatus, Record<(typeof verdicts)[number], ClaimStatus | 'not-allowed-now'>> = {
    draft: { accept: 'not-allowed-now', reject: 'not-allowed-now', 'needs-work': 'not-allowed-now' },
    'in-review': { accept: 'approved', reject: 'rejected', 'needs-work': 'draft' },
    approved: { accept: 'not-allowed-now', reject: 'not-allowed-now', 'needs-work': 'not-allowed-now' },
    rejected: { accept: 'not-allowed-now', reject: 'not-allowed-now', 'needs-work': 'not-allowed-now' },
    stale: { accept: 'approved', reject: 'not-allowed-now', 'needs-work': 'draft' },
  };
  const events = { accept: 'claim.approved', reject: 'claim.rejected', 'needs-work': 'claim.sent-back' };

  it.each(claimStatuses.flatMap((from) => verdicts.map((verdict) => [from, verdict] as const)))(
    '%s, %s',
    async (from, verdict) => {
      const id = await claimIn[from]();
      expect(await statusOf(id)).toBe(from);
      const before = await eventsOf(at.projectId);
      const expected = outcome[from][verdict];
      if (expected === 'not-allowed-now') {
        const refusal = await expectRefusal(at.decide(id, verdict), expected);
        expect(missingIn(refusal).length).toBeGreaterThan(0);
        expect(await statusOf(id)).toBe(from);
        expect(await eventsOf(at.projectId)).toHaveLength(before.length);
      } else {
        expect(await at.decide(id, verdict)).toMatchObject({ status: expected, review: { verdict, withdrawn: false } });
        const after = (await eventsOf(at.projectId)).slice(before.length);
        expect(after[0]).toMatchObject({ type: events[verdict], subjectType: 'claim', subjectId: id });
        expect(after[0]!.version).toBe((await at.claimNow(id)).version);
      }
    },
  );
});

describe('an approval', () => {
  it('is stored with what it rested on, under a hash that can be made again from what is stored', async () => {
    const { claimId, tag } = await at.inReview();
    await at.cite({ id: claimId }, { stance: 'contradicts', by: at.other });
    const { review } = await at.decide(claimId, 'accept', at.reviewer, { reason: 'Two of us looked.' });
    const row = await rows().review.findUniqueOrThrow({ where: { id: review.id } });
    const { wording, claimVersionId } = await at.claimNow(claimId);
    expect(row).toMatchObject({
      verdict: 'accept',
      reason: 'Two of us looked.',
      claimVersionId,
      creatorId: at.analyst.userId,
    });
    const basis = row.basis as unknown as Basis;
    expect(basis).toMatchObject({
      wording: { number: wording, claimVersionId },
      citations: [{ tagId: tag.id, quote: expect.any(String) as string, contentVersion: 1, retracted: false }],
      contradicting: [expect.any(String) as string],
      needed: 1,
    });
    expect(basis.citations[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(row.basisHash).toBe(basisHash(basis));
    expect(row.basisHash).not.toBe(basisHash({ ...basis, citations: [] }));
  });

  it('is nobody’s who wrote the wording, made the claim, or alone supports it', async () => {
    const mine = await at.cite({ statement: 'By the reviewer.' }, { by: at.reviewer });
    await at.judge(mine.tag.id, 'accept');
    await at.submit(mine.claimId);
    const decide = (actor: Actor, more: object = {}) =>
      reviewClaim({ actor, id: mine.claimId, input: { verdict: 'accept' }, ...more });
    await expectRefusal(decide(at.reviewer), 'own-work');
    await expectRefusal(decide(at.analyst), 'forbidden');
    await expectRefusal(decide(at.viewer), 'forbidden');
    await expectRefusal(decide(at.lead), 'version-required');
    // Somebody else's wording of her claim: she made the claim all the same.
    const ifMatch = await at.version(at.claimNow(mine.claimId));
    await saveClaim({ actor: at.analyst, id: mine.claimId, input: { statement: 'Reworded.' }, ifMatch });
    await expectRefusal(at.decide(mine.claimId, 'accept', at.reviewer), 'own-work');

    const { claimId } = await at.cite({ statement: 'Supported by the reviewer.' }, { stance: 'context' });
    const { tag: hers } = await at.cite({ id: claimId }, { by: at.reviewer });
    await at.judge(hers.id, 'accept');
    await at.submit(claimId);
    await expectRefusal(at.decide(claimId, 'accept', at.reviewer), 'own-work');
    expect(codes((await at.approval(claimId)).missing)).toEqual(['own-citation']);
    const { tag: his } = await at.cite({ id: claimId });
    await at.judge(his.id, 'accept');
    expect(await at.decide(claimId, 'accept', at.reviewer)).toMatchObject({ status: 'approved' });
  });

  it('is refused with a list of exactly what is missing', async () => {
    const { claimId, tag } = await at.cite({ statement: 'Not yet.' });
    const thread = await object(claimId);
    const refusal = await expectRefusal(at.decide(claimId, 'accept'), 'not-allowed-now');
    expect(refusal.status).toBe(409);
    expect(missingIn(refusal)).toEqual(['not-submitted', 'no-supporting-citation', 'open-objection']);
    expect(refusal.extra.missing).toEqual((await at.approval(claimId)).missing);
    expect(codes((await at.approval(claimId, at.analyst)).missing)).toEqual([
      'not-submitted',
      'role',
      'own-wording',
      'own-claim',
      'no-supporting-citation',
      'open-objection',
    ]);
    await at.judge(tag.id, 'accept');
    await at.submit(claimId);
    expect(missingIn(await expectRefusal(at.decide(claimId, 'accept'), 'not-allowed-now'))).toEqual(['open-objection']);
    const [comment] = thread.comments;
    await liftObjection({ actor: at.lead, id: comment!.id, input: { reason: 'Said.' }, ifMatch: '"1"' });
    expect((await at.approval(claimId)).missing).toEqual([]);
    await at.decide(claimId, 'accept');
  });

  it('does not count a contested citation as accepted', async () => {
    const { claimId, tag } = await at.inReview();
    await at.judge(tag.id, 'reject', at.lead);
    expect(missingIn(await expectRefusal(at.decide(claimId, 'accept'), 'not-allowed-now'))).toEqual([
      'no-supporting-citation',
    ]);
  });

  it('is on the version that was seen, and proposes nothing of another kind', async () => {
    const { claimId } = await at.inReview();
    const accept = (ifMatch: string, more: object = {}) =>
      reviewClaim({ actor: at.reviewer, id: claimId, input: { verdict: 'accept', ...more }, ifMatch });
    expect((await expectRefusal(accept('"1"'), 'stale')).extra.current).toMatchObject({ id: claimId });
    await expectRefusal(accept(await at.version(at.claimNow(claimId)), { proposal: { note: 'x' } }), 'invalid');
  });
});

describe('a project that asks for two approvals', () => {
  beforeAll(() => withSettings(2));
  afterAll(() => withSettings(1));

  it('has a claim approved by the second of two people', async () => {
    const { claimId } = await at.inReview();
    expect(await at.decide(claimId, 'accept')).toMatchObject({ status: 'in-review' });
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'claim.accepted', subjectId: claimId });
    expect(missingIn(await expectRefusal(at.decide(claimId, 'accept'), 'not-allowed-now'))).toEqual(['accepted']);
    expect(await at.approval(claimId, at.lead)).toMatchObject({ needed: 2, missing: [], approvals: [{}] });
    expect(await at.decide(claimId, 'accept', at.lead)).toMatchObject({ status: 'approved' });
    expect((await at.approval(claimId)).approvals.map((review) => review.reviewer.name)).toEqual(['Rita', 'Lena']);
  });

  it('does not count an accept of what was different then, nor one before a verdict against it', async () => {
    const { claimId, tag } = await at.inReview();
    const { tag: second } = await at.cite({ id: claimId });
    await at.judge(second.id, 'accept');
    await at.decide(claimId, 'accept');
    await deleteTag({ actor: at.analyst, id: tag.id, input: {}, ifMatch: await at.version(at.tagNow(tag.id)) });
    expect(await at.decide(claimId, 'accept', at.lead)).toMatchObject({ status: 'in-review' });
    expect(await at.decide(claimId, 'needs-work', at.lead)).toMatchObject({ status: 'draft' });
    await at.submit(claimId);
    expect((await at.approval(claimId)).approvals).toEqual([]);
    await at.decide(claimId, 'accept');
    expect(await at.decide(claimId, 'accept', at.lead)).toMatchObject({ status: 'approved' });
  });

  it('has a stale claim hold again when two say so', async () => {
    const { claimId } = await at.inReview();
    await at.decide(claimId, 'accept');
    await at.decide(claimId, 'accept', at.lead);
    await at.cite({ id: claimId }, { stance: 'contradicts', by: at.other });
    expect(await statusOf(claimId)).toBe('stale');
    expect(await at.decide(claimId, 'accept')).toMatchObject({ status: 'stale' });
    expect(await at.decide(claimId, 'accept', at.lead)).toMatchObject({ status: 'approved' });
  });
});

describe('taking a verdict on a claim back', () => {
  const undo = async (actor: Actor, claimId: string, id: string) =>
    (await withdrawReview({ actor, id, input: {}, ifMatch: await at.version(at.claimNow(claimId)) })).body;

  it.each([
    ['accept', 'approved'],
    ['reject', 'rejected'],
    ['needs-work', 'draft'],
  ] as const)('puts the claim back into review: %s', async (verdict, status) => {
    const { claimId } = await at.inReview();
    const { review } = await at.decide(claimId, verdict);
    expect(await statusOf(claimId)).toBe(status);
    await expectRefusal(undo(at.lead, claimId, review.id), 'forbidden');
    expect(await undo(at.reviewer, claimId, review.id)).toMatchObject({ tag: null, claim: { status: 'in-review' } });
    const withdrawn = (await eventsOf(at.projectId)).filter((event) => event.type === 'review.withdrawn');
    expect(withdrawn.at(-1)).toMatchObject({ subjectType: 'claim', subjectId: claimId });
    expect((await at.approval(claimId)).reviews).toMatchObject([{ id: review.id, withdrawn: true }]);
  });

  it('of one of two approvals leaves too few', async () => {
    await withSettings(2);
    const { claimId } = await at.inReview();
    const { review } = await at.decide(claimId, 'accept');
    await at.decide(claimId, 'accept', at.lead);
    expect(await undo(at.reviewer, claimId, review.id)).toMatchObject({ claim: { status: 'in-review' } });
    await withSettings(1);
  });

  it('is too late once somebody went on from it', async () => {
    const { claimId } = await at.inReview();
    const { review } = await at.decide(claimId, 'reject');
    await reopenClaim({ actor: at.analyst, id: claimId, input: {}, ifMatch: await at.version(at.claimNow(claimId)) });
    await expectRefusal(undo(at.reviewer, claimId, review.id), 'not-allowed-now');
  });

  it('of the only accept of a claim that is stale by now puts it back into review too', async () => {
    const { claimId } = await at.inReview();
    const { review } = await at.decide(claimId, 'accept');
    await object(claimId);
    expect(await statusOf(claimId)).toBe('stale');
    expect(await undo(at.reviewer, claimId, review.id)).toMatchObject({ claim: { status: 'in-review' } });
  });
});
