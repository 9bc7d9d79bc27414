import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import { addClaim } from '@/lib/claims/commands/claims';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { deleteHighlight, saveHighlight } from '@/lib/highlights/commands/highlights';
import { listMentions } from '@/lib/highlights/queries';
import { addEntity, deleteEntity, restoreEntity, saveEntity } from './commands';
import { entityFilter } from './entity';
import { mergeEntity } from '@/lib/merges/commands/merges';
import { findEntity, listEntities, listEntityNames, listEntityTypes } from './queries';
import { listEntityVersions } from './queries/versions';

let at: Team;
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

const add = async (name: string, more: object = {}, actor = at.analyst, id = at.projectId) =>
  (await addEntity({ actor, id, input: { type: 'person', name, ...more } })).body;
const save = (id: string, input: object, ifMatch: string | null = '"1"', actor = at.other) =>
  saveEntity({ actor, id, input, ifMatch });
const last = async () => (await eventsOf(at.projectId)).at(-1);

describe('adding an entity', () => {
  it('keeps name, aliases and institution, and records it', async () => {
    const institution = await add('Border service', { type: 'organisation' });
    const { status, body } = await addEntity({
      actor: at.analyst,
      id: at.projectId,
      input: {
        type: 'unnamed-source',
        name: ' an officer ',
        aliases: ['the officer', 'the officer', 'an officer'],
        externalIds: [{ scheme: 'internal', value: '7' }],
        institutionId: institution.id,
      },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'an officer',
      aliases: ['the officer'],
      institution: { id: institution.id, type: 'organisation', name: 'Border service' },
      externalIds: [{ scheme: 'internal', value: '7' }],
      mentionCount: 0,
      articleCount: 0,
      creator: { id: at.analyst.userId, name: 'Ana' },
      version: 1,
    });
    expect(await rows().entity.findUnique({ where: { id: body.id } })).toMatchObject({
      projectId: at.projectId,
      createdBy: at.analyst.userId,
    });
    expect(await last()).toMatchObject({ type: 'entity.added', subjectId: body.id, version: 1, fields: [] });
  });

  it('makes the institution by its name in the same write, and takes either that or one that is there', async () => {
    const { body } = await addEntity({
      ...{ actor: at.analyst, id: at.projectId },
      input: { type: 'unnamed-source', name: 'a porter', newInstitution: ' Port of Nusay ' },
    });
    expect(body.institution).toMatchObject({ type: 'organisation', name: 'Port of Nusay' });
    const institutionId = body.institution!.id;
    const both = { institutionId, newInstitution: 'Port of Orda' };
    const { extra } = await expectRefusal(add('a pilot', { type: 'unnamed-source', ...both }), 'invalid');
    expect(extra.issues).toMatchObject([{ path: 'institutionId' }]);
  });

  it('is a viewer’s no, nothing to an outsider, and wants a name and a type', async () => {
    const input = { type: 'person', name: 'Somebody' };
    await expectRefusal(addEntity({ actor: at.viewer, id: at.projectId, input }), 'forbidden');
    await expectRefusal(addEntity({ actor: at.outsider, id: at.projectId, input }), 'not-found');
    await expectRefusal(add('  '), 'invalid');
    await expectRefusal(add('a\0b'), 'invalid');
    await expectRefusal(add('Upper', { type: 'Person' }), 'invalid');
    await expectRefusal(add('Keys', { createdBy: at.lead.userId }), 'invalid');
    const unknown = { externalIds: [{ scheme: 'wikidata', value: 'javascript:alert(1)' }] };
    const { extra } = await expectRefusal(add('Catalogued', unknown), 'invalid');
    expect(extra.issues).toMatchObject([{ path: 'externalIds.0.value', message: expect.stringContaining('like Q42') }]);
  });

  it('takes no institution of another project, in words and in the database', async () => {
    const foreign = await add('Elsewhere', { type: 'organisation' }, at.outsider, at.elsewhere);
    const refusal = await expectRefusal(add('Insider', { institutionId: foreign.id }), 'invalid');
    expect(refusal.extra.issues).toMatchObject([{ path: 'institutionId' }]);
    const base = { projectId: at.projectId, createdBy: at.analyst.userId, createdAt: new Date() };
    const forged = { ...base, type: 'person', name: 'Forged', institutionId: foreign.id };
    await expect(rows().entity.create({ data: forged })).rejects.toMatchObject({ code: 'P2003' });
  });

  it('is one write for one key, and answers it to the byte again', async () => {
    const request = { actor: at.analyst, id: at.projectId, input: { type: 'place', name: 'Once' }, key: 'once' };
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => addEntity(request)));
    for (const other of others) expect(JSON.stringify(other.body)).toBe(JSON.stringify(first!.body));
    expect(await rows().entity.count({ where: { projectId: at.projectId, name: 'Once' } })).toBe(1);
    await expectRefusal(addEntity({ ...request, input: { type: 'place', name: 'Twice' } }), 'key-reused');
  });
});

