import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { addArticle, deleteArticle } from '@/lib/articles/commands';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { deleteHighlight, saveHighlight } from '@/lib/highlights/commands/highlights';
import { listCitations, listHighlights, quotedTags } from '@/lib/highlights/queries';
import { claimFilter, type Stance } from './claim';
import { addClaim, assessClaim, deleteClaim, saveClaim, submitClaim } from './commands/claims';
import { claimsById, findClaim, listClaimStatements } from './queries/claims';
import { listClaims } from './queries/listing';
import { listClaimSpeakers } from './queries/speakers';

let at: Team;
let articles: string[];
const TEXT = 'The band crossed the river. Nobody crossed the river.';
beforeAll(async () => {
  at = await team();
  articles = [];
  for (const [end, language] of [
    ['', null],
    [' A copy.', 'ar'],
  ]) {
    const { body } = await addArticle({ actor: at.analyst, id: at.projectId, input: { text: TEXT + end, language } });
    articles.push(body.id);
  }
});
afterAll(closeAll);

const add = async (statement: string, more: object = {}, actor = at.analyst) =>
  (await addClaim({ actor, id: at.projectId, input: { statement, ...more } })).body.id;
const claim = (id: string) => read(at.viewer, (ctx) => findClaim(ctx, id));

async function cite(claimId: string, quote: string, stance: Stance, actor: Actor = at.analyst, article = articles[0]!) {
  const start = TEXT.indexOf(quote);
  const input = { start, end: start + quote.length, quote, tags: [{ claimId, stance }] };
  const { body } = await saveHighlight({ actor, id: article, input });
  return { highlight: body.id, tag: body.tags[0]!.id };
}
const verdict = (tagId: string, authorId: string, reviewerId: string, said: 'accept' | 'reject') =>
  rows().review.create({
    data: { projectId: at.projectId, tagId, tagVersion: 1, authorId, reviewerId, verdict: said, createdAt: new Date() },
  });

