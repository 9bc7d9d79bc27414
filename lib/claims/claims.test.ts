import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity, deleteEntity } from '@/lib/entities/commands';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import type { ClaimStatus } from './claim';
import { addClaim, deleteClaim, reopenClaim, restoreClaim, saveClaim, submitClaim } from './commands/claims';
import { findClaim, listClaimVersions } from './queries/claims';
import { storedStatus } from './status';

let at: Team;
let entities: { arsalon: string; darwaz: string; foreign: string };
beforeAll(async () => {
  at = await team();
  const entity = async (name: string, actor = at.analyst, id = at.projectId) =>
    (await addEntity({ actor, id, input: { type: 'place', name } })).body.id;
  entities = {
    arsalon: await entity('Arsalon'),
    darwaz: await entity('Darwaz'),
    foreign: await entity('Elsewhere', at.outsider, at.elsewhere),
  };
});
afterAll(closeAll);

const add = async (statement: string, more: object = {}, actor = at.analyst) =>
  (await addClaim({ actor, id: at.projectId, input: { statement, ...more } })).body;
type Doing = typeof saveClaim;
const doing =
  (command: Doing) =>
  (id: string, input: object = {}, version: number | null = 1, actor: Actor = at.analyst) =>
    command({ actor, id, input, ifMatch: version === null ? null : `"${version}"` });
const save = doing(saveClaim);
const submit = doing(submitClaim);
const reopen = doing(reopenClaim);
const remove = doing(deleteClaim);
const restore = doing(restoreClaim);
/** What only a verdict could bring about, and verdicts are another room's. */
const put = (id: string, status: ClaimStatus) =>
  rows().claim.update({ where: { id }, data: { status: storedStatus(status) } });
const eventsOn = async (id: string) =>
  (await eventsOf(at.projectId)).filter((event) => event.subjectId === id).map(({ type, version }) => [type, version]);
const wordings = (id: string) => rows().claimVersion.findMany({ where: { claimId: id }, orderBy: { number: 'asc' } });

describe('adding a claim', () => {
  it('keeps statement and structure as its first wording, and records it', async () => {
    const { status, body } = await addClaim({
      actor: at.analyst,
      id: at.projectId,
      input: {
        statement: ' Arsalon took five districts. ',
        subjectId: entities.arsalon,
        predicate: 'took',
        value: 'five districts',
        period: { from: '2021-07-01', to: null, note: 'July 2021' },
        placeId: entities.darwaz,
      },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      statement: 'Arsalon took five districts.',
      structure: {
        subject: { id: entities.arsalon, name: 'Arsalon' },
        predicate: 'took',
        object: null,
        value: 'five districts',
        period: { from: '2021-07-01', to: null, note: 'July 2021' },
        place: { id: entities.darwaz, name: 'Darwaz' },
      },
      status: 'draft',
      wording: 1,
      creator: { id: at.analyst.userId, name: 'Ana' },
      writer: { id: at.analyst.userId, name: 'Ana' },
      citations: { supports: 0, contradicts: 0, context: 0, accepted: 0, unreviewed: 0 },
      version: 1,
    });
    expect(await wordings(body.id)).toMatchObject([
      { number: 1, id: body.claimVersionId, subjectId: entities.arsalon },
    ]);
    expect(await eventsOn(body.id)).toEqual([['claim.added', 1]]);
  });

  it.each([
    ['no statement', {}],
    ['a blank statement', { statement: ' ' }],
    ['an object and a value', { statement: 'x', objectId: '01890000-0000-7000-8000-000000000000', value: 'y' }],
    ['a period that ends before it starts', { statement: 'x', period: { from: '2021-02-01', to: '2021-01-01' } }],
    ['a day that is none', { statement: 'x', period: { from: '2021-02-30', to: null } }],
    ['a status', { statement: 'x', status: 'approved' }],
  ])('refuses %s', async (_, input) => {
    await expectRefusal(addClaim({ actor: at.analyst, id: at.projectId, input }), 'invalid');
  });

  it('is a viewer’s no, and nothing to an outsider', async () => {
    const input = { statement: 'x' };
    await expectRefusal(addClaim({ actor: at.viewer, id: at.projectId, input }), 'forbidden');
    await expectRefusal(addClaim({ actor: at.outsider, id: at.projectId, input }), 'not-found');
  });

  it('names no entity of another project, in words and in the database', async () => {
    const { extra } = await expectRefusal(
      add('Foreign', { subjectId: entities.foreign, placeId: entities.darwaz }),
      'invalid',
    );
    expect(extra.issues).toEqual([{ path: 'subjectId', message: 'This entity is not in the project.' }]);
    const { id, creator } = await add('Home');
    const [first] = await wordings(id);
    const { id: _, ...row } = { ...first!, number: 2, creatorId: creator.id };
    for (const field of ['subjectId', 'objectId', 'placeId'])
      await expect(rows().claimVersion.create({ data: { ...row, [field]: entities.foreign } })).rejects.toMatchObject({
        code: 'P2003',
      });
  });
});

