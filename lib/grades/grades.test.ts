import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addArticle, addPublisher } from '@/lib/articles/commands';
import { findPublisher } from '@/lib/articles/queries';
import { addClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { mergeClaim, mergeEntity } from '@/lib/merges/commands/merges';
import { addQuestion } from '@/lib/questions/commands/questions';
import {
  gradeCitation,
  gradeClaim,
  gradeEntity,
  gradePublisher,
  settleClaimGrade,
  settleEntityGrade,
  settlePublisherGrade,
} from './commands';
import { inOrder, judged, warningOf } from './mark';
import { listCitationGrades, listClaimGrades, listEntityGrades, listGrades, listPublisherGrades } from './queries';

let at: Team;
beforeEach(async () => {
  at = await team();
  await rows().project.update({ where: { id: at.projectId }, data: { grades: true } });
});
afterAll(closeAll);

const speaker = async (name = 'A border official') =>
  (await addEntity({ actor: at.analyst, id: at.projectId, input: { type: 'person', name } })).body.id;
const give = async (actor: Actor, id: string, mark: string | null) =>
  (await gradeEntity({ actor, id, input: { mark } })).body;
const seen = (actor: Actor, id: string) => read(actor, (ctx) => listEntityGrades(ctx, id));
const marks = (views: { mark: string }[]) => views.map(({ mark }) => mark);

/** A citation that supports a claim, in an article of its own; of a claim that is there already, where one is named. */
async function cite(text: string, claimId?: string, by?: string, publisherId?: string) {
  const { body: article } = await addArticle({ actor: at.analyst, id: at.projectId, input: { text, publisherId } });
  const claim = claimId ? { claimId } : { newClaim: { statement: 'The post fell.' } };
  const said = by ? { speakerId: await speaker(by) } : {};
  const input = { start: 0, end: text.length, quote: text, tags: [{ ...claim, stance: 'supports', ...said }] };
  const { body } = await saveHighlight({ actor: at.analyst, id: article.id, input });
  return body.tags[0]!;
}

describe('grades of a speaker', () => {
  it('are entered without seeing the others, then stand side by side', async () => {
    const id = await speaker();
    await give(at.analyst, id, 'F');
    expect(await seen(at.other, id)).toMatchObject({ mine: null, others: [], hidden: 1, earlier: [] });
    expect(marks((await seen(at.viewer, id)).others)).toEqual(['F']);
    await give(at.reviewer, id, 'E');
    const after = await give(at.other, id, 'B');
    expect(after).toMatchObject({ mine: { mark: 'B' }, hidden: 0 });
    // What cannot be judged stands apart, after the scale.
    expect(after.others.map(({ mark, analyst }) => [mark, analyst.name])).toEqual([
      ['E', 'Rita'],
      ['F', 'Ana'],
    ]);
  });

  it('keep what was changed, and hide it from whoever has yet to grade', async () => {
    const id = await speaker();
    await give(at.analyst, id, 'C');
    await give(at.analyst, id, 'B');
    expect((await seen(at.other, id)).earlier).toEqual([]);
    expect(marks((await seen(at.viewer, id)).earlier)).toEqual(['C']);
    const gone = await give(at.analyst, id, null);
    expect(gone.mine).toBeNull();
    expect(marks(gone.earlier)).toEqual(['B', 'C']);
    await give(at.analyst, id, null);
    expect((await eventsOf(at.projectId)).slice(1).map(({ type }) => type)).toEqual([
      ...['grade.given', 'grade.given', 'grade.withdrawn'],
    ]);
  });

  it('are settled by a lead alone, open to everybody then, and opened again', async () => {
    const id = await speaker();
    await give(at.analyst, id, 'C');
    const settle = (actor: Actor, mark: string | null) => settleEntityGrade({ actor, id, input: { mark } });
    await expectRefusal(settle(at.reviewer, 'B'), 'forbidden');
    await settle(at.lead, 'B');
    await settle(at.lead, 'D');
    const open = await seen(at.other, id);
    expect(open).toMatchObject({ settled: { mark: 'D', analyst: { name: 'Lena' } }, mine: null, hidden: 0 });
    expect([marks(open.others), marks(open.earlier)]).toEqual([['C'], ['B']]);
    await settle(at.lead, null);
    expect(await seen(at.other, id)).toMatchObject({ settled: null, others: [], hidden: 1 });
  });

  it('follow a merge: the last of an analyst stands', async () => {
    const [one, two] = [await speaker(), await speaker('The border official')];
    await give(at.analyst, one, 'C');
    await give(at.analyst, two, 'B');
    await mergeEntity({ actor: at.reviewer, id: one, input: { otherId: two, reason: 'One person.' } });
    expect(marks((await seen(at.viewer, one)).others)).toEqual(['B']);
    await give(at.analyst, one, 'D');
    expect(marks((await seen(at.viewer, one)).others)).toEqual(['D']);
  });
});

it('a publisher has its letters, and nothing shows where the project does not grade', async () => {
  const input = { name: 'A daily' };
  const { id } = (await addPublisher({ actor: at.analyst, id: at.projectId, input })).body;
  const given = () => gradePublisher({ actor: at.analyst, id, input: { mark: 'A' } });
  await given();
  const list = () => read(at.viewer, (ctx) => listPublisherGrades(ctx, id));
  expect(marks((await list()).others)).toEqual(['A']);
  await expectRefusal(gradePublisher({ actor: at.analyst, id, input: { mark: '1' } }), 'invalid');
  await rows().project.update({ where: { id: at.projectId }, data: { grades: false } });
  expect((await list()).others).toEqual([]);
  await expectRefusal(given(), 'not-allowed-now');
});

describe('the credibility of a claim', () => {
  const stated = async (statement: string) =>
    (await addClaim({ actor: at.analyst, id: at.projectId, input: { statement } })).body;
  const credit = async (actor: Actor, id: string, mark: string | null) =>
    (await gradeClaim({ actor, id, input: { mark } })).body;
  const shown = (actor: Actor, id: string) => read(actor, (ctx) => listClaimGrades(ctx, id));

  it('is entered blind, settled by a lead, and keeps what was before', async () => {
    const { id } = await stated('The post fell.');
    await credit(at.analyst, id, '2');
    expect(await shown(at.other, id)).toMatchObject({ others: [], hidden: 1 });
    expect(marks((await credit(at.other, id, '4')).others)).toEqual(['2']);
    await expectRefusal(credit(at.other, id, 'B'), 'invalid');
    await expectRefusal(settleClaimGrade({ actor: at.reviewer, id, input: { mark: '3' } }), 'forbidden');
    for (const mark of ['3', '2']) await settleClaimGrade({ actor: at.lead, id, input: { mark } });
    const settled = await shown(at.reviewer, id);
    expect(settled).toMatchObject({ settled: { mark: '2' }, hidden: 0 });
    expect([marks(settled.others), marks(settled.earlier)]).toEqual([['2', '4'], ['3']]);
    expect((await credit(at.analyst, id, '1')).warning).toContain('no origin that is established');
  });

  it('follows a merge', async () => {
    const [one, two] = [await stated('The post fell.'), await stated('The post was taken.')];
    await credit(at.analyst, two.id, '3');
    await mergeClaim({ actor: at.reviewer, id: one.id, input: { otherId: two.id, reason: 'The same.' } });
    expect(marks((await shown(at.viewer, one.id)).others)).toEqual(['3']);
  });
});

it('one read tells all that a claim, or the answers of a question, rest on', async () => {
  const publisher = (await addPublisher({ actor: at.analyst, id: at.projectId, input: { name: 'A daily' } })).body;
  const tag = await cite('The post fell on Monday, said the army.', undefined, 'An officer', publisher.id);
  const claimId = tag.claim!.id;
  await gradeCitation({ actor: at.analyst, id: tag.id, input: { mark: '2' } });
  await give(at.analyst, tag.speaker!.id, 'C');
  await gradeClaim({ actor: at.analyst, id: claimId, input: { mark: '3' } });
  await settlePublisherGrade({ actor: at.lead, id: publisher.id, input: { mark: 'B' } });
  const list = async (actor: Actor, query: object) =>
    (await read(actor, (ctx) => listGrades(ctx, at.projectId, query))).items.map(
      ({ type, id, hidden, others, settled }) => [type, id, settled?.mark ?? others[0]?.mark ?? hidden],
    );
  const all = (mark: unknown, digit: unknown, letter: unknown) => [
    ['claim', claimId, mark],
    ['tag', tag.id, digit],
    ['entity', tag.speaker!.id, letter],
    ['publisher', publisher.id, 'B'],
  ];
  expect(await list(at.viewer, { claimId })).toEqual(all('3', '2', 'C'));
  expect(await list(at.other, { claimId })).toEqual(all(1, 1, 1));
  const input = { text: 'Did it fall?', answers: [{ claimId }] };
  const { body } = await addQuestion({ actor: at.analyst, id: at.projectId, input });
  expect(await list(at.viewer, { questionId: body.id })).toEqual(all('3', '2', 'C'));
  expect(await list(at.viewer, {})).toEqual([['publisher', publisher.id, 'B']]);
  expect(await read(at.viewer, (ctx) => findPublisher(ctx, publisher.id))).toMatchObject({ reliability: 'B' });
  expect(await read(at.viewer, (ctx) => listEntityGrades(ctx, tag.speaker!.id))).toMatchObject({ speaks: true });
  await expectRefusal(list(at.outsider, { claimId }), 'not-found');
});

it('“confirmed” warns while all support of the claim has one origin', async () => {
  const first = await cite('The post fell on Monday, said the army.');
  const confirm = async () => (await gradeCitation({ actor: at.other, id: first.id, input: { mark: '1' } })).body;
  expect((await confirm()).warning).toContain('needs independent sources');
  const shown = async (actor: Actor) => (await read(actor, (ctx) => listCitationGrades(ctx, first.id))).warning;
  expect(await shown(at.viewer)).toContain('needs independent sources');
  expect(await shown(at.analyst)).toBeNull();
  const names = ['A nurse of the clinic', 'A driver from the town'];
  for (const name of names) await cite(`${name} says that it fell.`, first.claim!.id, name);
  expect(await shown(at.viewer)).toBeNull();
});

describe('the scale', () => {
  it('sets F and 6 apart', () => {
    expect(inOrder(['F', 'E', 'A'])).toEqual({ judged: ['A', 'E'], cannotBeJudged: ['F'] });
    expect(inOrder(['6', '5', '2'])).toEqual({ judged: ['2', '5'], cannotBeJudged: ['6'] });
    expect([judged('F'), judged('6'), judged('E'), judged('5')]).toEqual([false, false, true, true]);
  });

  it('warns of a 1 alone, and only below two origins', () => {
    expect([warningOf('1', 2), warningOf('2', 1), warningOf(null, 1)]).toEqual([null, null, null]);
    expect(warningOf('1', 1)).toContain('one origin');
    expect(warningOf('1', 0)).toContain('no origin');
  });
});