describe('what a claim counts', () => {
  it('is passages, by stance: tags of two analysts on the same words are one', async () => {
    const id = await add('The band crossed the river.');
    const first = await cite(id, 'The band crossed the river.', 'supports');
    await cite(id, 'band crossed', 'supports', at.other);
    await cite(id, 'band crossed', 'supports', at.other, articles[1]);
    await cite(id, 'Nobody crossed', 'contradicts', at.other);
    const rejected = await cite(id, 'river', 'context');
    const counted = { supports: 2, contradicts: 1, context: 1, accepted: 0, unreviewed: 4 };
    expect(await claim(id)).toMatchObject({ citations: counted, articleCount: 2, version: 6 });
    await verdict(first.tag, at.analyst.userId, at.other.userId, 'accept');
    await verdict(rejected.tag, at.analyst.userId, at.other.userId, 'reject');
    const reviewed = { supports: 2, contradicts: 1, context: 0, accepted: 1, unreviewed: 2 };
    expect(await claim(id)).toMatchObject({ citations: reviewed, articleCount: 2 });
    await deleteHighlight({ actor: at.analyst, id: first.highlight, input: {}, ifMatch: '"1"' });
    expect((await claim(id)).citations).toMatchObject({ supports: 2, accepted: 0, unreviewed: 3 });
    const { items } = await read(at.viewer, (ctx) => listCitations(ctx, id, { limit: 50, cursor: undefined }));
    expect(items.map((tag) => [tag.highlight.quote, tag.article.language, tag.stance, tag.reviewState])).toEqual([
      ['band crossed', null, 'supports', 'unreviewed'],
      ['band crossed', 'ar', 'supports', 'unreviewed'],
      ['Nobody crossed', null, 'contradicts', 'unreviewed'],
      ['river', null, 'context', 'rejected'],
    ]);
  });

  it('leaves out an article that was deleted', async () => {
    const { body } = await addArticle({ actor: at.lead, id: at.projectId, input: { text: `${TEXT} Deleted soon.` } });
    const id = await add('Soon without a source.');
    await cite(id, 'Nobody', 'supports', at.other, body.id);
    expect((await claim(id)).articleCount).toBe(1);
    await deleteArticle({ actor: at.lead, id: body.id, input: {}, ifMatch: '"1"' });
    expect(await claim(id)).toMatchObject({ articleCount: 0, citations: { supports: 0 } });
  });

  it('is objections that are open, on the claim and on its citations', async () => {
    const id = await add('Objected to.');
    const { tag, highlight } = await cite(id, 'crossed the river. Nobody', 'supports');
    const base = { projectId: at.projectId, createdBy: at.other.userId, createdAt: new Date(), updatedAt: new Date() };
    const objection = async (subject: object, more: object = {}) => {
      const thread = await rows().thread.create({ data: { ...base, ...subject } });
      const comment = {
        projectId: at.projectId,
        threadId: thread.id,
        authorId: at.other.userId,
        body: {},
        text: 'No.',
      };
      await rows().comment.create({ data: { ...comment, createdAt: new Date(), blocksApproval: true, ...more } });
    };
    await objection({ claimId: id });
    await objection({ tagId: tag });
    await objection({ highlightId: highlight });
    await objection({ claimId: id }, { blocksApproval: false });
    await objection({ claimId: id }, { deletedAt: new Date(), deletedBy: at.other.userId });
    const lifted = { liftedAt: new Date(), liftedBy: at.lead.userId, liftReason: 'Settled.' };
    await objection({ claimId: id }, lifted);
    expect((await claim(id)).openObjections).toBe(2);
  });

  it('is supporting citations newer than the approval, while there is one', async () => {
    const id = await add('Approved once.');
    const { tag } = await cite(id, 'The band', 'supports');
    const { createdAt } = await rows().tag.findUniqueOrThrow({ where: { id: tag } });
    const { claimVersionId, creator } = await claim(id);
    await rows().review.create({
      data: {
        projectId: at.projectId,
        claimVersionId,
        authorId: creator.id,
        creatorId: creator.id,
        reviewerId: at.reviewer.userId,
        verdict: 'accept',
        createdAt,
      },
    });
    await cite(id, 'Nobody', 'supports', at.other);
    await cite(id, 'band crossed', 'contradicts', at.other);
    expect((await claim(id)).newSinceApproval).toBe(0);
    await rows().claim.update({ where: { id }, data: { status: 'approved' } });
    expect((await claim(id)).newSinceApproval).toBe(1);
  });
});

