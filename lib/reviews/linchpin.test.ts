import { afterAll, expect, it } from 'vitest';
import { retractArticle, saveArticle } from '@/lib/articles/commands';
import { findArticle } from '@/lib/articles/queries';
import { read } from '@/lib/core/db';
import { closeAll, rows } from '@/lib/core/testing';
import { findCorroboration } from '@/lib/echoes/queries/corroboration';
import { saveTag } from '@/lib/highlights/commands/tags';
import { addPublisher } from '@/lib/articles/commands';
import { addEntity } from '@/lib/entities/commands';
import { findArticleLinchpin, findEntityLinchpin, findPublisherLinchpin } from './queries/linchpin';
import { bench } from './reviews.fixtures';

afterAll(closeAll);

it('what the view foretells of an article is exactly what retracting it does', async () => {
  const at = await bench();
  const other = (await at.bring()).id;
  const alone = await at.approved(); // rests on the first article only
  const both = await at.inReview(); // on two: goes stale all the same, because the approval rests on both
  const second = await at.cite({ id: both.claimId }, { where: other });
  await at.judge(second.tag.id, 'accept');
  await at.decide(both.claimId, 'accept');
  const elsewhere = await at.cite({ statement: 'It stands elsewhere.' }, { where: other });
  const unsettled = await at.cite({ statement: 'Nobody has reviewed this.' });

  // Two articles that let one man speak are one origin: what goes is an article all the same.
  const clerk = { type: 'person', name: 'A clerk' };
  const { body: man } = await addEntity({ actor: at.analyst, id: at.projectId, input: clerk });
  const one = await at.cite({ statement: 'The clerk says so.' });
  for (const { tag } of [one, await at.cite({ id: one.claimId }, { where: other })])
    await saveTag({ actor: at.analyst, id: tag.id, input: { speakerId: man.id }, ifMatch: `"${tag.version}"` });

  const foretold = await read(at.viewer, (ctx) => findArticleLinchpin(ctx, at.articleId));
  const told = new Map(foretold.items.map((item) => [item.claim.id, item]));
  expect([...told.keys()].sort()).toEqual([alone.claimId, both.claimId, unsettled.claimId, one.claimId].sort());
  expect(told.get(one.claimId)).toMatchObject({
    ...{ falls: false, stale: false },
    before: { articles: 2, origins: 1 },
    after: { articles: 1, origins: 1 },
  });
  expect(told.get(alone.claimId)).toMatchObject({ falls: true, stale: true, after: { headline: 'no support' } });
  expect(told.get(both.claimId)).toMatchObject({
    falls: false,
    stale: true,
    before: { articles: 2, origins: 0, unsourced: 2 },
    after: { articles: 1, unsourced: 1, headline: '1 origin, unsourced' },
  });
  expect(told.get(unsettled.claimId)).toMatchObject({ falls: true, stale: false });

  const approved = { projectId: at.projectId, status: 'approved' as const };
  const before = await rows().claim.findMany({ where: approved });
  const { revision } = await read(at.lead, (ctx) => findArticle(ctx, at.articleId));
  await retractArticle({ actor: at.lead, id: at.articleId, input: { reason: 'Withdrawn.' }, ifMatch: `"${revision}"` });
  const stale = await rows().claim.findMany({ where: { projectId: at.projectId, status: 'stale' } });
  expect(stale.map(({ id }) => id).sort()).toEqual(
    foretold.items
      .filter((item) => item.stale)
      .map(({ claim }) => claim.id)
      .sort(),
  );
  expect(before).toHaveLength(stale.length);
  expect((await at.claimNow(elsewhere.claimId)).status).toBe('draft');
  expect((await read(at.viewer, (ctx) => findArticleLinchpin(ctx, at.articleId))).items).toEqual([]);
});

