import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteArticle } from '@/lib/articles/commands';
import { endpoints } from '@/lib/api/routes';
import { deleteClaim } from '@/lib/claims/commands/claims';
import { addView, deleteView } from '@/lib/claims/commands/views';
import type { Answer, Request } from '@/lib/core/command';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, expectRefusal } from '@/lib/core/testing';
import { findClaim } from '@/lib/claims/queries/claims';
import { addEntity, deleteEntity, restoreEntity } from '@/lib/entities/commands';
import { findEntity } from '@/lib/entities/queries';
import { deleteHighlight } from '@/lib/highlights/commands/highlights';
import { deleteHighlights } from '@/lib/highlights/commands/many-highlights';
import { deleteTags } from '@/lib/highlights/commands/many-tags';
import { addTag, deleteTag } from '@/lib/highlights/commands/tags';
import { mergeEntity } from '@/lib/merges/commands/merges';
import { removeMember } from '@/lib/members/commands';
import { removeAnswer } from '@/lib/questions/commands/answers';
import { addQuestion, deleteQuestion } from '@/lib/questions/commands/questions';
import { openRound } from '@/lib/rounds/commands';
import { addComment, deleteComment, startThread } from '@/lib/threads/commands';
import { desk, type Desk } from '@/lib/threads/threads.fixtures';
import type { WayBack } from './activity';
import { listHistory } from './queries';

let at: Desk;
beforeAll(async () => {
  at = await desk();
});
afterAll(closeAll);

const seen = (version: number) => `"${version}"`;
const linesOf = async (actor: Actor, subjectId?: string, type = /\.(deleted|removed|unanswered)$/) => {
  const query = { limit: 200, ...(subjectId ? { subjectId } : {}) };
  const { items } = await read(actor, (ctx) => listHistory(ctx, at.projectId, query));
  return items.filter((line) => type.test(line.type));
};
const waysOf = async (actor: Actor, subjectId: string) => (await linesOf(actor, subjectId)).map(({ back }) => back);
/** Sends what a line offers, as it stands there. */
const take = (actor: Actor, { operation, id, version, body }: WayBack) => {
  const { command } = endpoints[operation] as { command: (request: Request) => Promise<Answer<unknown>> };
  return command({ actor, id, input: body, ifMatch: version === null ? null : seen(version) });
};
const versionOf = async (claimId: string) => seen((await read(at.lead, (ctx) => findClaim(ctx, claimId))).version);
const newEntity = async (name: string, actor = at.analyst) =>
  (await addEntity({ actor, id: at.projectId, input: { type: 'person', name } })).body;
const newQuestion = async (answers: object[] = []) =>
  (await addQuestion({ actor: at.analyst, id: at.projectId, input: { text: 'When?', answers } })).body;

describe('what was deleted is offered once, by the line that tells of it, until it is there again', () => {
  const cases: [string, () => Promise<{ subjectId: string; who: Actor }>][] = [
    [
      'an article',
      async () => {
        const { id } = await at.bring();
        await deleteArticle({ actor: at.lead, id, input: {}, ifMatch: seen(1) });
        return { subjectId: id, who: at.lead };
      },
    ],
    [
      'an entity',
      async () => {
        const { id, version } = await newEntity('Gone');
        await deleteEntity({ actor: at.analyst, id, input: {}, ifMatch: seen(version) });
        return { subjectId: id, who: at.other };
      },
    ],
    [
      'a claim',
      async () => {
        const { claimId, highlight } = await at.cite({ statement: 'It went.' });
        await deleteHighlight({ actor: at.analyst, id: highlight.id, input: {}, ifMatch: seen(highlight.version) });
        await deleteClaim({ actor: at.analyst, id: claimId, input: {}, ifMatch: await versionOf(claimId) });
        return { subjectId: claimId, who: at.analyst };
      },
    ],
    [
      'a question',
      async () => {
        const { id, version } = await newQuestion();
        await deleteQuestion({ actor: at.analyst, id, input: {}, ifMatch: seen(version) });
        return { subjectId: id, who: at.lead };
      },
    ],
    [
      'an answer',
      async () => {
        const { id, answers } = await newQuestion([{ newClaim: { statement: 'In 1999.' } }]);
        await removeAnswer({ actor: at.analyst, id: answers[0]!.id, input: {} });
        return { subjectId: id, who: at.other };
      },
    ],
    [
      'a highlight',
      async () => {
        const { highlight } = await at.mention({ name: 'Marked' });
        await deleteHighlight({ actor: at.analyst, id: highlight.id, input: {}, ifMatch: seen(highlight.version) });
        return { subjectId: highlight.id, who: at.analyst };
      },
    ],
    [
      'a tag',
      async () => {
        const { tag } = await at.mention({ name: 'Tagged' });
        await deleteTag({ actor: at.analyst, id: tag.id, input: {}, ifMatch: seen(tag.version) });
        return { subjectId: tag.id, who: at.analyst };
      },
    ],
    [
      'a comment',
      async () => {
        const subject = { type: 'article', id: at.articleId };
        const first = { subject, body: { text: 'One.' } };
        const { body: thread } = await startThread({ actor: at.analyst, id: at.projectId, input: first });
        const input = { body: { text: 'Two.' } };
        const { body } = await addComment({ actor: at.analyst, id: thread.id, input });
        await deleteComment({ actor: at.analyst, id: body.id, input: {}, ifMatch: seen(body.version) });
        return { subjectId: body.id, who: at.analyst };
      },
    ],
    [
      'a view',
      async () => {
        const input = { name: 'Mine', filters: {}, shared: false };
        const { body } = await addView({ actor: at.analyst, id: at.projectId, input });
        await deleteView({ actor: at.analyst, id: body.id, input: {}, ifMatch: seen(body.version) });
        return { subjectId: body.id, who: at.analyst };
      },
    ],
  ];
  it.each(cases)('%s', async (_, make) => {
    const { subjectId, who } = await make();
    const [way, ...none] = await waysOf(who, subjectId);
    expect(none).toEqual([]);
    expect(await waysOf(at.viewer, subjectId)).toEqual([null]);
    await take(who, way!);
    expect(await waysOf(who, subjectId)).toEqual([null]);
  });
});

