import { command } from '@/lib/core/command';
import { invalid, Refusal } from '@/lib/core/errors';
import { findProject } from '@/lib/members/queries';
import { cellInput } from '../hypotheses';
import { findMatrix } from '../queries/matrix';
import { findQuestion } from '../queries/questions';

/** Fills one's own cell of a question's matrix, or empties it. Nobody's cell is another's to change. */
export const markCell = command(
  { verb: 'question.mark', input: cellInput, subject: 'question', load: findQuestion },
  async (ctx, { answerId, tagId, reading }, { id, version }) => {
    const { hypotheses } = await findProject(ctx, ctx.projectId);
    if (!hypotheses)
      throw new Refusal('not-allowed-now', 'This project keeps no matrix of hypotheses: a lead can switch it on.');
    const { answers, evidence } = await findMatrix(ctx, id);
    if (!answers.some((answer) => answer.id === answerId))
      throw invalid([{ path: 'answerId', message: 'This is not an answer of the question.' }]);
    if (!evidence.some(({ tag }) => tag.id === tagId))
      throw invalid([{ path: 'tagId', message: 'This is not evidence of the question.' }]);
    const stored = reading === 'not-applicable' ? 'notApplicable' : reading;
    const key = { answerId, tagId, analystId: ctx.actor.userId };
    await ctx.db.matrixCell.upsert({
      where: { answerId_tagId_analystId: key },
      create: { projectId: ctx.projectId, ...key, reading: stored, createdAt: ctx.now, updatedAt: ctx.now },
      update: { reading: stored, updatedAt: ctx.now },
    });
    ctx.record({ type: 'question.marked', subjectType: 'question', subjectId: id, version });
    return () => findMatrix(ctx, id);
  },
);
