import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import { addClaim, assessClaim, deleteClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { deleteHighlight, saveHighlight } from '@/lib/highlights/commands/highlights';
import { saveTag } from '@/lib/highlights/commands/tags';
import { mergeEntity } from '@/lib/merges/commands/merges';
import { openRound, revealRound } from '@/lib/rounds/commands';
import { differenceFilter, type Agreement } from './comparison';
import { findAgreement } from './queries/agreement';
import { listDifferences } from './queries/differences';

let at: Team;
beforeEach(async () => {
  at = await team();
});
afterAll(closeAll);

const TEXT = 'Mahdi Arsalon led two hundred men. Officials deny that the men crossed the river.';
const article = async (text = TEXT) =>
  (await addArticle({ actor: at.lead, id: at.projectId, input: { text, title: text.slice(0, 20) } })).body;
const person = async (name: string) =>
  (await addEntity({ actor: at.lead, id: at.projectId, input: { type: 'person', name } })).body;
const claim = async (statement: string) =>
  (await addClaim({ actor: at.lead, id: at.projectId, input: { statement } })).body;
const tag = async (actor: Actor, articleId: string, quote: string, tags: object[]) => {
  const start = TEXT.indexOf(quote);
  return (await saveHighlight({ actor, id: articleId, input: { start, end: start + quote.length, quote, tags } })).body;
};
const agreement = (filter = {}, actor = at.viewer) => read(actor, (ctx) => findAgreement(ctx, at.projectId, filter));
const listed = (filter = {}) =>
  read(at.viewer, (ctx) => listDifferences(ctx, at.projectId, differenceFilter.parse(filter)));
const shares = ({ shares }: Pick<Agreement['overall'], 'shares'>) =>
  Object.fromEntries(shares.flatMap(({ question, agreed, of }) => (of > 0 ? [[question, `${agreed} of ${of}`]] : [])));

/** Ana and Otto on one article: one thing alike, and one difference of each kind. */
async function twoReadings() {
  const [arsalon, another] = [await person('Mahdi Arsalon'), await person('Muhammad Arsalon')];
  const [men, crossed] = [await claim('He led two hundred men.'), await claim('The men crossed the river.')];
  const { id } = await article();
  const { analyst: ana, other: otto } = at;
  await tag(ana, id, 'Mahdi Arsalon', [{ entityId: arsalon.id, confidence: 90 }]);
  await tag(otto, id, 'Mahdi Arsalon', [{ entityId: another.id, confidence: 20 }]);
  await tag(ana, id, 'led two hundred men', [{ claimId: men.id, stance: 'supports', confidence: 80 }]);
  await tag(otto, id, 'two hundred men', [{ claimId: men.id, stance: 'supports', confidence: 40 }]);
  await tag(ana, id, 'Officials deny', [{ claimId: crossed.id, stance: 'contradicts' }]);
  await tag(otto, id, 'Officials deny', [{ claimId: crossed.id, stance: 'context' }]);
  await tag(otto, id, 'the river', [{ entityId: another.id }]);
  await assessClaim({ actor: ana, id: men.id, input: { likelihood: 85 }, ifNoneMatch: '*' });
  await assessClaim({ actor: otto, id: men.id, input: { likelihood: 'unlikely' }, ifNoneMatch: '*' });
  return { articleId: id, arsalon, another, men, crossed };
}

describe('agreement', () => {
  it('is read from what two made of the same article, question by question', async () => {
    await twoReadings();
    await tag(at.analyst, (await article(`${TEXT} Again.`)).id, 'the men', [{ entityId: (await person('Men')).id }]);
    const found = await agreement();
    expect(shares(found.overall)).toEqual({
      tagged: '3 of 4',
      edges: '2 of 3',
      entity: '0 of 1',
      claim: '2 of 2',
      stance: '1 of 2',
      confidence: '0 of 1',
      likelihood: '0 of 1',
    });
    expect(found.pairs.map(({ a, b }) => [a.name, b.name].sort())).toEqual([['Ana', 'Otto']]);
    expect(found.byType.map(({ type }) => type)).toEqual(['citation', 'person']);
    expect(found.byArticle).toHaveLength(1);
    expect(found.articles).toHaveLength(1);
    expect(found.dropped).toEqual([{ why: 'one-analyst', n: 1 }]);
    const stance = found.overall.coefficients.find(
      ({ question, measure }) => question === 'stance' && measure === 'alpha-nominal',
    );
    expect(stance).toMatchObject({ units: 2, n: 4, noInterval: 'too-few' });
    const fleiss = found.overall.coefficients.find(({ measure }) => measure === 'alpha-ordinal');
    expect(fleiss).toMatchObject({ question: 'confidence', value: 0, n: 2 });
  });

  it('leads to the very words and claims on which they differ, in reading order, and page by page', async () => {
    const { articleId, men } = await twoReadings();
    await rows().article.update({ where: { id: articleId }, data: { language: 'fr' } });
    const { items } = await listed();
    expect(items[0]).toMatchObject({ article: { id: articleId, language: 'fr' } });
    const seen = items.map((one) => [
      one.about === 'words' ? (one.ofA ?? one.ofB)!.quote.length > 0 && one.article.id : one.claim.id,
      one.questions.join(' '),
    ]);
    expect(seen).toEqual([
      [articleId, 'entity'],
      [articleId, 'edges confidence'],
      [articleId, 'stance'],
      [articleId, 'tagged'],
      [men.id, 'likelihood'],
    ]);
    const alone = items[3]!;
    expect(alone.about === 'words' && (alone.ofA === null) !== (alone.ofB === null)).toBe(true);
    const first = await listed({ limit: 2 });
    const rest = await listed({ limit: 500, cursor: first.nextCursor });
    expect([...first.items, ...rest.items]).toEqual(items);
    expect((await listed({ question: 'stance' })).items).toEqual([items[2]]);
    await expectRefusal(listed({ cursor: 'nonsense' }), 'invalid');
  });

  it('is narrowed to articles, analysts and types', async () => {
    const { articleId, men } = await twoReadings();
    expect(shares((await agreement({ type: 'person' })).overall)).toEqual({
      tagged: '1 of 2',
      edges: '1 of 1',
      entity: '0 of 1',
    });
    expect((await agreement({ analystIds: [at.analyst.userId] })).pairs).toEqual([]);
    const other = await claim('Nobody cites this.');
    for (const actor of [at.analyst, at.other])
      await assessClaim({ actor, id: other.id, input: { likelihood: 50 }, ifNoneMatch: '*' });
    expect(shares((await agreement()).overall).likelihood).toBe('1 of 2');
    expect(shares((await agreement({ articleIds: [articleId] })).overall).likelihood).toBe('0 of 1');
    const { version } = (await rows().claim.findUnique({ where: { id: men.id } }))!;
    await deleteClaim({ actor: at.lead, id: men.id, input: {}, ifMatch: `"${version}"` });
    const left = shares((await agreement()).overall);
    expect([left.likelihood, left.claim]).toEqual(['1 of 1', '1 of 1']);
  });

  it('takes merged names and claims for one, and words that are gone for nothing', async () => {
    const { arsalon, another } = await twoReadings();
    const input = { otherId: another.id, reason: 'The same man.' };
    await mergeEntity({ actor: at.reviewer, id: arsalon.id, input, ifMatch: `"${arsalon.version}"` });
    expect(shares((await agreement()).overall).entity).toBe('1 of 1');
    const [river] = await rows().highlight.findMany({ where: { projectId: at.projectId, quote: 'the river' } });
    await rows().highlight.update({
      where: { id: river!.id },
      data: { orphanedAt: new Date(), orphanedReason: 'absent' },
    });
    const found = await agreement();
    expect(shares(found.overall).tagged).toBe('3 of 3');
    expect(found.dropped).toEqual([{ why: 'lost', n: 1 }]);
  });

  it('of a round is that of the reveal beside that of now, with the words as they were', async () => {
    const [town, port] = [await person('Mahdi Arsalon'), await person('Muhammad Arsalon')];
    const men = await claim('He led two hundred men.');
    const [{ id }, other] = [await article(), await article(`${TEXT} Again.`)];
    const { analyst: ana, other: otto } = at;
    // What they did elsewhere is no part of the round.
    for (const actor of [ana, otto]) await tag(actor, other.id, 'Officials', [{ entityId: town.id }]);
    const input = { name: 'Alone', blind: true, articleIds: [id], claimIds: [men.id] };
    const analystIds = [ana.userId, otto.userId];
    const { body: round } = await openRound({ actor: at.lead, id: at.projectId, input: { ...input, analystIds } });
    await tag(ana, id, 'Mahdi Arsalon', [{ entityId: town.id }]);
    const his = await tag(otto, id, 'Mahdi Arsalon', [{ entityId: port.id }]);
    const river = await tag(otto, id, 'the river', [{ entityId: port.id }]);
    for (const [actor, likelihood] of [[ana, 85] as const, [otto, 20] as const])
      await assessClaim({ actor, id: men.id, input: { likelihood }, ifNoneMatch: '*' });
    const [then, now] = [{ roundId: round.id, at: 'reveal' as const }, { roundId: round.id }];
    for (const filter of [then, now]) expect((await agreement(filter)).pairs).toEqual([]);
    await revealRound({ actor: at.lead, id: round.id, input: {}, ifMatch: `"${round.version}"` });
    const change = { actor: otto, ifMatch: '"1"' };
    await saveTag({ ...change, id: his.tags[0]!.id, input: { entityId: town.id } });
    await deleteHighlight({ ...change, id: river.id, input: {} });
    await assessClaim({ ...change, id: men.id, input: { likelihood: 90 } });

    const had = await agreement(then);
    expect(shares(had.overall)).toMatchObject({ tagged: '1 of 2', entity: '0 of 1', likelihood: '0 of 1' });
    expect(had).toMatchObject({ round: { id: round.id, name: 'Alone', status: 'revealed' }, tags: 3 });
    expect(had.analysts.map(({ name }) => name)).toEqual(['Ana', 'Otto']);
    const have = await agreement(now);
    expect(shares(have.overall)).toMatchObject({ tagged: '1 of 1', entity: '1 of 1', likelihood: '1 of 1' });
    expect(shares((await agreement({ ...then, type: 'person', articleIds: [id] })).overall).likelihood).toBeUndefined();
    const { items } = await listed(then);
    expect(items.map(({ questions }) => questions.join(' '))).toEqual(['entity', 'tagged', 'likelihood']);
    const gone = items[1]!;
    const said = gone.about === 'words' ? (gone.ofA ?? gone.ofB) : null;
    expect(said).toMatchObject({ quote: 'the river', highlightId: null, target: { name: 'Muhammad Arsalon' } });
    expect((await listed(now)).items).toEqual([]);
    await expectRefusal(
      read(at.outsider, (ctx) => findAgreement(ctx, at.elsewhere, then)),
      'not-found',
    );
  });

  it('is nobody else’s, and of an empty project says nothing', async () => {
    await twoReadings();
    await expectRefusal(
      read(at.outsider, (ctx) => findAgreement(ctx, at.projectId, {})),
      'not-found',
    );
    const elsewhere = await read(at.outsider, (ctx) => findAgreement(ctx, at.elsewhere, {}));
    expect(elsewhere).toMatchObject({ analysts: [], articles: [], pairs: [], tags: 0, dropped: [] });
  });
});
