import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addArticle, addPublisher } from '@/lib/articles/commands';
import { submitClaim } from '@/lib/claims/commands/claims';
import { findClaim } from '@/lib/claims/queries/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, rows, team, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import type { ExportSnapshot } from '@/lib/formats/export';
import { gradeCitation, gradeClaim, gradeEntity, settleClaimGrade, settlePublisherGrade } from '@/lib/grades/commands';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { addQuestion } from '@/lib/questions/commands/questions';
import { reviewClaim } from '@/lib/reviews/commands/claims';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { makeExport } from './commands';
import { readExport } from './queries/exports';
import { questionBrief } from './queries/question-brief';

const TEXT = 'The post fell, said an officer. The paper adds that it rained.';
let at: Team;
let ids: { claim: string; tag: string; speaker: string; publisher: string };

/** An approved claim with a citation of an officer and one of the paper itself. */
beforeAll(async () => {
  at = await team();
  const { analyst, other, reviewer, projectId } = at;
  await rows().project.update({ where: { id: projectId }, data: { grades: true } });
  const publisher = (await addPublisher({ actor: analyst, id: projectId, input: { name: 'The paper' } })).body.id;
  const input = { type: 'person', name: 'An officer' };
  const speaker = (await addEntity({ actor: analyst, id: projectId, input })).body.id;
  const { body: article } = await addArticle({
    actor: analyst,
    id: projectId,
    input: { text: TEXT, publisherId: publisher },
  });
  const cite = async (quote: string, tag: object) => {
    const span = { start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length, quote };
    const { body } = await saveHighlight({ actor: analyst, id: article.id, input: { ...span, tags: [tag] } });
    await reviewTag({ actor: other, id: body.tags[0]!.id, input: { verdict: 'accept' }, ifMatch: '"1"' });
    return body.tags[0]!;
  };
  const first = { newClaim: { statement: 'The post fell.' }, stance: 'supports', speakerId: speaker };
  const { id: tag, claim } = await cite('The post fell', first);
  await cite('it rained', { claimId: claim!.id, stance: 'context' });
  const version = async () => `"${(await read(analyst, (ctx) => findClaim(ctx, claim!.id))).version}"`;
  await submitClaim({ actor: analyst, id: claim!.id, input: {}, ifMatch: await version() });
  await reviewClaim({ actor: reviewer, id: claim!.id, input: { verdict: 'accept' }, ifMatch: await version() });
  ids = { claim: claim!.id, tag, speaker, publisher };
  await settlePublisherGrade({ actor: at.lead, id: publisher, input: { mark: 'B' } });
  await gradeEntity({ actor: analyst, id: speaker, input: { mark: 'C' } });
  await gradeEntity({ actor: other, id: speaker, input: { mark: 'F' } });
  await gradeCitation({ actor: analyst, id: tag, input: { mark: '2' } });
  await gradeClaim({ actor: analyst, id: claim!.id, input: { mark: '3' } });
  await settleClaimGrade({ actor: at.lead, id: claim!.id, input: { mark: '2' } });
});
afterAll(closeAll);

async function exported(actor: Actor, format: string): Promise<Buffer> {
  const { body } = await makeExport({ actor, id: at.projectId, input: { format } });
  return Buffer.from((await read(actor, (ctx) => readExport(ctx, body.id))).content);
}
const claimIn = async (actor: Actor) =>
  (JSON.parse((await exported(actor, 'json')).toString()) as ExportSnapshot).claims[0]!;
const told = (grades: readonly { mark: string; analyst: { name: string } }[] | undefined) =>
  grades?.map(({ mark, analyst }) => `${mark} ${analyst.name}`);

it('carries the settled grade, else all side by side; of whoever speaks, else of the publisher', async () => {
  const { credibility, citations } = await claimIn(at.analyst);
  expect([credibility?.settled, told(credibility?.grades)]).toEqual([true, ['2 Lena']]);
  const [said, own] = citations;
  expect(said?.reliability).toMatchObject({ from: 'speaker', settled: false, hidden: 0 });
  expect(told(said?.reliability?.grades)).toEqual(['C Ana', 'F Otto']);
  expect(told(said?.credibility?.grades)).toEqual(['2 Ana']);
  expect(own).toMatchObject({ reliability: { from: 'publisher', settled: true }, credibility: null });
});

it('tells whoever has yet to grade only how many there are', async () => {
  const [said] = (await claimIn(at.other)).citations;
  expect(said?.credibility).toEqual({ settled: false, grades: [], hidden: 1 });
  const text = (await exported(at.other, 'markdown')).toString();
  expect(text).toContain('1 grade that is not shown, because whoever made this had given none');
  expect(text).not.toContain('probably true (Ana)');
});

it('says so in words, and in tables', async () => {
  const text = (await exported(at.analyst, 'markdown')).toString();
  expect(text).toContain('Credibility of the claim: 2, probably true (settled by Lena).');
  expect(text).toContain(
    'Reliability of the speaker: C, fairly reliable (Ana); F, reliability cannot be judged (Otto).',
  );
  expect(text).toContain('Graded B–. Reliability of the publisher: B, usually reliable (settled by Lena).');
  const evidence = Buffer.from(unzipSync(Uint8Array.from(await exported(at.analyst, 'csv')))['evidence.csv']!);
  expect(evidence.toString()).toContain('"Ana: C | Otto: F","speaker","Ana: 2"');
  const answers = [{ claimId: ids.claim }];
  const question = { actor: at.analyst, id: at.projectId, input: { text: 'Did it fall?', answers } };
  const { id } = (await addQuestion(question)).body;
  const { body } = await read(at.analyst, (ctx) => questionBrief(ctx, id, 'html'));
  expect(body).toContain('Credibility of what is said: 2, probably true (Ana).');
});

it.each(['json', 'csv', 'markdown', 'html'])('as %s is the same to the byte while nothing changes', async (format) => {
  expect((await exported(at.analyst, format)).equals(await exported(at.analyst, format))).toBe(true);
});

it('carries none where the project does not grade', async () => {
  await rows().project.update({ where: { id: at.projectId }, data: { grades: false } });
  const claim = await claimIn(at.analyst);
  expect(claim).toMatchObject({ credibility: null });
  for (const { reliability, credibility, article } of claim.citations)
    expect([reliability, credibility, article.reliability]).toEqual([null, null, null]);
  expect((await exported(at.analyst, 'markdown')).toString()).not.toContain('Admiralty');
});
