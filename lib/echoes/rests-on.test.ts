import { afterAll, expect, it } from 'vitest';
import { addArticle, deleteArticle, retractArticle } from '@/lib/articles/commands';
import { findArticle } from '@/lib/articles/queries';
import { addClaim } from '@/lib/claims/commands/claims';
import { findClaim } from '@/lib/claims/queries/claims';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { reviseArticle } from '@/lib/highlights/commands/revise';
import { saveTag } from '@/lib/highlights/commands/tags';
import { distinguishEntity, withdrawDistinction } from '@/lib/merges/commands/distinctions';
import { mergeEntity } from '@/lib/merges/commands/merges';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { decideEcho } from './commands';
import { corroborationFilter, echoFilter } from './echo';
import { findCorroboration, listCorroboration } from './queries/corroboration';
import { listEchoes } from './queries/echoes';

afterAll(closeAll);

const PASSAGE = 'The lantern keepers of the eastern harbour were set up in 1990 by a retired pilot.';
const QUOTE = 'set up in 1990';

async function threeArticles() {
  const at = await team();
  const { body: claim } = await addClaim({
    actor: at.analyst,
    id: at.projectId,
    input: { statement: 'Set up in 1990.' },
  });
  const articles = [];
  for (const [title, text] of [
    ['One', `First of all. ${PASSAGE}`],
    ['Two', `${PASSAGE} It rained.`],
    ['Three', `Something else.\n${PASSAGE}`],
  ] as const) {
    const { body } = await addArticle({ actor: at.analyst, id: at.projectId, input: { title, text } });
    const start = text.indexOf(QUOTE);
    const tags = [{ claimId: claim.id, stance: 'supports' }];
    const input = { start, end: start + QUOTE.length, quote: QUOTE, tags };
    const { body: highlight } = await saveHighlight({ actor: at.analyst, id: body.id, input });
    articles.push({ id: body.id, tag: highlight.tags[0]! });
  }
  const figures = () => read(at.viewer, (ctx) => findCorroboration(ctx, claim.id));
  const echoes = async () =>
    (await read(at.viewer, (ctx) => listEchoes(ctx, at.projectId, echoFilter.parse({})))).items;
  const revision = async (id: string) => `"${(await read(at.lead, (ctx) => findArticle(ctx, id))).revision}"`;
  return { at, claim, articles, figures, echoes, revision };
}

it('an echo that is decided collapses what was cited in it, and an undecided one is told beside', async () => {
  const { at, claim, articles, figures, echoes } = await threeArticles();
  expect(await figures()).toMatchObject({
    ...{ articles: 3, origins: 0, unsourced: 3, headline: 'at most 3, 1 established', accepted: 0, unreviewed: 3 },
    independence: 'not-established',
    wouldBe: { articles: 3, origins: 0, unsourced: 1, headline: '1 origin, unsourced' },
  });
  expect((await figures()).wouldCollapse).toHaveLength(3);
  for (const echo of await echoes())
    if (echo.spans.some(({ articleId }) => articleId === articles[0]!.id))
      await decideEcho({
        actor: at.analyst,
        id: echo.id,
        input: { decision: 'derived', from: articles[0]!.id, reason: 'Word for word.' },
        ifMatch: `"${echo.version}"`,
      });
  const after = await figures();
  expect(after).toMatchObject({
    articles: 3,
    origins: 0,
    unsourced: 1,
    headline: '1 origin, unsourced',
    wouldCollapse: [],
  });
  expect(after.groups[0]!.steps.map(({ code }) => code)).toEqual(['derived', 'derived', 'unknown']);
  const filter = corroborationFilter.parse({ claimIds: claim.id });
  const { items } = await read(at.viewer, (ctx) => listCorroboration(ctx, at.projectId, filter));
  expect(items).toEqual([
    { claimId: claim.id, articles: 3, origins: 0, unsourced: 1, headline: '1 origin, unsourced', independence: 'one' },
  ]);
  expect((await read(at.outsider, (ctx) => listCorroboration(ctx, at.projectId, filter))).items).toEqual([]);
  await expectRefusal(
    read(at.outsider, (ctx) => findCorroboration(ctx, claim.id)),
    'not-found',
  );
});

