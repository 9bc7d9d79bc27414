import { requireClaim, addClaimRow } from '@/lib/claims/steps';
import { readClaim } from '@/lib/claims/queries/claims';
import type { Recorded, WriteContext } from '@/lib/core/context';
import { invalid } from '@/lib/core/errors';
import { oneOf } from '@/lib/entities/queries';
import { visible } from '@/lib/permissions';
import type { Prisma } from '@/prisma/generated/client';
import { notKnownStatement } from './asked';
import type { AnswerInput, Question } from './question';

/** Something about a question has changed; answers its new version. */
export async function touchQuestion(ctx: WriteContext, id: string): Promise<number> {
  const { version } = await ctx.db.question.update({
    where: { id },
    data: { version: { increment: 1 }, updatedAt: ctx.now },
    select: { version: true },
  });
  return version;
}

/** Refuses an assignee who is not a member of the project. */
export async function requireAssignee(ctx: WriteContext, userId: string | null | undefined): Promise<void> {
  if (!userId) return;
  const found = await ctx.db.member.count({ where: { projectId: ctx.projectId, userId, deletedAt: null } });
  if (!found)
    throw invalid([{ path: 'assigneeId', message: 'Only a member of the project can look after a question.' }]);
}

/** Asks a question, inside the caller's write; answers its id. The assignee must be known to be a member. Says nothing to the log. */
export async function addQuestionRow(
  ctx: WriteContext,
  asked: { text: string; assigneeId?: string | null; dueOn?: Date | null; exclusive?: boolean },
): Promise<string> {
  const { id } = await ctx.db.question.create({
    data: {
      projectId: ctx.projectId,
      ...{ exclusive: true, ...asked },
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
  return id;
}

type Asked = Pick<Question, 'id' | 'text'>;

/** The claim that an answer is, with whether it says that the answer is not known. A merged claim answers as its survivor. */
async function claimOf(ctx: WriteContext, { text }: Asked, input: AnswerInput, path: string): Promise<string> {
  if ('newClaim' in input) return addClaimRow(ctx, input.newClaim, `${path}newClaim.`);
  if ('notKnown' in input) return addClaimRow(ctx, { statement: notKnownStatement(text) });
  await requireClaim(ctx, input.claimId, `${path}claimId`);
  return (await readClaim(ctx, input.claimId)).id;
}

/** Adds an answer, inside the caller's write; what is an answer already stays one. Says nothing to the log. */
export async function addAnswerRow(ctx: WriteContext, question: Asked, input: AnswerInput, path = ''): Promise<string> {
  const where = { questionId: question.id, deletedAt: null };
  const standing =
    'notKnown' in input &&
    (await ctx.db.answer.findFirst({ where: { ...where, notKnown: true }, select: { id: true } }));
  if (standing) return standing.id;
  const claimId = await claimOf(ctx, question, input, path);
  const there = await ctx.db.answer.findFirst({ where: { ...where, claim: oneOf([claimId]) }, select: { id: true } });
  if (there) return there.id;
  const { id } = await ctx.db.answer.create({
    data: {
      projectId: ctx.projectId,
      questionId: question.id,
      claimId,
      notKnown: 'notKnown' in input,
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  return id;
}

/** Opens settled questions; `newEvidence` says when evidence did it. */
export async function openAgain(ctx: WriteContext, ids: string[], newEvidence: Date | null): Promise<void> {
  await ctx.db.question.updateMany({
    where: { id: { in: ids } },
    data: {
      ...{ settledAt: null, settledBy: null, settledReason: null, settledId: null, newEvidence },
      ...{ version: { increment: 1 }, updatedAt: ctx.now },
    },
  });
}

const OF_ONE = ['tag.added', 'tag.saved'];

/** The tags that a write on many changed; those that a reveal shows were made or changed while its round was open. */
async function changedIn(ctx: WriteContext, { type, subjectId }: Recorded): Promise<Prisma.TagWhereInput> {
  if (type !== 'round.revealed') return { updatedAt: ctx.now };
  const { createdAt } = await ctx.db.round.findUniqueOrThrow({ where: { id: subjectId } });
  const items = { roundItems: { some: { roundId: subjectId } } };
  return { updatedAt: { gte: createdAt }, OR: [{ highlight: { article: items } }, { claim: items }] };
}

/** The claims that citations made or changed in this write are for. */
async function citedNow(ctx: WriteContext, event: Recorded): Promise<string[]> {
  const one = OF_ONE.includes(event.type) ? { id: event.subjectId } : await changedIn(ctx, event);
  const tags = await ctx.db.tag.findMany({
    where: {
      AND: [
        one,
        { claimId: { not: null }, stance: { not: 'context' }, deletedAt: null, blindRoundId: null },
        visible(ctx),
      ],
    },
    select: { claimId: true },
  });
  return [...new Set(tags.map(({ claimId }) => claimId!))];
}

/** A new citation on an answer opens its settled questions again: what was settled did not know of it. */
export async function reopenByEvidence(ctx: WriteContext, event: Recorded): Promise<void> {
  if (event.citesNothing) return;
  // A note or a confidence is no new evidence; another claim or stance is.
  const fields = event.fields ?? [];
  if (/^tags?\.saved$/.test(event.type) && !fields.some((field) => field === 'claimId' || field === 'stance')) return;
  const claimIds = await citedNow(ctx, event);
  if (claimIds.length === 0) return;
  const answered = {
    claim: { OR: [{ id: { in: claimIds } }, { absorbed: { some: { id: { in: claimIds } } } }, ...survivors(claimIds)] },
  };
  const settled = await ctx.db.question.findMany({
    where: {
      ...{ projectId: ctx.projectId, deletedAt: null, settledAt: { not: null } },
      answers: { some: { deletedAt: null, ...answered } },
    },
    select: { id: true, version: true },
  });
  await openAgain(
    ctx,
    settled.map(({ id }) => id),
    ctx.now,
  );
  for (const { id, version } of settled)
    ctx.record({ type: 'question.evidence-came', subjectType: 'question', subjectId: id, version: version + 1 });
}

/** An answer whose claim was merged is cited through its survivor. */
const survivors = (claimIds: string[]) => [
  { survivorId: { in: claimIds } },
  { survivor: { absorbed: { some: { id: { in: claimIds } } } } },
];