describe('a new wording', () => {
  it('stands beside the old one, under its writer’s name', async () => {
    const { id } = await add('About 200 men are there.', { value: 'about 200 men' });
    const { body } = await save(id, { statement: 'About 100 men are there.', value: null }, 1, at.other);
    expect(body).toMatchObject({
      statement: 'About 100 men are there.',
      structure: { value: null },
      wording: 2,
      version: 2,
      status: 'draft',
      creator: { name: 'Ana' },
      writer: { name: 'Otto' },
    });
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({
      type: 'claim.saved',
      actorId: at.other.userId,
      version: 2,
      fields: ['statement', 'value'],
    });
    await save(id, { predicate: 'numbers' }, 2, at.reviewer);
    const { items } = await read(at.viewer, (ctx) => listClaimVersions(ctx, id));
    expect(items.map(({ number, statement, author }) => [number, statement, author.name])).toEqual([
      [3, 'About 100 men are there.', 'Rita'],
      [2, 'About 100 men are there.', 'Otto'],
      [1, 'About 200 men are there.', 'Ana'],
    ]);
  });

  it('is none when nothing changes: an approval does not fall over it', async () => {
    const { id } = await add('Unmoved.', { period: { from: null, to: null }, predicate: 'is' });
    await put(id, 'approved');
    const { body } = await save(id, { statement: ' Unmoved. ', period: null, predicate: 'is', objectId: null });
    expect(body).toMatchObject({ version: 1, wording: 1, status: 'approved' });
    expect(await eventsOn(id)).toEqual([['claim.added', 1]]);
    expect(await wordings(id)).toHaveLength(1);
  });

  it('takes an object instead of a value only when told that the value goes', async () => {
    const { id } = await add('It has members.', { value: 'many' });
    const { extra } = await expectRefusal(save(id, { objectId: entities.darwaz }), 'invalid');
    expect(extra.issues).toMatchObject([{ path: 'value' }]);
    const { body } = await save(id, { objectId: entities.darwaz, value: null });
    expect(body.structure).toMatchObject({ object: { id: entities.darwaz }, value: null });
    await expectRefusal(save(id, { placeId: entities.foreign }, 2), 'invalid');
  });

  it.each([
    ['draft', 'draft'],
    ['in-review', 'in-review'],
    ['rejected', 'draft'],
    ['stale', 'stale'],
    ['approved', 'stale'],
  ] as const)('takes a claim that is %s to %s', async (from, to) => {
    const { id } = await add(`Once ${from}.`);
    await put(id, from);
    expect((await save(id, { statement: `No longer ${from}.` })).body.status).toBe(to);
    expect(await rows().claim.findUnique({ where: { id } })).toMatchObject({ status: storedStatus(to), version: 2 });
    expect(await eventsOn(id)).toEqual([
      ['claim.added', 1],
      ['claim.saved', 2],
      ...(from === 'approved' ? [['claim.went-stale', 2]] : []),
    ]);
  });

  it('asks for the version that was seen, before it looks at anything that depends on it', async () => {
    const { id } = await add('Seen.');
    await expectRefusal(save(id, { statement: 'A' }, null), 'version-required');
    await expectRefusal(save(id, { statement: '' }, null), 'invalid');
    await expectRefusal(save(id, { statement: '' }, null, at.viewer), 'forbidden');
    await expectRefusal(save(id, { statement: 'A' }, 1, at.outsider), 'not-found');
  });

  it('is won by one of many who saw the same version; the others are shown it', async () => {
    const { id } = await add('Contested wording.');
    const all = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => save(id, { statement: `Wording ${index}` }, 1, at.other)),
    );
    const won = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.body] : []));
    expect(won).toHaveLength(1);
    for (const one of all)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({
          code: 'stale',
          extra: { current: { statement: won[0]!.statement, version: 2 } },
        });
    expect(await wordings(id)).toHaveLength(2);
  });

  it('is one write for one key, answered to the byte before the version is looked at', async () => {
    const { id } = await add('Keyed.');
    const request = { actor: at.analyst, id, input: { statement: 'Keyed once.' }, ifMatch: '"1"', key: `save ${id}` };
    const first = await saveClaim(request);
    const again = await saveClaim(request);
    expect(again.replayed).toBe(true);
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body));
    expect(await wordings(id)).toHaveLength(2);
  });

  it('is never changed or removed afterwards, by anybody', async () => {
    const { claimVersionId } = await add('Carved in stone.');
    const where = { id: claimVersionId };
    await expect(rows().claimVersion.update({ where, data: { statement: 'Forged.' } })).rejects.toThrow();
    await expect(rows().claimVersion.delete({ where })).rejects.toThrow();
  });
});

