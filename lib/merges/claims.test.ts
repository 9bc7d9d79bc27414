import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { assessClaim, deleteClaim, saveClaim } from '@/lib/claims/commands/claims';
import { listAssessments } from '@/lib/claims/queries/assessments';
import { readClaim } from '@/lib/claims/queries/claims';
import { listClaims } from '@/lib/claims/queries/listing';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { previewExport } from '@/lib/exports/queries/exports';
import { listCitations } from '@/lib/highlights/queries';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { distinguishClaim } from './commands/distinctions';
import { mergeClaim, mergeEntity, undoMerge } from './commands/merges';
import { listLikenesses } from './queries/samenesses';

let at: Bench;
beforeEach(async () => {
  at = await bench();
});
afterAll(closeAll);

const merge = (id: string, otherId: string) =>
  mergeClaim({ actor: at.reviewer, id, input: { otherId, reason: 'Two wordings of one thing.' } }).then(
    ({ body }) => body,
  );
const undo = ({ id, version }: { id: string; version: number }, input: object = {}) =>
  undoMerge({ actor: at.reviewer, id, input, ifMatch: `"${version}"` });
const now = (id: string) => read(at.viewer, (ctx) => readClaim(ctx, id));
const cited = async (id: string) =>
  (await read(at.viewer, (ctx) => listCitations(ctx, id, { limit: 50 }))).items.map(
    ({ madeOn }) => madeOn?.words ?? null,
  );
const listed = async () =>
  (await read(at.viewer, (ctx) => listClaims(ctx, at.projectId, { limit: 50, sort: 'added' }))).items.map(
    ({ id }) => id,
  );

describe('merging claims', () => {
  it('counts the citations of both; what people said of the other wording stays with it', async () => {
    const [one, other] = [await at.inReview(), await at.inReview()];
    await assessClaim({ actor: at.other, id: other.claimId, input: { likelihood: 70 }, ifNoneMatch: '*' });
    const before = [await now(one.claimId), await now(other.claimId)];
    const made = await merge(one.claimId, other.claimId);
    expect(made).toMatchObject({ kind: 'claim', merged: { id: other.claimId } });
    const survivor = await now(other.claimId);
    expect(survivor).toMatchObject({
      id: one.claimId,
      mergedInto: one.claimId,
      citations: { supports: 2, accepted: 2 },
    });
    expect(survivor.merged).toEqual([{ id: other.claimId, statement: before[1]!.statement, status: 'in-review' }]);
    expect(await cited(one.claimId)).toEqual([null, before[1]!.statement]);
    expect(await listed()).toEqual([one.claimId]);
    const judged = await read(at.viewer, (ctx) => listAssessments(ctx, other.claimId));
    expect(judged.items.map(({ likelihood }) => likelihood)).toEqual([70]);
    await undo(made);
    for (const [index, id] of [one.claimId, other.claimId].entries())
      expect(await now(id)).toMatchObject({ citations: before[index]!.citations, status: before[index]!.status });
    await merge(one.claimId, other.claimId);
    expect(await now(one.claimId)).toMatchObject({ citations: survivor.citations });
  });

  it('refuses work on the merged wording with what survives, and keeps the survivor from being deleted', async () => {
    const [one, other] = [await at.inReview(), await at.inReview()];
    await merge(one.claimId, other.claimId);
    const change = { actor: at.analyst, id: other.claimId, input: { statement: 'Otherwise.' }, ifMatch: '"3"' };
    expect((await expectRefusal(saveClaim(change), 'stale')).extra.current).toMatchObject({ id: one.claimId });
    const judged = assessClaim({ actor: at.other, id: other.claimId, input: { likelihood: 70 }, ifNoneMatch: '*' });
    await expectRefusal(judged, 'stale');
    const { version } = await now(one.claimId);
    await expectRefusal(
      deleteClaim({ actor: at.lead, id: one.claimId, input: {}, ifMatch: `"${version}"` }),
      'not-allowed-now',
    );
  });

  it('leaves an approval standing for new support, takes it for a contradiction, and gives it back', async () => {
    const one = await at.approved();
    const support = await at.inReview();
    await merge(one.claimId, support.claimId);
    expect(await now(one.claimId)).toMatchObject({ status: 'approved', newSinceApproval: 1 });
    const against = await at.cite({ statement: 'It is not so.' }, { stance: 'contradicts' });
    const made = await merge(one.claimId, against.claimId);
    expect((await now(one.claimId)).status).toBe('stale');
    await undo(made);
    expect((await now(one.claimId)).status).toBe('approved');
  });

  it('leaves out of an export the approved wording that was merged, and has it again after', async () => {
    const [one, other] = [await at.approved(), await at.approved()];
    const exported = async () =>
      (await read(at.viewer, (ctx) => previewExport(ctx, at.projectId))).claims.map(({ id, citations }) => [
        id,
        citations,
      ]);
    const before = await exported();
    const made = await merge(one.claimId, other.claimId);
    expect(await exported()).toEqual([[one.claimId, 2]]);
    await undo(made);
    expect(await exported()).toEqual(before);
  });

  it('asks about citations that came since', async () => {
    const [one, other] = [await at.inReview(), await at.inReview()];
    const made = await merge(one.claimId, other.claimId);
    const late = await at.cite({ id: one.claimId });
    await expectRefusal(undo(made), 'not-allowed-now');
    await undo(made, { back: [late.tag.id] });
    expect(await cited(other.claimId)).toHaveLength(2);
    expect(await cited(one.claimId)).toHaveLength(1);
  });
});

