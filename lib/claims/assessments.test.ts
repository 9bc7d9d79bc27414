import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addClaim, assessClaim, saveClaim } from './commands/claims';
import { listAssessments } from './queries/assessments';
import { findClaim } from './queries/claims';

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

const add = async (statement: string) =>
  (await addClaim({ actor: at.analyst, id: at.projectId, input: { statement } })).body;
const assess = (id: string, input: object, version: number | null = null, actor: Actor = at.analyst) =>
  assessClaim({ actor, id, input, ifMatch: version === null ? null : `"${version}"` });

describe('judging a claim', () => {
  it('states a number, whose word is told with it, and leaves the claim’s version alone', async () => {
    const claim = await add('Judged.');
    const { status, body } = await assess(claim.id, {
      likelihood: 75,
      analyticConfidence: 'moderate',
      rationale: ' Two accounts. ',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      claimId: claim.id,
      analyst: { id: at.analyst.userId, name: 'Ana' },
      likelihood: 75,
      band: 'likely',
      analyticConfidence: 'moderate',
      rationale: 'Two accounts.',
      wording: 1,
      version: 1,
    });
    expect(await rows().assessment.findUnique({ where: { id: body.id } })).toMatchObject({
      likelihood: 75,
      band: null,
    });
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({
      type: 'claim.assessed',
      subjectType: 'claim',
      subjectId: claim.id,
      version: 1,
      fields: ['likelihood', 'analyticConfidence', 'rationale'],
    });
    expect((await read(at.analyst, (ctx) => findClaim(ctx, claim.id))).version).toBe(1);
  });

  it('states a word, which stays a word', async () => {
    const { id } = await add('Worded.');
    const { body } = await assess(id, { likelihood: 'very-unlikely' });
    expect(body).toMatchObject({ likelihood: null, band: 'very-unlikely', analyticConfidence: null, rationale: null });
  });

  it('replaces one’s own judgment whole, on the version that was seen', async () => {
    const { id } = await add('Rethought.');
    await assess(id, { likelihood: 75, rationale: 'At first.' });
    await saveClaim({ actor: at.other, id, input: { statement: 'Rethought, reworded.' }, ifMatch: '"1"' });
    await expectRefusal(assess(id, { likelihood: 20 }), 'version-required');
    const { body } = await assess(id, { likelihood: 20 }, 1);
    expect(body).toMatchObject({ likelihood: 20, band: 'unlikely', rationale: null, wording: 2, version: 2 });
    const { extra } = await expectRefusal(assess(id, { likelihood: 30 }, 1), 'stale');
    expect(extra.current).toEqual(body);
    expect(await rows().assessment.count({ where: { claimId: id } })).toBe(1);
  });

  it('is the first only while there is none: from two tabs one wins', async () => {
    const { id } = await add('Twice at once.');
    await expectRefusal(assess(id, { likelihood: 50 }, 1), 'stale');
    const first = (likelihood: number) =>
      assessClaim({ actor: at.analyst, id, input: { likelihood }, ifNoneMatch: '*' });
    const both = await Promise.allSettled([first(10), first(90)]);
    const won = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.body] : []));
    expect(won).toHaveLength(1);
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'stale', extra: { current: won[0]! } });
  });

  it('is one write for one key, answered to the byte', async () => {
    const { id } = await add('Keyed.');
    const request = { actor: at.analyst, id, input: { likelihood: 60 }, key: `assess ${id}` };
    const first = await assessClaim(request);
    const again = await assessClaim(request);
    expect([again.replayed, JSON.stringify(again.body)]).toEqual([true, JSON.stringify(first.body)]);
  });

  it.each([
    ['nothing', {}],
    ['nothing but blanks', { likelihood: null, rationale: ' ' }],
    ['certainty', { likelihood: 100 }],
    ['impossibility', { likelihood: 0 }],
    ['half a per cent', { likelihood: 0.5 }],
    ['an unknown word', { likelihood: 'certain' }],
    ['a credibility, which is graded elsewhere', { likelihood: 50, credibility: 3 }],
    ['somebody else’s name', { likelihood: 50, analystId: '01890000-0000-7000-8000-000000000000' }],
  ])('refuses %s', async (_, input) => {
    const { id } = await add('Guarded.');
    await expectRefusal(assess(id, input), 'invalid');
    expect(await rows().assessment.count({ where: { claimId: id } })).toBe(0);
  });

  it('is a viewer’s no, and nothing to an outsider', async () => {
    const { id } = await add('Guarded too.');
    await expectRefusal(assess(id, { likelihood: 50 }, null, at.viewer), 'forbidden');
    await expectRefusal(assess(id, { likelihood: 50 }, null, at.outsider), 'not-found');
  });

  it('stands beside the others’, one to an analyst in the database too', async () => {
    const { id } = await add('Disputed.');
    await assess(id, { likelihood: 75 });
    await assess(id, { likelihood: 40 }, null, at.other);
    await assess(id, { likelihood: 70 }, 1);
    const { items } = await read(at.viewer, (ctx) => listAssessments(ctx, id));
    expect(items.map(({ analyst, likelihood }) => [analyst.name, likelihood])).toEqual([
      ['Ana', 70],
      ['Otto', 40],
    ]);
    const { id: _, ...row } = await rows().assessment.findFirstOrThrow({ where: { claimId: id } });
    await expect(rows().assessment.create({ data: row })).rejects.toMatchObject({ code: 'P2002' });
    await expectRefusal(
      read(at.outsider, (ctx) => listAssessments(ctx, id)),
      'not-found',
    );
  });
});
