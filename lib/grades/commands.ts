import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import { findProject } from '@/lib/members/queries';
import { credibilityInput, reliabilityInput } from './grade';
import type { GradedType, Mark } from './mark';
import { findGraded, gradesOf, readGrades, type Graded } from './queries';

const columns = { publisher: 'publisherId', entity: 'entityId', tag: 'tagId', claim: 'claimId' } as const;
const load = (type: GradedType) => (ctx: WriteContext, id: string) => findGraded(ctx, type, id);

/** Puts a grade in the place of the one that stood, which stays as an earlier one. */
async function replace(ctx: WriteContext, graded: Graded, mark: Mark | null, settled: boolean) {
  const { grades } = await findProject(ctx, ctx.projectId);
  if (!grades) throw new Refusal('not-allowed-now', 'This project keeps no grades: a lead can switch them on.');
  const analystId = ctx.actor.userId;
  const before = await ctx.db.grade.findMany({
    where: { ...gradesOf(graded), settled, deletedAt: null, ...(settled ? {} : { analystId }) },
    select: { id: true, mark: true },
  });
  const same = before.length === (mark ? 1 : 0) && before.every((one) => one.mark === mark);
  if (same) return () => readGrades(ctx, graded);
  const { id: subjectId, projectId, type: subjectType, version } = graded;
  await ctx.db.grade.updateMany({
    where: { id: { in: before.map(({ id }) => id) } },
    data: { deletedAt: ctx.now, deletedBy: analystId },
  });
  if (mark)
    await ctx.db.grade.create({
      data: { projectId, [columns[subjectType]]: subjectId, mark, settled, analystId, createdAt: ctx.now },
    });
  const type = settled ? (mark ? 'grade.settled' : 'grade.unsettled') : mark ? 'grade.given' : 'grade.withdrawn';
  ctx.record({ type, subjectType, subjectId, version });
  return () => readGrades(ctx, graded);
}

/** Gives one's own grade of how reliable a publisher is, or takes it back. */
export const gradePublisher = command(
  { verb: 'grade.give', input: reliabilityInput, subject: 'publisher', load: load('publisher') },
  (ctx, { mark }, graded) => replace(ctx, graded, mark, false),
);
/** The settled grade of a publisher holds for all that it publishes, where whoever speaks there has none. */
export const settlePublisherGrade = command(
  { verb: 'grade.settle', input: reliabilityInput, subject: 'publisher', load: load('publisher') },
  (ctx, { mark }, graded) => replace(ctx, graded, mark, true),
);

/** Gives one's own grade of how reliable a speaker is, or takes it back. */
export const gradeEntity = command(
  { verb: 'grade.give', input: reliabilityInput, subject: 'entity', load: load('entity') },
  (ctx, { mark }, graded) => replace(ctx, graded, mark, false),
);
export const settleEntityGrade = command(
  { verb: 'grade.settle', input: reliabilityInput, subject: 'entity', load: load('entity') },
  (ctx, { mark }, graded) => replace(ctx, graded, mark, true),
);

/** Gives one's own grade of how credible a citation is, or takes it back. */
export const gradeCitation = command(
  { verb: 'grade.give', input: credibilityInput, subject: 'tag', load: load('tag') },
  (ctx, { mark }, graded) => replace(ctx, graded, mark, false),
);
export const settleCitationGrade = command(
  { verb: 'grade.settle', input: credibilityInput, subject: 'tag', load: load('tag') },
  (ctx, { mark }, graded) => replace(ctx, graded, mark, true),
);

/** Gives one's own grade of how credible a claim is, or takes it back. */
export const gradeClaim = command(
  { verb: 'grade.give', input: credibilityInput, subject: 'claim', load: load('claim') },
  (ctx, { mark }, graded) => replace(ctx, graded, mark, false),
);
export const settleClaimGrade = command(
  { verb: 'grade.settle', input: credibilityInput, subject: 'claim', load: load('claim') },
  (ctx, { mark }, graded) => replace(ctx, graded, mark, true),
);
