import { z } from 'zod';
import { addClaimRow } from '@/lib/claims/steps';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { addQuestionRow } from '@/lib/questions/steps';
import type { Prisma } from '@/prisma/generated/client';
import { documentOf, mentionsIn, textOf } from './body';
import { findComment, findThread, subjectExists } from './queries';
import {
  addCommentRow,
  keepPositions,
  named,
  requireClaimToBlock,
  startThreadRow,
  touchBlocked,
  touchThread,
} from './steps';
import {
  commentChange,
  commentInput,
  liftInput,
  outcomeInput,
  positionInput,
  threadInput,
  turnInput,
  type Comment,
  type SubjectType,
  type Thread,
} from './thread';

const nothing = z.strictObject({});

export const startThread = command(
  {
    verb: 'thread.start',
    input: threadInput,
    subject: 'project',
    load: async (_: WriteContext, id: string) => ({ id }),
    status: 201,
  },
  async (ctx, { subject, body, blocksApproval = false }) => {
    if (!(await subjectExists(ctx, ctx.projectId, subject)))
      throw invalid([
        {
          path: 'subject.id',
          message:
            'What this is about was deleted, or is not in the project. When it is brought back, this can be sent.',
        },
      ]);
    return findThread(ctx, await startThreadRow(ctx, subject, { doc: documentOf(body), blocksApproval }));
  },
);

export const addComment = command(
  { verb: 'thread.reply', input: commentInput, subject: 'thread', load: findThread, status: 201 },
  async (ctx, { body, blocksApproval = false }, thread) => {
    refuseClosed(thread);
    const id = await addCommentRow(ctx, thread, { doc: documentOf(body), blocksApproval });
    await touchThread(ctx, thread.id);
    return findComment(ctx, id);
  },
);

function refuseClosed(thread: Thread) {
  if (thread.outcome)
    throw new Refusal('not-allowed-now', 'This thread is closed. Reopen it to go on, or start another one.');
}

/** Closes a thread with its outcome. Objections in it stay as they are: an open one goes on blocking. */
export const closeThread = command(
  { verb: 'thread.close', input: outcomeInput, subject: 'thread', load: findThread, ifMatch: true },
  async (ctx, { outcome, note, positions }, thread) => {
    if (outcome === 'withdrawn' && thread.creator.id !== ctx.actor.userId && ctx.role !== 'lead')
      throw new Refusal('forbidden', 'Only whoever started a thread withdraws it, or a lead.');
    refuseClosed(thread);
    if (positions) await keepPositions(ctx, thread.id, positions);
    const version = thread.version + 1;
    await ctx.db.thread.update({
      where: { id: thread.id },
      data: {
        outcome: outcome === 'agreed-to-differ' ? 'agreedToDiffer' : outcome,
        outcomeNote: note ?? null,
        closedBy: ctx.actor.userId,
        closedAt: ctx.now,
        updatedAt: ctx.now,
        version,
      },
    });
    ctx.record({ type: 'thread.closed', subjectType: 'thread', subjectId: thread.id, version, fields: ['outcome'] });
    return findThread(ctx, thread.id);
  },
);

export const reopenThread = command(
  { verb: 'thread.close', input: nothing, subject: 'thread', load: findThread, ifMatch: true },
  async (ctx, _, thread) => {
    if (!thread.outcome) throw new Refusal('not-allowed-now', 'This thread is open.');
    const version = thread.version + 1;
    await ctx.db.thread.update({
      where: { id: thread.id },
      data: { outcome: null, outcomeNote: null, closedBy: null, closedAt: null, updatedAt: ctx.now, version },
    });
    ctx.record({ type: 'thread.reopened', subjectType: 'thread', subjectId: thread.id, version, fields: ['outcome'] });
    return findThread(ctx, thread.id);
  },
);

/** Words one's own position where people agreed to differ, in place of how somebody else put it. */
export const sayPosition = command(
  { verb: 'thread.reply', input: positionInput, subject: 'thread', load: findThread, ifMatch: true },
  async (ctx, { text }, thread) => {
    const { outcome } = thread;
    const { userId } = ctx.actor;
    if (!outcome?.positions.some(({ holder }) => holder.id === userId))
      throw new Refusal('not-allowed-now', 'Nobody has put a position of yours on record here.');
    const others = outcome.positions.filter(({ holder }) => holder.id !== userId);
    const kept = others.map(({ holder, text: theirs }) => ({ holderId: holder.id, text: theirs }));
    await ctx.db.threadPosition.deleteMany({ where: { threadId: thread.id, holderId: userId } });
    await keepPositions(ctx, thread.id, [...kept, { holderId: userId, text }]);
    const version = thread.version + 1;
    await touchThread(ctx, thread.id);
    ctx.record({ type: 'thread.position-worded', subjectType: 'thread', subjectId: thread.id, version });
    return findThread(ctx, thread.id);
  },
);

