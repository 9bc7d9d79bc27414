import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { answerInput, pairInput } from '../question';
import { findAnswer, findQuestion } from '../queries/questions';
import { addAnswerRow, touchQuestion } from '../steps';

const nothing = z.strictObject({});

type Happened = 'answered' | 'unanswered' | 'reanswered' | 'paired' | 'unpaired';

/** The question is another than the one that was seen; answers it as it is now. */
async function happened(ctx: WriteContext, questionId: string, what: Happened, ids: string[]) {
  const version = await touchQuestion(ctx, questionId);
  const subject = { subjectType: 'question', subjectId: questionId, version };
  ctx.record({ type: `question.${what}`, ...subject, fields: ids });
  return () => findQuestion(ctx, questionId);
}

/** Another answer: a claim that exists, a new one, or that it is not known. What is an answer already is none again. */
export const addAnswer = command(
  { verb: 'question.answer', input: answerInput, subject: 'question', load: findQuestion, status: 201 },
  async (ctx, input, question) => {
    const id = await addAnswerRow(ctx, question, input);
    if (question.answers.some((answer) => answer.id === id)) return question;
    return happened(ctx, question.id, 'answered', [id]);
  },
);

/** Takes an answer out of its question. The claim stays as it is. */
export const removeAnswer = command(
  { verb: 'question.answer', input: nothing, subject: 'answer', load: findAnswer },
  async (ctx, _, { id, questionId, claimId }) => {
    const question = await findQuestion(ctx, questionId);
    if (question.settled?.claimId === claimId)
      throw new Refusal('not-allowed-now', 'The question was settled for this answer: reopen it first.');
    await ctx.db.answer.update({
      where: { id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } },
    });
    return happened(ctx, questionId, 'unanswered', [id]);
  },
);

export const restoreAnswer = command(
  { verb: 'question.answer', input: nothing, subject: 'answer', load: (ctx, id) => findAnswer(ctx, id, true) },
  async (ctx, _, { id, questionId, claimId }) => {
    const { answers } = await findQuestion(ctx, questionId);
    if (answers.some((answer) => answer.claimId === claimId))
      throw new Refusal('not-allowed-now', 'This claim was added to the question again since.');
    const back = { deletedAt: null, deletedBy: null, version: { increment: 1 } };
    await ctx.db.answer.update({ where: { id }, data: back });
    return happened(ctx, questionId, 'reanswered', [id]);
  },
);

/** Says that two answers can both be true, or takes it back. */
export const pairAnswers = command(
  { verb: 'question.answer', input: pairInput, subject: 'question', load: findQuestion },
  async (ctx, { answerIds, bothTrue }, question) => {
    const [lowId, highId] = [...answerIds].sort() as [string, string];
    const known = answerIds.every((id) => question.answers.some((answer) => answer.id === id));
    if (!known || lowId === highId)
      throw invalid([{ path: 'answerIds', message: 'These are not two answers of the question.' }]);
    const standing = question.pairs.some(([low, high]) => low === lowId && high === highId);
    if (standing === bothTrue) return question;
    if (bothTrue)
      await ctx.db.answerPair.create({
        data: { projectId: ctx.projectId, lowId, highId, authorId: ctx.actor.userId, createdAt: ctx.now },
      });
    else
      await ctx.db.answerPair.updateMany({
        where: { lowId, highId, deletedAt: null },
        data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId },
      });
    return happened(ctx, question.id, bothTrue ? 'paired' : 'unpaired', [lowId, highId]);
  },
);
