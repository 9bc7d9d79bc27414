import { afterAll, beforeAll, expect, it } from 'vitest';
import { addArticle, retractArticle } from '@/lib/articles/commands';
import { addClaim, submitClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { previewExport } from '@/lib/exports/queries/exports';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { reviewClaim } from '@/lib/reviews/commands/claims';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { verifyApprovals } from '@/scripts/cli/verify-approvals';
import { openRound, revealRound } from './commands';

// What becomes of approvals while citations are hidden: it is reckoned with what everybody sees, and made up for at the reveal.

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

let serial = 0;
const WORDS = 'It fell.';
const etag = (version: number) => `"${version}"`;
const article = async () =>
  (await addArticle({ actor: at.lead, id: at.projectId, input: { text: `${WORDS} ${++serial}` } })).body;
const claimOf = (id: string) => rows().claim.findUniqueOrThrow({ where: { id } });
const cite = async (actor: Actor, articleId: string, claimId: string, stance = 'supports') => {
  const input = { start: 0, end: WORDS.length, quote: WORDS, tags: [{ claimId, stance }] };
  return (await saveHighlight({ actor, id: articleId, input })).body.tags[0]!;
};
const accept = (tag: { id: string; version: number }) =>
  reviewTag({ actor: at.reviewer, id: tag.id, input: { verdict: 'accept' }, ifMatch: etag(tag.version) });
const submitted = async () => {
  const { body } = await addClaim({
    actor: at.analyst,
    id: at.projectId,
    input: { statement: `It fell ${++serial}.` },
  });
  await submitClaim({ actor: at.analyst, id: body.id, input: {}, ifMatch: etag(body.version) });
  return body.id;
};
const approve = async (id: string) =>
  reviewClaim({ actor: at.lead, id, input: { verdict: 'accept' }, ifMatch: etag((await claimOf(id)).version) });
const open = async (articleId: string) => {
  const analystIds = [at.analyst.userId, at.other.userId];
  const input = { name: `Round ${++serial}`, blind: true, analystIds, articleIds: [articleId] };
  return (await openRound({ actor: at.lead, id: at.projectId, input })).body;
};
const reveal = ({ id, version }: { id: string; version: number }) =>
  revealRound({ actor: at.lead, id, input: {}, ifMatch: etag(version) });

it('an approval holds while what it rests on is hidden, and goes stale at the reveal by what came meanwhile', async () => {
  const { id: articleId } = await article();
  const claimId = await submitted();
  await accept(await cite(at.analyst, articleId, claimId));
  await approve(claimId);
  const before = await claimOf(claimId);
  expect(before.status).toBe('approved');
  const round = await open(articleId);
  await cite(at.other, articleId, claimId, 'contradicts');
  expect(await claimOf(claimId)).toEqual(before);
  expect((await verifyApprovals()).faults).toEqual([]);
  await reveal(round);
  const after = await claimOf(claimId);
  expect(after.status).toBe('stale');
  expect(after.version).toBeGreaterThan(before.version);
});

it('nothing is approved, or approved again, because what spoke against it is hidden', async () => {
  const [first, second] = [await article(), await article()];
  const claimId = await submitted();
  await accept(await cite(at.analyst, first.id, claimId));
  await approve(claimId);
  const against = await cite(at.other, second.id, claimId, 'contradicts');
  expect((await claimOf(claimId)).status).toBe('stale');
  const round = await open(second.id);
  // An event that has the claim looked at again: everybody sees only what supports it.
  await cite(at.reviewer, first.id, claimId);
  expect((await claimOf(claimId)).status).toBe('stale');
  const refused = await expectRefusal(approve(claimId), 'not-allowed-now');
  expect((await verifyApprovals()).faults).toEqual([]);
  expect(refused.extra).toMatchObject({
    missing: [{ code: 'blind-round', words: expect.stringContaining(round.name) }],
  });
  await reveal(round);
  const input = { verdict: 'reject', reason: 'It says nothing of the kind.' };
  const { version } = await rows().tag.findUniqueOrThrow({ where: { id: against.id } });
  await reviewTag({ actor: at.reviewer, id: against.id, input, ifMatch: etag(version) });
  expect((await claimOf(claimId)).status).toBe('approved');
});

it('still falls by what everybody sees', async () => {
  const [hidden, open_] = [await article(), await article()];
  const claimId = await submitted();
  await accept(await cite(at.analyst, hidden.id, claimId));
  await accept(await cite(at.other, open_.id, claimId));
  await approve(claimId);
  const round = await open(hidden.id);
  await retractArticle({ actor: at.lead, id: open_.id, input: { reason: 'Made up.' }, ifMatch: etag(1) });
  expect((await claimOf(claimId)).status).toBe('stale');
  await reveal(round);
});

it('an approved claim that is judged blind stays approved, is left out of exports, and is nothing that verify complains of', async () => {
  const { id: articleId } = await article();
  const claimId = await submitted();
  await accept(await cite(at.analyst, articleId, claimId));
  await approve(claimId);
  const analystIds = [at.analyst.userId, at.other.userId];
  const input = { name: 'Judging again', blind: true, analystIds, claimIds: [claimId] };
  const { body: round } = await openRound({ actor: at.lead, id: at.projectId, input });
  await retractArticle({ actor: at.lead, id: articleId, input: { reason: 'Made up.' }, ifMatch: etag(1) });
  expect((await claimOf(claimId)).status).toBe('approved');
  expect((await verifyApprovals()).faults).toEqual([]);
  const preview = await read(at.viewer, (ctx) => previewExport(ctx, at.projectId));
  expect(preview.claims.map(({ id }) => id)).not.toContain(claimId);
  const left = preview.leftOut.find((one) => one.claimId === claimId);
  expect(left!.why.join(' ')).toContain('“Judging again”');
  await reveal(round);
  expect((await claimOf(claimId)).status).toBe('stale');
});

it('claims that are judged blind take no verdict, and nor do their citations', async () => {
  const { id: articleId } = await article();
  const claimId = await submitted();
  const tag = await cite(at.analyst, articleId, claimId);
  const analystIds = [at.analyst.userId, at.other.userId];
  const input = { name: 'Judging', blind: true, analystIds, claimIds: [claimId] };
  const { body: round } = await openRound({ actor: at.lead, id: at.projectId, input });
  await expectRefusal(accept(tag), 'not-allowed-now');
  await expectRefusal(approve(claimId), 'not-allowed-now');
  await reveal(round);
  await accept(tag);
  await approve(claimId);
});