it('merging entities that approved claims name makes none of them stale', async () => {
  const person = async (name: string) =>
    (await addEntity({ actor: at.analyst, id: at.projectId, input: { type: 'person', name } })).body.id;
  const [one, other] = [await person('Arsalon'), await person('Arslan')];
  const newClaim = { statement: 'He left.', subjectId: other };
  const highlight = await at.mark([{ newClaim, stance: 'supports', speakerId: other }], at.analyst);
  const tag = highlight.tags[0]!;
  const claimId = tag.claim!.id;
  await at.judge(tag.id, 'accept');
  await at.submit(claimId);
  await at.decide(claimId, 'accept');
  const input = { otherId: other, reason: 'The same man.' };
  const { body } = await mergeEntity({ actor: at.reviewer, id: one, input });
  expect(await now(claimId)).toMatchObject({ status: 'approved', structure: { subject: { id: one } } });
  await undo(body);
  expect(await now(claimId)).toMatchObject({ status: 'approved', structure: { subject: { id: other } } });
});

describe('claims that may say the same', () => {
  it('are proposed, but not those with other numbers, a denial, or said to differ', async () => {
    const said = async (statement: string) => (await at.cite({ statement })).claimId;
    const one = await said('The group was founded in the mountains of Badakhshan in 2006.');
    const same = await said('The group was founded in the Badakhshan mountains in 2006.');
    await said('The group was founded in the mountains of Badakhshan in 2010.');
    await said('The group was not founded in the mountains of Badakhshan in 2006.');
    const proposals = async () =>
      (await read(at.viewer, (ctx) => listLikenesses(ctx, at.projectId, { kind: 'claim' }))).items;
    const [first, ...more] = await proposals();
    expect(first!.things.map(({ id }) => id).sort()).toEqual([one, same].sort());
    expect(more).toEqual([]);
    const input = { otherId: same, reason: 'Another founding.', sameness: 'maybe' };
    await distinguishClaim({ actor: at.other, id: one, input });
    expect((await proposals())[0]!.maybe).toMatchObject({ reason: 'Another founding.' });
    await distinguishClaim({ actor: at.other, id: one, input: { ...input, sameness: 'different' } });
    expect(await proposals()).toEqual([]);
    await expectRefusal(merge(one, same), 'not-allowed-now');
  });
});
