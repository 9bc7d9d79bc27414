import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import { assessClaim, saveClaim } from '@/lib/claims/commands/claims';

import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity, deleteEntity, saveEntity } from '@/lib/entities/commands';
import { openRound } from '@/lib/rounds/commands';
import { deleteHighlight, restoreHighlight, saveHighlight } from './commands/highlights';
import { deleteHighlights, restoreHighlights, saveHighlights } from './commands/many-highlights';
import { addTag, deleteTag, restoreTag } from './commands/tags';
import type { Highlight } from './highlight';

const TEXT = 'Ostrava mill closed in May. The mill in Ostrava was sold, a clerk said.';
let at: Team;
let articleId: string;
beforeAll(async () => {
  at = await team();
  articleId = (await addArticle({ actor: at.analyst, id: at.projectId, input: { text: TEXT } })).body.id;
});
afterAll(closeAll);

const spanOf = (quote: string, from = 0) => {
  const start = TEXT.indexOf(quote, from);
  return { start, end: start + quote.length, quote };
};
const save = async (quote: string, tags: object[]) =>
  (await saveHighlight({ actor: at.analyst, id: articleId, input: { ...spanOf(quote), tags } })).body;
const etag = (version: number) => `"${version}"`;
const newPlace = (name: string) => ({ newEntity: { type: 'place', name } });
const newClaim = (statement: string) => ({
  ...{ newClaim: { statement }, stance: 'supports' },
  newSpeaker: { type: 'unnamed-source', name: `a clerk who said: ${statement}` },
});

/** What the tags of a highlight name, as what was made along. */
const alongOf = (...made: Highlight[]) => {
  const tags = made.flatMap((one) => one.tags);
  return {
    entityIds: [...new Set(tags.flatMap(({ entity, speaker }) => [entity, speaker].flatMap((one) => one?.id ?? [])))],
    claimIds: [...new Set(tags.flatMap(({ claim }) => claim?.id ?? []))],
  };
};
type AlongIds = ReturnType<typeof alongOf>;
const take = (one: Highlight, along: AlongIds) =>
  deleteHighlight({ actor: at.analyst, id: one.id, input: { along }, ifMatch: etag(one.version) });
const bring = (one: Highlight, along: AlongIds) =>
  restoreHighlight({ actor: at.analyst, id: one.id, input: { along }, ifMatch: etag(one.version) });

/** How many of these live. */
const living = async ({ entityIds, claimIds }: AlongIds) => ({
  entities: await rows().entity.count({ where: { id: { in: entityIds }, deletedAt: null } }),
  claims: await rows().claim.count({ where: { id: { in: claimIds }, deletedAt: null } }),
});

it('says by its name what was deleted after a colleague had chosen it', async () => {
  const made = await save('mill closed', [newPlace('The works'), newClaim('It shut.')]);
  const along = alongOf(made);
  const [place, claim] = [made.tags.find((tag) => tag.entity)!.entity!, made.tags.find((tag) => tag.claim)!];
  await take(made, along);
  const refusedWith = async (tag: object) => {
    const input = { ...spanOf('sold'), tags: [tag] };
    const refusal = await expectRefusal(saveHighlight({ actor: at.other, id: articleId, input }), 'invalid');
    return refusal.extra.issues;
  };
  const again = 'was deleted meanwhile. Choose another, or make it again.';
  expect(await refusedWith({ entityId: place.id })).toEqual([
    { path: 'tags.0.entityId', message: `The entity “The works” ${again}` },
  ]);
  expect(await refusedWith({ claimId: claim.claim!.id, stance: 'supports' })).toEqual([
    { path: 'tags.0.claimId', message: `The claim “It shut.” ${again}` },
  ]);
  const cited = { ...newClaim('Another.'), newSpeaker: undefined, speakerId: claim.speaker!.id };
  expect(await refusedWith(cited)).toEqual([
    { path: 'tags.0.speakerId', message: `The speaker “${claim.speaker!.name}” ${again}` },
  ]);
  expect(await refusedWith({ entityId: at.projectId })).toEqual([
    { path: 'tags.0.entityId', message: 'This entity is not in the project.' },
  ]);
});