it('belongs to the last deletion of several', async () => {
  const { id, version } = await newEntity('Twice gone');
  const by = { actor: at.analyst, id, input: {} };
  await deleteEntity({ ...by, ifMatch: seen(version) });
  await restoreEntity({ ...by, ifMatch: seen(version + 1) });
  await deleteEntity({ ...by, ifMatch: seen(version + 2) });
  const [last, first] = await waysOf(at.analyst, id);
  expect(last).toEqual({ operation: 'restoreEntity', id, version: version + 3, body: {} });
  expect(first).toBeNull();
});

it('is not offered of an entity that was merged', async () => {
  const [kept, gone] = [await newEntity('Kept'), await newEntity('Merged')];
  const input = { otherId: gone.id, reason: 'The same.' };
  await mergeEntity({ actor: at.reviewer, id: kept.id, input, ifMatch: seen(kept.version) });
  const { items } = await read(at.lead, (ctx) => listHistory(ctx, at.projectId, { limit: 20, subjectId: gone.id }));
  expect(items.map(({ back }) => back)).toEqual(items.map(() => null));
});

it('offers a tag to its author alone, a claim to its author and leads', async () => {
  const { tag } = await at.mention({ name: 'Whose' });
  await deleteTag({ actor: at.analyst, id: tag.id, input: {}, ifMatch: seen(tag.version) });
  for (const actor of [at.other, at.reviewer, at.lead]) expect(await waysOf(actor, tag.id)).toEqual([null]);
  expect((await waysOf(at.analyst, tag.id))[0]?.operation).toBe('restoreTag');
  const { id, version } = await newQuestion();
  await deleteQuestion({ actor: at.analyst, id, input: {}, ifMatch: seen(version) });
  expect(await waysOf(at.other, id)).toEqual([null]);
  expect((await waysOf(at.lead, id))[0]?.operation).toBe('restoreQuestion');
});

it('brings back with words what was made along with them', async () => {
  const { highlight, entityId } = await at.mention({ name: 'Made along' });
  const along = { entityIds: [entityId], claimIds: [] };
  await deleteHighlight({ actor: at.analyst, id: highlight.id, input: { along }, ifMatch: seen(highlight.version) });
  const [way] = await waysOf(at.analyst, highlight.id);
  expect(way!.body).toEqual({ along });
  await take(at.analyst, way!);
  expect(await waysOf(at.analyst, entityId)).toEqual([null]);
});

it('says what else has to come back first', async () => {
  const { tag, entityId } = await at.mention({ name: 'Missed' });
  await deleteTag({ actor: at.analyst, id: tag.id, input: {}, ifMatch: seen(tag.version) });
  const named = await read(at.lead, (ctx) => findEntity(ctx, entityId));
  await deleteEntity({ actor: at.other, id: entityId, input: {}, ifMatch: seen(named.version) });
  const [way] = await waysOf(at.analyst, tag.id);
  const refusal = await expectRefusal(take(at.analyst, way!), 'not-allowed-now');
  expect(refusal.extra.missing).toMatchObject([{ words: 'The entity “Missed”' }]);
});