describe('changing an entity', () => {
  it('takes the whole list of aliases, drops the new name from it, and names the fields', async () => {
    const { id } = await add('Arsalon', { aliases: ['Arsalan', 'Mahdi Arsalon'] });
    const { body } = await save(id, { name: 'Mahdi Arsalon', aliases: ['Arsalon', 'Mahdi Arsalon'] });
    expect(body).toMatchObject({ name: 'Mahdi Arsalon', aliases: ['Arsalon'], version: 2 });
    expect(await rows().alias.findMany({ where: { entityId: id }, select: { name: true } })).toEqual([
      { name: 'Arsalon' },
    ]);
    expect(await last()).toMatchObject({
      type: 'entity.saved',
      actorId: at.other.userId,
      version: 2,
      fields: ['name', 'aliases'],
    });
  });

  it('keeps what it took the place of, and who did, of merged ones too; what changed nothing leaves nothing', async () => {
    const port = await add('The port', { type: 'organisation' });
    const more = { aliases: ['Watchman'], description: 'On the quay.', institutionId: port.id };
    const { id, version } = await add('a watchman', { type: 'unnamed-source', ...more });
    await save(id, { description: 'On the quay at night.', aliases: [] });
    await save(id, { description: 'On the quay at night.' }, '"2"');
    await save(id, { name: 'the watchman', institutionId: null }, '"2"', at.analyst);
    const kept = () => read(at.viewer, (ctx) => listEntityVersions(ctx, id));
    const [ana, otto] = [at.analyst, at.other].map(({ userId: id, name }) => ({ id, name }));
    const versions = [
      { number: 2, before: { name: 'a watchman', institution: 'The port' }, replacedBy: ana },
      { number: version, before: { description: 'On the quay.', aliases: ['Watchman'] }, replacedBy: otto },
    ];
    expect((await kept()).items).toMatchObject(versions);
    const twin = await add('The Watchman', { type: 'unnamed-source' });
    await save(twin.id, { description: 'Seen once.' });
    const input = { otherId: twin.id, reason: 'The same man.' };
    await mergeEntity({ actor: at.reviewer, id, input, ifMatch: '"3"' });
    expect((await kept()).items).toMatchObject([{ before: { description: '' } }, ...versions]);
    await expectRefusal(
      read(at.outsider, (ctx) => listEntityVersions(ctx, id)),
      'not-found',
    );
  });

  it('leaves version and log alone when nothing changes', async () => {
    const { id, ...entity } = await add('Unmoved', { aliases: ['Still'] });
    const before = await eventsOf(at.projectId);
    const { body } = await save(id, { name: 'Unmoved', type: 'person', aliases: ['Still'], externalIds: [] });
    expect(body).toEqual({ id, ...entity });
    expect(await eventsOf(at.projectId)).toEqual(before);
  });

  it('asks for the version that was seen, and shows the current one', async () => {
    const { id } = await add('Seen');
    await expectRefusal(save(id, { name: 'A' }, null), 'version-required');
    await save(id, { name: 'A' });
    const { extra } = await expectRefusal(save(id, { name: 'B' }), 'stale');
    expect(extra.current).toMatchObject({ name: 'A', version: 2 });
    await expectRefusal(save(id, { name: 'C' }, '"2"', at.viewer), 'forbidden');
    await expectRefusal(save(id, { name: 'C' }, '"2"', at.outsider), 'not-found');
    await expectRefusal(save(id, { institutionId: id }, '"2"'), 'invalid');
  });
});