describe('what was made along with tags', () => {
  it('goes and comes with their highlight, as often as that is undone, and the log says so', async () => {
    const made = await save('Ostrava mill', [newPlace('Ostrava mill'), newClaim('The mill closed.')]);
    const along = alongOf(made);
    expect(await living(along)).toEqual({ entities: 2, claims: 1 });
    const gone = (await take(made, along)).body;
    expect(await living(along)).toEqual({ entities: 0, claims: 0 });
    expect((await eventsOf(at.projectId)).map(({ type }) => type).slice(-4)).toEqual([
      ...['claim.deleted', 'entity.deleted', 'entity.deleted', 'highlight.deleted'],
    ]);
    const back = (await bring(gone, along)).body;
    expect(await living(along)).toEqual({ entities: 2, claims: 1 });
    expect(back.tags).toHaveLength(2);
    await take(back, along);
    expect(await living(along)).toEqual({ entities: 0, claims: 0 });
  });

  it('goes with one tag of several', async () => {
    const bare = await save('The mill', []);
    const { body: tag } = await addTag({ actor: at.analyst, id: bare.id, input: newPlace('The mill') });
    const along = { entityIds: [tag.entity!.id], claimIds: [] };
    const { body: gone } = await deleteTag({ actor: at.analyst, id: tag.id, input: { along }, ifMatch: etag(1) });
    expect((await living(along)).entities).toBe(0);
    await restoreTag({ actor: at.analyst, id: tag.id, input: { along }, ifMatch: etag(gone.version) });
    expect((await living(along)).entities).toBe(1);
  });

  it('goes with many highlights of one write', async () => {
    const items = [spanOf('Ostrava'), spanOf('Ostrava', 20)].map((span) => ({ ...span, tags: [newPlace('Ostrava')] }));
    const { body } = await saveHighlights({ actor: at.analyst, id: articleId, input: { items } });
    const along = alongOf(...body.items);
    expect(along.entityIds).toHaveLength(1);
    const input = { ids: body.items.map(({ id }) => id), along };
    await deleteHighlights({ actor: at.analyst, id: articleId, input });
    expect((await living(along)).entities).toBe(0);
    await restoreHighlights({ actor: at.analyst, id: articleId, input });
    expect((await living(along)).entities).toBe(1);
  });
});

describe('an institution that was made with its source', () => {
  const institution = 'Weavers of Ostrava';
  const cited = (name: string) => ({
    ...newClaim(`So said ${name}.`),
    newSpeaker: { type: 'unnamed-source', name, newInstitution: institution },
  });
  const count = () =>
    rows().entity.count({
      where: { projectId: at.projectId, name: institution, type: 'organisation', deletedAt: null },
    });

  it('goes and comes with it, and is made once for all sources of one write', async () => {
    const made = await save('in May', [cited('a weaver')]);
    const along = alongOf(made);
    expect(await count()).toBe(1);
    const gone = (await take(made, along)).body;
    expect(await count()).toBe(0);
    const back = (await bring(gone, along)).body;
    expect(await count()).toBe(1);
    await take(back, along);
    const items = ['closed in', 'was sold'].map((words) => ({ ...spanOf(words), tags: [cited(`one of ${words}`)] }));
    const { body } = await saveHighlights({ actor: at.analyst, id: articleId, input: { items } });
    expect(await count()).toBe(1);
    await deleteHighlights({
      ...{ actor: at.analyst, id: articleId },
      input: { ids: body.items.map(({ id }) => id), along: alongOf(...body.items) },
    });
    expect(await count()).toBe(0);
  });

  it('stays where another source belongs to it by now', async () => {
    const made = await save('a clerk', [cited('a clerk of theirs')]);
    const { id: institutionId } = await rows().entity.findFirstOrThrow({
      where: { name: institution, deletedAt: null },
    });
    const other = { type: 'unnamed-source', name: 'another weaver', institutionId };
    await addEntity({ actor: at.lead, id: at.projectId, input: other });
    await take(made, alongOf(made));
    expect(await count()).toBe(1);
  });
});

