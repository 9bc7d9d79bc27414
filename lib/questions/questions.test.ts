import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addArticle, addPublisher } from '@/lib/articles/commands';
import { addClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { gradePublisher, settleEntityGrade } from '@/lib/grades/commands';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { mergeClaim } from '@/lib/merges/commands/merges';
import { saveProject } from '@/lib/members/commands';
import { listNotifications } from '@/lib/notifications/queries';
import { startThread } from '@/lib/threads/commands';
import { addAnswer, pairAnswers, removeAnswer, restoreAnswer } from './commands/answers';
import { allowContradiction, refuseContradiction, refuseContradictionAgain } from './commands/contradictions';
import { markCell } from './commands/matrix';
import {
  addQuestion,
  deleteQuestion,
  judgeQuestion,
  reopenQuestion,
  restoreQuestion,
  saveQuestion,
  settleQuestion,
} from './commands/questions';
import { findMatrix } from './queries/matrix';
import { listContradictions } from './queries/contradictions';
import { listClaimQuestions, readQuestion } from './queries/page';
import { listJudgements, listQuestions } from './queries/questions';
import type { Question } from './question';

let at: Team;
beforeEach(async () => {
  at = await team();
});
afterAll(closeAll);

const analyst = () => ({ actor: at.analyst });
const seen = ({ version }: { version: number }) => ({ ifMatch: `"${version}"` });
const ask = async (input: object = {}) =>
  (await addQuestion({ ...analyst(), id: at.projectId, input: { text: 'When was it founded?', ...input } })).body;
const founded = { newClaim: { statement: 'It was founded in 2006.' } };
const began = { newClaim: { statement: 'It was founded in 2010.' } };
const page = (id: string) => read(at.viewer, (ctx) => readQuestion(ctx, id));
const settle = async (question: Question, claimId: string | null = null) =>
  (
    await settleQuestion({
      ...{ ...analyst(), id: question.id, input: { claimId, reason: 'The register says so.' } },
      ...seen(question),
    })
  ).body;

/** A citation of a claim, in an article of its own. */
async function cite(claimId: string, stance = 'supports') {
  const text = `They say so, ${claimId}, ${Math.random()}.`;
  const { body: article } = await addArticle({ ...analyst(), id: at.projectId, input: { text } });
  const tags = [{ claimId, stance }];
  const input = { start: 0, end: 11, quote: 'They say so', tags };
  const { body } = await saveHighlight({ actor: at.other, id: article.id, input });
  return body.tags[0]!;
}
const contrary = async (id: string) =>
  (await page(id)).sides.map((side) => side.contrary.map(({ tagId, answerId }) => [tagId, answerId]));

describe('a question', () => {
  it('may be asked before any claim, by an analyst, and looked after by a member', async () => {
    const question = await ask({ assigneeId: at.other.userId, dueOn: '2026-12-01' });
    expect(question).toMatchObject({ state: 'open', exclusive: true, answers: [], dueOn: '2026-12-01' });
    expect(question.assignee).toEqual({ id: at.other.userId, name: at.other.name });
    const inbox = await read(at.other, (ctx) => listNotifications(ctx, '', { limit: 50 }));
    expect(inbox.items.map(({ kind, label }) => [kind, label])).toEqual([['question-assigned', question.text]]);
    await expectRefusal(ask({ assigneeId: at.outsider.userId }), 'invalid');
    await expectRefusal(addQuestion({ actor: at.viewer, id: at.projectId, input: { text: 'Why?' } }), 'forbidden');
  });

  it('gathers claims that exist, new ones and “not known”, each once', async () => {
    const { body: claim } = await addClaim({ ...analyst(), id: at.projectId, input: { statement: 'Long ago.' } });
    const question = await ask({ answers: [{ claimId: claim.id }, founded] });
    expect(question.answers.map(({ statement }) => statement)).toEqual(['Long ago.', 'It was founded in 2006.']);
    const twice = { ...analyst(), id: question.id };
    await addAnswer({ ...twice, input: { notKnown: true } });
    await addAnswer({ ...twice, input: { notKnown: true } });
    const { body } = await addAnswer({ ...twice, input: { claimId: claim.id } });
    expect(body.answers.map(({ notKnown }) => notKnown)).toEqual([false, false, true]);
    expect(body.answers[2]!.statement).toBe('It is not known: When was it founded?');
    await cite(body.answers[2]!.claimId);
    expect((await page(question.id)).sides[2]!.corroboration.headline).toContain('1 origin');
    await expectRefusal(addAnswer({ ...twice, input: { claimId: at.projectId } }), 'invalid');
  });

  it('is changed, deleted and brought back; an answer goes and comes back; each write asks for what was seen', async () => {
    const question = await ask({ answers: [founded, began] });
    const input = { text: 'In which year?', exclusive: false };
    const { body: saved } = await saveQuestion({ ...analyst(), id: question.id, input, ...seen(question) });
    expect(saved).toMatchObject({ ...input, version: 2 });
    await expectRefusal(saveQuestion({ ...analyst(), id: question.id, input, ...seen(question) }), 'stale');
    await removeAnswer({ ...analyst(), id: question.answers[0]!.id, input: {} });
    expect((await page(question.id)).answers.map(({ id }) => id)).toEqual([question.answers[1]!.id]);
    const { body: back } = await restoreAnswer({ ...analyst(), id: question.answers[0]!.id, input: {} });
    expect(back.answers).toEqual(question.answers);
    await expectRefusal(deleteQuestion({ actor: at.other, id: question.id, input: {}, ...seen(back) }), 'forbidden');
    const { body: gone } = await deleteQuestion({ ...analyst(), id: question.id, input: {}, ...seen(back) });
    await expectRefusal(page(question.id), 'not-found');
    await restoreQuestion({ ...analyst(), id: question.id, input: {}, ...seen(gone) });
    expect((await page(question.id)).text).toBe('In which year?');
  });

  it('holds each judgement with its author, and a thread of its own', async () => {
    const question = await ask();
    const judged = async (text: string, from: Question) =>
      (await judgeQuestion({ actor: at.other, id: question.id, input: { text }, ...seen(from) })).body;
    const first = await judged('Most likely in 2006.', question);
    expect(first.judgement).toMatchObject({ number: 1, text: 'Most likely in 2006.', author: { name: at.other.name } });
    const blank = await judged(' ', first);
    expect(blank.judgement).toMatchObject({ number: 2, text: null });
    const { items } = await read(at.viewer, (ctx) => listJudgements(ctx, question.id));
    expect(items.map(({ text }) => text)).toEqual([null, 'Most likely in 2006.']);
    const subject = { type: 'question', id: question.id };
    const said = { subject, body: { text: 'Which register?' } };
    const { body: thread } = await startThread({ ...analyst(), id: at.projectId, input: said });
    expect(thread.subject).toMatchObject({ ...subject, label: question.text });
  });
});

describe('answers', () => {
  it('that exclude each other: a citation for one speaks against the other until both can be true', async () => {
    const question = await ask({ answers: [founded, began] });
    const [one, two] = question.answers as [Question['answers'][number], Question['answers'][number]];
    const tag = await cite(one.claimId);
    await cite(one.claimId, 'contradicts');
    expect(await contrary(question.id)).toEqual([[], [[tag.id, one.id]]]);
    const ofClaim = await read(at.viewer, (ctx) => listClaimQuestions(ctx, two.claimId));
    expect(ofClaim.contrary.map(({ of, tag: { id } }) => [of, id])).toEqual([[one.statement, tag.id]]);
    expect(await rows().tag.count({ where: { claimId: two.claimId } })).toBe(0);
    const both = { answerIds: [two.id, one.id], bothTrue: true };
    const { body: paired } = await pairAnswers({ ...analyst(), id: question.id, input: both });
    expect(paired.pairs).toEqual([[one.id, two.id].sort()]);
    expect(await contrary(question.id)).toEqual([[], []]);
    await pairAnswers({ ...analyst(), id: question.id, input: { ...both, bothTrue: false } });
    expect(await contrary(question.id)).toEqual([[], [[tag.id, one.id]]]);
  });

  it('of two tags on one passage: it speaks against the other once, in each of the questions and on the claim', async () => {
    const question = await ask({ answers: [founded, began] });
    const [one, two] = question.answers as [Question['answers'][number], Question['answers'][number]];
    const tag = await cite(one.claimId);
    const input = { start: 0, end: 11, quote: 'They say so', tags: [{ claimId: one.claimId, stance: 'supports' }] };
    await saveHighlight({ ...analyst(), id: tag.articleId, input });
    expect((await page(question.id)).sides[0]!.citations).toHaveLength(2);
    expect(await contrary(question.id)).toEqual([[], [[tag.id, one.id]]]);
    await ask({ text: 'Since when?', answers: [{ claimId: one.claimId }, { claimId: two.claimId }] });
    const ofClaim = await read(at.viewer, (ctx) => listClaimQuestions(ctx, two.claimId));
    expect(ofClaim.questions).toHaveLength(2);
    expect(ofClaim.contrary.map(({ tag: { id } }) => id)).toEqual([tag.id]);
  });

  it('that are merged are one, and cited through either', async () => {
    const question = await ask({ answers: [founded, began] });
    const [one, two] = question.answers;
    const input = { otherId: two!.claimId, reason: 'Two wordings of one thing.' };
    await mergeClaim({ actor: at.reviewer, id: one!.claimId, input });
    await cite(two!.claimId);
    const { sides } = await page(question.id);
    expect(sides.map(({ claim, citations }) => [claim.id, citations.length])).toEqual([[one!.claimId, 1]]);
  });
});

describe('the matrix', () => {
  it('is each analyst’s own, where a lead wants it, and ranks by what speaks against an answer', async () => {
    const question = await ask({ answers: [founded, began] });
    const [one, two] = question.answers;
    const tag = await cite(one!.claimId);
    const mark = (actor: Team['analyst'], answerId: string, reading: string | null) =>
      markCell({ actor, id: question.id, input: { answerId, tagId: tag.id, reading } });
    await expectRefusal(mark(at.analyst, one!.id, 'consistent'), 'not-allowed-now');
    await saveProject({ actor: at.lead, id: at.projectId, input: { hypotheses: true }, ifMatch: '"1"' });
    await mark(at.analyst, one!.id, 'inconsistent');
    await mark(at.analyst, two!.id, 'not-applicable');
    await mark(at.other, one!.id, 'consistent');
    const matrix = await read(at.viewer, (ctx) => findMatrix(ctx, question.id));
    expect(matrix.cells.map(({ analyst, reading }) => [analyst.name, reading])).toEqual([
      [at.analyst.name, 'inconsistent'],
      [at.analyst.name, 'not-applicable'],
      [at.other.name, 'consistent'],
    ]);
    expect(matrix.ranks[0]!.answers.map(({ answerId }) => answerId)).toEqual([two!.id, one!.id]);
    const { body } = await mark(at.analyst, one!.id, null);
    expect(body.cells).toHaveLength(2);
    await expectRefusal(mark(at.analyst, question.id, 'neutral'), 'invalid');
    await expectRefusal(mark(at.viewer, one!.id, 'neutral'), 'forbidden');
  });

  it('has one row for words that overlap, whoever tagged them for which answer; what was marked on either stays', async () => {
    await saveProject({ actor: at.lead, id: at.projectId, input: { hypotheses: true }, ifMatch: '"1"' });
    const question = await ask({ answers: [founded, began] });
    const [one, two] = question.answers;
    const short = await cite(one!.claimId);
    const matrix = () => read(at.viewer, (ctx) => findMatrix(ctx, question.id));
    const input = { answerId: two!.id, tagId: short.id, reading: 'inconsistent' };
    await markCell({ ...analyst(), id: question.id, input });
    const { articleId } = (await rows().highlight.findFirst({ where: { tags: { some: { id: short.id } } } }))!;
    const tags = [{ claimId: two!.claimId, stance: 'contradicts' }];
    const { text } = (await rows().articleVersion.findFirst({ where: { articleId } }))!;
    const wider = { start: 5, end: 30, quote: text.slice(5, 30), tags };
    const { body } = await saveHighlight({ actor: at.analyst, id: articleId, input: wider });
    const { evidence, cells } = await matrix();
    expect(evidence.map(({ tag }) => tag.id)).toEqual([body.tags[0]!.id]);
    expect(cells).toMatchObject([{ answerId: two!.id, tagId: body.tags[0]!.id, reading: 'inconsistent' }]);
  });

  it('weighs a passage by whoever speaks in it, else by its publisher, as far as one may see their grades', async () => {
    const question = await ask({ answers: [founded, began] });
    const [answer] = question.answers;
    const tag = await cite(answer!.claimId);
    const weigh = async (actor: Actor) =>
      (await read(actor, (ctx) => findMatrix(ctx, question.id))).evidence.map(({ weight }) => weight);
    expect(await weigh(at.viewer)).toEqual([0.6]);
    await rows().project.update({ where: { id: at.projectId }, data: { grades: true } });
    const { body: publisher } = await addPublisher({ ...analyst(), id: at.projectId, input: { name: 'The Gazette' } });
    const { articleId } = (await rows().highlight.findFirst({ where: { tags: { some: { id: tag.id } } } }))!;
    await rows().article.update({ where: { id: articleId }, data: { publisherId: publisher.id } });
    await gradePublisher({ ...analyst(), id: publisher.id, input: { mark: 'A' } });
    expect(await weigh(at.viewer)).toEqual([1]);
    expect(await weigh(at.other)).toEqual([0.6]);
    const clerk = { type: 'person', name: 'A clerk' };
    const { body: speaker } = await addEntity({ ...analyst(), id: at.projectId, input: clerk });
    await rows().tag.update({ where: { id: tag.id }, data: { speakerId: speaker.id } });
    await settleEntityGrade({ actor: at.lead, id: speaker.id, input: { mark: 'E' } });
    expect(await weigh(at.other)).toEqual([0.2]);
    expect(await read(at.other, (ctx) => findMatrix(ctx, question.id))).toMatchObject({
      evidence: [{ letters: ['E'] }],
    });
  });
});

describe('settling', () => {
  it('is done with a reason, undone, and undone by new evidence on an answer, which tells those concerned', async () => {
    const question = await ask({ answers: [founded, began] });
    const [one, two] = question.answers;
    const settled = await settle(question, one!.claimId);
    expect(settled).toMatchObject({ state: 'settled', settled: { claimId: one!.claimId } });
    await expectRefusal(settle(settled), 'not-allowed-now');
    await expectRefusal(removeAnswer({ ...analyst(), id: one!.id, input: {} }), 'not-allowed-now');
    const { body: open } = await reopenQuestion({ ...analyst(), id: question.id, input: {}, ...seen(settled) });
    expect(open).toMatchObject({ state: 'open', settled: null, newEvidence: null });
    await settle(open, one!.claimId);
    await cite(two!.claimId, 'context');
    expect((await page(question.id)).state).toBe('settled');
    await cite(two!.claimId);
    const reopened = await page(question.id);
    expect(reopened).toMatchObject({ state: 'open', settled: null });
    expect(reopened.newEvidence).not.toBeNull();
    const happened = (await eventsOf(at.projectId)).filter(({ subjectId }) => subjectId === question.id);
    expect(happened.at(-1)).toMatchObject({ type: 'question.evidence-came', version: reopened.version });
    const inbox = await read(at.analyst, (ctx) => listNotifications(ctx, '', { limit: 50 }));
    expect(inbox.items[0]).toMatchObject({ kind: 'question-reopened', label: question.text });
    const list = await read(at.viewer, (ctx) => listQuestions(ctx, at.projectId, { limit: 50, state: 'open' }));
    expect(list.items.map(({ id }) => id)).toEqual([question.id]);
  });
});

describe('a contradiction', () => {
  const offers = async (claimId?: string) => {
    const list = await read(at.viewer, (ctx) => listContradictions(ctx, at.projectId, claimId ? { claimId } : {}));
    return { items: list.items.map(({ claims }) => claims.map(({ id }) => id).sort()), refused: list.refused };
  };
  async function two() {
    const { body: unit } = await addEntity({
      ...{ ...analyst(), id: at.projectId },
      input: { type: 'organisation', name: 'The lamp keepers' },
    });
    const made = async (year: string) => {
      const structure = { subjectId: unit.id, predicate: 'founded in', value: year };
      const input = { statement: `Founded in ${year}.`, ...structure, reading: { kind: 'date', date: year } };
      return (await addClaim({ ...analyst(), id: at.projectId, input })).body.id;
    };
    return [await made('2006'), await made('2010')] as [string, string];
  }

  it('is offered by structure, until it is a question or somebody says that it makes none', async () => {
    const [one, other] = await two();
    const pair = [one, other].sort();
    expect((await offers()).items).toEqual([pair]);
    expect((await offers(one)).items).toEqual([pair]);
    const { body: refused } = await refuseContradiction({ ...analyst(), id: one, input: { otherId: other } });
    const { body: again } = await refuseContradiction({ actor: at.other, id: other, input: { otherId: one } });
    expect(again.id).toBe(refused.id);
    expect(await offers()).toMatchObject({ items: [], refused: [{ author: { name: at.analyst.name } }] });
    await allowContradiction({ actor: at.other, id: refused.id, input: {} });
    expect((await offers()).items).toEqual([pair]);
    await refuseContradictionAgain({ ...analyst(), id: refused.id, input: {} });
    expect((await offers()).items).toEqual([]);
    await allowContradiction({ ...analyst(), id: refused.id, input: {} });
    const question = await ask({ answers: [{ claimId: one }, { claimId: other }] });
    expect((await offers()).items).toEqual([]);
    await deleteQuestion({ ...analyst(), id: question.id, input: {}, ...seen(question) });
    expect((await offers(other)).items).toEqual([pair]);
  });
});