describe('submitting and reopening', () => {
  it('takes a draft to review and back, each with its event', async () => {
    const { id } = await add('To be reviewed.');
    const { body } = await submit(id, {}, 1, at.other);
    expect(body).toMatchObject({ status: 'in-review', version: 2 });
    const { extra } = await expectRefusal(submit(id, {}, 2), 'not-allowed-now');
    expect(extra.missing).toMatchObject([{ code: 'status', words: expect.stringContaining('in review') as string }]);
    expect((await reopen(id, {}, 2)).body).toMatchObject({ status: 'draft', version: 3 });
    await expectRefusal(reopen(id, {}, 3), 'not-allowed-now');
    expect(await eventsOn(id)).toEqual([
      ['claim.added', 1],
      ['claim.submitted', 2],
      ['claim.reopened', 3],
    ]);
  });

  it.each([
    ['rejected', true, true],
    ['stale', true, true],
    ['approved', false, false],
  ] as const)('from %s: submit %s, reopen %s', async (status, submits, reopens) => {
    for (const [act, allowed] of [
      [submit, submits],
      [reopen, reopens],
    ] as const) {
      const { id } = await add('Anything.');
      await put(id, status);
      if (allowed) expect((await act(id)).status).toBe(200);
      else await expectRefusal(act(id), 'not-allowed-now');
    }
  });

  it('is a viewer’s no, nothing to an outsider, and on the version seen', async () => {
    const { id } = await add('Guarded.');
    await expectRefusal(submit(id, {}, 1, at.viewer), 'forbidden');
    await expectRefusal(reopen(id, {}, 1, at.outsider), 'not-found');
    await expectRefusal(submit(id, { status: 'approved' }), 'invalid');
    await expectRefusal(submit(id, {}, null), 'version-required');
    const { extra } = await expectRefusal(submit(id, {}, 7), 'stale');
    expect(extra.current).toMatchObject({ id, version: 1 });
  });
});

describe('the end of a claim', () => {
  const cite = async (claimId: string, actor: Actor) => {
    const input = { text: `A text of its own for ${claimId} by ${actor.userId}` };
    const { body: article } = await addArticle({ actor, id: at.projectId, input });
    const tags = [{ claimId, stance: 'contradicts' }];
    await saveHighlight({ actor, id: article.id, input: { start: 0, end: 6, quote: 'A text', tags } });
    return rows().claim.findUniqueOrThrow({ where: { id: claimId } });
  };

  it('is its creator’s or a lead’s, and can be undone', async () => {
    const claim = await add('A mistake.');
    await expectRefusal(remove(claim.id, {}, 1, at.other), 'forbidden');
    await expectRefusal(remove(claim.id, {}, 1, at.reviewer), 'forbidden');
    await expectRefusal(remove(claim.id, {}, 1, at.outsider), 'not-found');
    expect((await remove(claim.id)).body.version).toBe(2);
    expect(await rows().claim.findUnique({ where: { id: claim.id } })).toMatchObject({ deletedBy: at.analyst.userId });
    await expectRefusal(
      read(at.analyst, (ctx) => findClaim(ctx, claim.id)),
      'not-found',
    );
    await expectRefusal(save(claim.id, { statement: 'x' }, 2), 'not-found');
    expect((await restore(claim.id, {}, 2, at.lead)).body).toEqual({ ...claim, version: 3 });
    expect(await eventsOn(claim.id)).toEqual([
      ['claim.added', 1],
      ['claim.deleted', 2],
      ['claim.restored', 3],
    ]);
  });

  it('is not its creator’s alone once a colleague has a stake in it', async () => {
    const { id } = await add('Argued over.');
    await cite(id, at.analyst);
    const { version } = await cite(id, at.other);
    await rows().assessment.create({
      data: {
        projectId: at.projectId,
        claimId: id,
        analystId: at.reviewer.userId,
        likelihood: 40,
        wording: 1,
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    });
    const { extra } = await expectRefusal(remove(id, {}, version), 'not-allowed-now');
    expect(extra.missing).toMatchObject([
      { code: 'citations', words: '1 citation by a colleague' },
      { code: 'assessments', words: '1 assessment by a colleague' },
    ]);
    expect((await remove(id, {}, version, at.lead)).status).toBe(200);
    expect((await restore(id, {}, version + 1, at.lead)).body.citations).toMatchObject({ contradicts: 2 });
  });

  it('of an approved one is a lead’s', async () => {
    const { id } = await add('Approved.');
    await put(id, 'approved');
    const { extra } = await expectRefusal(remove(id), 'not-allowed-now');
    expect(extra.missing).toMatchObject([{ code: 'approved' }]);
    expect((await remove(id, {}, 1, at.lead)).status).toBe(200);
  });

  it('cannot be undone while an entity that it names is deleted', async () => {
    const { body: entity } = await addEntity({
      actor: at.analyst,
      id: at.projectId,
      input: { type: 'person', name: 'Gone' },
    });
    const { id } = await add('Gone was here.', { subjectId: entity.id });
    await remove(id);
    await deleteEntity({ actor: at.analyst, id: entity.id, input: {}, ifMatch: '"1"' });
    const { extra } = await expectRefusal(restore(id, {}, 2), 'not-allowed-now');
    expect(extra.missing).toMatchObject([{ code: 'entity', words: 'The entity “Gone”' }]);
  });
});
