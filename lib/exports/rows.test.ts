import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { assessClaim } from '@/lib/claims/commands/claims';
import { claimsById } from '@/lib/claims/queries/claims';
import type { ReadContext } from '@/lib/core/context';
import { inPublic, read } from '@/lib/core/db';
import { closeAll, rows } from '@/lib/core/testing';
import type { ExportClaim } from '@/lib/formats/export';
import { orderedCited, orderedClaim } from '@/lib/formats/order';
import { gradeCitation, gradeClaim, gradeEntity } from '@/lib/grades/commands';
import { mergeClaim, mergeEntity } from '@/lib/merges/commands/merges';
import { addQuestion, judgeQuestion } from '@/lib/questions/commands/questions';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { closeThread, liftObjection, startThread } from '@/lib/threads/commands';
import { claimsAsShown } from './as-shown.fixtures';
import { citedClaims, wholeClaims, type Reading } from './queries/export-claims';
import { askRows, rowsIn } from './queries/rows';
import { openExport } from './queries/snapshot';
import { withdrawnAmong } from './queries/withdrawn';

afterAll(closeAll);

/** People who argue, grade, judge and ask about a claim and its citation. */
async function argue(at: Bench, { claimId, tag }: { claimId: string; tag: { id: string } }) {
  const start = async (subject: object, text: string, more: object = {}) =>
    (await startThread({ actor: at.other, id: at.projectId, input: { subject, body: { text }, ...more } })).body;
  const about = { type: 'claim', id: claimId };
  const objection = await start(about, 'Not this – “é” 😀.', { blocksApproval: true });
  const lifted = { reason: 'It was answered.' };
  await liftObjection({ actor: at.lead, id: objection.comments[0]!.id, input: lifted, ifMatch: '"1"' });
  await start({ type: 'tag', id: tag.id }, 'Nor these words.', { blocksApproval: true });
  const differ = await start({ type: 'tag', id: tag.id }, 'Who says so?');
  const positions = [at.analyst, at.other].map(({ userId }) => ({ holderId: userId, text: `${userId} holds this.` }));
  const input = { outcome: 'agreed-to-differ', positions };
  await closeThread({ actor: at.other, id: differ.id, input, ifMatch: '"1"' });
  const settled = await start(about, 'Is it so?');
  await closeThread({ actor: at.other, id: settled.id, input: { outcome: 'settled', note: 'It is.' }, ifMatch: '"1"' });
  await start(about, 'Left open.');
  await assessClaim({
    actor: at.other,
    id: claimId,
    input: { likelihood: 80, rationale: 'Likely.' },
    ifNoneMatch: '*',
  });
  await assessClaim({ actor: at.reviewer, id: claimId, input: { likelihood: 'unlikely' }, ifNoneMatch: '*' });
  await gradeClaim({ actor: at.analyst, id: claimId, input: { mark: '1' } });
  await gradeCitation({ actor: at.other, id: tag.id, input: { mark: '3' } });
}

