import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessClaim, reopenClaim, saveClaim } from '@/lib/claims/commands/claims';
import type { bands } from '@/lib/claims/claim';
import type { Actor } from '@/lib/core/context';
import { closeAll, expectRefusal, rows } from '@/lib/core/testing';
import { makeExport } from '@/lib/exports/commands';
import { startThread, liftObjection, saveComment } from '@/lib/threads/commands';
import { withdrawReview } from './commands/withdraw';
import { lowerThanHalf, standingRejections } from './dissent';
import { bench, type Bench } from './reviews.fixtures';

afterAll(closeAll);

describe('a judgment below that of most', () => {
  const judged = (...words: (string | number | null)[]) =>
    words.map((one) => ({
      likelihood: typeof one === 'number' ? one : null,
      band: typeof one === 'string' ? (one as (typeof bands)[number]) : null,
    }));
  const lower = (...words: (string | number | null)[]) =>
    lowerThanHalf(judged(...words)).map(({ likelihood, band }) => likelihood ?? band);

  it('is the lower of two, the low one among high ones, and none where low is what most say', () => {
    expect(lower()).toEqual([]);
    expect(lower('likely')).toEqual([]);
    expect(lower('likely', null)).toEqual([]);
    expect(lower('likely', 70)).toEqual([]);
    expect(lower('likely', 30)).toEqual([30]);
    expect(lower('likely', 'likely', 'unlikely')).toEqual(['unlikely']);
    expect(lower('likely', 'unlikely', 'unlikely')).toEqual([]);
    expect(lower('very-likely', 'likely', 'roughly-even')).toEqual(['roughly-even']);
  });

  it('never is the highest, never more than half of them, and the same in whatever order', () => {
    const many = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 9 });
    fc.assert(
      fc.property(many, (all) => {
        const low = lower(...all);
        expect(low).not.toContain(Math.max(...all));
        expect(low.length * 2).toBeLessThanOrEqual(all.length);
        expect([...lower(...[...all].reverse())].sort()).toEqual([...low].sort());
      }),
    );
  });
});

it('a rejection stands until the same reviewer says otherwise, whatever others say', () => {
  const said = (id: string, reviewerId: string, verdict: string) => ({ id, reviewerId, verdict });
  const standing = (...all: ReturnType<typeof said>[]) => standingRejections(all).map(({ id }) => id);
  expect(standing(said('1', 'a', 'reject'), said('2', 'b', 'accept'))).toEqual(['1']);
  expect(standing(said('1', 'a', 'reject'), said('2', 'a', 'accept'))).toEqual([]);
  expect(standing(said('1', 'a', 'accept'), said('2', 'a', 'reject'), said('3', 'b', 'needs-work'))).toEqual(['2']);
});

describe('dissent from an approved claim', () => {
  let at: Bench;
  beforeAll(async () => {
    at = await bench();
  });

  const assess = (actor: Actor, id: string, likelihood: string | number, ifNone = true) =>
    assessClaim({
      actor,
      id,
      input: { likelihood, rationale: `Why ${likelihood}.` },
      ...(ifNone ? { ifNoneMatch: '*' } : {}),
    });
  const contentOf = async (format: string, claimId: string) => {
    const { body } = await makeExport({
      actor: at.lead,
      id: at.projectId,
      input: { format, filter: { claimIds: [claimId] } },
    });
    const parts = await rows().exportPart.findMany({ where: { exportId: body.id }, orderBy: { number: 'asc' } });
    return Buffer.concat(parts.map(({ content }) => content)).toString('utf8');
  };
  const dissent = async (claimId: string) =>
    (await at.approval(claimId)).dissent.map(({ kind, by, text, wording }) => [kind, by.name, text, wording]);

  it('stays on it through a new wording and an approval, is printed in every format, and goes by its author’s hand alone', async () => {
    const { claimId, tag } = await at.inReview();
    const { review } = await at.decide(claimId, 'reject', at.reviewer, { reason: 'One source only.' });
    await reopenClaim({ actor: at.analyst, id: claimId, input: {}, ifMatch: await at.version(at.claimNow(claimId)) });
    const input = { statement: 'The council is said to have met.' };
    await saveClaim({ actor: at.analyst, id: claimId, input, ifMatch: await at.version(at.claimNow(claimId)) });
    const subject = { type: 'tag', id: tag.id };
    const objecting = { subject, body: { text: 'It quotes itself.' }, blocksApproval: true };
    const { body: thread } = await startThread({ actor: at.other, id: at.projectId, input: objecting });
    const objection = thread.comments[0]!;
    await liftObjection({
      actor: at.lead,
      id: objection.id,
      input: { reason: 'It names the minutes.' },
      ifMatch: '"1"',
    });
    await at.submit(claimId);
    await at.decide(claimId, 'accept', at.lead);
    await assess(at.analyst, claimId, 'likely');
    await assess(at.other, claimId, 20);

    expect(await dissent(claimId)).toEqual([
      ['objection', 'Otto', 'It quotes itself.', null],
      ['rejection', 'Rita', 'One source only.', 1],
      ['assessment', 'Otto', 'Why 20.', 2],
    ]);
    const words = ['It quotes itself.', 'It names the minutes.', 'One source only.', 'Otto', 'Rita'];
    for (const format of ['json', 'markdown', 'html'])
      for (const one of words)
        expect([format, await contentOf(format, claimId)]).toEqual([format, expect.stringContaining(one)]);
    expect(await contentOf('markdown', claimId)).toMatch(/Rita rejected it on .*, in version 1:/);
    expect(await contentOf('markdown', claimId)).toContain('Otto holds it for less likely: unlikely (20 %).');
    expect(JSON.parse(await contentOf('json', claimId))).toMatchObject({
      claims: [{ rejections: [{ by: { name: 'Rita' }, reason: 'One source only.', claimVersion: 1 }] }],
    });

    // A lifted objection is changed by nobody, not even its author; nobody takes another's rejection or judgment back.
    const edit = { actor: at.other, id: objection.id, input: { body: { text: 'Never mind.' } }, ifMatch: '"2"' };
    await expectRefusal(saveComment(edit), 'not-allowed-now');
    const back = async (actor: Actor) =>
      withdrawReview({ actor, id: review.id, input: {}, ifMatch: await at.version(at.claimNow(claimId)) });
    await expectRefusal(back(at.lead), 'forbidden');
    expect((await back(at.reviewer)).body.claim).toMatchObject({ status: 'approved' });
    expect((await dissent(claimId)).map(([kind]) => kind)).toEqual(['objection', 'assessment']);
  });
});

describe('an approval of what has changed since', () => {
  it('is told of as such, with the wording that it was of', async () => {
    const at = await bench();
    await rows().project.update({ where: { id: at.projectId }, data: { approvalsNeeded: 2 } });
    const { claimId } = await at.inReview();
    await at.decide(claimId, 'accept');
    expect(await at.approval(claimId)).toMatchObject({ needed: 2, approvals: [{ wording: 1 }], lapsed: [] });
    const input = { statement: 'Said another way.' };
    await saveClaim({ actor: at.analyst, id: claimId, input, ifMatch: await at.version(at.claimNow(claimId)) });
    expect(await at.approval(claimId)).toMatchObject({
      approvals: [],
      lapsed: [{ wording: 1, reviewer: { name: 'Rita' } }],
    });
  });
});
