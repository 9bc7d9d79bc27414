import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { judgementInput, questionChange, questionInput, settleInput, type Question } from '../question';
import { findQuestion } from '../queries/questions';
import { addAnswerRow, addQuestionRow, openAgain, requireAssignee, touchQuestion } from '../steps';

const nothing = z.strictObject({});
const inProject = async (_: WriteContext, id: string) => ({ id });
const dayOf = (day: string | null | undefined) => (day ? new Date(day) : null);
const about = ({ id }: { id: string }, version: number) => ({ subjectType: 'question', subjectId: id, version });

/** Asks a question, with answers or before there are any. */
export const addQuestion = command(
  { verb: 'question.add', input: questionInput, subject: 'project', load: inProject, status: 201 },
  async (ctx, { text, assigneeId, dueOn, exclusive, answers }) => {
    await requireAssignee(ctx, assigneeId);
    const asked = { text, assigneeId: assigneeId ?? null, dueOn: dayOf(dueOn), exclusive: exclusive ?? true };
    const id = await addQuestionRow(ctx, asked);
    for (const [index, answer] of answers.entries()) await addAnswerRow(ctx, { id, text }, answer, `answers.${index}.`);
    ctx.record({ type: 'question.added', ...about({ id }, 1) });
    return () => findQuestion(ctx, id);
  },
);

const whatOf = ({ text, assignee, dueOn, exclusive }: Question) => ({
  text,
  assigneeId: assignee?.id ?? null,
  dueOn,
  exclusive,
});

/** Changes what is asked, who looks after it, until when, and whether only one answer can be true. */
export const saveQuestion = command(
  { verb: 'question.save', input: questionChange, subject: 'question', load: findQuestion, ifMatch: true },
  async (ctx, change, question) => {
    const before = whatOf(question);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const after = { ...before, ...given };
    const fields = (Object.keys(before) as (keyof typeof before)[]).filter((field) => before[field] !== after[field]);
    if (fields.length === 0) return question;
    if (fields.includes('assigneeId')) await requireAssignee(ctx, after.assigneeId);
    await ctx.db.question.update({ where: { id: question.id }, data: { ...after, dueOn: dayOf(after.dueOn) } });
    ctx.record({ type: 'question.saved', ...about(question, await touchQuestion(ctx, question.id)), fields });
    return () => findQuestion(ctx, question.id);
  },
);

/** Whoever asked it deletes a question, or a lead. Its answers stay claims. */
export const deleteQuestion = command(
  { verb: 'question.delete', input: nothing, subject: 'question', load: findQuestion, ifMatch: true },
  async (ctx, _, question) => {
    await ctx.db.question.update({
      where: { id: question.id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId },
    });
    const version = await touchQuestion(ctx, question.id);
    ctx.record({ type: 'question.deleted', ...about(question, version) });
    return { ...question, version };
  },
);

export const restoreQuestion = command(
  {
    verb: 'question.delete',
    input: nothing,
    subject: 'question',
    load: (ctx, id) => findQuestion(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, _, question) => {
    await ctx.db.question.update({ where: { id: question.id }, data: { deletedAt: null, deletedBy: null } });
    ctx.record({ type: 'question.restored', ...about(question, await touchQuestion(ctx, question.id)) });
    return () => findQuestion(ctx, question.id);
  },
);

/** Writes the paragraph that the question comes to, over whatever stood there: every one of them is kept, with its author. */
export const judgeQuestion = command(
  { verb: 'question.judge', input: judgementInput, subject: 'question', load: findQuestion, ifMatch: true },
  async (ctx, { text }, question) => {
    if (text === (question.judgement?.text ?? null)) return question;
    await ctx.db.judgement.create({
      data: {
        projectId: ctx.projectId,
        questionId: question.id,
        number: (question.judgement?.number ?? 0) + 1,
        text,
        authorId: ctx.actor.userId,
        createdAt: ctx.now,
      },
    });
    ctx.record({ type: 'question.judged', ...about(question, await touchQuestion(ctx, question.id)) });
    return () => findQuestion(ctx, question.id);
  },
);

function answerFor(question: Question, claimId: string | null): string | null {
  if (claimId === null) return null;
  const answer = question.answers.find((one) => one.claimId === claimId);
  if (!answer) throw invalid([{ path: 'claimId', message: 'This claim is not an answer of the question.' }]);
  return answer.id;
}

/** Settles a question for one of its answers, or for none, with a reason. */
export const settleQuestion = command(
  { verb: 'question.settle', input: settleInput, subject: 'question', load: findQuestion, ifMatch: true },
  async (ctx, { claimId, reason }, question) => {
    if (question.settled) throw new Refusal('not-allowed-now', 'This question is settled already: reopen it first.');
    const settledId = answerFor(question, claimId);
    await ctx.db.question.update({
      where: { id: question.id },
      data: {
        ...{ settledAt: ctx.now, settledBy: ctx.actor.userId, settledReason: reason },
        ...{ settledId, newEvidence: null },
      },
    });
    ctx.record({ type: 'question.settled', ...about(question, await touchQuestion(ctx, question.id)) });
    return () => findQuestion(ctx, question.id);
  },
);

/** Opens a settled question again. What was judged stays. */
export const reopenQuestion = command(
  { verb: 'question.settle', input: nothing, subject: 'question', load: findQuestion, ifMatch: true },
  async (ctx, _, question) => {
    if (!question.settled) throw new Refusal('not-allowed-now', 'This question is open.');
    await openAgain(ctx, [question.id], null);
    ctx.record({ type: 'question.reopened', ...about(question, question.version + 1) });
    return () => findQuestion(ctx, question.id);
  },
);