/** Claims of which everything is said that an export tells, some of them merged, some with citations that are gone or lost. */
async function fill(at: Bench): Promise<string[]> {
  await rows().project.update({ where: { id: at.projectId }, data: { grades: true } });
  const [mayor, second] = [await at.mention({ name: 'The mayor' }), await at.mention({ name: 'Mayor' }, at.other)];
  const reason = 'Two names of one thing.';
  const [one, two, three, plain] = [await at.approved(), await at.inReview(), await at.approved(), await at.approved()];
  for (const id of [one.tag.id, two.tag.id])
    await rows().tag.update({ where: { id }, data: { speakerId: second.entityId } });
  await gradeEntity({ actor: at.analyst, id: second.entityId, input: { mark: 'B' } });
  await argue(at, one);
  await mergeEntity({ actor: at.reviewer, id: mayor.entityId, input: { otherId: second.entityId, reason } });
  await mergeClaim({ actor: at.reviewer, id: one.claimId, input: { otherId: two.claimId, reason } });
  const { body: publisher } = {
    body: await rows().publisher.create({
      data: { projectId: at.projectId, name: 'The paper', createdAt: new Date() },
    }),
  };
  const published = {
    publishedFrom: new Date('2012-05-01'),
    publishedTo: new Date('2012-05-31'),
    publishedPrecision: 'month',
  } as const;
  await rows().article.update({
    where: { id: at.articleId },
    data: { ...published, publisherId: publisher.id, kind: 'interview', url: 'https://example.org/a' },
  });
  const gone = await at.cite({ id: three.claimId }, { by: at.other, stance: 'contradicts' });
  await at.judge(gone.tag.id, 'accept', at.analyst);
  await rows().tag.update({ where: { id: gone.tag.id }, data: { deletedAt: new Date(), deletedBy: at.other.userId } });
  const lost = await at.cite({ id: three.claimId }, { by: at.other });
  await at.judge(lost.tag.id, 'accept', at.analyst);
  await rows().highlight.update({
    where: { id: lost.highlight.id },
    data: { orphanedAt: new Date(), orphanedReason: 'gone' },
  });
  const structured = { subjectId: second.entityId, predicate: 'left', value: '200', valueLow: 199.5, valueHigh: 200 };
  const period = {
    periodFrom: new Date('1912-01-01'),
    periodFromLatest: new Date('1912-12-31'),
    periodFromAbout: true,
  };
  await rows().$executeRaw`ALTER TABLE claim_version DISABLE TRIGGER claim_version_immutable`;
  await rows().claimVersion.updateMany({ where: { claimId: plain.claimId }, data: { ...structured, ...period } });
  await rows().$executeRaw`ALTER TABLE claim_version ENABLE TRIGGER claim_version_immutable`;
  const answers = [{ claimId: two.claimId }, { claimId: three.claimId }];
  const { body: asked } = await addQuestion({
    actor: at.analyst,
    id: at.projectId,
    input: { text: 'Who left?', answers },
  });
  await judgeQuestion({
    actor: at.reviewer,
    id: asked.id,
    input: { text: 'Some did.' },
    ifMatch: `"${asked.version}"`,
  });
  return [one, three, plain].map(({ claimId }) => claimId).sort();
}

it('tell of each claim what the screens tell of it, whatever was said of it and merged', async () => {
  const at = await bench();
  const ids = await fill(at);
  const readBy = async <T>({ ask, make }: Reading<T>, ctx: ReadContext) => [
    ...(await make(ctx, at.projectId, ids, await ask(ctx, ids)))(),
  ];
  const [own, shown, cited] = await read(at.viewer, (ctx) =>
    inPublic(ctx, async () => [
      await readBy(wholeClaims, ctx),
      await claimsAsShown(ctx, at.projectId, await claimsById(ctx, ids)),
      (await readBy(citedClaims, ctx)) as ExportClaim[],
    ]),
  );
  expect(own!.map(orderedClaim)).toEqual(shown!.map(orderedClaim));
  expect(cited!.map(orderedCited)).toEqual(own!.map(orderedCited));
  const objections = own!.flatMap((claim) => claim.objections.map(({ lifted }) => lifted));
  expect(objections.sort()).toEqual([false, true]);
  const many = (['threads', 'answers', 'assessments', 'citations'] as const).map((list) =>
    own!.reduce((sum, claim) => sum + claim[list].length, 0),
  );
  expect(many).toEqual([2, 2, 2, 4]);
  expect(own!.some(({ credibility }) => credibility)).toBe(true);
  expect(own!.some(({ approvedBy }) => approvedBy.length)).toBe(true);
  const nothing = { claims: [], verdicts: [], tags: [], objections: [], judgments: [], threads: [], answers: [] };
  expect(rowsIn(await read(at.outsider, (ctx) => askRows(ctx, ids, true))).rows).toEqual(nothing);
}, 120_000);

it('are asked for by lists of any length', async () => {
  const at = await bench();
  const { claimId } = await at.approved();
  const others = Array.from({ length: 70_000 }, () => randomUUID());
  await read(at.analyst, async (ctx) => {
    const { size } = await openExport(ctx, at.projectId, { claimIds: [...others, claimId] });
    expect(size).toEqual({ claims: 1, leftOut: 0 });
    const held = [...others, claimId].map((one) => ({ claimId: one, wording: 1 }));
    expect(await withdrawnAmong(ctx, at.projectId, held)).toEqual([]);
  });
});
