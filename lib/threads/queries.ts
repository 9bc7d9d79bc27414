import type { z } from 'zod';
import type { ReadContext } from '@/lib/core/context';
import { rootFields, rootOf } from '@/lib/claims/queries/evidence';
import { notFound } from '@/lib/core/errors';
import { afterOf, isMoment, pageOf } from '@/lib/core/page';
import type { Person } from '@/lib/core/words';
import { notGone, oneOf } from '@/lib/entities/queries';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { Prisma } from '@/prisma/generated/client';
import { excerptOf, textOf, type Doc } from './body';
import { aboutFields, subjectOf } from './queries/about';
import { beginnings, type Beginning } from './queries/began';
import { objectionFields, objectionsIn, type Objection } from './queries/objections';
import type { Comment, commentVersionView, SubjectType, Thread, threadFilter } from './thread';

const NO_WORDS: Doc = { type: 'doc', content: [{ type: 'paragraph' }] };

const commentFields = {
  _count: { select: { versions: true } },
  outsider: { select: { name: true } },
} as const satisfies Prisma.CommentInclude;
type CommentRow = Prisma.CommentGetPayload<{ include: typeof commentFields }>;

const becameFields = {
  becameClaim: { select: { ...rootFields.select, deletedAt: true, current: { select: { statement: true } } } },
  becameQuestion: { select: { id: true, text: true, deletedAt: true } },
} as const satisfies Prisma.ThreadInclude;
const threadFields = {
  ...aboutFields,
  ...becameFields,
  positions: { orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }] },
  comments: { include: commentFields, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.ThreadInclude;
type Row = Prisma.ThreadGetPayload<{ include: typeof threadFields }>;

type Who = (id: string) => Person;

/** Words that are still there: not deleted, and neither is what they stand on. */
const livingHighlight = { deletedAt: null, article: { deletedAt: null } };

/** Threads on something that is still there. */
const living = {
  OR: [
    { article: { deletedAt: null } },
    { highlight: livingHighlight },
    { tag: { deletedAt: null, highlight: livingHighlight } },
    { entity: notGone },
    { claim: notGone },
    { question: { deletedAt: null } },
  ],
} satisfies Prisma.ThreadWhereInput;

/** The threads on a subject, on what lies below it and on what was merged into it; those that were turned into it as well. */
const below: Record<SubjectType, (id: string) => Prisma.ThreadWhereInput> = {
  article: (id) => ({
    OR: [{ articleId: id }, { highlight: { articleId: id } }, { tag: { highlight: { articleId: id } } }],
  }),
  highlight: (id) => ({ OR: [{ highlightId: id }, { tag: { highlightId: id } }] }),
  tag: (id) => ({ tagId: id }),
  entity: (id) => ({ OR: [{ entity: oneOf([id]) }, { tag: { entity: oneOf([id]) } }] }),
  claim: (id) => ({ OR: [{ claim: oneOf([id]) }, { tag: { claim: oneOf([id]) } }, { becameClaim: oneOf([id]) }] }),
  question: (id) => ({ OR: [{ questionId: id }, { becameQuestionId: id }] }),
};

const openObjection = { blocksApproval: true, liftedAt: null, deletedAt: null };

const commentOf = (row: CommentRow, who: Who): Comment => ({
  id: row.id,
  threadId: row.threadId,
  author: who(row.authorId),
  ...(row.outsider ? { externalAuthor: row.outsider.name } : {}),
  body: row.deletedAt ? NO_WORDS : row.body,
  text: row.deletedAt ? '' : row.text,
  blocksApproval: row.blocksApproval,
  lifted:
    row.liftedAt && row.liftedBy
      ? { by: who(row.liftedBy), at: row.liftedAt.toISOString(), reason: row.liftReason ?? '' }
      : null,
  editedAt: row.editedAt?.toISOString() ?? null,
  edits: row._count.versions,
  deleted: row.deletedAt !== null,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

const outcomeOf = (outcome: NonNullable<Row['outcome']>) =>
  outcome === 'agreedToDiffer' ? 'agreed-to-differ' : outcome;

/** What a thread was turned into and is still there. */
function becameOf({ becameClaim: claim, becameQuestion: question }: Row): Thread['became'] {
  return [
    ...(claim && (!claim.deletedAt || claim.survivorId)
      ? [{ type: 'claim' as const, id: rootOf(claim), label: claim.current.statement }]
      : []),
    ...(question && !question.deletedAt
      ? [{ type: 'question' as const, id: question.id, label: excerptOf(question.text) }]
      : []),
  ];
}

const threadOf = (row: Row, who: Who, { began, contested }: Beginning): Thread => ({
  id: row.id,
  projectId: row.projectId,
  subject: subjectOf(row),
  creator: who(row.createdBy),
  outcome:
    row.outcome && row.closedBy && row.closedAt
      ? {
          kind: outcomeOf(row.outcome),
          note: row.outcomeNote,
          by: who(row.closedBy),
          at: row.closedAt.toISOString(),
          positions: row.positions.map(({ holderId, text, writtenBy }) => ({
            holder: who(holderId),
            text,
            by: who(writtenBy),
          })),
        }
      : null,
  began,
  contested,
  became: becameOf(row),
  comments: row.comments.map((comment) => commentOf(comment, who)),
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** One thread with its comments. Throws `not-found`, also when what it is about was deleted. */
export async function findThread(ctx: ReadContext, id: string): Promise<Thread> {
  const row = await ctx.db.thread.findFirst({ where: { AND: [{ id }, living, visible(ctx)] }, include: threadFields });
  if (!row) throw notFound();
  const beginningOf = await beginnings(ctx, [row]);
  return threadOf(row, await peopleOf(ctx, row.projectId), beginningOf(row));
}

/** What these threads are about; those on something that was deleted are left out. */
export async function subjectsOf(
  ctx: ReadContext,
  ids: string[],
): Promise<Pick<Thread, 'id' | 'projectId' | 'subject'>[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.thread.findMany({
    where: { AND: [{ id: { in: ids } }, living, visible(ctx)] },
    include: aboutFields,
  });
  return rows.map((row) => ({ id: row.id, projectId: row.projectId, subject: subjectOf(row) }));
}

/** The ids of the threads on these and on what lies below them. */
export async function threadsOn(ctx: ReadContext, type: SubjectType, ids: string[]): Promise<string[]> {
  const where = { AND: [visible(ctx), { OR: ids.map((id) => below[type](id)) }] };
  return (await ctx.db.thread.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

type Unanswered = { threadId: string; userId: string; askerId: string };

/** Of open threads: who was mentioned and has said nothing there since, and by whom. Of one member, or of everybody. */
const unanswered = (ctx: ReadContext, projectId: string, userId?: string) => ctx.db.$queryRaw<Unanswered[]>`
  SELECT DISTINCT c.thread_id AS "threadId", m.id AS "userId", c.author_id AS "askerId"
  FROM comment c JOIN thread t ON t.id = c.thread_id AND t.outcome IS NULL CROSS JOIN LATERAL unnest(c.mentions) AS m(id)
  WHERE c.project_id = ${projectId}::uuid AND c.project_id = ANY (${visible(ctx).projectId.in}::uuid[])
    AND c.deleted_at IS NULL AND m.id <> c.author_id
    AND cardinality(c.mentions) > 0 ${userId ? Prisma.sql`AND c.mentions @> ARRAY[${userId}::uuid] AND m.id = ${userId}::uuid` : Prisma.empty}
    AND NOT EXISTS (SELECT FROM comment a WHERE a.thread_id = c.thread_id AND a.author_id = m.id AND a.deleted_at IS NULL
      AND (a.created_at, a.id) > (c.created_at, c.id))`;

/** The same where what is talked about is still there: each thread counts once for each who is waited for. */
export async function listUnanswered(ctx: ReadContext, projectId: string, userId?: string): Promise<Unanswered[]> {
  const found = await unanswered(ctx, projectId, userId);
  const where = { AND: [{ id: { in: [...new Set(found.map(({ threadId }) => threadId))] } }, living, visible(ctx)] };
  const there = new Set((await ctx.db.thread.findMany({ where, select: { id: true } })).map(({ id }) => id));
  return found.filter(({ threadId }) => there.has(threadId));
}

function filtered(ctx: ReadContext, filter: z.output<typeof threadFilter>): Prisma.ThreadWhereInput[] {
  const { userId } = ctx.actor;
  const took = { comments: { some: { authorId: userId, deletedAt: null } } };
  return [
    ...(filter.subjectType && filter.subjectId ? [below[filter.subjectType](filter.subjectId)] : []),
    ...(filter.subjectType && !filter.subjectId ? [{ [`${filter.subjectType}Id`]: { not: null } }] : []),
    ...(filter.state ? [{ outcome: filter.state === 'open' ? null : { not: null } }] : []),
    ...(filter.mine ? [filter.mine === 'started' ? { createdBy: userId } : took] : []),
    ...(filter.mentions ? [{ comments: { some: { mentions: { has: userId }, deletedAt: null } } }] : []),
    ...(filter.objections ? [{ comments: { some: openObjection } }] : []),
  ];
}

/** Threads of which there is something to read, on something that is still there. */
const talkedAbout = (projectId: string): Prisma.ThreadWhereInput => ({
  AND: [{ projectId, comments: { some: { deletedAt: null } } }, living],
});

/** How many threads of a project are open, and how many of those hold an objection that blocks an approval. */
export async function countOpenThreads(ctx: ReadContext, projectId: string) {
  const open = { AND: [talkedAbout(projectId), { outcome: null }] };
  const objected = { comments: { some: openObjection } };
  return {
    open: await ctx.db.thread.count({ where: { AND: [open, visible(ctx)] } }),
    objections: await ctx.db.thread.count({ where: { AND: [open, objected, visible(ctx)] } }),
  };
}

/** A page of the project's threads, the one that moved last first. Threads of which every comment was deleted are left out. */
export async function listThreads(ctx: ReadContext, projectId: string, filter: z.output<typeof threadFilter>) {
  roleIn(ctx, projectId);
  const after = afterOf(filter.cursor, isMoment);
  const waiting =
    filter.waitsFor && (await unanswered(ctx, projectId, filter.waitsFor)).map(({ threadId }) => threadId);
  const rows = await ctx.db.thread.findMany({
    where: {
      AND: [
        talkedAbout(projectId),
        visible(ctx),
        ...filtered(ctx, filter),
        ...(waiting ? [{ id: { in: waiting } }] : []),
        ...(after
          ? [{ OR: [{ updatedAt: { lt: after.value } }, { updatedAt: after.value, id: { lt: after.id } }] }]
          : []),
      ],
    },
    include: threadFields,
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: filter.limit + 1,
  });
  const who = await peopleOf(ctx, projectId);
  const beginningOf = await beginnings(ctx, rows);
  return pageOf(
    rows,
    filter.limit,
    (row) => threadOf(row, who, beginningOf(row)),
    (row) => [row.updatedAt.toISOString(), row.id],
  );
}

/** One comment; deleted ones only on demand (a restore needs them). Throws `not-found`. */
export async function findComment(ctx: ReadContext, id: string, deleted = false): Promise<Comment> {
  const row = await ctx.db.comment.findFirst({
    where: { id, deletedAt: deleted ? { not: null } : null, thread: { AND: [living, visible(ctx)] }, ...visible(ctx) },
    include: commentFields,
  });
  if (!row) throw notFound();
  return commentOf(row, await peopleOf(ctx, row.projectId));
}

/** What a comment said, newest first; the first is how it reads now. Throws `not-found` for a deleted one. */
export async function listCommentVersions(ctx: ReadContext, id: string) {
  const row = await ctx.db.comment.findFirst({
    where: { id, deletedAt: null, thread: { AND: [living, visible(ctx)] }, ...visible(ctx) },
    include: { versions: { orderBy: { number: 'desc' } } },
  });
  if (!row) throw notFound();
  const now = { number: row.version, body: row.body, createdAt: row.editedAt ?? row.createdAt };
  const items = [now, ...row.versions].map(({ number, body, createdAt }): z.output<typeof commentVersionView> => ({
    number,
    body,
    text: textOf(body as Doc),
    at: createdAt.toISOString(),
  }));
  return { items, nextCursor: null };
}

/** The objections to claims and to their citations, open and lifted, in the order in which they came. By claim. */
export async function objectionsTo(
  ctx: ReadContext,
  projectId: string,
  claimIds: string[],
): Promise<Map<string, Objection[]>> {
  const rows = await ctx.db.comment.findMany({
    where: {
      ...visible(ctx),
      blocksApproval: true,
      deletedAt: null,
      thread: {
        AND: [living, visible(ctx), { OR: [{ claim: oneOf(claimIds) }, { tag: { claim: oneOf(claimIds) } }] }],
      },
    },
    include: objectionFields,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return objectionsIn(rows, await peopleOf(ctx, projectId));
}

/** Whether there is such a thing to talk about in the project. */
export async function subjectExists(
  ctx: ReadContext,
  projectId: string,
  { type, id }: { type: SubjectType; id: string },
): Promise<boolean> {
  const where = { id, projectId, deletedAt: null };
  const counts: Record<SubjectType, () => Promise<number>> = {
    article: () => ctx.db.article.count({ where }),
    highlight: () => ctx.db.highlight.count({ where: { AND: [where, livingHighlight, visible(ctx)] } }),
    tag: () => ctx.db.tag.count({ where: { AND: [where, { highlight: livingHighlight }, visible(ctx)] } }),
    entity: () => ctx.db.entity.count({ where: { id, projectId, ...notGone } }),
    claim: () => ctx.db.claim.count({ where: { id, projectId, ...notGone } }),
    question: () => ctx.db.question.count({ where }),
  };
  return (await counts[type]()) > 0;
}
