import type { z } from 'zod';
import { rootFields, rootOf } from '@/lib/claims/queries/evidence';
import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import type { Person } from '@/lib/core/words';
import { literally, notGone, oneOf } from '@/lib/entities/queries';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { Prisma } from '@/prisma/generated/client';
import type { AnswerRow, judgementView, Question, questionFilter } from '../question';

type Judged = z.output<typeof judgementView>;

const stated = { select: { statement: true } } as const;
const answering = {
  id: true,
  notKnown: true,
  claim: { select: { ...rootFields.select, current: stated, survivor: { select: { current: stated } } } },
  lowPairs: { where: { deletedAt: null }, select: { lowId: true, highId: true } },
} as const;
/** Answers whose claims are there, or live on in another. */
const livingAnswers = { deletedAt: null, claim: notGone } satisfies Prisma.AnswerWhereInput;
const questionFields = {
  answers: { where: livingAnswers, select: answering, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  settled: { select: { claim: rootFields } },
  judgements: { orderBy: { number: 'desc' }, take: 1 },
} as const satisfies Prisma.QuestionInclude;
type Row = Prisma.QuestionGetPayload<{ include: typeof questionFields }>;

/** Each claim once: two answers that were merged into one are one. */
function answersOf(row: Row): Question['answers'] {
  const seen = new Set<string>();
  return row.answers.flatMap(({ id, notKnown, claim }) => {
    const claimId = rootOf(claim);
    if (seen.has(claimId)) return [];
    seen.add(claimId);
    return [{ id, claimId, statement: (claim.survivor ?? claim).current.statement, notKnown }];
  });
}

const settledOf = (row: Row, who: (id: string) => Person): Question['settled'] =>
  row.settledAt && {
    claimId: row.settled && rootOf(row.settled.claim),
    reason: row.settledReason!,
    by: who(row.settledBy!),
    at: row.settledAt.toISOString(),
  };

const judgedOf = (row: Row['judgements'][number], who: (id: string) => Person): Judged => ({
  number: row.number,
  text: row.text,
  author: who(row.authorId),
  at: row.createdAt.toISOString(),
});

function questionOf(row: Row, who: (id: string) => Person): Question {
  const [last] = row.judgements;
  return {
    id: row.id,
    projectId: row.projectId,
    text: row.text,
    state: row.settledAt ? 'settled' : 'open',
    exclusive: row.exclusive,
    assignee: row.assigneeId ? who(row.assigneeId) : null,
    dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null,
    creator: who(row.createdBy),
    answers: answersOf(row),
    pairs: row.answers.flatMap(({ lowPairs }) =>
      lowPairs.map(({ lowId, highId }): [string, string] => [lowId, highId]),
    ),
    settled: settledOf(row, who),
    newEvidence: row.newEvidence?.toISOString() ?? null,
    judgement: last ? judgedOf(last, who) : null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** One question; deleted ones only on demand (a restore needs them). Throws `not-found`. */
export async function findQuestion(ctx: ReadContext, id: string, deleted = false): Promise<Question> {
  const row = await ctx.db.question.findFirst({
    where: { id, deletedAt: deleted ? { not: null } : null },
    include: questionFields,
  });
  if (!row) throw notFound();
  return questionOf(row, await peopleOf(ctx, row.projectId));
}

/** Every judgement that was ever written on a question, the last first. Throws `not-found`. */
export async function listJudgements(ctx: ReadContext, id: string): Promise<{ items: Judged[]; nextCursor: null }> {
  const { projectId } = await findQuestion(ctx, id);
  const rows = await ctx.db.judgement.findMany({ where: { questionId: id }, orderBy: { number: 'desc' } });
  const who = await peopleOf(ctx, projectId);
  return { items: rows.map((row) => judgedOf(row, who)), nextCursor: null };
}

/** Questions of a project, those that moved last first. */
export async function questionsWhere(
  ctx: ReadContext,
  projectId: string,
  where: Prisma.QuestionWhereInput,
  take?: number,
): Promise<Question[]> {
  const rows = await ctx.db.question.findMany({
    where: { AND: [where, { projectId, deletedAt: null }] },
    include: questionFields,
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    ...(take === undefined ? {} : { take }),
  });
  const who = await peopleOf(ctx, projectId);
  return rows.map((row) => questionOf(row, who));
}

/** The questions that these claims, or what was merged into them, answer. */
export const questionsAnsweredBy = (ctx: ReadContext, projectId: string, claimIds: string[]): Promise<Question[]> =>
  questionsWhere(ctx, projectId, { answers: { some: { deletedAt: null, claim: oneOf(claimIds) } } });

/** The day it is, in UTC: what was due on an earlier one is overdue. */
const today = (): Date => new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`);

/** How many questions of a project are open, of those overdue and looked after by nobody: each the length of a list above. */
export async function countOpenQuestions(ctx: ReadContext, projectId: string) {
  const [row] = await ctx.db.$queryRaw<{ open: number; overdue: number; nobody: number }[]>`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE due_on < ${today()}::date)::int AS overdue,
      count(*) FILTER (WHERE assignee_id IS NULL)::int AS nobody
    FROM question WHERE project_id = ${projectId}::uuid AND deleted_at IS NULL AND settled_at IS NULL`;
  return row!;
}

/** Open questions that somebody looks after, by them and by whoever asked: of everybody or of one member. */
export const countAssigned = ({ db }: ReadContext, projectId: string, assigneeId?: string) =>
  db.$queryRaw<{ userId: string; askerId: string; n: number; overdue: number }[]>`
    SELECT assignee_id AS "userId", created_by AS "askerId", count(*)::int AS n,
      count(*) FILTER (WHERE due_on < ${today()}::date)::int AS overdue
    FROM question WHERE project_id = ${projectId}::uuid AND deleted_at IS NULL AND settled_at IS NULL AND assignee_id IS NOT NULL
      ${assigneeId ? Prisma.sql`AND assignee_id = ${assigneeId}::uuid` : Prisma.empty} GROUP BY 1, 2`;

/** A page of the project's questions, the one that moved last first. Throws `not-found`. */
export async function listQuestions(ctx: ReadContext, projectId: string, query: z.output<typeof questionFilter>) {
  roleIn(ctx, projectId);
  const { userId } = ctx.actor;
  const after = afterOf(query.cursor, isMoment);
  const at = after && new Date(after.value);
  const words = query.q?.trim();
  const AND: Prisma.QuestionWhereInput[] = [
    ...(query.state ? [{ settledAt: query.state === 'open' ? null : { not: null } }] : []),
    ...(query.assigneeId ? [{ assigneeId: query.assigneeId === 'nobody' ? null : query.assigneeId }] : []),
    ...(query.due ? [{ settledAt: null, dueOn: { lt: today() } }] : []),
    ...(query.mine ? [query.mine === 'assigned' ? { assigneeId: userId } : { createdBy: userId }] : []),
    ...(words ? [{ text: { contains: literally(words), mode: 'insensitive' as const } }] : []),
    ...(after ? [{ OR: [{ updatedAt: { lt: at! } }, { updatedAt: at!, id: { lt: after.id } }] }] : []),
  ];
  return pageOf(
    await questionsWhere(ctx, projectId, { AND }, query.limit + 1),
    query.limit,
    (question) => question,
    (question) => [question.updatedAt, question.id],
  );
}

/** One answer as a row; removed ones only on demand. Throws `not-found`. */
export async function findAnswer(ctx: ReadContext, id: string, deleted = false): Promise<AnswerRow> {
  const row = await ctx.db.answer.findFirst({
    where: { id, deletedAt: deleted ? { not: null } : null, claim: notGone, question: { deletedAt: null } },
    select: { id: true, projectId: true, questionId: true, notKnown: true, version: true, claim: rootFields },
  });
  if (!row) throw notFound();
  const { claim, ...answer } = row;
  return { ...answer, claimId: rootOf(claim) };
}