it('tells what hangs on a speaker, on the institution behind unnamed sources, and on a publisher', async () => {
  const at = await bench();
  const { body: service } = await addEntity({
    actor: at.analyst,
    id: at.projectId,
    input: { type: 'organisation', name: 'Border service' },
  });
  const { body: officer } = await addEntity({
    actor: at.analyst,
    id: at.projectId,
    input: { type: 'unnamed-source', name: 'an officer', institutionId: service.id },
  });
  const { body: radio } = await addPublisher({ actor: at.lead, id: at.projectId, input: { name: 'The radio' } });
  const said = await at.cite({ statement: 'The officer says so.' });
  const ifMatch = `"${said.tag.version}"`;
  await saveTag({ actor: at.analyst, id: said.tag.id, input: { speakerId: officer.id, viaId: radio.id }, ifMatch });
  await at.cite({ id: said.claimId });
  const of = (items: { claim: { id: string }; falls: boolean; before: object; after: object }[]) =>
    items.map(({ claim, falls, before, after }) => ({ id: claim.id, falls, before, after }));
  const expected = [
    {
      id: said.claimId,
      falls: false,
      before: { articles: 1, origins: 1, unsourced: 0, headline: '1 origin' },
      after: { articles: 1, origins: 0, unsourced: 1, headline: '1 origin, unsourced' },
    },
  ];
  expect(of((await read(at.viewer, (ctx) => findEntityLinchpin(ctx, officer.id))).items)).toEqual(expected);
  expect(of((await read(at.viewer, (ctx) => findEntityLinchpin(ctx, service.id))).items)).toEqual(expected);
  expect(of((await read(at.viewer, (ctx) => findPublisherLinchpin(ctx, radio.id))).items)).toEqual(expected);
  const { revision } = await read(at.lead, (ctx) => findArticle(ctx, at.articleId));
  await saveArticle({ actor: at.lead, id: at.articleId, input: { publisherId: radio.id }, ifMatch: `"${revision}"` });
  const { items } = await read(at.viewer, (ctx) => findPublisherLinchpin(ctx, radio.id));
  expect(of(items)).toMatchObject([{ id: said.claimId, falls: true, after: { headline: 'no support' } }]);
});

it('tells what loses an article without falling: of a draft, of one origin in two articles, of what is stale already', async () => {
  const at = await bench();
  const other = (await at.bring()).id;
  const draft = await at.cite({ statement: 'Two articles say so of themselves.' });
  await at.cite({ id: draft.claimId }, { where: other });
  const relayed = await at.cite({ statement: 'Two articles have it from one officer.' });
  const again = await at.cite({ id: relayed.claimId }, { where: other });
  const { body: officer } = await addEntity({
    actor: at.analyst,
    id: at.projectId,
    input: { type: 'person', name: 'The officer' },
  });
  for (const { tag } of [relayed, again])
    await saveTag({ actor: at.analyst, id: tag.id, input: { speakerId: officer.id }, ifMatch: `"${tag.version}"` });
  const third = (await at.bring()).id;
  const stale = await at.approved();
  for (const where of [other, third]) await at.cite({ id: stale.claimId }, { where });
  await at.judge(stale.tag.id, 'reject');
  expect((await at.claimNow(stale.claimId)).status).toBe('stale');

  const foretold = await read(at.viewer, (ctx) => findArticleLinchpin(ctx, other));
  const told = new Map(foretold.items.map((item) => [item.claim.id, item]));
  const stays = { falls: false, stale: false, before: { articles: 2 }, after: { articles: 1 } };
  expect(told.get(draft.claimId)).toMatchObject(stays);
  const oneOrigin = { before: { articles: 2, origins: 1 }, after: { articles: 1, origins: 1 } };
  expect(told.get(relayed.claimId)).toMatchObject({ ...stays, ...oneOrigin });
  expect(told.get(stale.claimId)).toMatchObject(stays);

  const { revision } = await read(at.lead, (ctx) => findArticle(ctx, other));
  await retractArticle({ actor: at.lead, id: other, input: { reason: 'Withdrawn.' }, ifMatch: `"${revision}"` });
  for (const { claim, after } of foretold.items)
    expect(await read(at.viewer, (ctx) => findCorroboration(ctx, claim.id))).toMatchObject(after);
});