it('counts neither what was rejected nor what was retracted or removed', async () => {
  const { at, articles, figures, revision } = await threeArticles();
  const [one, two, three] = articles as [(typeof articles)[0], (typeof articles)[0], (typeof articles)[0]];
  const verdict = { verdict: 'accept' };
  await reviewTag({ actor: at.other, id: one.tag.id, input: verdict, ifMatch: `"${one.tag.version}"` });
  expect(await figures()).toMatchObject({ accepted: 1, unreviewed: 2 });
  const input = { verdict: 'reject', reason: 'It does not say so.' };
  await reviewTag({ actor: at.other, id: two.tag.id, input, ifMatch: `"${two.tag.version}"` });
  expect(await figures()).toMatchObject({ articles: 2, unsourced: 2, accepted: 1, unreviewed: 1 });
  const retraction = { actor: at.lead, id: three.id, input: { reason: 'Withdrawn.' } };
  await retractArticle({ ...retraction, ifMatch: await revision(three.id) });
  expect(await figures()).toMatchObject({ articles: 1, unsourced: 1, headline: '1 origin, unsourced' });
  await deleteArticle({ actor: at.lead, id: one.id, input: {}, ifMatch: await revision(one.id) });
  expect(await figures()).toMatchObject({ articles: 0, headline: 'no support', independence: 'none', groups: [] });
});

it('counts no citation whose words are gone from its article, neither here nor among those of the claim', async () => {
  const { at, claim, articles, figures } = await threeArticles();
  const counted = async () => (await read(at.viewer, (ctx) => findClaim(ctx, claim.id))).citations.supports;
  expect([(await figures()).articles, await counted()]).toEqual([3, 3]);
  const input = { text: 'Nothing of it is left.', reason: 'Corrected.' };
  const { body } = await reviseArticle({ actor: at.analyst, id: articles[0]!.id, input });
  expect(body.orphaned).toHaveLength(1);
  expect([(await figures()).articles, await counted()]).toEqual([2, 2]);
});

it('unnamed sources of one institution count once until somebody says why they differ, and merged speakers are one', async () => {
  const { at, articles, figures } = await threeArticles();
  const add = async (type: string, name: string, institutionId?: string) =>
    (
      await addEntity({
        actor: at.analyst,
        id: at.projectId,
        input: { type, name, ...(institutionId ? { institutionId } : {}) },
      })
    ).body;
  const service = await add('organisation', 'The harbour service');
  const officer = await add('unnamed-source', 'an officer', service.id);
  const guard = await add('unnamed-source', 'a guard', service.id);
  const says = (nth: number, speakerId: string) => {
    const { id, version } = articles[nth]!.tag;
    return saveTag({ actor: at.analyst, id, input: { speakerId }, ifMatch: `"${version}"` });
  };
  await says(0, officer.id);
  await says(1, guard.id);
  expect(await figures()).toMatchObject({ articles: 3, origins: 1, unsourced: 1, headline: '1 origin' });
  const input = { otherId: guard.id, reason: 'Another rank, and a post of her own.' };
  const { body: said } = await distinguishEntity({ actor: at.analyst, id: officer.id, input });
  expect(await figures()).toMatchObject({ articles: 3, origins: 2, headline: '2 origins' });
  await withdrawDistinction({ actor: at.analyst, id: said.id, input: {}, ifMatch: `"${said.version}"` });
  expect(await figures()).toMatchObject({ origins: 1 });
  const captain = await add('person', 'The captain');
  await says(2, captain.id);
  expect(await figures()).toMatchObject({ origins: 2, unsourced: 0 });
  await mergeEntity({
    actor: at.reviewer,
    id: officer.id,
    input: { otherId: captain.id, reason: 'It was the captain.' },
  });
  const after = await figures();
  expect(after).toMatchObject({ origins: 1, unsourced: 0, headline: '1 origin' });
});