describe('what was made along stays', () => {
  it('where something else names it', async () => {
    const made = await save('sold', [newPlace('Saltmarsh'), newClaim('The mill was sold.')]);
    const along = alongOf(made);
    const [entityId, claimId] = [made.tags[0]!.entity!.id, made.tags[1]!.claim!.id];
    const tags = [{ entityId }, { claimId, stance: 'supports' }];
    await saveHighlight({ actor: at.lead, id: articleId, input: { ...spanOf('closed'), tags } });
    await take(made, along);
    // The speaker alone is named by nothing else.
    expect(await living(along)).toEqual({ entities: 1, claims: 1 });
    expect(await rows().entity.count({ where: { id: entityId, deletedAt: null } })).toBe(1);
  });

  it('where it was changed or judged since', async () => {
    const made = await save('clerk', [newPlace('Clerkenwell'), newClaim('A clerk said so.'), newClaim('It was May.')]);
    const along = alongOf(made);
    const [place, reworded, assessed] = made.tags;
    const { analyst: actor } = at;
    const entityId = place!.entity!.id;
    await saveEntity({ actor, id: entityId, input: { name: 'Clerkenwell Green' }, ifMatch: etag(1) });
    const { version } = await rows().claim.findUniqueOrThrow({ where: { id: reworded!.claim!.id } });
    const input = { statement: 'A clerk said that.' };
    await saveClaim({ actor, id: reworded!.claim!.id, input, ifMatch: etag(version) });
    await assessClaim({ actor, id: assessed!.claim!.id, input: { likelihood: 60 }, ifNoneMatch: '*' });
    await take(made, along);
    expect(await living(along)).toEqual({ entities: 1, claims: 2 });
  });

  it('where it is a colleague’s', async () => {
    const made = await save('said', [newPlace('Saidnaya')]);
    const theirs = await saveHighlight({
      ...{ actor: at.lead, id: articleId },
      input: { ...spanOf('was'), tags: [newPlace('Wasdale')] },
    });
    await deleteHighlight({ actor: at.lead, id: theirs.body.id, input: {}, ifMatch: etag(1) });
    const along = alongOf(theirs.body);
    await take(made, along);
    expect((await living(along)).entities).toBe(1);
  });
});

it('is refused to come back to an entity that was deleted meanwhile, unless that comes along', async () => {
  const made = await save('a clerk', [newPlace('Aclerk')]);
  const entityId = made.tags[0]!.entity!.id;
  const { body: gone } = await deleteHighlight({ actor: at.analyst, id: made.id, input: {}, ifMatch: etag(1) });
  await deleteEntity({ actor: at.analyst, id: entityId, input: {}, ifMatch: etag(1) });
  await expectRefusal(
    restoreHighlight({ actor: at.analyst, id: made.id, input: {}, ifMatch: etag(gone.version) }),
    'not-allowed-now',
  );
  const { body: back } = await bring(gone, { entityIds: [entityId], claimIds: [] });
  expect(back.tags[0]!.entity!.id).toBe(entityId);
});

it('stays while a blind round is open, since hidden work may name it', async () => {
  const made = await save('in May', [newPlace('Maytown')]);
  const blind = (await addArticle({ actor: at.analyst, id: at.projectId, input: { text: `${TEXT} Blind.` } })).body.id;
  const input = { name: 'First reading', blind: true, analystIds: [at.analyst.userId, at.other.userId] };
  await openRound({ actor: at.lead, id: at.projectId, input: { ...input, articleIds: [blind] } });
  await take(made, alongOf(made));
  expect((await living(alongOf(made))).entities).toBe(1);
});