describe('lists of claims', () => {
  let own: { ids: Record<'a' | 'b' | 'c', string>; place: string };
  beforeAll(async () => {
    at = await team();
    const entity = { type: 'place', name: 'Darwaz' };
    const { body: place } = await addEntity({ actor: at.analyst, id: at.projectId, input: entity });
    const ids = {
      a: await add('Alpha fell_down.', { placeId: place.id }),
      b: await add('Beta rose.', {}, at.other),
      c: await add('Gamma fell.', { subjectId: place.id }),
    };
    await submitClaim({ actor: at.analyst, id: ids.a, input: {}, ifMatch: '"1"' });
    await assessClaim({ actor: at.other, id: ids.c, input: { likelihood: 50 } });
    await saveClaim({ actor: at.analyst, id: ids.c, input: { subjectId: null }, ifMatch: '"1"' });
    own = { ids, place: place.id };
  });
  const list = (query: object, actor = at.viewer) =>
    read(actor, (ctx) => listClaims(ctx, at.projectId, claimFilter.parse(query) as z.output<typeof claimFilter>));
  const found = async (query: object, actor = at.viewer) =>
    (await list(query, actor)).items.map(({ statement }) => statement.split(' ')[0]);

  it.each([
    ['updated', ['Gamma', 'Alpha', 'Beta']],
    ['added', ['Gamma', 'Beta', 'Alpha']],
    ['statement', ['Alpha', 'Beta', 'Gamma']],
  ] as const)('page through by %s without loss or repetition', async (sort, expected) => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ sort, limit: '1', ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ statement }) => statement.split(' ')[0]!));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(expected);
  });

  it('filter by status, entity as named now, words to the letter, and one’s own part', async () => {
    expect(await found({ status: 'in-review' })).toEqual(['Alpha']);
    expect(await found({ entityId: own.place })).toEqual(['Alpha']);
    expect(await found({ q: 'FELL' })).toEqual(['Gamma', 'Alpha']);
    expect(await found({ q: 'l_d' })).toEqual(['Alpha']);
    expect(await found({ q: 'r_se' })).toEqual([]);
    expect(await found({ mine: 'created' }, at.other)).toEqual(['Beta']);
    expect(await found({ mine: 'assessed' }, at.other)).toEqual(['Gamma']);
    expect(await found({ mine: 'not-assessed' }, at.other)).toEqual(['Alpha', 'Beta']);
  });

  it('refuse a cursor that is none of ours', async () => {
    await expectRefusal(list({ cursor: 'bm8' }), 'invalid');
  });

  it('give every statement at once, and an outsider none', async () => {
    const { items } = await read(at.viewer, (ctx) => listClaimStatements(ctx, at.projectId));
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      [own.ids.c, 'draft'],
      [own.ids.a, 'in-review'],
      [own.ids.b, 'draft'],
    ]);
    const { items: nothing } = await read(at.outsider, (ctx) => listClaimStatements(ctx, at.projectId));
    expect(nothing).toEqual([]);
    await expectRefusal(
      read(at.outsider, (ctx) => findClaim(ctx, own.ids.a)),
      'not-found',
    );
  });

  it('keep the order of ids asked for, and leave deleted claims and their citations out', async () => {
    const text = 'A source for one claim only.';
    const { body: article } = await addArticle({ actor: at.other, id: at.projectId, input: { text } });
    const tags = [{ claimId: own.ids.b, stance: 'supports' }];
    await saveHighlight({ actor: at.other, id: article.id, input: { start: 0, end: 8, quote: 'A source', tags } });
    const { version } = await claim(own.ids.b);
    await deleteClaim({ actor: at.lead, id: own.ids.b, input: {}, ifMatch: `"${version}"` });
    const { a, b, c } = own.ids;
    const some = await read(at.viewer, (ctx) => claimsById(ctx, [c, b, a]));
    expect(some.map(({ id }) => id)).toEqual([c, a]);
    expect(await found({})).toEqual(['Gamma', 'Alpha']);
    const { items } = await read(at.viewer, (ctx) => listHighlights(ctx, article.id));
    expect(items.map((highlight) => highlight.tags)).toEqual([[]]);
    const mine = { authorId: at.other.userId };
    expect(await read(at.viewer, (ctx) => quotedTags(ctx, at.projectId, mine))).toEqual([]);
  });

  it('give who is cited on which claim, in passages', async () => {
    const sources = [];
    for (const text of ['The band crossed.', 'The band crossed. A copy.'])
      sources.push((await addArticle({ actor: at.analyst, id: at.projectId, input: { text } })).body.id);
    const { body: speaker } = await addEntity({
      actor: at.analyst,
      id: at.projectId,
      input: { type: 'person', name: 'A ferryman' },
    });
    const input = (claimId: string) => ({
      start: 0,
      end: 8,
      quote: 'The band',
      tags: [{ claimId, stance: 'supports' as const, speakerId: speaker.id }],
    });
    for (const actor of [at.analyst, at.other])
      await saveHighlight({ actor, id: sources[0]!, input: input(own.ids.a) });
    await saveHighlight({ actor: at.analyst, id: sources[1]!, input: input(own.ids.a) });
    const { items } = await read(at.viewer, (ctx) => listClaimSpeakers(ctx, at.projectId));
    const { id, type, name } = speaker;
    expect(items.filter(({ claimId }) => claimId === own.ids.a)).toEqual([
      { claimId: own.ids.a, speaker: { id, type, name }, citations: 2 },
    ]);
    expect((await read(at.outsider, (ctx) => listClaimSpeakers(ctx, at.projectId))).items).toEqual([]);
  });
});