it('brings back several tags at once, with the words that went with them, as far as they are still gone', async () => {
  const [one, two] = [await at.mention({ name: 'One' }), await at.mention({ name: 'Two' })];
  const versions = [one, two].map(({ tag: { id, version } }) => ({ id, version }));
  const input = { tags: versions, highlights: [] };
  const { body } = await deleteTags({ actor: at.analyst, id: at.articleId, input });
  const wayOf = async (actor: Actor) => (await linesOf(actor, at.articleId, /^tags\.deleted$/))[0]!.back;
  expect(await wayOf(at.other)).toBeNull();
  expect((await wayOf(at.analyst))!.body).toEqual({
    tags: expect.arrayContaining(body.tags),
    highlights: expect.arrayContaining(body.highlights),
  });
  const first = {
    tags: body.tags.slice(0, 1),
    highlights: [body.highlights.find(({ id }) => id === one.highlight.id)!],
  };
  await take(at.analyst, { operation: 'restoreTags', id: at.articleId, version: null, body: first });
  expect((await wayOf(at.analyst))!.body).toMatchObject({ tags: [{ id: two.tag.id }] });
  await take(at.analyst, (await wayOf(at.analyst))!);
  expect(await wayOf(at.analyst)).toBeNull();
});

it('brings back several highlights at once, and what went with them', async () => {
  const { highlight, entityId } = await at.mention({ name: 'Plural' });
  const along = { entityIds: [entityId], claimIds: [] };
  const input = { ids: [highlight.id], along };
  await deleteHighlights({ actor: at.analyst, id: at.articleId, input });
  const wayOf = async (actor: Actor) => (await linesOf(actor, at.articleId, /^highlights\.deleted$/))[0]!.back;
  expect(await wayOf(at.lead)).toBeNull();
  const way = (await wayOf(at.analyst))!;
  expect(way).toEqual({ operation: 'restoreHighlights', id: at.articleId, version: null, body: input });
  await take(at.analyst, way);
  expect(await wayOf(at.analyst)).toBeNull();
});

it('offers nothing on words whose article or highlight is gone', async () => {
  const { id: articleId, revision } = await at.bring();
  const { highlight, tag } = await at.cite({ statement: 'In a gone article.' }, { where: articleId });
  await addTag({ actor: at.analyst, id: highlight.id, input: { newEntity: { type: 'person', name: 'Second' } } });
  await deleteTag({ actor: at.analyst, id: tag.id, input: {}, ifMatch: seen(tag.version) });
  await deleteHighlight({ actor: at.analyst, id: highlight.id, input: {}, ifMatch: seen(highlight.version) });
  expect(await waysOf(at.analyst, tag.id)).toEqual([null]);
  expect((await waysOf(at.analyst, highlight.id))[0]).not.toBeNull();
  await deleteArticle({ actor: at.lead, id: articleId, input: {}, ifMatch: seen(revision) });
  expect(await waysOf(at.analyst, highlight.id)).toEqual([null]);
});

it('brings back a member for a lead, and nobody else', async () => {
  const where = { userId: at.reviewer.userId };
  const member = await read(at.lead, (ctx) => ctx.db.member.findFirstOrThrow({ where }));
  await removeMember({ actor: at.lead, id: member.id, input: {}, ifMatch: seen(member.version) });
  expect(await waysOf(at.analyst, member.id)).toEqual([null]);
  const [way] = await waysOf(at.lead, member.id);
  await take(at.lead, way!);
  expect(await waysOf(at.lead, member.id)).toEqual([null]);
});

it('tells nobody of what an open blind round hides from them', async () => {
  const { id: articleId } = await at.bring();
  const round = {
    name: 'Blind',
    blind: true,
    articleIds: [articleId],
    analystIds: [at.analyst.userId, at.other.userId],
  };
  await openRound({ actor: at.lead, id: at.projectId, input: round });
  const { highlight } = await at.cite({ statement: 'Hidden work.' }, { where: articleId });
  await deleteHighlight({ actor: at.analyst, id: highlight.id, input: {}, ifMatch: seen(highlight.version) });
  expect(await waysOf(at.other, highlight.id)).toEqual([]);
  expect((await waysOf(at.analyst, highlight.id))[0]).not.toBeNull();
});