describe('the end of an entity', () => {
  const remove = (id: string, version = 1, actor = at.analyst) =>
    deleteEntity({ actor, id, input: {}, ifMatch: `"${version}"` });

  it('waits until nothing names it, and says what still does', async () => {
    const entity = await add('Darwaz', { type: 'place' });
    const claim = { statement: 'The band was in Darwaz.', placeId: entity.id };
    await addClaim({ actor: at.analyst, id: at.projectId, input: claim });
    await add('a villager', { type: 'unnamed-source', institutionId: entity.id });
    const text = 'Darwaz again: said a man in Darwaz.';
    const { body: article } = await addArticle({ actor: at.analyst, id: at.projectId, input: { text } });
    const tags = [
      { entityId: entity.id },
      { newClaim: { statement: 'It was said there.' }, stance: 'supports', speakerId: entity.id },
    ];
    const { body: highlight } = await saveHighlight({
      actor: at.analyst,
      id: article.id,
      input: { start: 0, end: 6, quote: 'Darwaz', tags },
    });
    const { extra } = await expectRefusal(remove(entity.id), 'not-allowed-now');
    expect(extra.missing).toMatchObject([
      { code: 'mentions', words: '1 mention' },
      { code: 'speaker', words: 'speaker of 1 citation' },
      { code: 'claims', words: 'named by 1 claim' },
      { code: 'sources', words: 'institution of 1 unnamed source' },
    ]);
    await deleteHighlight({ actor: at.analyst, id: highlight.id, input: {}, ifMatch: '"1"' });
    const { extra: later } = await expectRefusal(remove(entity.id), 'not-allowed-now');
    expect((later.missing as { code: string }[]).map(({ code }) => code)).toEqual(['claims', 'sources']);
  });

  it('deletes and brings back with its aliases, each recorded', async () => {
    const entity = await add('Mistake', { aliases: ['Slip'] });
    await expectRefusal(remove(entity.id, 1, at.viewer), 'forbidden');
    const { body: deleted } = await remove(entity.id);
    expect(deleted.version).toBe(2);
    await expectRefusal(
      read(at.analyst, (ctx) => findEntity(ctx, entity.id)),
      'not-found',
    );
    await expectRefusal(remove(entity.id, 2), 'not-found');
    const { body: restored } = await restoreEntity({ actor: at.other, id: entity.id, input: {}, ifMatch: '"2"' });
    expect(restored).toEqual({ ...entity, version: 3 });
    const own = (await eventsOf(at.projectId)).filter((event) => event.subjectId === entity.id);
    expect(own.map(({ type, version }) => [type, version])).toEqual([
      ['entity.added', 1],
      ['entity.deleted', 2],
      ['entity.restored', 3],
    ]);
  });
});