/** Makes a claim or a question of what a thread is about; each leads to the other from then on. The thread goes on. */
export const turnThread = command(
  { verb: 'thread.turn', input: turnInput, subject: 'thread', load: findThread, ifMatch: true, status: 201 },
  async (ctx, { into, text }, thread) => {
    if (thread.became.some(({ type }) => type === into))
      throw new Refusal('not-allowed-now', `This thread was turned into a ${into} already: it stands below it.`);
    const id = into === 'claim' ? await addClaimRow(ctx, { statement: text }) : await addQuestionRow(ctx, { text });
    if (into === 'question') ctx.record({ type: 'question.added', subjectType: into, subjectId: id, version: 1 });
    const data = into === 'claim' ? { becameClaimId: id } : { becameQuestionId: id };
    await ctx.db.thread.update({ where: { id: thread.id }, data });
    await touchThread(ctx, thread.id);
    const version = thread.version + 1;
    ctx.record({ type: 'thread.turned', subjectType: 'thread', subjectId: thread.id, version, fields: [into] });
    return findThread(ctx, thread.id);
  },
);

/** A lifted objection is dissent on record: an approval was given beside it. */
function refuseLifted(comment: Comment) {
  if (comment.lifted)
    throw new Refusal('not-allowed-now', 'This objection was lifted and stands as dissent: it is changed no more.');
}

type Marked = { threadId: string; subject: { type: SubjectType; id: string } };
async function homeOf(ctx: WriteContext, comment: Comment): Promise<Marked> {
  const { id, subject } = await findThread(ctx, comment.threadId);
  return { threadId: id, subject };
}

/** The words as they were go into the comment's history before they change. */
async function keepWords(ctx: WriteContext, comment: Comment) {
  await ctx.db.commentVersion.create({
    data: {
      projectId: ctx.projectId,
      commentId: comment.id,
      number: comment.version,
      body: comment.body as Prisma.InputJsonObject,
      createdAt: comment.editedAt ?? comment.createdAt,
    },
  });
}

/** Changes one's own words, or makes them an objection, or withdraws it: `blocksApproval` false. */
export const saveComment = command(
  { verb: 'comment.save', input: commentChange, subject: 'comment', load: findComment, ifMatch: true },
  async (ctx, { body, blocksApproval }, comment) => {
    refuseLifted(comment);
    const { threadId, subject } = await homeOf(ctx, comment);
    if (blocksApproval) await requireClaimToBlock(ctx, subject);
    const doc = body && (await named(ctx, documentOf(body)));
    if (doc) await keepWords(ctx, comment);
    const version = comment.version + 1;
    await ctx.db.comment.update({
      where: { id: comment.id },
      data: {
        ...(doc
          ? {
              body: doc as unknown as Prisma.InputJsonObject,
              text: textOf(doc),
              mentions: mentionsIn(doc),
              editedAt: ctx.now,
            }
          : {}),
        ...(blocksApproval === undefined ? {} : { blocksApproval }),
        version,
      },
    });
    const marks = blocksApproval !== undefined && blocksApproval !== comment.blocksApproval;
    if (marks) await touchBlocked(ctx, { id: threadId, subject });
    await touchThread(ctx, threadId);
    ctx.record({
      type: 'comment.saved',
      subjectType: 'comment',
      subjectId: comment.id,
      version,
      fields: [...(doc ? ['body'] : []), ...(marks ? ['blocksApproval'] : [])],
    });
    return findComment(ctx, comment.id);
  },
);

async function setDeleted(ctx: WriteContext, comment: Comment, deleted: boolean) {
  const { threadId, subject } = await homeOf(ctx, comment);
  await ctx.db.comment.update({
    where: { id: comment.id },
    data: {
      deletedAt: deleted ? ctx.now : null,
      deletedBy: deleted ? ctx.actor.userId : null,
      version: { increment: 1 },
    },
  });
  if (comment.blocksApproval) await touchBlocked(ctx, { id: threadId, subject });
  await touchThread(ctx, threadId);
  ctx.record({
    type: deleted ? 'comment.deleted' : 'comment.restored',
    subjectType: 'comment',
    subjectId: comment.id,
    version: comment.version + 1,
    fields: comment.blocksApproval ? ['blocksApproval'] : [],
  });
}

/** Deletes one's own words; an open objection is withdrawn with them. The comment keeps its place. */
export const deleteComment = command(
  { verb: 'comment.delete', input: nothing, subject: 'comment', load: findComment, ifMatch: true },
  async (ctx, _, comment): Promise<Comment> => {
    refuseLifted(comment);
    await setDeleted(ctx, comment, true);
    return { ...comment, deleted: true, version: comment.version + 1 };
  },
);

export const restoreComment = command(
  {
    verb: 'comment.delete',
    input: nothing,
    subject: 'comment',
    load: (ctx, id) => findComment(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, _, comment) => {
    await setDeleted(ctx, comment, false);
    return findComment(ctx, comment.id);
  },
);

/** A lead lifts somebody's objection, for a reason. Its words stay and are printed as dissent. */
export const liftObjection = command(
  { verb: 'comment.lift', input: liftInput, subject: 'comment', load: findComment, ifMatch: true },
  async (ctx, { reason }, comment) => {
    if (!comment.blocksApproval || comment.lifted)
      throw new Refusal('not-allowed-now', 'There is no open objection here to lift.');
    const { threadId, subject } = await homeOf(ctx, comment);
    const version = comment.version + 1;
    await ctx.db.comment.update({
      where: { id: comment.id },
      data: { liftedAt: ctx.now, liftedBy: ctx.actor.userId, liftReason: reason, version },
    });
    await touchBlocked(ctx, { id: threadId, subject });
    await touchThread(ctx, threadId);
    ctx.record({
      type: 'comment.lifted',
      subjectType: 'comment',
      subjectId: comment.id,
      version,
      fields: ['blocksApproval'],
    });
    return findComment(ctx, comment.id);
  },
);