describe('lists of entities', () => {
  let own: Team;
  beforeAll(async () => {
    own = await team();
    const text = 'Anna met Anton. Anna left. 100% of it.';
    const { body: article } = await addArticle({ actor: own.analyst, id: own.projectId, input: { text } });
    const { body: other } = await addArticle({ actor: own.analyst, id: own.projectId, input: { text: `${text} 2` } });
    const named: Record<string, string> = {};
    for (const [name, aliases] of [
      ['Anton', []],
      ['Anna', ['The 100% woman']],
      ['Boris', []],
      ['Zarina', []],
    ] as const)
      named[name] = (await add(name, { aliases }, own.analyst, own.projectId)).id;
    const tag = (articleId: string, start: number, quote: string, entityId: string) =>
      saveHighlight({
        actor: own.other,
        id: articleId,
        input: { start, end: start + quote.length, quote, tags: [{ entityId }] },
      });
    await tag(article.id, 0, 'Anna', named.Anna!);
    await tag(article.id, 16, 'Anna', named.Anna!);
    await tag(other.id, 0, 'Anna', named.Anna!);
    await tag(article.id, 9, 'Anton', named.Anton!);
  });
  const list = (query: object) =>
    read(own.viewer, (ctx) => listEntities(ctx, own.projectId, entityFilter.parse(query)));
  const names = async (query: object) => (await list(query)).items.map(({ name }) => name);

  it('count what may be seen and is not deleted', async () => {
    const { items } = await list({ sort: 'mentions', limit: '2' });
    expect(items).toMatchObject([
      { name: 'Anna', mentionCount: 3, articleCount: 2 },
      { name: 'Anton', mentionCount: 1, articleCount: 1 },
    ]);
  });

  it.each([
    ['name', ['Anna', 'Anton', 'Boris', 'Zarina']],
    ['added', ['Zarina', 'Boris', 'Anna', 'Anton']],
    ['mentions', ['Anna', 'Anton', 'Zarina', 'Boris']],
  ] as const)('page through by %s without loss or repetition', async (sort, expected) => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ sort, limit: '1', ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(expected);
  });

  it('find by part of a name or alias, to the letter', async () => {
    expect(await names({ q: 'aN' })).toEqual(['Anna', 'Anton']);
    expect(await names({ q: '100%' })).toEqual(['Anna']);
    expect(await names({ q: '%' })).toEqual(['Anna']);
    expect(await names({ q: '_' })).toEqual([]);
    expect(await names({ q: ' ' })).toHaveLength(4);
    expect(await names({ type: 'place' })).toEqual([]);
  });

  it('give all names at once, and an outsider none', async () => {
    const { items } = await read(own.viewer, (ctx) => listEntityNames(ctx, own.projectId));
    expect(items.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Anna', ['The 100% woman']],
      ['Anton', []],
      ['Boris', []],
      ['Zarina', []],
    ]);
    const { items: nothing } = await read(own.outsider, (ctx) => listEntityNames(ctx, own.projectId));
    expect(nothing).toEqual([]);
  });

  it('give every mention as cited, page by page', async () => {
    const { items } = await list({ q: 'Anna' });
    const id = items[0]!.id;
    const first = await read(own.viewer, (ctx) => listMentions(ctx, id, { limit: 2, cursor: undefined }));
    expect(first.items.map((tag) => [tag.nameAsCited, tag.highlight.start])).toEqual([
      ['Anna', 0],
      ['Anna', 16],
    ]);
    const rest = await read(own.viewer, (ctx) => listMentions(ctx, id, { limit: 2, cursor: first.nextCursor! }));
    expect(rest.items).toHaveLength(1);
    expect(rest.nextCursor).toBeNull();
    await expectRefusal(
      read(own.outsider, (ctx) => listMentions(ctx, id, { limit: 2, cursor: undefined })),
      'not-found',
    );
  });
});

it('knows the types that the project added by the order in which they came, a deleted one’s too', async () => {
  const own = await team();
  const types = async (id = own.projectId) => (await read(own.viewer, (ctx) => listEntityTypes(ctx, id))).items;
  const make = (type: string) => addEntity({ actor: own.analyst, id: own.projectId, input: { type, name: type } });
  for (const type of ['vessel', 'person', 'law']) await make(type);
  const { body: barge } = await make('barge');
  await make('vessel');
  await deleteEntity({ actor: own.analyst, id: barge.id, input: {}, ifMatch: '"1"' });
  await make('airfield');
  expect(await types()).toEqual(['vessel', 'law', 'barge', 'airfield']);
  await expectRefusal(types(own.elsewhere), 'not-found');
});
